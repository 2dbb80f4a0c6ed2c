"""What linking has to say about single rows: numbers used twice, facts that disagree, rows that vanished."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from fournets.model import Address, FileRead, Finding, SourceFile
from fournets.reconciling.linking.clusters import Rule
from fournets.reconciling.linking.mentions import CASE_FORMS, NAMED_FORMS
from fournets.reconciling.linking.who import Who
from fournets.reconciling.places import Places
from fournets.reconciling.records import Stack
from fournets.reconciling.versions import Settled
from fournets.values.addresses import format_address
from fournets.values.phones import mobiles

BY_SOUND = (Rule.SOUND_ID, Rule.SOUND_PHONE, Rule.SOUND_PLACE)


@dataclass(slots=True)
class Desk:
    """All that the finders look at. `persons` gives the identifier of every row, `current` the rows that count."""

    stack: Stack
    who: Who
    settled: Settled
    current: Mapping[str, Sequence[int]]
    persons: Mapping[str, Sequence[str]]
    places: Places
    names: Mapping[str, str]

    def finding(self, code: str, form: str, index: int, field: str, **params: str) -> Finding:
        """A finding about one cell of one row."""
        rows = self.stack.rows[form]
        letters = self.stack.tables[rows.table[index]].letter_of
        column = letters.get(field) or (letters.get("address", "") if field in (*Address._fields, "grid") else "")
        return Finding(
            code, form, self.stack.path(rows, index), self.stack.sheet(rows, index), rows.row[index], column, field,
            self.grid(form, index), self.persons[form][index], params,
        )  # fmt: skip

    def place(self, form: str, index: int) -> Address:
        """The row's own address, its compound by the register's name."""
        return self.places.place(self._where(form, index))

    def grid(self, form: str, index: int) -> str:
        """The grid of a row: the register's for its address, else the written one."""
        return self.places.grid(self._where(form, index))

    def _where(self, form: str, index: int) -> tuple[str, ...]:
        columns = self.stack.rows[form].columns
        return tuple(columns[name][index] if name in columns else "" for name in (*Address._fields, "grid"))


def doubts(desk: Desk) -> list[Finding]:
    """Every finding of linking; one a cell and cause, in the order of files, sheets and rows."""
    found: dict[tuple[str, ...], Finding] = {}
    for finder in FINDERS:
        for finding in finder(desk):
            cell = (finding.code, finding.form, finding.file, finding.sheet, f"{finding.row:07d}", finding.column)
            found.setdefault(cell, finding)
    return [found[cell] for cell in sorted(found, key=lambda cell: (cell[2:], cell[:2]))]


def _named(desk: Desk) -> Iterator[tuple[str, int, int]]:
    """Current rows that name somebody: form, row, mention."""
    for form in NAMED_FORMS:
        numbers = desk.who.mentions.of_row[form]
        yield from ((form, index, numbers[index]) for index in desk.current[form] if numbers[index] >= 0)


def _shared_ids(desk: Desk) -> Iterator[Finding]:
    shared = desk.who.clusters.shared
    names: dict[str, dict[str, None]] = defaultdict(dict)
    for mention in desk.who.mentions.items:
        if mention.valid_id in shared:
            names[mention.valid_id][mention.name] = None
    for form, index, number in _named(desk) if shared else ():
        valid = desk.who.mentions.items[number].valid_id
        if valid in shared and form != "dispatch":
            yield desk.finding("id_shared", form, index, "id_number", id=valid, names="、".join(names[valid]))


def _namesakes(desk: Desk) -> Iterator[Finding]:
    """Both sides of every join that two ID numbers forbade."""
    sides = {
        number: conflict.rule
        for conflict in desk.who.clusters.conflicts
        for side in (conflict.one, conflict.other)
        for number in desk.who.clusters.of(desk.who.clusters.root(side))
    }
    for form, index, number in _named(desk) if sides else ():
        if number in sides and desk.who.mentions.items[number].valid_id and form != "dispatch":
            mention, why = desk.who.mentions.items[number], sides[number].evidence
            yield desk.finding("same_name_two_ids", form, index, "id_number", name=mention.name, why=why)


def _ambiguous_names(desk: Desk) -> Iterator[Finding]:
    for form, index, number in _named(desk) if desk.who.doubtful else ():
        if number in desk.who.doubtful:
            yield desk.finding("name_ambiguous", form, index, "name", name=desk.who.mentions.items[number].name)


def _names_differ(desk: Desk) -> Iterator[Finding]:
    """A name that was heard or typed otherwise than the person's."""
    for form, index, number in _named(desk):
        if form != "dispatch" and desk.who.clusters.rule_of[number] in BY_SOUND:
            mention, usual = desk.who.mentions.items[number], desk.names[desk.persons[form][index]]
            if mention.name != usual:
                yield desk.finding("name_differs", form, index, "name", name=mention.name, usual=usual)


def _grids_disagree(desk: Desk) -> Iterator[Finding]:
    """A written grid that is not the register's for that building."""
    for form, indexes in desk.current.items():
        columns = desk.stack.rows[form].columns
        if "flat" not in columns:
            continue
        for index in indexes:
            written = columns["grid"][index]
            if not written or not (written.isdecimal() or written in desk.places.grids.compounds_of):
                continue
            place = desk.place(form, index)
            registered = desk.places.grids.grid(place.compound, place.building)
            if registered and registered != written:
                where = format_address(place._replace(entrance="", flat=""))
                yield desk.finding(
                    "grid_disagrees", form, index, "grid", written=written, registered=registered, where=where
                )


def _two_grids(desk: Desk) -> Iterator[Finding]:
    """Somebody whom the registers of two grids list."""
    claims: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for index in desk.current["households"]:
        person_id, grid = desk.persons["households"][index], desk.grid("households", index)
        if person_id and grid:
            claims[person_id][grid].append(index)
    for grids in claims.values():
        for grid, indexes in grids.items() if len(grids) > 1 else ():
            others = "、".join(f"第{other}网格" for other in sorted(grids) if other != grid)
            for index in indexes:
                name = desk.stack.rows["households"].columns["name"][index]
                yield desk.finding("two_grids", "households", index, "grid", name=name, others=others)


def _two_phones(desk: Desk) -> Iterator[Finding]:
    """A returnee's mobile that is not his in the register, unless the register gives a number of the whole family."""
    rows = desk.stack.rows["households"]
    registered: dict[str, set[str]] = defaultdict(set)
    bearers: Counter[str] = Counter()
    for index in desk.current["households"]:
        numbers = set(mobiles(rows.columns["phone"][index]))
        registered[desk.persons["households"][index]] |= numbers
        bearers.update(numbers)
    for form in CASE_FORMS:
        phones = desk.stack.rows[form].columns["phone"]
        for index in desk.current[form]:
            own = {number for number in registered.get(desk.persons[form][index], ()) if bearers[number] == 1}
            written = set(mobiles(phones[index]))
            if own and written and not written & registered[desk.persons[form][index]]:
                yield desk.finding(
                    "two_phones", form, index, "phone", written=phones[index], registered="、".join(sorted(own))
                )


def _vanished(desk: Desk) -> Iterator[Finding]:
    for form, index, source in desk.settled.left_out:
        yield desk.finding("row_vanished", form, index, "", later=desk.stack.sources[source].path)


FINDERS = (
    _shared_ids,
    _namesakes,
    _ambiguous_names,
    _names_differ,
    _grids_disagree,
    _two_grids,
    _two_phones,
    _vanished,
)


def still_true(desk: Desk, reads: Sequence[tuple[SourceFile, FileRead]]) -> list[Finding]:
    """What reading found, without what it found on rows that no longer count; with grid and person where known."""
    spots: dict[tuple[str, str, str, int], dict[str, tuple[bool, int]]] = defaultdict(dict)
    for form, rows in desk.stack.rows.items():
        flags = desk.settled.current[form]
        for index, row in enumerate(rows.row):
            spots[form, desk.stack.path(rows, index), desk.stack.sheet(rows, index), row][rows.letter[index]] = (
                flags[index], index,
            )  # fmt: skip
    kept: list[Finding] = []
    for source, read in reads:
        for finding in read.findings if source.sha256 not in desk.stack.answered else ():
            records = spots.get((finding.form, source.path, finding.sheet, finding.row), {})
            said = [records[finding.column]] if finding.column in records else list(records.values())
            alive = [index for is_current, index in said if is_current]
            if not said:
                kept.append(finding)
            elif alive:
                kept.append(_placed(desk, finding, alive[0]))
    return kept


def _placed(desk: Desk, finding: Finding, index: int) -> Finding:
    grid = finding.grid or desk.grid(finding.form, index)
    person_id = finding.person_id or desk.persons[finding.form][index]
    return replace(finding, grid=grid, person_id=person_id)
