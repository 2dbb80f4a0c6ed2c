"""Sheets of people: 返回人员, 隔离台账, and the doors still to be opened (漏户清单)."""

from __future__ import annotations

from collections.abc import Sequence

from fournets.writing.lookups import Lookups, Row, address_in, address_text, walk_key
from fournets.writing.wording import (
    CASE_STATUSES,
    CATEGORIES,
    GENDERS,
    VISIT_STATUSES,
    YES_NO,
    chinese_day,
    grid_name,
    phones_shown,
)
from fournets.writing.workbooks.new_workbook import (
    AMBER,
    GREEN,
    GREY,
    RED,
    Column,
    Layout,
    NewWorkbook,
    day,
    number,
    write_table,
)

STATUS_COLOURS = {
    CASE_STATUSES["to_notify"]: RED,
    CASE_STATUSES["in_quarantine"]: AMBER,
    CASE_STATUSES["to_release"]: GREEN,
    CASE_STATUSES["released"]: GREY,
}
CATEGORY_COLOURS = {CATEGORIES["wuhan"]: RED, CATEGORIES["hubei"]: RED, CATEGORIES["key_area"]: AMBER}
VISIT_COLOURS = {VISIT_STATUSES["never_visited"]: RED, VISIT_STATUSES["refused"]: RED}
UNSIGNED = {"否": AMBER}
WHERE = (Column("网格", widest=11), Column("住址", widest=26))
SOURCE = (Column("来源文件", widest=30), Column("工作表", widest=16), number("行", ""))


def where(row: Row) -> tuple[str, ...]:
    """Grid and flat, as the columns `WHERE`."""
    return (grid_name(row.get("grid", "")), address_text(row))


def add_returnees(book: NewWorkbook, lookups: Lookups) -> None:
    """Every current row of the registers of returnees, in walking order."""
    columns = (
        *(number("序号"), Column("姓名", widest=14), Column("性别", centred=True), Column("身份证号", widest=20)),
        *(Column("联系电话", widest=15), *WHERE, Column("来源地", widest=18), Column("类别", colours=CATEGORY_COLOURS)),
        *(day("离开日期"), day("返回日期"), Column("交通工具", widest=12), Column("车次", widest=12)),
        *(Column("接触史", widest=12), Column("身体状况", widest=14)),
        *(Column("隔离状态", colours=STATUS_COLOURS), day("应解除日期"), *SOURCE),
    )
    lines = [_returnee(lookups, record) for record in sorted(lookups.records("returnees"), key=walk_key)]
    rows = [(str(serial), *line) for serial, line in enumerate(lines, 1)]
    subtitle = f"截至{chinese_day(lookups.results.day)}；一行是返回人员登记表里的一条，按网格、楼栋顺序排列。"
    sheet = book.sheet("返回人员", "返回人员登记", subtitle, colour="#C0504D")
    write_table(
        book, sheet, columns, rows, Layout(printed=len(columns) - 3), "还没有收到返回人员登记表，或者没有返回人员。"
    )


def _returnee(lookups: Lookups, record: Row) -> tuple[str, ...]:
    case = lookups.case_of.get(record["person_id"], {})
    answers = {"yes": "有", "no": "无"}
    return (
        record["name"],
        GENDERS.get(record["gender"], ""),
        record["id_number"],
        phones_shown(record["phone"]),
        *where(record),
        record["from_place"],
        CATEGORIES[case.get("category", "")] if case else "",
        record["left_date"],
        record["arrive_date"],
        record["transport"],
        record["trip_number"],
        answers.get(record["contact"], record["contact"]),
        answers.get(record["symptoms"], record["symptoms"]),
        CASE_STATUSES.get(case.get("status", ""), ""),
        case.get("due_date", ""),
        *(record["file"], record["sheet"], record["row"]),
    )


def add_quarantine(book: NewWorkbook, lookups: Lookups) -> None:
    """Every case, in walking order, with its arithmetic and what a release still lacks."""
    columns = (
        *(number("序号"), Column("姓名", widest=14), Column("状态", colours=STATUS_COLOURS), *WHERE),
        *(Column("联系电话", widest=15), Column("身份证号", widest=20)),
        *(Column("类别", colours=CATEGORY_COLOURS), Column("来源地", widest=16), day("返回日期"), day("应解除日期")),
        *(Column("怎么算的", widest=22), Column("告知书编号", widest=20)),
        *(Column("告知书签收", centred=True, colours=UNSIGNED), Column("保证书签收", centred=True, colours=UNSIGNED)),
        *(day("解除日期"), Column("解除还缺", widest=22), *SOURCE),
    )
    rows = [(str(serial), *_case(lookups, case)) for serial, case in enumerate(lookups.cases, 1)]
    subtitle = f"截至{chinese_day(lookups.results.day)}；一人一次返回是一行。解除要由负责人确认，程序不自动解除。"
    sheet = book.sheet("隔离台账", "居家隔离台账", subtitle, colour="#C0504D")
    write_table(book, sheet, columns, rows, Layout(frozen=3, printed=len(columns) - 3), "目前没有要隔离的人员。")


def _case(lookups: Lookups, case: Row) -> tuple[str, ...]:
    return (
        case.get("name", ""),
        CASE_STATUSES.get(case["status"], case["status"]),
        *where(case),
        phones_shown(case.get("phones", "")),
        case.get("id_number", ""),
        CATEGORIES.get(case["category"], case["category"]),
        case["from_place"],
        case["arrive_date"],
        case["due_date"],
        case.get("arithmetic", ""),
        case["notice_number"],
        YES_NO.get(case["notice_signed"], "否"),
        YES_NO.get(case["pledge_signed"], "否"),
        case["released_date"],
        case.get("release_missing", "") if case["status"] in ("to_release", "in_quarantine") else "",
        *lookups.place_of_case(case["person_id"]),
    )


def add_missed(book: NewWorkbook, lookups: Lookups) -> None:
    """Every address of the register where nobody has been found yet."""
    columns = (
        *(number("序号"), *WHERE, Column("排查情况", colours=VISIT_COLOURS), day("最近上门"), number("上门次数")),
        *(Column("户内人员", widest=26), Column("联系电话", widest=26), Column("网格员", widest=12)),
        *(Column("网格员电话", widest=16), *SOURCE),
    )
    rows = [(str(serial), *_door(lookups, door)) for serial, door in enumerate(closed_doors(lookups), 1)]
    subtitle = "居民底册里还没有见到人的户：未上门、无人应答、拒访；按网格、楼栋顺序排列，来源是底册的行。"
    sheet = book.sheet("漏户清单", "漏户清单", subtitle, colour="#E08E0B")
    write_table(
        book,
        sheet,
        columns,
        rows,
        Layout(frozen=3, printed=len(columns) - 3),
        "底册里的户都已排查到；没有底册时这里也是空的。",
    )


def closed_doors(lookups: Lookups) -> Sequence[Row]:
    """Lines of coverage where nobody was found, in walking order."""
    doors = lookups.coverage
    return [door for door in doors if door["status"] in ("never_visited", "no_answer", "refused")]


def _door(lookups: Lookups, door: Row) -> tuple[str, ...]:
    home = lookups.residents.get(address_in(door), [])
    phones = dict.fromkeys(phone for resident in home for phone in resident.get("phones", "").split(";") if phone)
    first: Row = home[0] if home else {}
    return (
        *where(door),
        VISIT_STATUSES[door["status"]],
        door["last_visit"],
        door["visits"],
        "、".join(resident.get("name", "") for resident in home),
        "\n".join(phones),
        *lookups.worker(door["grid"]),
        *(first.get("file", ""), first.get("sheet", ""), first.get("row", "")),
    )
