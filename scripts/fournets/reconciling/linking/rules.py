"""The joins that cannot be wrong, strongest first. What is doubtful joins nothing here and becomes a question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations

from fournets.model import Address
from fournets.reconciling.linking.clusters import Clusters, Rule
from fournets.reconciling.linking.likeness import (
    Likeness,
    clearly_different,
    likeness,
    nearly_valid,
    one_typing_error,
)
from fournets.reconciling.linking.mentions import Mention, Mentions
from fournets.values.identity import matches_masked
from fournets.values.phones import matches_masked_phone, mobiles

MOST_NAMES = 30
"""A number that more names than this carry is an office's, not a household's."""


def join_certain(everybody: Mentions) -> Clusters:
    """Persons by evidence of their own: numbers, telephones, flats, plates."""
    mentions = everybody.items
    clusters = Clusters(mentions, shared_ids(mentions), everybody.sheets)
    for rule, evidence in (
        (Rule.NAME_ID, lambda mention: (mention.full_id,) if mention.full_id else ()),
        (Rule.NAME_PHONE, lambda mention: mention.full_phones),
        (Rule.NAME_PLACE, lambda mention: (mention.full_place,) if mention.full_place else ()),
    ):
        for _, group in _groups(mentions, evidence, with_name=True):
            clusters.join_group(group, rule)
    _join_without_entrance(clusters)
    _join_typing_errors(clusters)
    _join_sounds(clusters, Rule.SOUND_ID, lambda mention: (mention.valid_id,) if mention.valid_id else ())
    _join_plates(clusters)
    _join_sounds(clusters, Rule.SOUND_PHONE, lambda mention: mobiles(mention.phones))
    _join_sounds(clusters, Rule.SOUND_PLACE, lambda mention: (mention.full_place,) if mention.full_place else ())
    _join_left_over(clusters)
    return clusters


def shared_ids(mentions: list[Mention]) -> frozenset[str]:
    """Valid ID numbers that clearly different names carry: copied down. A dispatched list is no witness here."""
    names: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.valid_id and mention.form != "dispatch":
            names[mention.valid_id].add(mention.key)
    return frozenset(number for number, keys in names.items() if len(keys) > 1 and clearly_different(sorted(keys)))


Piece = str | Address
Evidence = Callable[[Mention], Iterable[Piece]]


def _groups(
    mentions: list[Mention], evidence: Evidence, with_name: bool
) -> Iterator[tuple[tuple[str, Piece], list[int]]]:
    """Mentions that share a piece of evidence (and their name), in the order of the evidence."""
    groups: dict[tuple[str, Piece], list[int]] = defaultdict(list)
    for number, mention in enumerate(mentions):
        for piece in evidence(mention):
            groups[mention.key if with_name else "", piece].append(number)
    for key in sorted(key for key, group in groups.items() if len(group) > 1):
        yield key, groups[key]


def _join_without_entrance(clusters: Clusters) -> None:
    """A flat written without its entrance is the one flat of that number where somebody of the name lives."""
    groups: dict[tuple[str, Address], list[int]] = defaultdict(list)
    for number, mention in enumerate(clusters.mentions):
        if mention.full_place:
            groups[mention.key, mention.full_place._replace(entrance="")].append(number)
    for key in sorted(key for key, group in groups.items() if len(group) > 1):
        entrances = {clusters.mentions[number].place.entrance for number in groups[key]}
        if len(entrances) == 2 and "" in entrances:
            clusters.join_group(groups[key], Rule.PART_PLACE)


def _join_plates(clusters: Clusters) -> None:
    """One name with one car, unless numbers, or telephones and flats, speak against it: plates are mistyped too."""
    for _, group in _groups(clusters.mentions, _plates, with_name=True):
        for position, number in enumerate(group):
            fitting = [other for other in group[:position] if not _strangers(clusters, other, number)]
            if fitting:
                clusters.join(fitting[0], number, Rule.NAME_PLATE)


def _plates(mention: Mention) -> tuple[str, ...]:
    return (mention.said.plate,) if mention.said.plate else ()


def _strangers(clusters: Clusters, one: int, other: int) -> bool:
    """Whether both have ID numbers, or telephones and flats, and none of them in common."""
    first, second = _known(clusters, one), _known(clusters, other)
    ids, phones, flats = (bool(a and b) and a.isdisjoint(b) for a, b in zip(first, second, strict=True))
    return ids or (phones and flats)


def _known(clusters: Clusters, mention: int) -> list[set[Piece]]:
    """A person's valid ID numbers, telephones and flats."""
    members = [clusters.mentions[number] for number in clusters.of(clusters.root(mention))]
    return [
        {one.valid_id for one in members if one.valid_id},
        {phone for one in members for phone in one.full_phones},
        {one.full_place for one in members if one.full_place},
    ]


def _join_typing_errors(clusters: Clusters) -> None:
    """A number with one typing error belongs to the one person of that name whose right number it resembles."""
    wrong = [number for number, one in enumerate(clusters.mentions) if not one.valid_id and nearly_valid(one.id_number)]
    right: dict[str, dict[str, int]] = defaultdict(dict)
    for number, mention in enumerate(clusters.mentions) if wrong else ():
        if mention.valid_id:
            right[mention.key][mention.valid_id] = number
    for number in wrong:
        mention = clusters.mentions[number]
        near = [other for valid, other in right[mention.key].items() if one_typing_error(mention.id_number, valid)]
        if len(near) == 1:
            clusters.join(near[0], number, Rule.ID_TYPED)


def _join_sounds(clusters: Clusters, rule: Rule, evidence: Evidence) -> None:
    """Names alike to ear or eye, on one number or in one flat, when only one such person is there."""
    for _, group in _groups(clusters.mentions, evidence, with_name=False):
        keys = {clusters.mentions[number].key for number in group}
        if not 1 < len(keys) <= MOST_NAMES:
            continue
        alike = [pair for pair in combinations(sorted(keys), 2) if likeness(*pair) >= Likeness.SEEN]
        crowded = {key for key in keys if sum(key in pair for pair in alike) > 1}
        for one, other in alike:
            first = [number for number in group if clusters.mentions[number].key == one]
            second = [number for number in group if clusters.mentions[number].key == other]
            roots = {clusters.root(number) for number in (*first, *second)}
            if not crowded & {one, other} and len(roots) == 2 and not _listed_apart(clusters, first[0], second[0]):
                clusters.join(first[0], second[0], rule)


def _listed_apart(clusters: Clusters, one: int, other: int) -> bool:
    """Whether one list names both, each in a row of his own: twins, sisters, or one person written twice."""
    first, second = (
        {table for number in clusters.of(clusters.root(mention)) for table in clusters.sheets.get(number, ())}
        for mention in (one, other)
    )
    return not first.isdisjoint(second) or both_registered(clusters, one, other)


def both_registered(clusters: Clusters, one: int, other: int) -> bool:
    """Whether one register lists both: two members of a household, however alike their names."""
    return all(
        any(clusters.mentions[number].form == "households" for number in clusters.of(clusters.root(mention)))
        for mention in (one, other)
    )


def join_masked(clusters: Clusters, same: Mapping[int, int]) -> None:
    """A masked number and a name, when exactly one person fits. `same` says who is one person by answers."""
    masked = [number for number, one in enumerate(clusters.mentions) if one.is_masked and not one.full_id]
    named = clusters.by_name() if masked else {}
    for number in masked:
        own = clusters.root(number)
        roots = {clusters.root(root) for root in named[clusters.mentions[number].key]} - {own}
        fitting = [root for root in sorted(roots) if _agrees(clusters, number, root)]
        if len({same.get(root, root) for root in fitting}) == 1:
            clusters.join(fitting[0], number, Rule.MASKED)


def _agrees(clusters: Clusters, number: int, root: int) -> bool:
    """Whether every masked number agrees with one of the person's, and at least one can be compared."""
    mention = clusters.mentions[number]
    members = [clusters.mentions[member] for member in clusters.of(root)]
    verdicts = []
    if "*" in mention.id_number and (full := {one.full_id for one in members if one.full_id}):
        verdicts.append(any(matches_masked(mention.id_number, written) for written in full))
    phones = {phone for one in members for phone in one.full_phones}
    for written in mention.said.phones.split(";") if phones else ():
        if "*" in written:
            verdicts.append(any(matches_masked_phone(written, phone) for phone in phones))
    return bool(verdicts) and all(verdicts)


def _join_left_over(clusters: Clusters) -> None:
    """Between two namesakes with numbers of their own, those without one are one person among themselves."""
    undecided = {clusters.root(conflict.one) for conflict in clusters.conflicts}
    keys = {clusters.mentions[root].key for root in undecided}
    alone = [number for number, one in enumerate(clusters.mentions) if one.key in keys]
    for rule, evidence in (
        (Rule.NAME_PHONE, lambda mention: mention.full_phones),
        (Rule.NAME_PLACE, lambda mention: (mention.full_place,) if mention.full_place else ()),
    ):
        groups: dict[tuple[str, Piece], list[int]] = defaultdict(list)
        for number in alone:
            if not clusters.has_number(number):
                for piece in evidence(clusters.mentions[number]):
                    groups[clusters.mentions[number].key, piece].append(number)
        for key in sorted(groups):
            clusters.join_group(groups[key], rule)
