"""One run, step by step: from what lies in the inbox to what lies on the desk."""

from __future__ import annotations

import functools
import gc
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from fournets.catalogue.settings import Settings
from fournets.desk import archive, outbox
from fournets.desk.change import Change, Standing
from fournets.desk.config import load
from fournets.desk.folders import CONFIGURATION, PROJECT, Folders
from fournets.desk.ledger import Ledger, copy_of
from fournets.desk.lock import hold
from fournets.desk.naming import written
from fournets.intake import LOOKS_APART_SECONDS, Intake, all_reads, reader_of, take_in
from fournets.model import FileAccount, FileRead, Identifiers, Receipt, Results, SourceFile
from fournets.outputs import RunFacts, every_output, template_faults, versions, with_marked_copy
from fournets.print_pdfs import with_pdfs
from fournets.reconciling.day import reconcile, with_papers
from fournets.reconciling.linking import link
from fournets.reconciling.papers import issue
from fournets.reconciling.tracing import records_behind
from fournets.standing import mark_of
from fournets.writing.data_files import RunRecord, own_record

Step = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Desk:
    """A desk that is open: its folders and its configuration."""

    root: Path
    folders: Folders
    settings: Settings


def open_desk(root: Path) -> Desk:
    """The desk at `root`, with what it lacks of configuration and templates from the project; raises `SetupFault`."""
    own, standard = root / CONFIGURATION, PROJECT / CONFIGURATION
    settings = load(own, standard) if own.exists() else load(standard)
    return Desk(root, Folders(root, settings.paths, PROJECT), settings)


def run_day(desk: Desk, day: date, now: datetime, *, dry_run: bool = False, step: Step) -> Receipt:
    """The main job for one reporting day; raises `SetupFault`, `TemplateFault`, `DeskBusy`.

    With `dry_run` everything is read and worked out, and nothing is written. Where nothing has changed since the last
    run, only the run's own record is written.
    """
    with _at_work(desk, day, now, step, dry_run=dry_run) as run:
        run.finish_interrupted()
        run.take_in()
        if not run.stands():
            run.work_out()
        run.commit()
        run.publish()
        return run.receipt


def rebuild(desk: Desk, now: datetime, *, step: Step) -> Receipt:
    """Forget all that can be derived, read the originals again, and bring the latest day's folder up to date."""
    with _at_work(desk, now.date(), now, step) as run:
        run.day = run.receipt.day = run.ledger.last_day() or run.day
        run.finish_interrupted()
        run.ledger.forget_reads()
        run.work_out()
        run.commit()
        run.publish()
        return run.receipt


@dataclass(slots=True)
class Run:
    """One run under way; its steps are called in order by `run_day`."""

    desk: Desk
    ledger: Ledger
    day: date
    now: datetime
    step: Step
    dry_run: bool
    receipt: Receipt
    intake: Intake = field(default_factory=Intake)
    results: Results | None = None
    reads: list[tuple[SourceFile, FileRead]] = field(default_factory=list)
    identifiers: Identifiers = field(default_factory=Identifiers)
    told: list[str] = field(default_factory=list)
    standing: Standing | None = None

    @contextmanager
    def timed(self, name: str) -> Iterator[None]:
        """Say which step begins, and how long it took."""
        self.step(name)
        started = time.perf_counter()
        yield
        self.receipt.seconds[name] = self.receipt.seconds.get(name, 0.0) + time.perf_counter() - started

    def finish_interrupted(self) -> None:
        """What an earlier run decided but could not finish; templates are tried before anything happens."""
        for fault in template_faults(self.desk.folders, self.desk.settings):
            raise fault if self.dry_run else with_marked_copy(self.desk.folders, fault)
        if not self.dry_run:
            self.receipt.messages += outbox.finish(self.desk.folders, self.ledger)
            self._clear_inbox()

    def take_in(self) -> None:
        """Everything in the inbox gets its state."""
        with self.timed("收表"):
            pause = functools.partial(time.sleep, LOOKS_APART_SECONDS)
            folders, settings = self.desk.folders, self.desk.settings
            self.intake = take_in(folders, self.ledger, settings, self.day, pause, self.step)
            if not self.dry_run:
                self.intake.store(folders, self.day)
            self.receipt.defects = self.intake.defects

    def stands(self) -> bool:
        """Whether everything is as the last run left it, so that there is nothing to work out."""
        standing = self.ledger.standing()
        if standing is None or self.intake.decided or standing.mark != self._mark():
            return False
        self.standing = standing
        return True

    def work_out(self) -> None:
        """Who is who, what is the case, what has to be put on paper."""
        settings = self.desk.settings
        with self.timed("读存档"):
            kept = all_reads(self.desk.folders, self.ledger, settings, self.step)
            self.reads = [*kept, *self.intake.reads]
        self.identifiers = self.ledger.identifiers()
        with self.timed("认人"):
            linked = link(self.reads, self.identifiers, settings, self.day)
        with self.timed("核对"):
            results = reconcile(linked, self.reads, self.identifiers, settings, self.day)
        with self.timed("编号"):
            issued = issue(results, self.identifiers.papers, settings, self.day)
            results.findings += issued.findings
            self.identifiers.papers += issued.papers
            self.results = with_papers(results, self.identifiers.papers, self.reads, settings)

    def commit(self) -> None:
        """One transaction for all that was decided; the originals are in the archive, so the inbox can be cleared."""
        if not self.dry_run:
            with self.timed("存档"):
                change = Change(self._run_id, self.day, self.identifiers, reader_of(self.desk.settings))
                self.intake.add_to(change, self.desk.folders)
                self.ledger.commit(change)
                self._clear_inbox()
        self.receipt.received = self.intake.received

    def publish(self) -> None:
        """Bring the day's folder up to date with what was committed."""
        if self.dry_run:
            return
        troubles = len(self.receipt.messages)
        with self.timed("出文书和汇总"):
            published = self._published()
        below = self.desk.folders.day(self.day)
        self.receipt.outputs = [str(below / path) for path in published.outputs]
        self.receipt.messages += published.messages
        standing = self.standing or Standing(self._mark(), tuple(self.told))
        if published.complete and len(self.receipt.messages) == troubles:
            self.ledger.stand(standing)
        self.receipt.messages += standing.told

    def _published(self) -> outbox.Published:
        folders, settings, ledger = self.desk.folders, self.desk.settings, self.ledger
        ignored = [FileAccount(source) for source in self.intake.ignored]
        record = RunRecord(self._run_id, [*ledger.accounts(), *ignored], self.receipt, versions())
        if self.results is None:
            return outbox.renew(folders, ledger, self.day, own_record(record))
        behind = records_behind(self.results, settings)
        published_on = functools.cache(ledger.published)
        facts = RunFacts(record, ledger.places(), self.reads, behind, published_on, self.told)
        files = every_output(folders, settings, self.results, facts, self.step)
        if settings.printing.pdf:
            lying = functools.partial(outbox.ours, folders, ledger, self.day)
            files = with_pdfs(files, lying, self.receipt.messages.append, both_sides=settings.printing.both_sides)
        return outbox.publish(folders, ledger, self.day, files)

    def _mark(self) -> str:
        return mark_of(self.desk.folders, self.day, self.ledger.published(self.day), self.intake.ignored)

    @property
    def _run_id(self) -> str:
        return f"{self.now:%Y%m%dT%H%M%S%f}"

    def _clear_inbox(self) -> None:
        cleared = archive.clear(self.desk.folders, self.ledger.pending())
        self.ledger.cleared(cleared.done)
        if cleared.left:
            names = "、".join(written(clearing.name) for clearing in cleared.left[:5])
            self.receipt.messages.append(
                f"有 {len(cleared.left)} 个文件已处理但移不走（可能正开着）：{names}。请关闭它们，下次运行会移走。"
            )


@contextmanager
def _at_work(desk: Desk, day: date, now: datetime, step: Step, *, dry_run: bool = False) -> Iterator[Run]:
    """A run on the desk, which nobody else works on meanwhile; a dry run works on a copy of the ledger."""
    with ExitStack() as stack:
        stack.enter_context(without_collection())
        if dry_run:
            ledger = stack.enter_context(copy_of(desk.folders.ledger))
        else:
            desk.folders.make()
            stack.enter_context(hold(desk.folders))
            ledger = stack.enter_context(Ledger(desk.folders.ledger))
        yield Run(desk, ledger, day, now, step, dry_run, Receipt(day, [], {}))


@contextmanager
def without_collection() -> Iterator[None]:
    """Hold the garbage collector: it would look again and again through millions of values that stay to the end."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
