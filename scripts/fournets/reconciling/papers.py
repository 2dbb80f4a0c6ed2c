"""Which documents are issued today, and under which numbers."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from fournets.catalogue.documents import DOCUMENTS, DocumentKind, number
from fournets.catalogue.settings import Settings
from fournets.model import Finding, Linked, Paper, Results
from fournets.reconciling.paper_items import CaseFacts, ItemSource, rows
from fournets.values.addresses import walking_key


class Issued(NamedTuple):
    """The new documents in the order of their numbers, and what is to be said about those held back."""

    papers: list[Paper]
    findings: list[Finding]


def issue(results: Results, issued: Sequence[Paper], settings: Settings, day: date) -> Issued:
    """The documents that today's cases call for and do not have yet.

    A case that has the paper already gets another only when something on it changed that matters: a new number, the
    next version, naming the one it replaces. Numbers run on within kind and year, in walking order, without gaps.
    """
    source = ItemSource(results, settings, day)
    facts = [source.facts(case) for case in rows(results.cases)]
    facts.sort(key=_walking_order)
    records = _records(results.linked)
    batch = 1 + max((paper.batch for paper in issued if paper.issued_day == day), default=0)
    new: list[Paper] = []
    findings: list[Finding] = []
    for document in DOCUMENTS:
        office = _Office(document, issued, settings, day, batch)
        for case in facts:
            if not _called_for(document, case.case):
                continue
            missing = [item for item in document.needs if not case.items.get(item)]
            if missing:
                findings.append(_held(document, case, missing, records.get(case.case["person_id"], {})))
            elif paper := office.paper(case):
                new.append(paper)
    return Issued(new, findings)


def newest(papers: Iterable[Paper], kind: str) -> dict[str, Paper]:
    """Case → its current paper of a kind."""
    found: dict[str, Paper] = {}
    for paper in papers:
        if paper.kind == kind and (paper.case_id not in found or found[paper.case_id].version < paper.version):
            found[paper.case_id] = paper
    return found


class _Office:
    """Gives out the numbers of one kind."""

    def __init__(
        self, document: DocumentKind, issued: Sequence[Paper], settings: Settings, day: date, batch: int
    ) -> None:
        self._document, self._settings, self._day, self._batch = document, settings, day, batch
        self._newest = newest(issued, document.kind)
        same_year = [
            paper.sequence for paper in issued if paper.kind == document.kind and paper.issued_day.year == day.year
        ]
        self._last = max(same_year, default=0)

    def paper(self, case: CaseFacts) -> Paper | None:
        """The paper for a case, or nothing if the one it has still says the truth."""
        document, before = self._document, self._newest.get(case.case["case_id"])
        fingerprint = _fingerprint(document, case.items)
        if before is not None and before.fingerprint == fingerprint:
            return None
        self._last += 1
        name = number(document.kind, self._day.year, self._last, self._settings)
        replaces = before.number if before else ""
        return Paper(
            number=name,
            kind=document.kind,
            sequence=self._last,
            person_id=case.case["person_id"],
            case_id=case.case["case_id"],
            grid=case.case["grid"],
            name=case.items["姓名"],
            address=case.address,
            fields=case.items | {"编号": name, "替代": replaces},
            fingerprint=fingerprint,
            issued_day=self._day,
            batch=self._batch,
            version=before.version + 1 if before else 1,
            replaces=replaces,
        )


def _called_for(document: DocumentKind, case: Mapping[str, str]) -> bool:
    return case["status"] in document.statuses and (not document.signed or case[document.signed] != "yes")


def _fingerprint(document: DocumentKind, items: Mapping[str, str]) -> str:
    told = "\x1f".join(f"{item}={items.get(item, '')}" for item in document.matters)
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def _walking_order(facts: CaseFacts) -> tuple[object, ...]:
    return (grid_order(facts.case["grid"]), walking_key(facts.address), facts.items["姓名"], facts.case["case_id"])


def grid_order(grid: str) -> tuple[int, int, str]:
    """Grids by number, named ones after them, the unknown one last."""
    leading = re.match(r"\d+", grid)
    if leading:
        return (0, int(leading.group()), grid)
    return (1 if grid else 2, 0, grid)


def _held(document: DocumentKind, facts: CaseFacts, missing: Sequence[str], record: Mapping[str, str]) -> Finding:
    """The document is not issued; the finding stands at the record that the case came from."""
    return Finding(
        "paper_held",
        form=record.get("form", ""),
        file=record.get("file", ""),
        sheet=record.get("sheet", ""),
        row=int(record.get("row", 0)),
        grid=facts.case["grid"],
        person_id=facts.case["person_id"],
        params={"name": facts.items["姓名"] or "有一人", "paper": document.title, "missing": "、".join(missing)},
    )


def _records(linked: Linked) -> dict[str, dict[str, str]]:
    """Person → a record that makes a case of them: of the returnees' register before the quarantine ledger."""
    links = linked.links
    by_form = [rows(links[links["form"] == form]) for form in ("quarantine", "returnees")]
    return {row["person_id"]: row for several in by_form for row in several}
