"""Sheets that other people drop by mistake: they hold names and numbers, and are none of the forms."""

from __future__ import annotations

from tests.held_apart.canvas import CellValue
from tests.held_apart.east_gate.leaf import Leaf, hand_in
from tests.held_apart.making import Maker
from tests.held_apart.population import person_name, phone_number


def not_ours(maker: Maker) -> None:
    """Allowances, stores, insurance dues, a contact list of committees."""
    rng = maker.rng

    def name() -> str:
        return person_name(rng, rng.choice("男女"))

    def rows(*makers: object) -> list[list[CellValue]]:
        return [[make() if callable(make) else make for make in makers] for _ in range(8)]

    books: dict[str, tuple[str, list[str], list[list[CellValue]]]] = {
        "加班补助发放表": ("2月份加班补助发放表", ["序号", "姓名", "银行卡号", "天数", "标准（元）", "金额", "签字"], rows(1, name, "622200" + "1" * 10, 5, 100, 500, None)),
        "防疫物资出入库": ("防疫物资出入库台账", ["日期", "物资名称", "规格", "入库数量", "出库数量", "库存", "领用人"], rows("2月5日", "N95口罩", "只", 200, 50, 150, name)),
        "医保缴费": ("居民医疗保险缴费明细", ["户主", "参保人", "身份证号", "缴费金额", "缴费日期", "票据号"], rows(name, name, "370599", 280, "2019-12-05", 123456)),
        "通讯录": ("街道科室通讯录", ["科室", "职务", "姓名", "办公电话", "手机"], rows("党政办", "科员", name, "8301000", lambda: phone_number(rng))),
        "党费": ("第二支部党费收缴登记", ["序号", "姓名", "月份", "应缴", "实缴", "收缴人"], rows(1, name, "2月", 12.5, 12.5, name)),
    }  # fmt: skip
    for stem, (title, headings, body) in books.items():
        leaf = Leaf(maker, f"其他/{stem}.xlsx", "Sheet1")
        leaf.say(title, len(headings))
        leaf.cells(headings, "note")
        for row in body:
            leaf.cells(row, "note")
        hand_in(maker, leaf)


CLERKS = (not_ours,)
