"""The page to start from is one page, whatever happened; the report ends with its signature."""

from __future__ import annotations

import pandas as pd
import pytest
from tests.writing.invented import DAY, frame, settings
from tests.writing.papers.test_daily_report import SHIPPED as REPORT
from tests.writing.papers.test_daily_report import day_of_the_article
from tests.writing.papers.test_first_page import SHIPPED as FIRST_PAGE
from tests.writing.papers.test_first_page import account, day

from fournets.catalogue.documents import DOCUMENTS
from fournets.model import FileState, Finding
from fournets.writing.lookups import Lookups
from fournets.writing.papers.daily_report import daily_report
from fournets.writing.papers.first_page import first_page
from fournets.writing.papers.printing import PrintFile
from fournets.writing.superior.forms import FilledForm

pytestmark = pytest.mark.desk


def test_first_page_is_one_page_on_the_worst_day(pages) -> None:
    reason = (
        "看不出这是哪一种表。最像《返回人员登记表》，但凭据不够：认得的表头有“姓名”“联系电话”，没有看到“返回日期”。"
    )
    held = [account(f"第{n}网格/返乡人员登记表（腊月二十九更新最终）.xlsx", FileState.HELD, reason) for n in range(30)]
    missing = {"name": "阿依努尔·阿卜杜热依木", "paper": "告知书", "missing": "隔离起始日期、隔离解除日期"}
    findings = [Finding("paper_held", person_id=f"P{n}", params=missing) for n in range(20)]
    made = day(36, findings)
    made.dispatch = frame([{"bucket": bucket} for bucket in ("missed", "to_verify")])
    made.cases = pd.concat([made.cases, made.cases.assign(status="to_release")])
    doors = [made.coverage.assign(status=status) for status in ("never_visited", "no_answer")]
    made.coverage = pd.concat([made.coverage, *doors])
    made.linked.pairs = frame([{"pair_id": "1", "decision": ""}])
    printed = [PrintFile(DAY, "", document.kind, "1", 1, (), b"") for document in DOCUMENTS]
    told = "上报表《居家隔离医学观察人员花名册（2月9日版）.xlsx》空着的列（收到的表里没有人填过）：是否签订告知书、来源地。"
    forms = [FilledForm(f"{n}.xlsx", b"x", told=(told,)) for n in range(9)]
    _, data = first_page(Lookups(made), settings(), held, printed, 9, forms, FIRST_PAGE)
    assert len(pages(data)) == 1


def test_report_ends_with_the_office_and_the_day(pages) -> None:
    _, data = daily_report(Lookups(day_of_the_article()), settings(), REPORT)
    texts = [text.replace(" ", "") for text in pages(data)]
    assert len(texts) <= 4
    assert texts[-1].rstrip().splitlines()[-1] == f"—{len(texts)}—"
    assert f"{settings().office.signature}\n{DAY.year}年{DAY.month}月{DAY.day}日" in texts[-1].replace("\n\n", "\n")
