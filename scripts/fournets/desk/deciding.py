"""Which of the four states each file has: accepted, duplicate, held or ignored."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from fournets.catalogue.findings import message
from fournets.desk.change import Decided
from fournets.desk.inbox import Arrival
from fournets.desk.naming import path_for
from fournets.model import FileRead, FileState, Finding, SourceFile

ANSWER_FORMS = {"review", "receipts"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A whole file before it is decided. `path` is what it is known by if it is accepted.

    `accepted_as` is the accepted file with the same bytes; `twin` the candidate of this run with the same bytes.
    """

    arrival: Arrival
    path: str
    accepted_as: str = ""
    twin: str = ""

    @property
    def to_read(self) -> bool:
        """Whether its state hangs on what is in it."""
        return not (self.accepted_as or self.twin or self.arrival.fault)


def is_answer_sheet(read: FileRead) -> bool:
    """Whether the file holds answers and nothing else: those are applied each time they arrive."""
    forms = {table.form for table in read.tables}
    return bool(forms) and forms <= ANSWER_FORMS


def candidates(
    arrivals: Iterable[Arrival], accepted: Iterable[SourceFile], answer_hashes: Iterable[str]
) -> list[Candidate]:
    """The files to decide on, in order; `answer_hashes` are the hashes of accepted answer sheets."""
    accepted = list(accepted)
    accepted_as = {source.sha256: source.path for source in accepted}
    for sha256 in answer_hashes:
        accepted_as.pop(sha256, None)
    used = {source.path for source in accepted}
    twins: dict[str, str] = {}
    found: list[Candidate] = []
    for arrival in arrivals:
        if arrival.ignored:
            continue
        path = path_for(arrival.name, arrival.sha256, used.__contains__)
        used.add(path)
        sha256 = arrival.sha256
        found.append(Candidate(arrival, path, accepted_as.get(sha256, ""), twins.get(sha256, "") if sha256 else ""))
        twins.setdefault(sha256, path)
    return found


def decide(
    found: Sequence[Candidate], reads: Mapping[str, FileRead], day: date, sequence: int
) -> list[tuple[Arrival, Decided]]:
    """The state of every candidate. `reads` holds what was read, by path; `sequence` is the next acceptance's."""
    decided: list[tuple[Arrival, Decided]] = []
    for candidate in found:
        item = _decided(candidate, reads, day, sequence)
        sequence += item.source.state is FileState.ACCEPTED
        decided.append((candidate.arrival, item))
    return decided


def ignored(arrivals: Iterable[Arrival], day: date) -> list[SourceFile]:
    """The files that are left in place, for the receipt."""
    return [
        SourceFile(arrival.title, "", arrival.modified_ns, day, FileState.IGNORED, arrival.ignored)
        for arrival in arrivals
        if arrival.ignored
    ]


def _decided(candidate: Candidate, reads: Mapping[str, FileRead], day: date, sequence: int) -> Decided:
    arrival = candidate.arrival
    read = reads.get(candidate.twin or candidate.path, FileRead(held=arrival.fault))
    if candidate.accepted_as:
        return Decided(_source(candidate, day, FileState.DUPLICATE, f"内容和收过的“{candidate.accepted_as}”一样"))
    if read.held:
        reason = message(Finding(read.held, params=read.held_params))
        return Decided(_source(candidate, day, FileState.HELD, reason), read)
    if candidate.twin and not is_answer_sheet(read):
        return Decided(_source(candidate, day, FileState.DUPLICATE, f"内容和同时收到的“{candidate.twin}”一样"))
    if candidate.twin:
        findings = [dataclasses.replace(finding, file=candidate.path) for finding in read.findings]
        read = dataclasses.replace(read, findings=findings)
    return Decided(dataclasses.replace(_source(candidate, day, FileState.ACCEPTED, ""), sequence=sequence), read)


def _source(candidate: Candidate, day: date, state: FileState, reason: str) -> SourceFile:
    arrival = candidate.arrival
    path = candidate.path if state is FileState.ACCEPTED else arrival.title
    return SourceFile(path, arrival.sha256, arrival.modified_ns, day, state, reason)
