"""Documents filled in for trial, to see whether they stay on their pages: an ordinary record and one of the longest.

Nobody in them exists: names and places are made up, the area code of the identity number is not assigned.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from fournets.catalogue.document_items import CARDS, common_items
from fournets.catalogue.documents import DOCUMENTS
from fournets.catalogue.settings import Settings
from fournets.model import FileAccount, FileState, Finding, SourceFile
from fournets.writing.lookups import Lookups
from fournets.writing.papers.documents import Stationery
from fournets.writing.papers.first_page import NAME as FIRST_PAGE
from fournets.writing.papers.first_page import first_page
from fournets.writing.papers.report_trial import DAY, FORM, HELD, PRINTED, made_up_day
from fournets.writing.word.package import replaced, unpacked

ORDINARY, LONGEST = "平常的一份", "内容最多的一份"
_MAIN = "word/document.xml"
_MANY = 30
_LONG_FILE = "返乡人员登记表（腊月二十九更新最终）.xlsx"
_REASON = "看不出这是哪一种表。请写明表名，并保留表头（姓名、联系电话等），再放进来。"
_NO_PAPER = Finding("paper_held", params={"name": "王芳", "paper": "告知书", "missing": "隔离起始日期"})
_EXACT_ROW = re.compile(r'<w:trHeight\b[^>]*w:hRule="exact"[^>]*/>')
_HEIGHT = re.compile(r'w:val="(\d+)"')
_PAGE_HEIGHT = re.compile(r'<w:pgSz\b[^>]*w:h="(\d+)"')
_TOP = re.compile(r'<w:pgMar\b[^>]*w:top="(\d+)"')
_BOTTOM = re.compile(r'(?<=w:bottom=")\d+(?=")')
_MARGINS = re.compile(r"<w:pgMar\b[^>]*>")
_ROOM = 480
"""What is left below rows of a fixed height, in twentieths of a point: the line that every document ends in."""

_PERSON: Mapping[str, str] = {
    "姓名": "王芳",
    "性别": "女",
    "年龄": "40",
    "身份证号": "370599198001010041",
    "电话": "13800000001",
    "住址": "惠泽小区3号楼2单元501室",
    "小区": "惠泽小区",
    "楼号": "3",
    "单元": "2",
    "房号": "501",
    "网格": "12",
    "户籍地": "山东东营",
    "人员类别": "武汉返回",
    "来源地": "湖北武汉",
    "离开日期": "2020-02-07",
    "到达日期": "2020-02-08",
    "交通工具": "火车",
    "车次": "G1234",
    "隔离起始日期": "2020-02-08",
    "隔离解除日期": "2020-02-22",
    "隔离天数": "14",
    "隔离算法": "2月8日到达，隔离14天，至2月22日24时",
    "同住人员": "王一",
    "网格员": "周文",
    "网格员电话": "13900000001",
    "劝返点": "惠泽小区北门",
    "物业公司": "惠泽物业",
    "车牌": "鲁E12345",
    "车主": "王芳",
    "有效期": "2020-03-31",
    "证类": "居民车辆",
}
_LONG_NAME = "阿卜杜热合曼·买买提明·阿卜杜克热木·吐尔逊江·艾合买提江·努尔买买提"
_LONG: Mapping[str, str] = {
    **_PERSON,
    "姓名": _LONG_NAME,
    "电话": "13800000001;13900000002;05468300003",
    "住址": "胜利街道惠泽花园家属院东区二期12号楼2单元2501室",
    "小区": "胜利街道惠泽花园家属院东区二期",
    "户籍地": "新疆维吾尔自治区巴音郭楞蒙古自治州和静县",
    "来源地": "途经湖北省武汉市江汉区后又在河南省信阳市停留三日",
    "交通工具": "自驾",
    "车次": "鄂AD12345",
    "同住人员": "王一、王二、欧阳春晓",
    "尚缺": "体温记录不完整（缺2月9日、2月10日、2月16日下午）、没有确认人",
    "网格员电话": "13900000001;05468300009",
    "劝返点": "惠泽花园家属院东区二期北门劝返点",
    "物业公司": "东营市惠泽物业服务有限责任公司",
    "车牌": "鲁ED12345",
    "车主": _LONG_NAME,
}
_UNKNOWN = ("性别", "年龄", "身份证号")
"""What the longest record does not say: a line to write on is printed there, which takes more room than most values."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One document filled in for trial: its template, what it is called, which record, and the pages it may take."""

    template: str
    title: str
    record: str
    most: int
    data: bytes


def page_trials(stationery: Stationery, settings: Settings) -> Iterator[Trial]:
    """Every kind that is to stay on a number of pages, with both records; raises `TemplateFault`."""
    common = common_items(settings, DAY)
    longest = {name: value for name, value in _LONG.items() if name not in _UNKNOWN}
    for document in DOCUMENTS:
        if not document.pages:
            continue
        for record, items in ((ORDINARY, _PERSON), (LONGEST, longest)):
            number = f"{document.title}〔{DAY.year}〕{1 if record == ORDINARY else 1000}号"
            values = stationery.values({**common, **items, "编号": number})
            if document.cards > 1:
                values["住址"] = items["住址"].removeprefix(items["小区"])
                values[CARDS] = [{"左": values, "右": values}] * (document.cards // 2)
            data = _loosened(stationery.template(document.kind).render(values))
            title = f"{document.cards}张一版的{document.title}" if document.cards > 1 else document.title
            most = document.pages + (document.stub and record == LONGEST)
            yield Trial(document.template, title, record, most, data)


def first_page_trials(settings: Settings, template: bytes) -> Iterator[Trial]:
    """The page to start from, on a day with one thing of everything and on the worst day; raises `TemplateFault`."""
    day = made_up_day(filled=True)
    missing = pd.concat([day.deliveries.assign(grid=str(grid), form="screening") for grid in range(1, 37)])
    worst = dataclasses.replace(day, deliveries=missing, findings=[_NO_PAPER] * _MANY)
    held = [
        FileAccount(SourceFile(f"{number}/{_LONG_FILE}", "", 0, DAY, FileState.HELD, _REASON))
        for number in range(_MANY)
    ]
    printed = [dataclasses.replace(PRINTED, kind=document.kind) for document in DOCUMENTS if not document.living]
    sent = [FORM] * _MANY
    days = ((ORDINARY, day, [HELD], [PRINTED], [FORM]), (LONGEST, worst, held, printed, sent))
    for record, results, accounts, files, forms in days:
        _, data = first_page(Lookups(results), settings, accounts, files, len(accounts), forms, template)
        yield Trial(FIRST_PAGE, "这一页", record, 1, data)


def _loosened(document: bytes) -> bytes:
    """Rows of a fixed height cut off what does not fit: here they may grow, on a page that has no room for it."""
    parts = unpacked(document)
    page = parts[_MAIN].content().decode()
    rows = _EXACT_ROW.findall(page)
    if not rows:
        return document
    height = sum(int(found.group(1)) for found in map(_HEIGHT.search, rows) if found)
    paper, top = (int(found.group(1)) if found else 0 for found in (_PAGE_HEIGHT.search(page), _TOP.search(page)))
    bottom = str(max(0, paper - top - height - _ROOM))
    page = _EXACT_ROW.sub(lambda row: row.group().replace('"exact"', '"atLeast"'), page)
    page = _MARGINS.sub(lambda margins: _BOTTOM.sub(bottom, margins.group()), page)
    return replaced(parts, {_MAIN: page.encode()})


def judged(trials: Sequence[Trial], pages: Sequence[int]) -> tuple[list[str], list[str]]:
    """What has to be put right, and one sentence about every other template; `pages` of each trial, 0 = not counted."""
    counted: dict[str, dict[str, int]] = {}
    faults: dict[str, str] = {}
    for trial, number in zip(trials, pages, strict=True):
        counted.setdefault(trial.template, {})[trial.record] = number
        if number > trial.most:
            faults[trial.template] = _overflow(trial, number)
    return [*faults.values()], [_fitting(name, each) for name, each in counted.items() if name not in faults]


def _overflow(trial: Trial, pages: int) -> str:
    return (
        f"模板《{trial.template}》的字放不下：{trial.title}{trial.record}印成了{pages}页，应在{trial.most}页以内。"
        "请在 Word 里把字号或行距调小，或者删短几句话，再检查一遍。"
    )


def _fitting(template: str, pages: Mapping[str, int]) -> str:
    if not all(pages.values()):
        return f"《{template}》这次没能印成 PDF，没有数页数；请打印一份看看有没有多出一页。"
    counted = "，".join(f"{record}{number}页" for record, number in pages.items())
    return f"《{template}》不会超页：{counted}。"
