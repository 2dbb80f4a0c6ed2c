"""The superior's list against our own sheets: every row ends in exactly one bucket, with a sentence that says why."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from fournets.catalogue.local_words import as_at_home
from fournets.reconciling.cases import Case, Cases
from fournets.reconciling.coverage import Register
from fournets.reconciling.dispatch_matching import Asked, Directory, Meeting, address_of, shown, without_office
from fournets.reconciling.records import text_frame
from fournets.reconciling.view import View
from fournets.reconciling.wording import (
    is_elsewhere,
    is_unknown_here,
    lives_at,
    now_at,
    of_the_person,
    outcome_in_extra,
)
from fournets.values.identity import seen_of_last_digits
from fournets.values.names import name_key
from fournets.values.places import category_of
from fournets.values.text import clean

BUCKETS = ("not_here", "registered_mismatch", "period_over", "already_managed", "missed", "to_verify")
COLUMNS = ("file", "sheet", "row", "name", "bucket", "person_id", "evidence")
ASKED = ("name", "id_number", "id_seen", "phone", "address")
FAR = ("wuhan", "hubei", "key_area", "other_province")
OVER = ("to_release", "released")
STATUS_WORDS = {
    "not_required": "不要求隔离",
    "transferred": "已转送医院或集中隔离点",
    "released": "已解除隔离",
    "to_release": "隔离期已满",
    "in_quarantine": "正在居家隔离",
    "to_notify": "已登记，待送告知书",
}
_VAGUE = re.compile(r"本市|本地|省内|市内|本省|本区|开发区|未外出")
"""Words for a place that may as well be ours."""
_SPECIFIC = re.compile(r"\d|[路街巷村院]|小区|花园|家园|公寓|楼|号")


@dataclass(frozen=True, slots=True)
class Verdict:
    """A bucket and the Chinese sentence that says what decided."""

    bucket: str
    evidence: str
    person_id: str = ""


@dataclass
class Sorting:
    """Decides row by row, in the contract's order."""

    view: View
    register: Register
    directory: Directory
    cases: Mapping[str, list[Case]]

    def decide(self, asked: Asked, outcome: str, linked: str) -> Verdict:
        """The bucket of one row. `linked` is the person whom linking gave the row."""
        meeting = self.directory.meet(asked, linked)
        away = self._away(asked, outcome, meeting)
        if away:
            return Verdict("not_here", away, meeting.person_id if meeting else linked)
        if meeting and meeting.person_id in self.cases:
            return self._managed(meeting, self.cases[meeting.person_id][-1])
        if meeting:
            return Verdict("missed", f"{meeting.reason}，是本社区居民，但没有返回登记和隔离记录", meeting.person_id)
        if self._is_ours(asked):
            return Verdict("missed", f"住址{shown(asked.address)}在本社区，但没有此人的登记", linked)
        return Verdict("to_verify", "身份证号、电话、住址都对不上本社区的人，也没有可靠的去向，请核实", linked)

    def _away(self, asked: Asked, outcome: str, meeting: Meeting | None) -> str:
        if self._says_away(outcome):
            return f"核查情况写明“{outcome}”"
        if meeting and (told := self._screened_away(meeting.person_id)):
            return told
        if meeting is None and is_unknown_here(outcome):
            return f"核查情况写明“{outcome}”，本社区各表中也没有此人"
        if meeting is None and self._lies_elsewhere(asked):
            return f"住址“{asked.written}”不在本社区各小区，各表中也没有此人"
        return ""

    def _says_away(self, words: str) -> bool:
        if not words:
            return False
        office = self.view.settings.office
        place = _VAGUE.sub("", now_at(words))
        named = category_of(place, self.view.settings.key_areas, office.province) if place else ""
        is_far = bool(named) and not any(own in place for own in self._own_names)
        at_home = as_at_home(words, office.city, self.view.settings.plate_province)
        return is_far or is_elsewhere(at_home) or self._is_anothers(lives_at(words))

    def _is_anothers(self, place: str) -> bool:
        """Whether a compound or community that is named is none of ours, nor in our own streets."""
        compounds, office = self.view.compounds, self.view.settings.office
        near = (office.community, office.subdistrict)
        return bool(place and compounds.known) and not (compounds.find(place) or any(own in place for own in near))

    @cached_property
    def _own_names(self) -> tuple[str, ...]:
        office = self.view.settings.office
        names = (office.city.removesuffix("市"), office.district, office.subdistrict, office.community)
        return tuple(name for name in names if name)

    def _screened_away(self, person: str) -> str:
        """The newest visit's words that the person is elsewhere, unless he arrived after it."""
        day, words, place = self._screened.get(person, ("", "", ""))
        case = self.cases.get(person, [None])[-1]
        if words and not (case and case.values["arrive_date"] >= day):
            return f"入户摸排（{place}）记着“{words}”"
        return ""

    @cached_property
    def _screened(self) -> Mapping[str, tuple[str, str, str]]:
        """Person → day and words of the newest visit, where these say that he is elsewhere; and where they stand."""
        frame = self.view.records("screening")
        newest: dict[str, tuple[str, int, str, str]] = {}
        columns = (frame[name] for name in ("person_id", "when", "travel", "note", "extra", "file", "row"))
        for person, day, travel, note, extra, file, row in zip(*columns, strict=True):
            words = (note, travel, outcome_in_extra(extra))
            said = next((text for text in words if self._says_away(of_the_person(text))), "")
            line = (day, self.view.rank.get(file, 0), said, f"{file} 第{row}行")
            if person and line > newest.get(person, ("", -1, "", "")):
                newest[person] = line
        return {person: (day, said, place) for person, (day, _, said, place) in newest.items() if said}

    def _managed(self, meeting: Meeting, case: Case) -> Verdict:
        status = case.values["status"]
        about = f"{meeting.reason}，个案{case.values['case_id']}{STATUS_WORDS[status]}"
        if meeting.contradictions:
            return Verdict("registered_mismatch", f"{about}，但{'、'.join(meeting.contradictions)}", meeting.person_id)
        bucket = "period_over" if status in OVER or case.released else "already_managed"
        due = case.values["due_date"]
        return Verdict(bucket, f"{about}，期满日{due}" if due else about, meeting.person_id)

    def _is_ours(self, asked: Asked) -> bool:
        """Whether the address lies in one of our compounds; one of that name in another province is none."""
        address, settings = asked.address, self.view.settings
        if address.compound and address.compound in asked.written:
            before = asked.written.split(address.compound)[0]
            if category_of(before, settings.key_areas, settings.office.province) in FAR:
                return False
        return address in self.register or self.view.compounds.knows(address.compound)

    def _lies_elsewhere(self, asked: Asked) -> bool:
        """Whether the address names a place outside; one that is too vague, or in our own streets, decides nothing."""
        if not asked.written or self._is_ours(asked):
            return False
        settings = self.view.settings
        rest = without_office(asked.written, self.view)
        if category_of(rest, settings.key_areas, settings.office.province):
            return True
        if asked.address.building:
            return bool(asked.address.compound)
        office = settings.office
        is_near = any(own and own in asked.written for own in (office.district, office.subdistrict, office.community))
        return not is_near and bool(_SPECIFIC.search(rest))


def sort_dispatch(view: View, register: Register, cases: Cases) -> pd.DataFrame:
    """The lines of `dispatch.csv`: every current record of the list in exactly one bucket."""
    frame = view.records("dispatch")
    rows = [_asked(view, register, *values) for values in zip(*(frame[name] for name in ASKED), strict=True)]
    directory = Directory(
        view,
        register,
        frozenset(name_key(row.name) for row in rows) - {""},
        frozenset(row.full_id for row in rows) - {""},
        frozenset(frame["person_id"]),
    )
    sorting = Sorting(view, register, directory, cases.of_person())
    verdicts = [
        sorting.decide(asked, outcome, linked)
        for asked, outcome, linked in zip(rows, frame["outcome"], frame["person_id"], strict=True)
    ]
    earlier = _verified(view, frame, verdicts)
    lines = text_frame(
        {
            **{column: list(frame[column]) for column in ("file", "sheet", "name")},
            "bucket": [verdict.bucket for verdict in verdicts],
            "person_id": [verdict.person_id for verdict in verdicts],
            "evidence": [verdict.evidence + told for verdict, told in zip(verdicts, earlier, strict=True)],
        }
    )
    lines.insert(2, "row", frame["row"].to_numpy())
    return lines


def _verified(view: View, frame: pd.DataFrame, verdicts: list[Verdict]) -> list[str]:
    """For each row the newest outcome that another row of the lists has for the same person; empty where none has.

    Who was asked once is not to be asked again: the row says what was found then, and where it stands.
    """
    answered: dict[str, list[tuple[str, int, int, str, str]]] = {}
    columns = [frame[name] for name in ("date", "file", "row", "outcome")]
    for place, (day, file, row, outcome) in enumerate(zip(*columns, strict=True)):
        if outcome and (person := verdicts[place].person_id):
            said = f"；此前已核查（{file} 第{row}行）：{outcome}"
            answered.setdefault(person, []).append((day, view.rank.get(file, 0), row, file, said))
    told = []
    for verdict, file, row in zip(verdicts, frame["file"], frame["row"], strict=True):
        others = [line for line in answered.get(verdict.person_id, ()) if (line[3], line[2]) != (file, row)]
        told.append(max(others)[-1] if others else "")
    return told


def _asked(view: View, register: Register, name: str, id_number: str, id_seen: str, phone: str, address: str) -> Asked:
    written = clean(address)
    phones = tuple(part for part in phone.split(";") if part)
    return Asked(
        name,
        seen_of_last_digits(id_number) or id_number or id_seen,
        phones,
        address_of(written, view, register),
        written,
    )
