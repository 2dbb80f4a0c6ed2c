"""The page to start from is one page, whatever happened; the report ends with its signature."""

from __future__ import annotations

import pytest
from tests.writing.invented import DAY, settings
from tests.writing.papers.test_daily_report import SHIPPED as REPORT
from tests.writing.papers.test_daily_report import day_of_the_article
from tests.writing.papers.test_first_page import SHIPPED as FIRST_PAGE
from tests.writing.papers.test_first_page import account, day

from fournets.model import FileState, Finding
from fournets.writing.lookups import Lookups
from fournets.writing.papers.daily_report import daily_report
from fournets.writing.papers.first_page import first_page

pytestmark = pytest.mark.desk


def test_first_page_is_one_page_on_the_worst_day(pages) -> None:
    reason = "看不出这是哪一种表。请写明表名，并保留表头（姓名、联系电话等），再放进来。"
    held = [account(f"第{n}网格/返乡人员登记表（腊月二十九更新最终）.xlsx", FileState.HELD, reason) for n in range(30)]
    findings = [
        Finding("paper_held", person_id=f"P{n}", params={"name": "王芳", "paper": "告知书", "missing": "隔离起始日期"})
        for n in range(20)
    ]
    _, data = first_page(Lookups(day(36, findings)), settings(), held, [], 9, [], FIRST_PAGE)
    assert len(pages(data)) == 1


def test_report_ends_with_the_office_and_the_day(pages) -> None:
    _, data = daily_report(Lookups(day_of_the_article()), settings(), REPORT)
    texts = [text.replace(" ", "") for text in pages(data)]
    assert len(texts) <= 4
    assert texts[-1].rstrip().splitlines()[-1] == f"—{len(texts)}—"
    assert f"{settings().office.signature}\n{DAY.year}年{DAY.month}月{DAY.day}日" in texts[-1].replace("\n\n", "\n")
