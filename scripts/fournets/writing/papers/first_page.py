"""`先看这里.docx`: one page to start the day from.

What came in and what happened to it, what to print, what to answer, whom to chase, what was held back and why. Lists
are cut so that the page stays one page; each cut says where the rest stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from fournets.catalogue.documents import BY_KIND, DOCUMENTS
from fournets.catalogue.settings import Settings
from fournets.model import FileAccount, FileState, Finding, Results
from fournets.writing.agenda import Agenda
from fournets.writing.lookups import Lookups, rows_of
from fournets.writing.papers.printing import FOLDER, PrintFile
from fournets.writing.superior.forms import FilledForm
from fournets.writing.word.prepared import prepared
from fournets.writing.wording import FILE_STATES, form_title, grid_key, grid_name

NAME = "先看这里.docx"
_MOST_HELD, _MOST_CHASED, _MOST_PAPERS = 3, 6, 2
_LONGEST = 32


def first_page(
    lookups: Lookups,
    settings: Settings,
    accounts: Sequence[FileAccount],
    printed: Sequence[PrintFile],
    returned: int,
    forms: Sequence[FilledForm],
    template: bytes,
) -> tuple[str, bytes]:
    """The page as (path below the day's folder, bytes); raises `TemplateFault`.

    `accounts` are all files of the desk (those of the results' day are told), `printed` the day's print files,
    `returned` the number of marked copies under 回执/ that must be put right, `forms` the superior's forms of the day.
    """
    results = lookups.results
    held = _held(accounts, results)
    chased = _chased(lookups)
    without = _without_paper(results.findings)
    values: dict[str, object] = {
        "日期": results.day.isoformat(),
        "社区": settings.office.community,
        "收到": _received(accounts, results),
        "退回": held[:_MOST_HELD],
        "另有退回": max(0, len(held) - _MOST_HELD),
        "打印": list(_to_print(printed)),
        "要办": [task._asdict() for task in Agenda.of(lookups, accounts).tasks if task.number],
        "回执": returned,
        "催报": chased[:_MOST_CHASED],
        "另有催报": max(0, len(chased) - _MOST_CHASED),
        "上报": {"总数": len(forms), "要看": sum(bool(form.faults or form.told) for form in forms)},
        "没出": without[:_MOST_PAPERS],
        "另有没出": max(0, len(without) - _MOST_PAPERS),
    }
    return NAME, prepared(template, NAME, frozenset(values)).render(values)


def _received(accounts: Iterable[FileAccount], results: Results) -> dict[str, int]:
    """The day's files by what became of them; they add up to 总数."""
    counts = Counter(account.source.state for account in accounts if account.source.day == results.day)
    return {"总数": counts.total(), **{title: counts[state] for state, title in FILE_STATES.items()}}


def _held(accounts: Iterable[FileAccount], results: Results) -> list[dict[str, str]]:
    sources = [account.source for account in accounts if account.source.day == results.day]
    held = sorted((source for source in sources if source.state is FileState.HELD), key=lambda source: source.path)
    return [{"文件": _short(source.path), "原因": _short(source.reason)} for source in held]


def _to_print(printed: Iterable[PrintFile]) -> Iterable[dict[str, object]]:
    """One line a kind: how many files, documents and sheets of paper, and where they lie."""
    files, papers = Counter[str](), Counter[str]()
    for file in printed:
        files[file.kind] += 1
        papers[file.kind] += len(file.papers)
    for document in DOCUMENTS:
        if files[document.kind]:
            yield {
                "文书": document.title,
                "文件数": files[document.kind],
                "份数": papers[document.kind],
                "每份": document.copies,
                "页数": papers[document.kind] * document.copies,
                "位置": f"{FOLDER}/{BY_KIND[document.kind].title}/",
            }


def _chased(lookups: Lookups) -> list[dict[str, str]]:
    """The grids that have not sent what was expected, with whom to call."""
    forms: dict[str, list[str]] = {}
    for row in rows_of(lookups.results.deliveries):
        if row["status"] == "missing":
            forms.setdefault(row["grid"], []).append(form_title(row["form"]))
    return [_call(grid, forms[grid], lookups) for grid in sorted(forms, key=grid_key)]


def _call(grid: str, forms: Sequence[str], lookups: Lookups) -> dict[str, str]:
    worker = lookups.worker(grid)
    return {
        "网格": grid_name(grid),
        "网格员": worker.name or "（未登记）",
        "电话": worker.phone.partition(";")[0] or "（未登记）",
        "缺": "、".join(forms),
    }


def _without_paper(findings: Iterable[Finding]) -> list[str]:
    """Who could not be given a document, and what is missing; one line a person."""
    held = sorted((found for found in findings if found.code == "paper_held"), key=lambda found: grid_key(found.grid))
    lines = {found.person_id: "{name}：缺少{missing}".format_map(found.params) for found in held}
    return [_short(line) for line in lines.values()]


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
