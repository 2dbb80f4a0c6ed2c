"""Names with no number and no whole address: they belong to the one person of that name in their scope."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from fournets.model import Address
from fournets.reconciling.linking.clusters import Clusters, Rule
from fournets.reconciling.linking.mentions import CASE_FORMS, LIST_FORM, TEAM_FORMS, Mention


def is_bare(mention: Mention) -> bool:
    """Whether the mention has nothing that identifies anybody. A damaged ID number only speaks against somebody."""
    masked = mention.is_masked and not mention.said.seen
    return not (mention.full_id or mention.full_phones or mention.full_place or masked or mention.said.plate)


def join_bare(clusters: Clusters, same: Mapping[int, int]) -> frozenset[int]:
    """Join bare names; returns those that several persons of their scope may be.

    `same` says which persons are one by answers given by hand.
    """
    bare = [number for number, one in enumerate(clusters.mentions) if is_bare(one)]
    loose = {number for number in bare if len(clusters.of(clusters.root(number))) == 1}
    named = {key: [root for root in roots if root not in loose] for key, roots in clusters.by_name().items()}
    own: dict[tuple[str, ...], int] = {}
    doubtful: set[int] = set()
    for number in sorted(bare, key=lambda number: (*_precedence(clusters.mentions[number]), number)):
        mention = clusters.mentions[number]
        scope = _scope(mention)
        if scope in own:
            clusters.join(own[scope], number, Rule.IN_SCOPE)
            continue
        fitting, rule = _fitting(clusters, mention, sorted({clusters.root(root) for root in named[mention.key]}))
        if len({same.get(root, root) for root in fitting}) == 1:
            clusters.join(fitting[0], number, rule)
        elif fitting:
            doubtful.add(number)
        else:
            own[scope] = number
            named[mention.key].append(number)
    return frozenset(doubtful)


def _precedence(mention: Mention) -> tuple[bool, int]:
    """Registers and cases before those that only refer to them, the more exactly placed before the vaguer."""
    parts = sum(bool(part) for part in (*mention.place, mention.grid, mention.said.team))
    return mention.form not in ("households", "volunteers", *CASE_FORMS), -parts


def _scope(mention: Mention) -> tuple[str, ...]:
    """Within which the same bare name is taken for one person."""
    team = mention.said.team if mention.form in TEAM_FORMS else ""
    return (mention.key, team, *mention.place, mention.grid, mention.said.alone, mention.said.paper)


def scope_text(mention: Mention) -> str:
    """What tells a name alone from the same name elsewhere; the same in every version of a sheet."""
    said = mention.said
    return "|".join((mention.key, said.id_number, said.phones, said.team, *said.place, said.grid))


def _fitting(clusters: Clusters, mention: Mention, namesakes: list[int]) -> tuple[list[int], Rule]:
    """The namesakes in the narrowest scope that has any, and the rule that names it."""
    for rule, test in _tests(mention):
        fitting = [root for root in namesakes if _any(clusters, root, test)]
        if rule is Rule.CASE_IN_SCOPE:
            fitting = [root for root in fitting if _any(clusters, root, lambda one: one.form in CASE_FORMS)]
        if fitting:
            return fitting, rule
    return _on_duty(clusters, mention, namesakes) if mention.form == "duty" else [], Rule.TEAM


def _on_duty(clusters: Clusters, mention: Mention, namesakes: list[int]) -> list[int]:
    """Whom a roll may mean that says no team which the roster knows: the volunteer, if nobody else bears his name.

    Where others do, the volunteer is meant on a post of his own compound, unless a namesake lives there too.
    """
    here = [root for root in namesakes if _any(clusters, root, lambda one: one.form not in ("duty", LIST_FORM))]
    volunteers = [
        root
        for root in here
        if _any(clusters, root, lambda one: one.form == "volunteers" and _may_be_team(one, mention))
    ]
    if not volunteers or len(here) == 1:
        return volunteers
    post = mention.place.compound
    local = [root for root in here if _any(clusters, root, lambda one: one.place.compound == post)] if post else []
    return sorted({*volunteers, *local}) if local or len(volunteers) > 1 else []


def _may_be_team(one: Mention, other: Mention) -> bool:
    """Whether branch and squad agree where both say them."""
    parts = zip(one.said.team.split("|"), other.said.team.split("|"), strict=False)
    return all(not a or not b or a == b for a, b in parts)


Test = Callable[[Mention], bool]


def _any(clusters: Clusters, root: int, test: Test) -> bool:
    return any(test(clusters.mentions[number]) for number in clusters.of(root))


def _tests(mention: Mention) -> list[tuple[Rule, Test]]:
    """The scopes to look in, narrowest first."""
    tests: list[tuple[Rule, Test]] = []
    place, grid = mention.place, mention.grid
    if mention.form in TEAM_FORMS:
        branch, _, squad = mention.said.team.partition("|")
        if branch:
            tests.append((Rule.TEAM, lambda one: one.said.team.partition("|")[0] == branch))
        if squad:
            tests.append((Rule.TEAM, lambda one: one.said.team.partition("|")[2] == squad))
        return tests
    if mention.said.visits.flat:
        tests.append((Rule.PART_PLACE, lambda one: _compatible(one.place, mention.said.visits)))
    if place.building or place.flat:
        tests.append((Rule.PART_PLACE, lambda one: _compatible(one.place, place) and _same_grid(one, grid)))
    if not (place.building or place.flat) and (place.compound or grid):
        in_scope: Test = lambda one: _in_scope(one, place.compound, grid)  # noqa: E731
        if mention.form == "temperatures":
            tests.append((Rule.CASE_IN_SCOPE, in_scope))
        tests.append((Rule.IN_SCOPE, in_scope))
    return tests


def _compatible(known: Address, written: Address) -> bool:
    """Whether the parts that both say agree, and something that tells flats apart is among them."""
    agree = all(not a or not b or a == b for a, b in zip(known, written, strict=True))
    return agree and bool(known.flat or known.building) and (known.flat == written.flat or not written.flat)


def _same_grid(one: Mention, grid: str) -> bool:
    return not grid or not one.grid or one.grid == grid


def _in_scope(one: Mention, compound: str, grid: str) -> bool:
    """Whether a record of the person lies in the compound, and in the grid where both are known."""
    if grid and one.grid:
        return one.grid == grid and (not compound or not one.place.compound or one.place.compound == compound)
    return bool(compound) and one.place.compound == compound
