"""Which documents are issued today, and under which numbers."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from fournets.catalogue.documents import BY_KIND, DOCUMENTS, PERIOD, DocumentKind, number, series_of
from fournets.catalogue.settings import Settings
from fournets.model import Finding, Linked, Paper, Results
from fournets.reconciling.case_numbers import followed
from fournets.reconciling.paper_items import ItemSource, rows
from fournets.reconciling.paper_subjects import Topic, Topics, is_signed
from fournets.values.addresses import walking_key

ABOUT = {"姓名": "name", "身份证号": "id_number", "来源地": "from_place", "住址": "address"}
"""Items that are facts about a person, and the facts' names."""


class Issued(NamedTuple):
    """The new documents in the order of their numbers, and what is to be said about those held back."""

    papers: list[Paper]
    findings: list[Finding]


def issue(results: Results, issued: Sequence[Paper], settings: Settings, day: date) -> Issued:
    """The documents that the day calls for and that are not there yet.

    What has its paper already gets another only when something on it changed that matters: a new number, the next
    version, naming the one it replaces. Numbers run on within kind and year, in walking order, without gaps. Where two
    persons became one, what either's paper says about him still holds.
    """
    issued = followed(issued, results.linked.known_as, results.case_of)
    topics = Topics(results, ItemSource(results, settings, day), settings.local_plate_prefix)
    said = Said(results.linked)
    records = _records(results.linked)
    batch = 1 + max((paper.batch for paper in issued if paper.issued_day == day), default=0)
    new: list[Paper] = []
    held: dict[tuple[str, str], _Held] = {}
    waiting: list[Finding] = []
    for document in DOCUMENTS:
        office = _Office(document, [*issued, *new], settings, day, batch, said.still_holds)
        for topic in sorted(topics.of(document), key=_walking_order):
            missing = [item for item in document.needs if not topic.items.get(item)]
            if is_signed(document, topic.case) and (missing or not office.is_outdated(topic)):
                continue
            if missing:
                held.setdefault((document.subject, topic.key), _Held(topic, [], [])).add(document, missing)
            elif paper := office.paper(topic):
                new.append(paper)
        waiting.extend(office.waiting)
    lacking = [lack.finding(records.get(lack.topic.person_id, {})) for lack in held.values()]
    return Issued(new, [*lacking, *waiting])


def newest(papers: Iterable[Paper], kind: str) -> dict[str, Paper]:
    """What a paper is about (`Topic.key`) → its current paper of a kind."""
    return {key: several[-1] for key, several in standing(papers, kind).items()}


def standing(papers: Iterable[Paper], kind: str) -> dict[str, list[Paper]]:
    """What papers are about → those of a kind that none replaced, newest last: several where two cases became one."""
    own = [paper for paper in papers if paper.kind == kind]
    replaced = {paper.replaces for paper in own}
    found: dict[str, list[Paper]] = {}
    for paper in sorted(own, key=lambda paper: (paper.issued_day, paper.version, paper.sequence)):
        if paper.number not in replaced:
            found.setdefault(_key(paper), []).append(paper)
    return found


def _key(paper: Paper) -> str:
    subject = BY_KIND[paper.kind].subject if paper.kind in BY_KIND else "case"
    return {"case": paper.case_id, "person": paper.person_id}.get(subject, paper.name)


class _Office:
    """Gives out the numbers of one kind."""

    def __init__(
        self,
        document: DocumentKind,
        issued: Sequence[Paper],
        settings: Settings,
        day: date,
        batch: int,
        still_holds: Callable[[DocumentKind, Paper, Topic], bool],
    ) -> None:
        self._document, self._settings, self._day, self._batch = document, settings, day, batch
        self._still_holds = still_holds
        self._standing = standing(issued, document.kind)
        same_year = [
            paper.sequence
            for paper in issued
            if series_of(paper.kind) == document.series and paper.issued_day.year == day.year
        ]
        self._last = max(same_year, default=0)
        self._left = self._most(issued)
        self._waiting = 0

    def _most(self, issued: Sequence[Paper]) -> int | None:
        """How many more may be issued today; None: any number."""
        if self._document.kind != "pass":
            return None
        today = sum(paper.kind == self._document.kind and paper.issued_day == self._day for paper in issued)
        return max(0, self._settings.printing.passes_a_day - today)

    @property
    def waiting(self) -> list[Finding]:
        """What is to be said about those that did not get their paper today because there are too many."""
        most = self._settings.printing.passes_a_day
        if not (self._waiting and most):
            return []
        return [Finding("passes_waiting", form="passes", params={"count": str(self._waiting), "most": str(most)})]

    def is_outdated(self, topic: Topic) -> bool:
        """Whether we issued a paper about this, and none that stands says the period that is due now."""
        there = self._standing.get(topic.key, [])
        said = [[one.fields.get(item, "") for item in PERIOD] for one in there]
        return bool(there) and [topic.items.get(item, "") for item in PERIOD] not in said

    def paper(self, topic: Topic) -> Paper | None:
        """The paper about this, or nothing if the one there is still says the truth."""
        document, there = self._document, self._standing.get(topic.key, [])
        fingerprint = _fingerprint(document, topic.items)
        if any(one.fingerprint == fingerprint or self._still_holds(document, one, topic) for one in there):
            return None
        if self._left == 0:
            self._waiting += 1
            return None
        self._left = None if self._left is None else self._left - 1
        before = there[-1] if there else None
        self._last += 1
        name = number(document, self._day.year, self._last, self._settings)
        replaces = before.number if before else ""
        return Paper(
            number=name,
            kind=document.kind,
            sequence=self._last,
            person_id=topic.person_id,
            case_id=topic.case.get("case_id", ""),
            grid=topic.grid,
            name=topic.name,
            address=topic.address,
            fields={**topic.items, "编号": name, "替代": replaces, "更正": _corrected(document, before, topic.items)},
            fingerprint=fingerprint,
            issued_day=self._day,
            batch=self._batch,
            version=before.version + 1 if before else 1,
            replaces=replaces,
        )


def _corrected(document: DocumentKind, before: Paper | None, items: Mapping[str, str]) -> str:
    """What a paper says otherwise than the one that it replaces, by the items' names."""
    if before is None or document.subject != "case":
        return ""
    return "、".join(item for item in document.matters if before.fields.get(item, "") != items.get(item, ""))


def _fingerprint(document: DocumentKind, items: Mapping[str, str]) -> str:
    told = "\x1f".join(f"{item}={items.get(item, '')}" for item in document.matters)
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


class Said:
    """What the records say of those who were taken for two persons before."""

    def __init__(self, linked: Linked) -> None:
        """Only persons with several identifiers are looked at."""
        self._facts: dict[str, dict[str, set[str]]] = {person: {} for person in linked.known_as}
        if linked.known_as:
            returned = linked.records["returnees"]
            columns = [linked.facts[name].tolist() for name in ("person_id", "field", "value")]
            told = list(zip(*columns, strict=True))
            told += [(row["person_id"], "from_place", row["from_place"]) for row in rows(returned)]
            for person, name, value in told:
                if person in self._facts:
                    self._facts[person].setdefault(name, set()).add(value)

    def still_holds(self, document: DocumentKind, paper: Paper, topic: Topic) -> bool:
        """Whether the paper of a person known twice says the case's days, and of him nothing that no record says."""
        facts = self._facts.get(topic.person_id)
        if facts is None or document.subject != "case":
            return False
        same = all(
            paper.fields.get(item, "") == topic.items.get(item, "") for item in document.matters if item not in ABOUT
        )
        told = [(ABOUT[item], paper.fields.get(item, "")) for item in document.matters if item in ABOUT]
        return same and all(not value or value in facts.get(name, ()) for name, value in told)


def _walking_order(topic: Topic) -> tuple[object, ...]:
    return (grid_order(topic.grid), walking_key(topic.address), topic.name, topic.key)


def grid_order(grid: str) -> tuple[int, int, str]:
    """Grids by number, named ones after them, the unknown one last."""
    leading = re.match(r"\d+", grid)
    if leading:
        return (0, int(leading.group()), grid)
    return (1 if grid else 2, 0, grid)


class _Held(NamedTuple):
    """What could not be issued about one thing, and for want of what."""

    topic: Topic
    titles: list[str]
    missing: list[str]

    def add(self, document: DocumentKind, missing: Iterable[str]) -> None:
        self.titles.append(document.title)
        self.missing.extend(item for item in missing if item not in self.missing)

    def finding(self, record: Mapping[str, str]) -> Finding:
        """It stands at the record that the case came from."""
        topic = self.topic
        words = {"name": topic.name or "有一人", "paper": "、".join(self.titles), "missing": "、".join(self.missing)}
        return Finding(
            "paper_held",
            form=record.get("form", ""),
            file=record.get("file", ""),
            sheet=record.get("sheet", ""),
            row=int(record.get("row", 0)),
            grid=topic.grid,
            person_id=topic.person_id,
            params=words,
        )


def _records(linked: Linked) -> dict[str, dict[str, str]]:
    """Person → a record that makes a case of them: of the returnees' register before the quarantine ledger."""
    links = linked.links
    by_form = [rows(links[links["form"] == form]) for form in ("quarantine", "returnees")]
    return {row["person_id"]: row for several in by_form for row in several}
