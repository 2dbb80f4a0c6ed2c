"""The sheets 冲突与疑问, 收表情况 and 数据来源: what is to be asked, who has not sent, what was read where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from fournets.catalogue.findings import message, severity
from fournets.catalogue.urgency import stake
from fournets.model import FileAccount, FileState, Finding, Severity
from fournets.writing.lookups import Lookups
from fournets.writing.source_order import place_key
from fournets.writing.wording import (
    DELIVERY_STATUSES,
    FILE_STATES,
    SEVERITIES,
    chinese_day,
    field_title,
    form_title,
    grid_key,
    grid_name,
)
from fournets.writing.workbooks.new_workbook import (
    AMBER,
    GREEN,
    GREY,
    RED,
    Column,
    Layout,
    NewWorkbook,
    number,
    write_table,
)

SEVERITY_COLOURS = {SEVERITIES[Severity.HOLD]: RED, SEVERITIES[Severity.CONFIRM]: AMBER}
DELIVERY_COLOURS = {"已报": GREEN, "零报告": GREY, "未报": RED}
STATE_COLOURS = {"收下": GREEN, "重复": GREY, "退回": RED, "未动": GREY}
DELIVERY_WIDTHS = (12, 14, 16, 20, 12, 60)
RANKS = {Severity.HOLD: 0, Severity.CONFIRM: 1, Severity.NOTE: 2}


def add_questions(book: NewWorkbook, lookups: Lookups) -> None:
    """Every finding: what was not used and what a person should look at one by one, notes counted by sheet."""
    columns = (
        *(number("序号"), Column("程度", widest=10, centred=True, colours=SEVERITY_COLOURS), Column("网格", widest=12)),
        *(
            Column("表", widest=18),
            Column("哪里不对、怎么办", widest=72),
            Column("栏目", widest=14),
            Column("姓名", widest=12),
        ),
        *(Column("来源文件", widest=30), Column("工作表", widest=16), number("行", ""), Column("列", widest=6)),
    )
    lines = [_question(lookups, found, more) for found, more in condensed(lookups.results.findings)]
    rows = [(str(serial), *line) for serial, line in enumerate(lines, 1)]
    subtitle = (
        "先列没有采用的，再列请人核对的（发热、隔离期的在前，网格、表格的在后），"
        "最后是提示（同一张表的同类提示合并成一行）。改好的表直接放回 inbox 就行。"
    )
    sheet = book.sheet("冲突与疑问", "冲突与疑问", subtitle, colour="#D9534F")
    write_table(book, sheet, columns, rows, nothing="没有疑问。")


def condensed(findings: Iterable[Finding]) -> list[tuple[Finding, int]]:
    """Findings by severity, what is at stake, grid and place.

    Of notes of one kind about one sheet only the first, with how many more; each of those about no sheet.
    """
    ordered = sorted(findings, key=_order)
    kind = [
        (found.code, found.file, found.sheet) if found.file and severity(found) is Severity.NOTE else None
        for found in ordered
    ]
    counts = Counter(kind)
    told: set[tuple[str, str, str]] = set()
    kept: list[tuple[Finding, int]] = []
    for found, key in zip(ordered, kind, strict=True):
        if key is None:
            kept.append((found, 0))
        elif key not in told:
            told.add(key)
            kept.append((found, counts[key] - 1))
    return kept


def _order(found: Finding) -> tuple[object, ...]:
    return (RANKS[severity(found)], stake(found), grid_key(found.grid), place_key(found))


def _question(lookups: Lookups, found: Finding, more: int) -> tuple[str, ...]:
    words = message(found) + (f"（这张表里同样的还有 {more} 处）" if more else "")
    return (
        SEVERITIES[severity(found)],
        grid_name(found.grid) if found.grid else "",
        form_title(found.form),
        words,
        field_title(found.form, found.field) if found.form and found.field else "",
        lookups.person(found.person_id).get("name", ""),
        *(found.file, found.sheet, str(found.row or ""), found.column),
    )


def add_deliveries(book: NewWorkbook, lookups: Lookups, accounts: Sequence[FileAccount]) -> None:
    """Which grid has sent what for the day; then every file of the desk and what became of it."""
    columns = (
        *(Column("网格"), Column("网格员"), Column("电话"), Column("应报的表")),
        *(Column("报送情况", centred=True, colours=DELIVERY_COLOURS), Column("报来的文件")),
    )
    frame = lookups.results.deliveries
    sent = sorted(
        zip(*(frame[name].tolist() for name in ("grid", "worker", "phone", "form", "status", "files")), strict=True),
        key=lambda line: (line[4] != "missing", grid_key(line[0]), line[3]),
    )
    rows = [
        (grid_name(grid), worker, phone, form_title(form), DELIVERY_STATUSES.get(status, status), files)
        for grid, worker, phone, form, status, files in sent
    ]
    subtitle = f"{chinese_day(lookups.results.day)}应报的表，没报的排在前面；下面是本台收到过的每一个文件。"
    sheet = book.sheet("收表情况", "收表情况", subtitle, colour="#5B8DB8")
    layout = Layout(widths=DELIVERY_WIDTHS)
    below = write_table(book, sheet, columns, rows, layout, "没有网格划分表，或者设置里没有应报的表。")
    sheet.set_row(below + 1, 24)
    sheet.write_string(below + 1, 0, "收到的文件", book.style(bold=True, font_size=12))
    _files(book, lookups, accounts, below + 2)


def _files(book: NewWorkbook, lookups: Lookups, accounts: Sequence[FileAccount], top: int) -> None:
    asked = Counter(found.file for found in lookups.results.findings if severity(found) is not Severity.NOTE)
    ordered = sorted(accounts, key=lambda account: (account.source.state is not FileState.HELD, account.source.path))
    sheet = book.book.get_worksheet_by_name("收表情况")
    columns = (
        *(Column("结果", centred=True, colours=STATE_COLOURS), number("记录", ""), number("待核对", "")),
        *(Column("收到日期"), Column("是什么表"), Column("文件；退回的原因")),
    )
    rows = []
    for account in ordered:
        source = account.source
        forms = dict.fromkeys(form_title(form) for sheet_read in account.sheets for form in sheet_read.forms)
        counted = str(sum(part.records for part in account.sheets)) if account.sheets else ""
        words = f"{source.path}：{source.reason}" if source.reason else source.path
        marks = str(asked[source.path]) if asked[source.path] else ""
        rows.append((FILE_STATES[source.state], counted, marks, source.day.isoformat(), "、".join(forms), words))
    layout = Layout(top, alone=False, widths=DELIVERY_WIDTHS)
    below = write_table(book, sheet, columns, rows, layout, "还没有收到文件。")
    sheet.print_area(0, 0, below, len(columns) - 1)


def add_sources(book: NewWorkbook, accounts: Sequence[FileAccount]) -> None:
    """Every sheet of every accepted file: what it was taken for, and what each of its rows was."""
    columns = (
        *(Column("表", widest=30), Column("文件", widest=44), Column("工作表", widest=20), Column("隐藏", widest=7)),
        *(number("行数"), number("记录"), number("空行"), number("表头"), number("合计行"), number("说明行")),
        *(number("没采用"),),
    )
    rows = [
        (
            "、".join(form_title(form) for form in part.forms) or "不是登记表（说明）",
            account.source.path,
            part.sheet,
            "是" if part.hidden else "",
            *map(str, (part.rows, part.records, part.blank, part.heading, part.total, part.note, part.held)),
        )
        for account in accounts
        if account.source.state is FileState.ACCEPTED
        for part in account.sheets
    ]
    rows.sort()
    subtitle = "每张工作表的每一行都有交代：行数 = 记录 + 空行 + 表头 + 合计行 + 说明行 + 没采用。"
    sheet = book.sheet("数据来源", "数据来源", subtitle, colour="#5B8DB8")
    write_table(book, sheet, columns, rows, Layout(frozen=1), "还没有收下的表。")
