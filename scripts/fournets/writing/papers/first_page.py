"""`先看这里.docx`: one page to start the day from.

What came in and what happened to it, what to print, what to answer, whom to chase, what was held back and why. Lists
share the room that the page has, so that it stays one page; each cut says where the rest stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate

from fournets.catalogue.documents import BY_KIND, DOCUMENTS
from fournets.catalogue.settings import Settings
from fournets.model import FileAccount, FileState, Finding, Results
from fournets.writing.agenda import Agenda, undecided
from fournets.writing.lookups import Lookups, rows_of
from fournets.writing.papers.printing import FOLDER, PrintFile
from fournets.writing.receipt_sheet import unsigned
from fournets.writing.superior.forms import FilledForm
from fournets.writing.word.prepared import prepared
from fournets.writing.wording import FILE_STATES, form_title, grid_key, grid_name
from fournets.writing.workbooks.new_workbook import lines_of

NAME = "先看这里.docx"
_ROOM = 25
"""Lines that the page has for its lists, beside headings and sentences."""
_LEAST = (2, 2, 2, 2)
"""Lines that each list gets at least: held files, grids to chase, who got no paper, the superior's forms."""
_WIDTH, _LONGEST_NAME, _LONGEST = 76, 32, 70
"""What a line holds in half Chinese characters; characters of a file's name, and of what is said on two lines."""
_TOLD_ELSEWHERE = "收表情况"
"""What stands there has a part of the page of its own: files held back, grids to chase."""


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
    print_lines = list(_to_print(printed))
    tasks = [task for task in Agenda.of(lookups, accounts).tasks if task.number and task.where != _TOLD_ELSEWHERE]
    held, chased, without = _held(accounts, results), _chased(lookups), _without_paper(results.findings)
    told = [_short(text) for form in forms for text in (*form.faults, *form.told)]
    high = [
        [_lines(f"{file['文件']}：{file['原因']}") for file in held],
        [1] * len(chased),
        [_lines(text) for text in without],
        [_lines(text) for text in told],
    ]
    most = _shown(high, _ROOM - len(print_lines) - len(tasks))
    values: dict[str, object] = {
        "日期": results.day.isoformat(),
        "社区": settings.office.community,
        "收到": _received(accounts, results),
        "退回": held[: most[0]],
        "另有退回": len(held) - most[0],
        "打印": print_lines,
        "要办": [{**task._asdict(), "where": _where(task.where)} for task in tasks],
        "回执": returned,
        "待答": undecided(lookups),
        "待签": len(unsigned(lookups)),
        "应报": len(results.deliveries),
        "催报": chased[: most[1]],
        "另有催报": len(chased) - most[1],
        "没出": without[: most[2]],
        "另有没出": len(without) - most[2],
        "上报": _above(forms, told, most[3]),
    }
    return NAME, prepared(template, NAME, frozenset(values)).render(values)


def _above(forms: Sequence[FilledForm], told: Sequence[str], shown: int) -> dict[str, object]:
    """The superior's forms: how many, how many to look at, and what is to be said of them as far as there is room."""
    return {
        "总数": len(forms),
        "要看": sum(bool(form.faults or form.told) for form in forms),
        "说明": told[:shown],
        "另有": len(told) - shown,
    }


def _shown(high: Sequence[Sequence[int]], room: int) -> list[int]:
    """How many of each list are shown: each gets its least, then what room is left goes to the lists in their order.

    `high` are the lines that each entry takes.
    """
    given = [min(sum(lines), least) for lines, least in zip(high, _LEAST, strict=True)]
    for place, lines in enumerate(high):
        given[place] += max(0, min(sum(lines) - given[place], room - sum(given)))
    return [sum(below <= share for below in accumulate(lines)) for lines, share in zip(high, given, strict=True)]


def _where(place: str) -> str:
    """Where a task's lines stand: a file of its own, or a sheet of the summary."""
    return place if place.endswith(".xlsx") else f"《汇总》{place}"


def _lines(text: str) -> int:
    return lines_of(f"· {text}", _WIDTH)


def _received(accounts: Iterable[FileAccount], results: Results) -> dict[str, int]:
    """The day's files by what became of them; they add up to 总数."""
    counts = Counter(account.source.state for account in accounts if account.source.day == results.day)
    return {"总数": counts.total(), **{title: counts[state] for state, title in FILE_STATES.items()}}


def _held(accounts: Iterable[FileAccount], results: Results) -> list[dict[str, str]]:
    sources = [account.source for account in accounts if account.source.day == results.day]
    held = sorted((source for source in sources if source.state is FileState.HELD), key=lambda source: source.path)
    names = [_short(source.path, _LONGEST_NAME) for source in held]
    return [
        {"文件": name, "原因": _short(source.reason, max(_LONGEST_NAME, _LONGEST - len(name)))}
        for name, source in zip(names, held, strict=True)
    ]


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


def _short(text: str, longest: int = _LONGEST) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
