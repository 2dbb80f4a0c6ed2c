"""Cases keep their numbers, and papers their cases, also when two persons turn out to be one or two stays one."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence

from fournets.model import Paper
from fournets.reconciling.case_events import WITHIN_DAYS, Stay, days_between

Issued = list[tuple[str, str]]
"""The day that placed a case in time when it was numbered (empty = unknown), and its number."""


def identify(
    stays: Sequence[Stay], known: dict[str, str], known_as: Mapping[str, tuple[str, ...]]
) -> tuple[list[str], dict[str, tuple[str, str]]]:
    """Every stay's identifier, and case → the case that goes on for it, and its person.

    A stay keeps the identifier given to a stay of that person within 14 days, under whatever identifier the person
    was known (`known_as`), else it gets the next number, put into `known` for the person of the row that decides,
    as he was before answers: the number stays his when an answer is taken back. What is found is never rewritten
    there, so that persons who are taken apart again have their own cases back.
    """
    of_person: dict[str, Issued] = {}
    for key, identifier in known.items():
        person, _, anchor = key.rpartition("|")
        of_person.setdefault(person, []).append((anchor, identifier))
    left: dict[str, Issued] = {}
    for person in {stay.person_id for stay in stays}:
        several = known_as.get(person, (person,))
        left[person] = [issued for one in several for issued in of_person.get(one, ())]
    last = max((int(identifier[1:]) for identifier in known.values()), default=0)
    found: list[str] = []
    case_of: dict[str, tuple[str, str]] = {}
    for stay in stays:
        near = _taken(stay, left[stay.person_id])
        found.append(min(near, default=""))
        case_of |= dict.fromkeys(near, (found[-1], stay.person_id))
    for place, stay in enumerate(stays):
        if not found[place]:
            last += 1
            found[place] = f"C{last:04d}"
            case_of[found[place]] = (found[place], stay.person_id)
            known[f"{stay.decisive.says('own_id')}|{stay.arrived}"] = found[place]
    return found, case_of


def _taken(stay: Stay, issued: Issued) -> list[str]:
    """The identifiers whose day is near one of the stay's days, taken from those left. A dayless one fits any stay."""
    near = [
        (anchor, identifier)
        for anchor, identifier in issued
        if not anchor or not stay.anchors or any(abs(days_between(anchor, own)) <= WITHIN_DAYS for own in stay.anchors)
    ]
    for one in near:
        issued.remove(one)
    return [identifier for _, identifier in near]


def followed(
    papers: Iterable[Paper], known_as: Mapping[str, tuple[str, ...]], case_of: Mapping[str, tuple[str, str]]
) -> list[Paper]:
    """The papers as those of the cases that go on for theirs, else of the persons that their own became one with."""
    bears = {one: identifier for identifier, several in known_as.items() for one in several}
    found = []
    for paper in papers:
        own = (paper.case_id, bears.get(paper.person_id, paper.person_id))
        case, person = case_of.get(paper.case_id, own)
        is_same = (case, person) == (paper.case_id, paper.person_id)
        found.append(paper if is_same else dataclasses.replace(paper, case_id=case, person_id=person))
    return found
