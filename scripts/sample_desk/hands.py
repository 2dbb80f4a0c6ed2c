"""The eight clerks: how each lays out a sheet and how each writes a value."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hand:
    """One clerk's habits. The words name the styles of `spelling` and `layout`.

    `number` also picks the spelling of headings; `yes_no` are the two words for an answer; `compound_in` says where the
    sheet names its compound: column, address, title, file or nowhere; `split_by` makes one sheet a building or a date.
    """

    number: int
    suffix: str
    encoding: str = ""
    title_rows: int = 1
    heading_rows: int = 1
    serial: bool = True
    dates: str = "iso"
    times: str = "colon"
    addresses: str = "split"
    compound_in: str = "column"
    names: str = "plain"
    identities: str = "plain"
    phones: str = "plain"
    temperatures: str = "number"
    quantities: str = "number"
    yes_no: tuple[str, str] = ("是", "否")
    fine: str = "正常"
    slots: tuple[str, str] = ("上午", "下午")
    wide_temperatures: bool = False
    footer: bool = False
    split_by: str = ""
    downwards: str = ""
    repeat_heading: int = 0
    subtotals: bool = False
    hidden_column: bool = False
    extra_column: str = ""
    folder: str = "第{grid}网格/"
    worker_with_phone: bool = False

    @property
    def is_text(self) -> bool:
        """Whether the file is a CSV: one sheet, no merges, text only."""
        return self.suffix == ".csv"


HANDS = (
    Hand(0, ".xlsx", footer=True, wide_temperatures=True, extra_column="民族"),
    Hand(
        1,
        ".xlsx",
        title_rows=0,
        serial=False,
        dates="excel",
        times="half",
        addresses="dash",
        compound_in="file",
        names="padded",
        phones="spaced",
        temperatures="degree",
        quantities="unit",
        yes_no=("√", "×"),
        fine="良好",
        slots=("早", "晚"),
        split_by="date",
        folder="{grid}网格/",
    ),
    Hand(
        2,
        ".xls",
        title_rows=2,
        heading_rows=2,
        dates="month_day",
        times="clock",
        addresses="long",
        compound_in="address",
        phones="number",
        temperatures="stop",
        quantities="about",
        wide_temperatures=True,
        footer=True,
        worker_with_phone=True,
    ),
    Hand(
        3,
        ".csv",
        encoding="gbk",
        title_rows=0,
        serial=False,
        dates="slash",
        addresses="hash",
        compound_in="column",
        yes_no=("有", "无"),
        slots=("早上", "晚上"),
        folder="",
    ),
    Hand(
        4,
        ".xlsx",
        heading_rows=3,
        dates="dotted",
        times="fraction",
        addresses="split",
        compound_in="title",
        names="head",
        phones="hyphen",
        temperatures="comma",
        quantities="wan",
        wide_temperatures=True,
        split_by="building",
        downwards="merge",
        hidden_column=True,
        extra_column="是否党员",
    ),
    Hand(
        5,
        ".xlsx",
        title_rows=2,
        dates="compact",
        times="chinese",
        addresses="numeral",
        compound_in="title",
        identities="fullwidth",
        phones="fullwidth",
        temperatures="word",
        yes_no=("有", "没有"),
        fine="无异常",
        downwards="ditto",
        repeat_heading=30,
        subtotals=True,
        footer=True,
    ),
    Hand(
        6,
        ".csv",
        encoding="utf-8-sig",
        title_rows=1,
        dates="chinese",
        times="half",
        addresses="chinese",
        compound_in="title",
        names="half",
        phones="plus86",
        temperatures="tenfold",
        quantities="about",
        yes_no=("Y", "N"),
        extra_column="车辆数",
    ),
    Hand(
        7,
        ".xlsx",
        title_rows=1,
        dates="number",
        times="clock",
        addresses="dong",
        compound_in="nowhere",
        identities="lower",
        phones="apostrophe",
        temperatures="degree",
        quantities="unit",
        yes_no=("1", "0"),
        fine="良好",
        slots=("早", "晚"),
        split_by="date",
        worker_with_phone=True,
        folder="第{grid:02d}网格/",
    ),
)
