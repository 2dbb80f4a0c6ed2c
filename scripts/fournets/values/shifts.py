"""Shifts and posts of duty, as headings of a roster and cells of a list name them."""

from __future__ import annotations

import re

_BEFORE = r"(?:早上?|上午|中午|下午|晚上?)"
_HOUR = rf"(?:{_BEFORE}?\d{{1,2}}(?:[:：点时]\d{{0,2}}分?|\.\d\d)|{_BEFORE}\d{{1,2}})"
_TO = r"\s*[-—–~～至到]+\s*(?:次日|第二天|翌日)?\s*"
_HOURS = rf"(?:{_HOUR}{_TO}(?:{_HOUR}|\d{{1,2}})|\d{{1,2}}{_TO}{_HOUR})"
"""8:00-14:00, 8-14点, 早8-晚8; 2-8 may be a day."""
_PART = (
    r"(?:上午|下午|中午|午间|早上|晚上|早晨|凌晨|前半夜|后半夜|上半夜|下半夜|夜间|夜里|白天|全天|[早中晚夜白日大小]+夜?班"
    r"|第?[一二三四1-4]班|(?:上午|下午|夜间|晚间|早间|晚)班)"
)
_SHIFT = re.compile(
    rf"(?:{_PART}\s*[(（:：]?\s*(?:{_HOURS})?\s*[)）]?|[(（]?{_HOURS}[)）]?)(?:值[班守]|执勤|人员|时段)?"
)
_GATE = r"(?:[东西南北中正后侧大偏小][东西南北侧边大]?门|[一二三四五六七八九十\d]+号?门)"
_POST_WORD = r"(?:劝返点|门岗|卡[口点]|检查点|值守点|执勤点|值班点|检测点|测温点|岗亭|出入口|路口)"
_NAMED = r"[\u4e00-\u9fffA-Za-z\d]"
_POST = re.compile(rf"(?:{_NAMED}{{0,12}}?{_GATE}{_POST_WORD}?|{_NAMED}{{1,12}}?{_POST_WORD})(?:[(（].*[)）])?")


def is_shift(text: str) -> bool:
    """Whether a cleaned text names a part of the day on duty: 上午, 夜班, 白班(8:00-20:00), 14时-20时."""
    return _SHIFT.fullmatch(text) is not None


def is_post(text: str) -> bool:
    """Whether a cleaned text names a gate or another post: 东门, 惠泽劝返点, 3号门; 卡口 names none."""
    return _POST.fullmatch(text) is not None
