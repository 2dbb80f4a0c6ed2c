"""`人工核对.xlsx`: doubtful pairs side by side, answered with 是, 否 or 不确定 and dropped back into the inbox."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from fournets.writing.lookups import Lookups, Row, address_text, place_text, rows_of
from fournets.writing.safe_cells import safe
from fournets.writing.wording import CASE_STATUSES, DECISIONS, GENDERS, chinese_day, grid_name, phones_shown
from fournets.writing.workbooks.new_workbook import AMBER, FAINT, Column, Layout, NewWorkbook, lines_of, write_table

PATH = "人工核对.xlsx"
HOW_TO = (
    "怎么填：看左右两个人是不是同一个人，在“是否同一人”里选 是、否 或 不确定，写上核对人，存盘后放回 inbox。"
    "以后想改，改了再放一次就行。红字是两边不一样的地方。"
)
COLUMNS = (
    Column("核对编号", widest=12, centred=True),
    Column("是否同一人", least=13, centred=True, colours=dict.fromkeys(("", *DECISIONS.values()), AMBER)),
    Column("核对人", least=12, centred=True, colours={"": AMBER}),
    Column("甲", widest=44),
    Column("乙", widest=44),
    Column("情况说明", widest=34),
    Column("弄错了会怎样", widest=34),
)
ANSWERED = (*COLUMNS, Column("上次的答案", widest=20))
"""With what was answered before: a line that comes back as it was printed is no new answer."""
ANSWER, SIDES = 1, (3, 4)
OPEN_STATUSES = ("to_notify", "in_quarantine", "to_release")
MOST_SOURCES = 3


def review_sheet(lookups: Lookups) -> tuple[str, bytes]:
    """The workbook as (path below the day's folder, bytes): open questions first; those answered can be changed."""
    pairs = sorted(rows_of(lookups.results.linked.pairs), key=lambda pair: _rank(lookups, pair))
    sources = _sources(lookups, {pair[side] for pair in pairs for side in ("person_a", "person_b")})
    book = NewWorkbook()
    asked = [pair for pair in pairs if not pair["decision"]]
    answered = [pair for pair in pairs if pair["decision"]]
    _sheet(book, lookups, "人工核对", asked, sources)
    if answered:
        _sheet(book, lookups, "答过的", answered, sources)
    return PATH, book.finished()


def _rank(lookups: Lookups, pair: Row) -> tuple[int, float, str]:
    """Pairs with somebody in quarantine first, then those with a returnee, then by likeness."""
    statuses = [lookups.case_of.get(pair[side], {}).get("status", "") for side in ("person_a", "person_b")]
    weight = 0 if any(status in OPEN_STATUSES for status in statuses) else 1 if any(statuses) else 2
    return weight, -float(pair["score"] or 0), pair["pair_id"]


def _sources(lookups: Lookups, persons: set[str]) -> Mapping[str, Sequence[str]]:
    """Where each of these people stands: the first few places."""
    links = lookups.results.linked.links
    found: dict[str, list[str]] = {}
    for link in rows_of(links[links["person_id"].isin(persons)]):
        found.setdefault(link["person_id"], []).append(place_text(link))
    return {
        person: [*sorted(places)[:MOST_SOURCES], *([f"等 {len(places)} 处"] if len(places) > MOST_SOURCES else [])]
        for person, places in found.items()
    }


def _sheet(
    book: NewWorkbook, lookups: Lookups, name: str, pairs: Sequence[Row], sources: Mapping[str, Sequence[str]]
) -> None:
    sheet = book.sheet(name, "人工核对表", HOW_TO, colour="#D9534F")
    described = [[_person(lookups, pair, side, sources) for side in "ab"] for pair in pairs]
    rows = [
        (
            pair["pair_id"],
            DECISIONS.get(pair["decision"], ""),
            pair.get("decided_by", ""),
            *("\n".join(f"{title}：{value}" for title, value in person) for person in both),
            pair["reason"],
            pair["consequence"],
            *([_answered(pair)] if pair["decision"] else []),
        )
        for pair, both in zip(pairs, described, strict=True)
    ]
    columns = ANSWERED if any(pair["decision"] for pair in pairs) else COLUMNS
    write_table(book, sheet, columns, rows, Layout(frozen=3), "没有要核对的。")
    for row, both in enumerate(described, 3):
        _mark_differences(book, sheet, row, both)
    if pairs:
        sheet.data_validation(
            3,
            ANSWER,
            2 + len(pairs),
            ANSWER,
            {
                "validate": "list",
                "source": list(DECISIONS.values()),
                "input_title": "是同一个人吗？",
                "input_message": "选 是、否 或 不确定",
                "error_title": "请选一项",
                "error_message": "只能填 是、否 或 不确定",
            },
        )


def _answered(pair: Row) -> str:
    """What was answered, and who answered when."""
    day = chinese_day(date.fromisoformat(pair["decided_day"])) if pair.get("decided_day") else ""
    told = "，".join(part for part in (day, pair.get("decided_by", "")) if part)
    return DECISIONS[pair["decision"]] + (f"（{told}）" if told else "")


def _person(lookups: Lookups, pair: Row, side: str, sources: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    """One side's facts, line by line; both sides have the same lines."""
    person_id = pair[f"person_{side}"]
    known = lookups.person(person_id)

    def fact(name: str) -> str:
        return pair.get(f"{name}_{side}") or known.get(name, "")

    case = lookups.case_of.get(person_id, {})
    status = CASE_STATUSES.get(case.get("status", ""), "")
    return [
        ("姓名", fact("name") or "（未填）"),
        ("性别", GENDERS.get(fact("gender"), fact("gender"))),
        ("身份证号", fact("id_number") or "（未填）"),
        ("电话", phones_shown(fact("phones") or fact("phone")) or "（未填）"),
        ("住址", address_text(pair, f"_{side}") or address_text(known) or "（未填）"),
        ("网格", grid_name(fact("grid"))),
        ("返回", f"{case['from_place']} {case['arrive_date']}（{status}）".strip() if case else "没有返回登记"),
        ("见于", "\n　　　".join(sources.get(person_id, ())) or "（不详）"),
    ]


def _mark_differences(book: NewWorkbook, sheet: Worksheet, row: int, both: Sequence[Sequence[tuple[str, str]]]) -> None:
    """Both cells again, with what differs in red."""
    plain, faint = book.style(), book.style(font_color=FAINT)
    red = book.style(font_color="#C0392B", bold=True)
    cell = book.style(border=1, border_color="#C9D3DE", text_wrap=True, valign="top")
    left, right = both
    differing = {index for index, (mine, theirs) in enumerate(zip(left, right, strict=True)) if mine != theirs}
    last = len(left) - 1
    for column, person in zip(SIDES, both, strict=True):
        pieces: list[Format | str] = []
        for index, (title, value) in enumerate(person):
            colour = red if index in differing and index != last else plain
            pieces += [faint, f"{title}：", colour, safe(value or "（未填）") + ("\n" if index < last else "")]
        sheet.write_rich_string(row, column, *pieces, cell)
    height = max(_lines(person) for person in both)
    sheet.set_row(row, min(14.5 * height + 6, 400))


def _lines(person: Iterable[tuple[str, str]]) -> int:
    return sum(lines_of(f"{title}：{value}", 42) for title, value in person)
