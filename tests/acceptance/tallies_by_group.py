"""Section 4, tallies by grid, compound, branch, squad and checkpoint: computed again where the files alone say whose."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from tests.acceptance.desk_folder import Check, DeskFolder, Row, Violation
from tests.acceptance.people import registered_grids
from tests.acceptance.tallies import Counted, numbers, total

KIND = re.compile(r"(?<=..)(?:小区|社区|生活区)$")


class Whose:
    """To which grid, compound, branch, squad or checkpoint a counted record belongs."""

    def __init__(self, desk: DeskFolder) -> None:
        self.desk = desk
        self.register = registered_grids(desk)
        self.people = {row["person_id"]: row for row in desk.data("people.csv")}
        self.covered = {row["compound"] for row in desk.data("coverage.csv")}
        names = {row["compound"] for form in ("compounds", "grids") for row in desk.records(form)} | self.covered
        self.bare = {KIND.sub("", name): name for name in sorted(names - {""}, key=len)}
        self.known = set(self.bare.values())

    def of(self, group: str, one: Counted) -> str:
        """The group's value; empty where it is nobody's."""
        if group == "grid":
            return self._grid(one)
        if group == "compound":
            return self._compound(one)
        return one.row.get(group, "")

    def _home(self, one: Counted) -> Row:
        person = one.row["person_id"] if one.form == "cases" else self.desk.person(one.row)
        return self.people.get(person, {})

    def _grid(self, one: Counted) -> str:
        if one.form in ("coverage", "cases"):
            return one.row["grid"]
        compound = self._folded(one.row.get("compound", ""))
        registered = self.register.get((compound, one.row.get("building", ""))) or self.register.get((compound, ""), "")
        own = next(iter(registered)) if len(registered) == 1 else ""
        at_home = "" if one.form == "households" else self._home(one).get("grid", "")
        return at_home or own or one.row.get("grid", "") or self._home(one).get("grid", "")

    def _compound(self, one: Counted) -> str:
        written = "" if one.form == "cases" else one.row.get("compound", "")
        return self._folded(written or self._home(one).get("compound", ""))

    def _folded(self, name: str) -> str:
        return self.bare.get(KIND.sub("", name), name)


def groups_numbers_are_right(desk: DeskFolder) -> Iterator[Violation]:
    """Every line of tallies.csv beside the community's; and no group that has records is left out."""
    found, whose = numbers(desk), Whose(desk)
    parts: dict[tuple[str, str], Mapping[str, list[Counted]]] = {}
    for line in desk.data("tallies.csv"):
        name, group, value = line["tally"], line["group"], line["group_value"]
        if group == "community" or name not in found or not _is_decidable(name, group):
            continue
        if (name, group) not in parts:
            parts[name, group] = _parted(whose, group, found[name])
        if group == "compound" and set(parts[name, group]) - {""} - whose.known:
            continue
        rows = parts[name, group].get(value, [])
        wanted = total(each for each in rows if line["period"] != "today" or each.day == desk.day)
        if wanted != float(line["value"] or 0):
            yield Violation(
                "a group's number is its records'",
                f"{name} {group} {value} {line['period']}",
                f"{line['value']} {wanted:g}",
            )
    lines = {(row["tally"], row["group"], row["group_value"]) for row in desk.data("tallies.csv")}
    for (name, group), values in parts.items():
        for value in values if group != "compound" or set(values) - {""} <= whose.known else ():
            if value and (name, group, value) not in lines:
                yield Violation("every group with records has its line", f"{name} {group} {value}", "")


def _is_decidable(name: str, group: str) -> bool:
    """Gates and posts say of themselves at which checkpoint they are, in many spellings: not looked into here."""
    posts = name in ("people_on_duty", "duty_shifts", "gate_entries", "vehicles_turned_back", "persons_turned_back")
    return not (posts and group in ("checkpoint", "compound")) and name not in ("grids", "grid_workers")


def _parted(whose: Whose, group: str, rows: list[Counted]) -> Mapping[str, list[Counted]]:
    found: dict[str, list[Counted]] = defaultdict(list)
    for row in rows:
        found[whose.of(group, row)].append(row)
    return found


def registers_are_listed(desk: DeskFolder) -> Iterator[Violation]:
    """Every grid of the register has its line, also where nothing happened."""
    listed = {row["group_value"] for row in desk.data("tallies.csv") if row["group"] == "grid"}
    for grid in {row["grid"] for row in desk.records("grids")} - {""} - listed:
        yield Violation("every grid has its lines", grid, "")


CHECKS: tuple[Check, ...] = (groups_numbers_are_right, registers_are_listed)
