"""Persons with their lasting identifiers, and what people decided about doubtful pairs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fournets.model import Identifiers
from fournets.reconciling.linking.clusters import Clusters
from fournets.reconciling.records import Stack

KINDS = ("id", "phone", "place", "row")
PRINTED = "上次的答案"
"""The review sheet's column in which it says what was answered before, and who answered when."""
_PRINTED_AS = {"yes": "是", "no": "否", "unsure": "不确定"}
_PAIR = re.compile(r"H(\d+)-(\d+)(?:-([0-9a-f]+))?")


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody answered about a pair of person identifiers, and the day when the answer arrived.

    `state` tells what was known of them when asked.
    """

    pair_id: str
    one: str
    other: str
    state: str
    answer: str
    decided_by: str = ""
    day: str = ""


def keys_of(clusters: Clusters, root: int) -> tuple[str, ...]:
    """The evidence by which a person is known again, strongest first; none for a bare name.

    A number is kept with the name, a key that nobody else has, and alone, for the day when the name is corrected.
    """
    if root in clusters.keys:
        return clusters.keys[root]
    named, numbers, phones, places = set[str](), set[str](), set[str](), set[str]()
    for number in clusters.of(root):
        mention = clusters.mentions[number]
        if mention.full_id:
            named.add(f"id:{mention.full_id}|{mention.key}")
            if mention.valid_id and mention.valid_id not in clusters.shared:
                numbers.add(f"id:{mention.valid_id}")
        phones.update(f"phone:{mention.key}|{phone}" for phone in mention.full_phones)
        if mention.full_place:
            places.add(f"place:{mention.key}|" + "-".join(mention.full_place))
    keys = clusters.keys[root] = (*sorted(named), *sorted(numbers), *sorted(phones), *sorted(places))
    return keys


def _strength(key: str) -> int:
    """How well a key tells people apart: number with name, number, telephone, flat, row."""
    kind, _, rest = key.partition(":")
    return KINDS.index(kind) + (kind != "id" or "|" not in rest)


def known_identifiers(keys: Mapping[int, tuple[str, ...]], issued: Mapping[str, str]) -> dict[int, list[str]]:
    """The identifiers that each person holds, lowest first: of several claimants the one with the strongest key.

    Everybody's keys come strongest first.
    """
    claims: dict[str, tuple[str, int]] = {}
    for person, evidence in keys.items():
        for key in evidence:
            identifier = issued.get(key)
            if identifier:
                before = claims.setdefault(identifier, (key, person))
                if before[1] != person:
                    claims[identifier] = min(before, (key, person), key=lambda claim: (_strength(claim[0]), claim))
    held: dict[int, list[str]] = {}
    for identifier in sorted(claims):
        held.setdefault(claims[identifier][1], []).append(identifier)
    return held


def give_identifiers(
    order: Iterable[int], keys: Mapping[int, tuple[str, ...]], held: Mapping[int, list[str]], identifiers: Identifiers
) -> dict[int, str]:
    """Everybody's identifier; who has none gets the next one, in this order. Their keys are put into `identifiers`."""
    last = max((int(identifier[1:]) for identifier in identifiers.persons.values()), default=0)
    given: dict[int, str] = {}
    for person in order:
        if person in held:
            given[person] = held[person][0]
        else:
            last += 1
            given[person] = f"P{last:06d}"
        for key in keys[person]:
            identifiers.persons.setdefault(key, given[person])
    return given


def decisions(stack: Stack) -> list[Decision]:
    """The last answer to each pair, in the order in which they were given.

    A line that comes back as it was printed is no answer: another copy of the sheet may have changed it meanwhile.
    """
    rows = stack.rows["review"]
    order = sorted(range(len(rows)), key=lambda index: (stack.sources[rows.source[index]].sequence, rows.row[index]))
    last: dict[tuple[str, str], Decision] = {}
    for index in order:
        answer = rows.columns["decision"][index]
        written = rows.columns["pair_id"][index].strip()
        asked = asked_about(written)
        if asked and answer and not _is_printed(answer, rows.columns["extra"][index]):
            one, other, state = asked
            who, day = rows.columns["decided_by"][index], stack.sources[rows.source[index]].day.isoformat()
            last.pop((one, other), None)
            last[one, other] = Decision(written, one, other, state, answer, who, day)
    return list(last.values())


def asked_about(number: str) -> tuple[str, str, str] | None:
    """The two person identifiers of a question's number, and the state in which it was asked; None if it is none."""
    found = _PAIR.fullmatch(number.strip())
    return (f"P{int(found[1]):06d}", f"P{int(found[2]):06d}", found[3] or "") if found else None


def _is_printed(answer: str, extra: str) -> bool:
    """Whether the row says that this very answer was printed on the sheet."""
    printed = str(json.loads(extra).get(PRINTED, "")) if PRINTED in extra else ""
    return printed.startswith(_PRINTED_AS[answer])


def pair_id(one: str, other: str, state: str) -> str:
    """The number of a question about two person identifiers, as it stands on the review sheet."""
    low, high = sorted((one, other))
    return f"H{low[1:]}-{high[1:]}-{state}"


def merge(persons: Iterable[int], held: Mapping[int, list[str]], answers: Iterable[Decision]) -> dict[int, int]:
    """Who is whom after the answers 是: each person → the lowest of those taken for one."""
    holder = {identifier: person for person, several in held.items() for identifier in several}
    merged = {person: person for person in persons}

    def top(person: int) -> int:
        while merged[person] != person:
            person = merged[person]
        return person

    for answer in answers:
        if answer.answer == "yes" and answer.one in holder and answer.other in holder:
            low, high = sorted((top(holder[answer.one]), top(holder[answer.other])))
            merged[high] = low
    return {person: top(person) for person in merged}
