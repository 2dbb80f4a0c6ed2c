"""Linking from beginning to end: rows → persons → current rows → persons again → frames."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd

from fournets.catalogue.forms import FORMS
from fournets.catalogue.settings import Settings
from fournets.model import FileRead, Identifiers, Linked, SourceFile
from fournets.reconciling.facts import facts_frame, people_frame, profiles
from fournets.reconciling.households import households_frame
from fournets.reconciling.linking.doubts import Desk, doubts, still_true
from fournets.reconciling.linking.mentions import NAMED_FORMS
from fournets.reconciling.linking.pairs import pairs_frame
from fournets.reconciling.linking.persons import Decision, decisions, give_identifiers
from fournets.reconciling.linking.who import Who, apply_answers, number_persons, who_is_who
from fournets.reconciling.places import Compounds, GridRegister, Places, called, of_grids, register_grids
from fournets.reconciling.records import Stack, record_frame, stack, text_frame
from fournets.reconciling.versions import Settled, settle

FORM_ORDER = {name: number for number, name in enumerate(FORMS)}


def link(
    reads: Sequence[tuple[SourceFile, FileRead]], identifiers: Identifiers, settings: Settings, day: date
) -> Linked:
    """Say who is who on the whole desk. `reads` are all accepted files; new identifiers are put into `identifiers`."""
    whole = stack(reads)
    compounds = _compounds(whole, settings)
    places = Places(compounds, _grids(whole, compounds))
    answers = decisions(whole)
    who, settled = _settle(whole, places, identifiers, answers)
    given = _give(who, settled, identifiers, answers)
    shown = _shown(who, given)
    persons = _of_rows(whole, who, shown)
    own = _of_rows(whole, who, given)
    current = {form: [index for index, kept in enumerate(flags) if kept] for form, flags in settled.current.items()}
    found = profiles(whole, who, current, persons)
    unmerged = found if given == shown else profiles(whole, who, current, own)
    people = people_frame(found, places.grids, day)
    names = dict(zip(people["person_id"], people["name"], strict=True))
    desk = Desk(whole, who, settled, current, persons, places, names)
    return Linked(
        {form: record_frame(whole, form, current[form], persons[form], own[form]) for form in FORMS},
        people,
        _links(whole, who, current, persons),
        facts_frame(whole, found),
        households_frame(whole, current, persons, places),
        pairs_frame(who, given, unmerged, answers, places.grids, day),
        still_true(desk, reads) + doubts(desk),
        places.grids.grid_of,
        _known_as(who, given, shown),
    )


def _compounds(whole: Stack, settings: Settings) -> Compounds:
    """The compounds by their registers; where there are none, by the residents' register."""
    registered, met = (whole.rows[form].columns["compound"] for form in ("compounds", "households"))
    grids = whole.rows["grids"].columns
    also = {*settings.office.compounds, *of_grids(grids["compound"], grids["buildings"])}
    others = called(registered, whole.rows["compounds"].columns["extra"])
    return Compounds(registered, met, also=also, called=others)


def _grids(whole: Stack, compounds: Compounds) -> GridRegister:
    """The register of grids by its current rows, later files last."""
    rows = whole.rows["grids"]
    current = settle(whole, ("grids",), {}, Places(compounds, GridRegister({}, {}))).current["grids"]
    order = sorted(
        (index for index, kept in enumerate(current) if kept),
        key=lambda index: (whole.sources[rows.source[index]].order, rows.row[index]),
    )
    columns = [rows.columns[name] for name in ("grid", "compound", "buildings")]
    return register_grids(((columns[0][index], columns[1][index], columns[2][index]) for index in order), compounds)


def _settle(whole: Stack, places: Places, identifiers: Identifiers, answers: list[Decision]) -> tuple[Who, Settled]:
    """Link all rows to find out which are current, then link the current ones alone: old rows are no evidence."""
    everything = {form: [True] * len(rows) for form, rows in whole.rows.items()}
    who = who_is_who(whole, everything, places, identifiers, answers)
    apply_answers(who, identifiers.persons, answers)
    tokens = {form: [who.token(person) for person in persons] for form, persons in who.person_of.items()}
    settled = settle(whole, tuple(FORMS), tokens, places)
    if all(all(settled.current[form]) for form in NAMED_FORMS):
        return who, settled
    if who.needs_only(settled.current):
        number_persons(whole, who, settled.current)
    else:
        who = who_is_who(whole, settled.current, places, identifiers, answers)
    return who, settled


def _give(who: Who, settled: Settled, identifiers: Identifiers, answers: list[Decision]) -> dict[int, str]:
    """Every person's own identifier. New ones are given in the order of record identity."""
    first: dict[int, tuple[int, tuple[str, ...]]] = {}
    for form, persons in who.person_of.items():
        for index, person in enumerate(persons):
            if person >= 0:
                identity = (FORM_ORDER[form], settled.identities[form][index])
                first[person] = min(first.get(person, identity), identity)
    forms = tuple(FORMS)
    bearers = Counter(key for keys in who.keys.values() for key in keys)
    for person, (number, natural_key) in first.items():
        if all(bearers[key] > 1 for key in who.keys[person]):
            who.keys[person] += (f"row:{forms[number]}|" + "|".join(natural_key),)
    apply_answers(who, identifiers.persons, answers)
    return give_identifiers(sorted(first, key=lambda person: first[person]), who.keys, who.held, identifiers)


def _shown(who: Who, given: Mapping[int, str]) -> dict[int, str]:
    """The identifier that a person bears after the answers: the lowest of those taken for one."""
    lowest: dict[int, str] = {}
    for person, top in who.merged.items():
        lowest[top] = min(lowest.get(top, given[person]), given[person])
    return {person: lowest[top] for person, top in who.merged.items()}


def _known_as(who: Who, given: Mapping[int, str], shown: Mapping[int, str]) -> Mapping[str, tuple[str, ...]]:
    """All identifiers that a person was given, where answers or new evidence joined several: his cases stand there."""
    found: dict[str, set[str]] = {}
    for person, identifier in shown.items():
        found.setdefault(identifier, {identifier}).update((given[person], *who.held.get(person, ())))
    return {identifier: tuple(sorted(several)) for identifier, several in found.items() if len(several) > 1}


def _of_rows(whole: Stack, who: Who, names: Mapping[int, str]) -> dict[str, list[str]]:
    """The identifier of every row's person, by form."""
    none = {form: [""] * len(whole.rows[form]) for form in FORMS if form not in NAMED_FORMS}
    return none | {form: [names.get(person, "") for person in persons] for form, persons in who.person_of.items()}


def _links(whole: Stack, who: Who, current: dict[str, list[int]], persons: dict[str, list[str]]) -> pd.DataFrame:
    """Why each record belongs to its person."""
    names = ("person_id", "form", "file", "sheet", "column", "rule", "evidence")
    columns: dict[str, list[str]] = {name: [] for name in names}
    numbers: list[int] = []
    scores: list[float] = []
    for form in NAMED_FORMS:
        rows = whole.rows[form]
        for index in current[form]:
            if persons[form][index]:
                rule = who.rule(form, index)
                cells = (persons[form][index], form, whole.path(rows, index), whole.sheet(rows, index))
                for name, value in zip(names, (*cells, rows.letter[index], rule.code, rule.evidence), strict=True):
                    columns[name].append(value)
                numbers.append(rows.row[index])
                scores.append(rule.score)
    frame = text_frame(columns)
    frame.insert(4, "row", pd.Series(numbers, dtype="int64"))
    frame.insert(7, "score", pd.Series(scores, dtype="float64"))
    return frame
