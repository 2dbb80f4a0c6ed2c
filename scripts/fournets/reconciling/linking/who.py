"""One pass of linking: which person every row names, before and after the answers given by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from fournets.model import Identifiers
from fournets.reconciling.linking.clusters import Clusters, Rule
from fournets.reconciling.linking.likeness import Likeness, likeness
from fournets.reconciling.linking.mentions import Mentions, collect
from fournets.reconciling.linking.persons import Decision, keys_of, known_identifiers, merge
from fournets.reconciling.linking.rules import join_certain, join_masked
from fournets.reconciling.linking.scopes import join_bare, scope_text
from fournets.reconciling.places import Places
from fournets.reconciling.records import Stack


@dataclass(slots=True)
class Who:
    """Persons as certain evidence makes them, numbered from 0, and how answers merge them.

    `person_of` gives the person of every row (-1: names nobody). Bare names that may be several people are a person a
    row each; they have no keys, like everybody who is known by a name alone. `merged` maps a person to the one that
    stands for him.
    """

    mentions: Mentions
    clusters: Clusters
    doubtful: frozenset[int]
    person_of: dict[str, list[int]]
    keys: dict[int, tuple[str, ...]]
    root_of: dict[int, int]
    merged: dict[int, int] = field(default_factory=dict)
    held: dict[int, list[str]] = field(default_factory=dict)

    def token(self, person: int) -> str:
        """What a natural key says for a person: the strongest evidence; for a name alone the name in its scope."""
        if person < 0:
            return ""
        keys = self.keys[self.merged.get(person, person)] or self.keys[person]
        if keys:
            return keys[0]
        root = self.root_of[person]
        return min(scope_text(self.mentions.items[number]) for number in self.clusters.of(root))

    def needs_only(self, kept: Mapping[str, list[bool]]) -> bool:
        """Whether the rows that are kept say all that the persons were made from."""
        said = {
            number
            for form, numbers in self.mentions.of_row.items()
            for number, is_kept in zip(numbers, kept[form], strict=True)
            if is_kept
        }
        return len(said - {-1}) == len(self.mentions.items)

    def rule(self, form: str, index: int) -> Rule:
        """Why the row belongs to its person."""
        number = self.mentions.of_row[form][index]
        person = self.person_of[form][index]
        joined = self.clusters.rule_of[number]
        if self.merged.get(person, person) != person:
            return Rule.DECIDED
        if joined is not None and number not in self.doubtful:
            return joined
        mention = self.mentions.items[number]
        if mention.full_id:
            return Rule.OWN_ID
        if mention.full_phones:
            return Rule.OWN_PHONE
        return Rule.OWN_PLACE if mention.full_place else Rule.NAME_ALONE


def who_is_who(
    stack: Stack,
    kept: Mapping[str, list[bool]],
    places: Places,
    identifiers: Identifiers,
    answers: Sequence[Decision],
) -> Who:
    """Link the rows that are kept: by evidence of their own first, then those that only one person fits."""
    mentions = collect(stack, kept, places)
    clusters = join_certain(mentions)
    held = _held(clusters, identifiers) if answers or identifiers.papers else {}
    same = merge(clusters.roots(), held, answers) if answers else {}
    join_masked(clusters, same)
    _join_papers(clusters, identifiers, held)
    doubtful = join_bare(clusters, same)
    who = Who(mentions, clusters, doubtful, {}, {}, {})
    number_persons(stack, who, kept)
    return who


def _held(clusters: Clusters, identifiers: Identifiers) -> dict[int, list[str]]:
    return known_identifiers({root: keys_of(clusters, root) for root in clusters.roots()}, identifiers.persons)


def _join_papers(clusters: Clusters, identifiers: Identifiers, held: Mapping[int, list[str]]) -> None:
    """A signed paper belongs to the person whose case its number was issued on."""
    papers = {paper.number: paper for paper in identifiers.papers}
    of_case = {case: key.rpartition("|")[0] for key, case in identifiers.cases.items()}
    holder = {identifier: root for root, several in held.items() for identifier in several}
    for number, mention in enumerate(clusters.mentions):
        if mention.said.paper not in papers:
            continue
        paper = papers[mention.said.paper]
        root = holder.get(of_case.get(paper.case_id, paper.person_id), number)
        names = {clusters.mentions[member].key for member in clusters.of(clusters.root(root))}
        if root != number and max(likeness(mention.key, name) for name in names) >= Likeness.SEEN:
            clusters.join(root, number, Rule.PAPER)


def number_persons(stack: Stack, who: Who, kept: Mapping[str, list[bool]]) -> None:
    """Number the persons of the rows that are kept: one a cluster, one a row for names that may be several people."""
    who.root_of = {}
    numbers: dict[tuple[int, ...], int] = {}
    for form, of_row in who.mentions.of_row.items():
        rows = stack.rows[form]
        persons = who.person_of[form] = [-1] * len(rows)
        for index, number in enumerate(of_row):
            if number < 0 or not kept[form][index]:
                continue
            root = who.clusters.root(number)
            place = (root, rows.table[index], rows.row[index]) if number in who.doubtful else (root,)
            persons[index] = person = numbers.setdefault(place, len(numbers))
            who.root_of[person] = root
    who.keys = {person: () if len(place) > 1 else keys_of(who.clusters, place[0]) for place, person in numbers.items()}


def apply_answers(who: Who, issued: Mapping[str, str], answers: Sequence[Decision]) -> None:
    """Merge persons by the answers given by hand; everything starts again from the certain joins."""
    who.held = known_identifiers(who.keys, issued)
    who.merged = merge(who.keys, who.held, answers)
