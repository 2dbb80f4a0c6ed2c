"""How two names, or two numbers, can be one that somebody heard or typed wrongly."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache
from itertools import combinations

from pypinyin import lazy_pinyin
from rapidfuzz.distance import OSA

from fournets.values.identity import is_valid_id, matches_masked

_LOOK_ALIKE = (
    "己已巳 未末 士土 日曰 戊戌戍 王玉主 侯候 千干于 天夭 人入八 大太犬 刀力 田由甲申 午牛 子孑 目且 白自 木本 "
    "冉再 代伐 今令 仑仓 毛手 九丸 兵乒 住往佳 季李秀 栗粟 荼茶 冶治 洁沽 冷泠 洒酒 清请情晴倩靖 浩诰 杨扬汤 "
    "彬杉 玲铃岭伶 莹萤荧 茜西 桦华 恺凯 晓哓 媛缓援 淼森 慧彗 惠蕙 娜那 颖颍 煊暄喧 炜伟玮 健建 峻俊竣浚 萍苹 "
    "凤风 雪雷 鸣呜 乌鸟 亨享 予矛 拨拔 崇祟 博搏 辛幸 辰展 良艮 宇字宁 宜宣 官宫 客容 密蜜 尚向 师帅 席度 廷延 "
    "弘泓 弛驰 彦颜 忠思 怡治 恒桓 晨震 冒昌 曼蔓 材林 柏伯 楠南 汉汊 沐沭 泽译 海悔 润闰 渊洲 源原 滨宾 烁砾 玫致 "
    "珊册 珍诊 琪棋祺淇 瑜喻 瑞端 甫浦 盈盆 真直 样详祥 程呈 粱梁 紫柴 美羡 翔翊 芝艺 芬芳 苑范 茂茨 荣荥 莉利 "
    "菲非 萌明 蕾雷 诚城 谦廉 贤坚 辉晖 达迭 迪油 邱丘 邹郅 郝赫 鑫淼 铭名 锋峰 锦绵 阎闫 阳阴 陈阵 陆陇 隆降 雯雨 "
    "静净 飞乙 骏俊 鹏朋 麦表 黎犁"
)
_ALSO_READ = {
    "曾": "zeng", "乐": "yue", "长": "chang", "单": "shan", "仇": "qiu", "解": "xie", "盖": "ge", "翟": "zhai",
    "查": "zha", "区": "ou", "尉": "yu", "行": "hang", "茜": "xi", "娜": "nuo", "晟": "sheng", "莘": "xin", "柏": "bo",
    "朝": "zhao", "重": "chong", "盛": "cheng", "参": "shen", "薄": "bo", "覃": "qin", "缪": "miao", "员": "yun",
    "洗": "xian", "召": "shao", "万": "mo", "都": "du", "朴": "piao", "种": "chong", "露": "lou",
}  # fmt: skip
"""Readings of names beside the commonest one."""
_SHAPES: dict[str, frozenset[int]] = {}
for _number, _group in enumerate(_LOOK_ALIKE.split()):
    for _sign in _group:
        _SHAPES[_sign] = _SHAPES.get(_sign, frozenset()) | {_number}
_NOT_DIGIT = re.compile(r"\D")
SHORTEST_PART = 3
FEWEST_DIGITS = 6
MOST_ERRORS = 4
"""So many signs of an ID number can be typed wrongly (a birthday by the other calendar); more is another number."""


class Likeness(IntEnum):
    """How near two names are, from strangers to the same.

    `FAINT` are two short names of one surname; `SEEN` and above cannot be told apart by eye or ear.
    """

    NONE = 0
    FAINT = 1
    ONE_OFF = 2
    TURNED = 3
    PART = 4
    SEEN = 5
    HEARD = 6
    SAME = 7


@cache
def readings(sign: str) -> frozenset[str]:
    """How a character is read in names, without tones: the usual way, and others that people use."""
    if not _is_han(sign):
        return frozenset()
    return frozenset((*lazy_pinyin(sign), *_ALSO_READ.get(sign, "").split()))


@cache
def likeness(one: str, other: str) -> Likeness:
    """How near two names' keys are."""
    if one == other:
        return Likeness.SAME
    if min(len(one), len(other)) < 2:
        return Likeness.NONE
    if len(one) == len(other):
        return _same_length(one, other)
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) >= SHORTEST_PART and len(longer) > 4 and longer.startswith(shorter):
        return Likeness.PART
    return (
        Likeness.ONE_OFF
        if len(longer) > 2 and len(longer) - len(shorter) == 1 and _is_subsequence(shorter, longer)
        else Likeness.NONE
    )


def _same_length(one: str, other: str) -> Likeness:
    different = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if all(readings(a) & readings(b) for a, b in different):
        return Likeness.HEARD
    if len(different) == 1 and _look_alike(*different[0]):
        return Likeness.SEEN
    if sorted(one) == sorted(other) and len(different) == 2:
        return Likeness.TURNED
    if len(different) != 1:
        return Likeness.NONE
    return Likeness.ONE_OFF if len(one) > 2 else Likeness.FAINT if one[0] == other[0] else Likeness.NONE


def _look_alike(one: str, other: str) -> bool:
    return bool(_SHAPES.get(one, frozenset()) & _SHAPES.get(other, frozenset()))


def _is_han(sign: str) -> bool:
    return "\u3400" <= sign <= "\u9fff"


def _is_subsequence(shorter: str, longer: str) -> bool:
    signs = iter(longer)
    return all(sign in signs for sign in shorter)


def one_typing_error(written: str, right: str) -> bool:
    """Whether a number differs by one digit changed, dropped, doubled or changing places with its neighbour."""
    return (
        written != right and abs(len(written) - len(right)) <= 1 and OSA.distance(written, right, score_cutoff=1) == 1
    )


def is_full_id(written: str) -> bool:
    """A number of any paper, without a mask, long enough to tell people apart."""
    return "*" not in written and len(_NOT_DIGIT.sub("", written)) >= FEWEST_DIGITS


def nearly_valid(written: str) -> bool:
    """A resident's number with a typing error in it; the X may have changed places with its neighbour."""
    digits = written.replace("X", "", 1)
    return 17 <= len(written) <= 19 and digits.isdigit() and not is_valid_id(written)


def tells_apart(written: str) -> bool:
    """Whether a number is whole enough to say whose it is not, though not whose it is."""
    return nearly_valid(written) or ("*" in written and len(_NOT_DIGIT.sub("", written)) >= FEWEST_DIGITS)


def may_be_one_number(written: str, right: str) -> bool:
    """Whether a number with typing errors in it, or with hidden digits, can still be this one."""
    if "*" in right:
        return True
    if "*" in written:
        return not is_valid_id(right) or matches_masked(written, right)
    return OSA.distance(written, right, score_cutoff=MOST_ERRORS) <= MOST_ERRORS


def clearly_different(names: list[str]) -> bool:
    """Whether two of these names (keys) can hardly be spellings of one."""
    return any(likeness(one, other) < Likeness.ONE_OFF for one, other in combinations(names, 2))
