"""What a single text may be in a header: data that is none, a day, a time of it, a label, the number of a column."""

from __future__ import annotations

import re

from fournets.reading.headings.spellings import DATE_HEADING

_NUMBER = re.compile(
    r"[-+]?\d+(?:\.\d+)?[%℃度人份次条]?|\d{5,}.*|.*\d{7,}.*|\d{1,2}:\d{2}.*|\d{4}-\d{2}-\d{2}.*"
    r"|(?:\d{4}[年./\-])?\d{1,2}[月./\-]\d{1,2}[日号]?|.*\d+(?:号楼|单元|室|[-#]\d+).*"
)
INSTRUCTION = re.compile(
    r"^[(（]?\d{1,2}[)）.、．,:：]|^\d{1,2} (?![月日号天年]\s*(?:\d|$))(?=[\u4e00-\u9fff])"
    r"|[(（\[【].*?[)）\]】]|[(（\[【].*$|\d+(?:天|小时|日内|周岁)|\d+号楼$"
)
_TIME_OF_DAY = r"(?:[上下]午|[早晚]上|早晨|中午|[早中晚晨午]|[AaPp][Mm])"
DAY_COLUMN = re.compile(
    DATE_HEADING.pattern
    + rf"\s*(?:[(（]?{_TIME_OF_DAY}(?:[/、和]{_TIME_OF_DAY})*[)）]?\s*(?:体温|测温)?(?:[(（]?℃[)）]?)?)?"
)
"""A day, or a day and a time of it (2月28日早) or two: what wide tables of readings have any number of."""
SLOT = re.compile(
    r"(?:上午|下午|早[上晨间]?|中午?|午间?|晚[上间]?|傍晚|夜间?|晨间?|am|pm)(?:\d{1,2}(?:[点时:]\d{0,2})?)?(?:[检测]|[检测]温|体温|温度)?"
    r"|第[一二三四1-4]次(?:测温|体温|测量)?|复测|[是否有无]"
)
"""A time of day, or one of two answers, under a day or a question."""
SUB_WORDS = frozenset(
    (
        *("夜", "年", "月", "日", "男", "女", "合计", "小计", "省", "市", "县", "区", "已入户", "入户"),
        *("无人", "空户", "拒访", "租户", "电话", "无人应答", "未入户", "放行", "劝返", "上门", "未接"),
        *("代购", "垃圾", "心理", "党员", "群众", "体温", "时间", "早体温", "晚体温", "上午体温"),
        *("下午体温", "姓名", "联系电话", "职务", "单位", "次数", "数量", "是否", "人数"),
    )
)
READING = re.compile(r"(?:3[4-9]|4[0-2])(?:\.\d{1,2})?(?:[℃度/、].*)?|正常|未测")
TICKS = frozenset("√✓✔☑●■○Vv1是")
"""What stands in a box that applies."""
NUMBER_OF_COLUMN = re.compile(r"[12]?\d|3[0-3]")
ABOUT_THE_SHEET = re.compile(r":|^(?:填[报表]|上报|报送|制表|统计|审核|单位|网格)|(?:网格|社区|街道|办事处|居委会)$")
LABEL = re.compile(r".+[:：]$")
SEXES = ("男", "女")
_LONG_NUMBER = re.compile(r"(?<!\d)\d{9,}")


def holds_a_long_number(text: str) -> bool:
    """A telephone or an identity number that is no example in brackets: the row is somebody's."""
    return _LONG_NUMBER.search(text) is not None and _LONG_NUMBER.search(INSTRUCTION.sub("", text)) is not None


def is_data(text: str) -> bool:
    """A number, a day, a door or a telephone: what no heading is, whatever numbering or brackets it has."""
    return bool(_NUMBER.fullmatch(INSTRUCTION.sub("", text).strip() or text))
