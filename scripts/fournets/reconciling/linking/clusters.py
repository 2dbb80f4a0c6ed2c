"""Mentions joined into persons, each join with its rule and reason; two ID numbers that cannot be one never meet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from itertools import combinations

from fournets.reconciling.linking.likeness import may_be_one_number, tells_apart
from fournets.reconciling.linking.mentions import Mention


class Rule(Enum):
    """Why a record belongs to a person: name in the data files, score from 0 to 1, the sentence that staff read."""

    NAME_ID = ("name_id", 1.0, "姓名相同，身份证号相同")
    NAME_PHONE = ("name_phone", 0.98, "姓名相同，电话相同")
    NAME_PLACE = ("name_place", 0.97, "姓名相同，住址相同")
    ID_TYPED = ("id_typed", 0.96, "姓名相同，身份证号只差一处笔误")
    SOUND_ID = ("sound_id", 0.95, "身份证号相同，姓名同音或形近")
    MASKED = ("masked", 0.94, "姓名相同，隐去部分号码后能对上的只有一人")
    NAME_PLATE = ("name_plate", 0.93, "姓名相同，车牌相同")
    SOUND_PHONE = ("sound_phone", 0.92, "电话相同，姓名同音或形近")
    SOUND_PLACE = ("sound_place", 0.9, "住址相同，姓名同音或形近")
    PART_PLACE = ("part_place", 0.9, "姓名相同，住址写出的部分相符，只有一人符合")
    CASE_IN_SCOPE = ("case_in_scope", 0.88, "只写了姓名，本范围内登记为返回或隔离的同名者只有一人")
    TEAM = ("team", 0.88, "只写了姓名，同一支部或小分队的同名者只有一人")
    IN_SCOPE = ("in_scope", 0.85, "只写了姓名，本范围内的同名者只有一人")
    PAPER = ("paper", 0.99, "文书编号与姓名相符")
    DECIDED = ("decided", 1.0, "人工核对认定为同一人")
    OWN_ID = ("own_id", 1.0, "凭本人身份证号，没有别的记录要合并")
    OWN_PHONE = ("own_phone", 0.98, "凭姓名和电话，没有别的记录要合并")
    OWN_PLACE = ("own_place", 0.97, "凭姓名和住址，没有别的记录要合并")
    NAME_ALONE = ("name_alone", 0.5, "只有姓名，无法与别的记录对上，单独作为一人")

    def __init__(self, code: str, score: float, evidence: str) -> None:
        """Spread the three parts."""
        self.code, self.score, self.evidence = code, score, evidence


@dataclass(frozen=True, slots=True)
class Conflict:
    """Name and telephone or flat are the same, but two ID numbers that cannot be one forbade the join."""

    rule: Rule
    one: int
    other: int


@dataclass(slots=True)
class Clusters:
    """Union-find over mentions.

    `shared` are ID numbers that clearly different names carry: they identify nobody. Two rows of the residents'
    register with different numbers stay two people all the same: `registered` holds the number written there.
    `partial` are a person's numbers with an error in them or with digits hidden: they say but who he is not. `sheets`
    are the tables in which a mention is listed, `keys` what was found for a person as he is.
    """

    mentions: list[Mention]
    shared: frozenset[str] = frozenset()
    sheets: Mapping[int, frozenset[int]] = field(default_factory=dict)
    parent: list[int] = field(init=False)
    valid_id: list[str] = field(init=False)
    registered: list[str] = field(init=False)
    partial: dict[int, frozenset[str]] = field(init=False)
    rule_of: list[Rule | None] = field(init=False)
    members: dict[int, list[int]] = field(init=False)
    conflicts: list[Conflict] = field(default_factory=list)
    keys: dict[int, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Everybody alone."""
        count = len(self.mentions)
        self.parent = list(range(count))
        self.valid_id = ["" if (number := one.valid_id) in self.shared else number for one in self.mentions]
        self.registered = [one.valid_id if one.form == "households" else "" for one in self.mentions]
        self.partial = {
            number: frozenset((one.id_number,))
            for number, one in enumerate(self.mentions)
            if one.id_number and not one.valid_id and tells_apart(one.id_number)
        }
        self.rule_of = [None] * count
        self.members = {}

    def root(self, mention: int) -> int:
        """The mention that stands for the person."""
        parent = self.parent
        while parent[mention] != mention:
            parent[mention] = mention = parent[parent[mention]]
        return mention

    def fits(self, one: int, other: int) -> bool:
        """Whether no ID number speaks against one person."""
        a, b = self.root(one), self.root(other)
        return self._agree(a, b) and (not self.partial or all(self._near(numbers) for numbers in ((a, b), (b, a))))

    def _agree(self, a: int, b: int) -> bool:
        return all(not of[a] or not of[b] or of[a] == of[b] for of in (self.valid_id, self.registered))

    def _allows(self, rule: Rule, one: int, other: int) -> bool:
        """Whether a rule may join the two: name and telephone outweigh a number that is not whole."""
        if rule is Rule.NAME_PHONE:
            return self._agree(self.root(one), self.root(other))
        return self.fits(one, other)

    def _near(self, roots: tuple[int, int]) -> bool:
        """Whether the first one's partial numbers may all be the second one's number."""
        written = self.partial.get(roots[0])
        if not written:
            return True
        number = self.number(roots[1])
        right = (number,) if number else self.partial.get(roots[1], ())
        return all(may_be_one_number(a, b) for a in written for b in right)

    def number(self, mention: int) -> str:
        """The ID number that keeps the person apart from others."""
        root = self.root(mention)
        return self.valid_id[root] or self.registered[root]

    def has_number(self, mention: int) -> bool:
        """Whether an ID number, be it in part, tells something about the person."""
        return bool(self.number(mention)) or self.root(mention) in self.partial

    def join(self, one: int, other: int, rule: Rule) -> bool:
        """Make two mentions one person, unless their ID numbers forbid it; the first one stays the root."""
        a, b = self.root(one), self.root(other)
        if a == b:
            return True
        if not self._allows(rule, a, b):
            if rule in (Rule.NAME_PHONE, Rule.NAME_PLACE):
                self.conflicts.append(Conflict(rule, one, other))
            return False
        self.parent[b] = a
        self.keys.pop(a, None)
        self.valid_id[a] = self.valid_id[a] or self.valid_id[b]
        self.registered[a] = self.registered[a] or self.registered[b]
        if b in self.partial:
            self.partial[a] = self.partial.get(a, frozenset()) | self.partial.pop(b)
        for mention in (one, other):
            if self.rule_of[mention] is None:
                self.rule_of[mention] = rule
        self.members.setdefault(a, [a]).extend(self.members.pop(b, [b]))
        return True

    def of(self, root: int) -> list[int]:
        """The mentions of one person."""
        return self.members.get(root, [root])

    def roots(self) -> list[int]:
        """Everybody, in the order of what was said of them."""
        return [number for number, parent in enumerate(self.parent) if number == parent]

    def by_name(self) -> dict[str, list[int]]:
        """Persons by every spelling of their names."""
        named: dict[str, dict[int, None]] = defaultdict(dict)
        for number, mention in enumerate(self.mentions):
            named[mention.key][self.root(number)] = None
        return {key: list(roots) for key, roots in named.items()}

    def join_group(self, group: Iterable[int], rule: Rule) -> None:
        """Join those who share a piece of evidence; who has no ID number joins nobody where two numbers compete."""
        numbers = sorted(group)
        carriers = [number for number in numbers if self.has_number(number)]
        roots = {self.root(number): number for number in carriers}
        if all(self._allows(rule, *pair) for pair in combinations(roots.values(), 2)):
            for number in numbers[1:]:
                self.join(numbers[0], number, rule)
            return
        firm = [number for number in carriers if self.number(number)] or carriers
        for number in firm[1:]:
            self.join(firm[0], number, rule)
        for number in (number for number in carriers if not self.number(number)):
            fitting = {self.root(other): other for other in firm if self.fits(other, number)}
            if len(fitting) == 1:
                self.join(next(iter(fitting.values())), number, rule)
