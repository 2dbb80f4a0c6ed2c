"""Doubtful pairs: who may be one person, for what reason, and what hangs on it. Few, the weightiest first."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from fournets.model import Address
from fournets.reconciling.linking.clusters import Clusters
from fournets.reconciling.linking.likeness import Likeness, likeness, one_typing_error
from fournets.reconciling.linking.mentions import CASE_FORMS, LIST_FORM, Mention
from fournets.reconciling.linking.rules import MOST_NAMES, both_registered
from fournets.reconciling.linking.scopes import is_bare
from fournets.values.phones import mobiles

PATIENT_FORMS = (*CASE_FORMS, "fever")
WEIGHTY = "其中有返回或隔离人员：是同一人，就并成一份档案，体温、文书不重复；不是，要分别管理，别漏了人。"
CROWDED = "姓名、住址相同，但这一户有两个同名的人，这条记录分不清是谁"
LIGHT = "是同一人，两处记录并在一起，少计一人；不是，仍各算一人。"


@dataclass(frozen=True, slots=True)
class Question:
    """Two persons (roots of clusters) who may be one."""

    one: int
    other: int
    reason: str
    score: float
    is_weighty: bool

    @property
    def consequence(self) -> str:
        """What hangs on the answer."""
        return WEIGHTY if self.is_weighty else LIGHT


def questions(clusters: Clusters, doubtful: frozenset[int]) -> list[Question]:
    """One question a pair, for its best reason; weighty ones first."""
    asked: dict[tuple[int, int], Question] = {}
    for rule in (_same_number, _same_phone, _near_phone, _forbidden, _same_scope, _same_flat, _on_duty):
        for one, other, reason, score in rule(clusters):
            low, high = sorted((clusters.root(one), clusters.root(other)))
            if low == high or {low, high} & doubtful or not _worth_asking(clusters, low, high):
                continue
            question = Question(low, high, reason, score, any(_is_patient(clusters, root) for root in (low, high)))
            known = asked.setdefault((low, high), question)
            if known.score < score:
                asked[low, high] = question
    return sorted(asked.values(), key=lambda one: (not one.is_weighty, -one.score, one.one, one.other))


Asked = Iterator[tuple[int, int, str, float]]


def _worth_asking(clusters: Clusters, one: int, other: int) -> bool:
    """Not about rows of a dispatched list alone: they are answered in the list itself."""
    return all(
        any(clusters.mentions[number].form != LIST_FORM for number in clusters.of(root)) for root in (one, other)
    )


def _is_patient(clusters: Clusters, root: int) -> bool:
    return any(clusters.mentions[number].form in PATIENT_FORMS for number in clusters.of(root))


def _sharing(clusters: Clusters, evidence: Callable[[Mention], Iterable[object]]) -> Iterator[list[int]]:
    """Persons who share a piece of evidence under different names: one mention a name."""
    groups: dict[str, dict[str, int]] = defaultdict(dict)
    for number, mention in enumerate(clusters.mentions):
        for piece in evidence(mention):
            groups[str(piece)].setdefault(mention.key, number)
    for _, group in sorted(groups.items()):
        if 1 < len(group) <= MOST_NAMES:
            yield list(group.values())


def _pairs(clusters: Clusters, evidence: Callable[[Mention], Iterable[object]]) -> Iterator[tuple[int, int, Likeness]]:
    """Pairs of different persons on one number or in one flat whose names are near."""
    for group in _sharing(clusters, evidence):
        for one, other in combinations(group, 2):
            near = likeness(clusters.mentions[one].key, clusters.mentions[other].key)
            if near > Likeness.NONE and clusters.root(one) != clusters.root(other):
                yield one, other, near


def _same_number(clusters: Clusters) -> Asked:
    for one, other, near in _pairs(clusters, lambda mention: (mention.valid_id,) if mention.valid_id else ()):
        if near > Likeness.FAINT or not both_registered(clusters, one, other):
            yield one, other, "身份证号相同，姓名差一个字", 0.9


def _same_phone(clusters: Clusters) -> Asked:
    """Members of one family share telephones and parts of names, so that the register must not list both.

    A telephone on a desk is many people's: only names that cannot be told apart are asked about.
    """
    for one, other, near in _pairs(clusters, lambda mention: mention.full_phones):
        if clusters.fits(one, other) and not both_registered(clusters, one, other) and not _apart(clusters, one, other):
            if near >= Likeness.SEEN:
                yield one, other, "电话相同，姓名同音或形近", 0.75
            elif (near > Likeness.FAINT and _share_mobile(clusters, one, other)) or _together(clusters, one, other):
                yield one, other, "电话相同，姓名差一个字", 0.6


def _share_mobile(clusters: Clusters, one: int, other: int) -> bool:
    first, second = (set(mobiles(clusters.mentions[number].phones)) for number in (one, other))
    return not first.isdisjoint(second)


def _same_flat(clusters: Clusters) -> Asked:
    for one, other, near in _pairs(clusters, lambda mention: (mention.full_place,) if mention.full_place else ()):
        if near > Likeness.FAINT and clusters.fits(one, other) and not both_registered(clusters, one, other):
            alike = near >= Likeness.SEEN
            yield one, other, "住址相同，姓名同音或形近" if alike else "住址相同，姓名差一个字", 0.7 if alike else 0.5


def _apart(clusters: Clusters, one: int, other: int) -> bool:
    """Whether both have flats, and none in common."""
    first, second = _flats(clusters, one), _flats(clusters, other)
    return bool(first and second) and not first & second


def _together(clusters: Clusters, one: int, other: int) -> bool:
    """Whether they have a flat in common."""
    return bool(_flats(clusters, one) & _flats(clusters, other))


def _flats(clusters: Clusters, mention: int) -> set[Address]:
    members = (clusters.mentions[number] for number in clusters.of(clusters.root(mention)))
    return {place for one in members if (place := one.full_place)}


def _near_phone(clusters: Clusters) -> Asked:
    """One name, and telephones that differ by one digit."""
    by_name: dict[str, list[int]] = defaultdict(list)
    for number, mention in enumerate(clusters.mentions):
        if mobiles(mention.said.phones):
            by_name[mention.key].append(number)
    for group in by_name.values():
        roots = {clusters.root(number): number for number in group}
        for one, other in combinations(sorted(roots), 2) if len(roots) > 1 else ():
            if clusters.fits(one, other) and _phones_near(clusters, one, other):
                yield one, other, "姓名相同，电话只差一位", 0.8


def _phones_near(clusters: Clusters, one: int, other: int) -> bool:
    first, second = (
        {phone for number in clusters.of(root) for phone in mobiles(clusters.mentions[number].said.phones)}
        for root in (one, other)
    )
    return any(one_typing_error(a, b) for a in first for b in second)


def _forbidden(clusters: Clusters) -> Asked:
    """Who shares name and telephone or flat with somebody of another ID number; two whom the register lists are two."""
    for conflict in clusters.conflicts:
        if both_registered(clusters, conflict.one, conflict.other):
            continue
        yield conflict.one, conflict.other, f"{conflict.rule.evidence}，身份证号不同", 0.5


def _same_scope(clusters: Clusters) -> Asked:
    """A patient and the one resident of the same name in his grid or compound, with nothing else to tell by."""
    for several in clusters.by_name().values():
        roots = [root for root in several if not _is_bare(clusters, root)] if len(several) > 1 else []
        for root in roots:
            if _is_patient(clusters, root):
                others = [other for other in roots if other != root and _may_be(clusters, root, other)]
                if len(others) == 1:
                    crowded = _together(clusters, root, others[0])
                    yield (
                        root,
                        others[0],
                        CROWDED if crowded else "姓名相同，同在一个网格或小区，电话或住址对不上",
                        0.55,
                    )


def _on_duty(clusters: Clusters) -> Asked:
    """A name on a roll, and the one volunteer of that name, where others bear it too or the teams differ."""
    for several in clusters.by_name().values():
        forms = {root: {clusters.mentions[number].form for number in clusters.of(root)} for root in several}
        volunteers = [root for root in several if "volunteers" in forms[root]]
        if len(volunteers) == 1:
            rolls = [root for root in several if forms[root] == {"duty"} and _is_bare(clusters, root)]
            yield from (
                (root, volunteers[0], "执勤表上只有姓名，志愿者里有一位同名的，还不能确定就是他", 0.6) for root in rolls
            )


def _is_bare(clusters: Clusters, root: int) -> bool:
    return all(is_bare(clusters.mentions[number]) for number in clusters.of(root))


def _may_be(clusters: Clusters, one: int, other: int) -> bool:
    if not clusters.fits(one, other) or (clusters.valid_id[one] and clusters.valid_id[other]):
        return False
    first, second = (_scopes(clusters, root) for root in (one, other))
    return bool(first["grid"] & second["grid"]) or (
        not (first["grid"] and second["grid"]) and bool(first["compound"] & second["compound"])
    )


def _scopes(clusters: Clusters, root: int) -> Mapping[str, set[str]]:
    members = [clusters.mentions[number] for number in clusters.of(root) if clusters.mentions[number].form != LIST_FORM]
    return {
        "grid": {one.grid for one in members if one.grid},
        "compound": {one.place.compound for one in members if one.place.compound and one.form != "duty"},
    }


def state_of(clusters: Clusters, question: Question) -> str:
    """A short sum of what is known of both; new evidence changes it, and an unsure pair is asked again."""
    known = sorted(
        "|".join((mention.key, mention.full_id, *mention.full_phones, *(mention.full_place or ())))
        for root in (question.one, question.other)
        for mention in {clusters.mentions[number] for number in clusters.of(root)}
    )
    return hashlib.sha256("\n".join(dict.fromkeys(known)).encode()).hexdigest()[:4]
