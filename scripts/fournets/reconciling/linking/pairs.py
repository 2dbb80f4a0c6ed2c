"""The frame of doubtful pairs, as the review sheet shows it: both persons side by side, and what was answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd

from fournets.reconciling.facts import PEOPLE, Profile, person
from fournets.reconciling.linking.persons import Decision, pair_id
from fournets.reconciling.linking.questions import Question, questions, state_of
from fournets.reconciling.linking.who import Who
from fournets.reconciling.places import GridRegister
from fournets.reconciling.records import text_frame

SHOWN = PEOPLE[1:]
HEAD = ("pair_id", "person_a", "person_b", "reason", "consequence", "decision", "decided_by", "decided_day")
COLUMNS = (*HEAD, *(f"{name}_a" for name in SHOWN), *(f"{name}_b" for name in SHOWN))
UNASKED = Question(-1, -1, "以前已人工核对过", 0.5, False)


def pairs_frame(
    who: Who,
    given: Mapping[int, str],
    found: Mapping[str, Profile],
    answers: Sequence[Decision],
    grids: GridRegister,
    day: date,
) -> pd.DataFrame:
    """Pairs to ask about (`decision` empty), kept open (`unsure`) or decided (`yes`, `no`: may still be changed).

    `given` are the identifiers before answers merged anybody, `found` what is known of each.
    """
    person_of = {root: person for person, root in who.root_of.items() if len(who.keys[person])}
    decided = _by_pair(who, given, answers)
    lines: dict[tuple[str, str], tuple[Question, str, Decision | None]] = {}
    for question in questions(who.clusters, who.doubtful):
        one, other = sorted((given[person_of[question.one]], given[person_of[question.other]]))
        state = state_of(who.clusters, question)
        answer = decided.get((one, other))
        unchanged = answer is not None and (answer.answer != "unsure" or answer.state in ("", state))
        lines[one, other] = (question, pair_id(one, other, state), answer if unchanged else None)
    for pair, answer in decided.items():
        if answer.answer != "unsure":
            lines.setdefault(pair, (UNASKED, answer.pair_id, answer))
    ordered = sorted(lines.items(), key=lambda line: line[1][2] is not None)
    return _frame(
        [(one, other, *line) for (one, other), line in ordered if {one, other} <= found.keys()], found, grids, day
    )


def _by_pair(who: Who, given: Mapping[int, str], answers: Sequence[Decision]) -> dict[tuple[str, str], Decision]:
    """The last answer about each pair, by the identifiers that the two bear now."""
    bearer = {identifier: given[person] for person, several in who.held.items() for identifier in several}
    decided: dict[tuple[str, str], Decision] = {}
    for answer in answers:
        pair = sorted((bearer.get(answer.one, answer.one), bearer.get(answer.other, answer.other)))
        if pair[0] != pair[1]:
            decided[pair[0], pair[1]] = answer
    return decided


def _frame(
    lines: Sequence[tuple[str, str, Question, str, Decision | None]],
    found: Mapping[str, Profile],
    grids: GridRegister,
    day: date,
) -> pd.DataFrame:
    columns: dict[str, list[str]] = {name: [] for name in COLUMNS}
    for one, other, question, number, answer in lines:
        said = (answer.answer, answer.decided_by, answer.day) if answer else ("", "", "")
        cells = dict(zip(HEAD, (number, one, other, question.reason, question.consequence, *said), strict=True))
        for side, identifier in (("a", one), ("b", other)):
            known = person(found[identifier], grids, day)
            cells |= {f"{name}_{side}": known[name] for name in SHOWN}
        for name, value in cells.items():
            columns[name].append(value)
    frame = text_frame(columns)
    frame.insert(5, "score", pd.Series([question.score for _, _, question, _, _ in lines], dtype="float64"))
    return frame
