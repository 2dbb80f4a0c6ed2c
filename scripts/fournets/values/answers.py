"""Answers: yes or no, and the choices that the desk's data files name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime

from fournets.model import Parsed, Problem, Raw
from fournets.values.text import as_written, clean

_YES = frozenset(
    {
        "是",
        "有",
        "√",
        "✓",
        "✔",
        "☑",
        "■",
        "Y",
        "YES",
        "y",
        "对",
        "1",
        "已",
        "真",
        "TRUE",
        "●",
        "⊙",
        "v",
        "V",
        "是的",
        "到过",
        "去过",
        "接触过",
        "签",
        "签了",
        "签过",
        "签字",
        "解除",
        "解除了",
        "真的",
    }
)
_NO = frozenset(
    {
        "否",
        "无",
        "没有",
        "没",
        "×",
        "✗",
        "✘",
        "☐",
        "□",
        "X",
        "x",
        "N",
        "NO",
        "n",
        "不是",
        "0",
        "未",
        "假",
        "FALSE",
        "不",
        "没到过",
        "未到过",
        "没去过",
        "未接触",
        "无接触",
        "未签",
        "╳",
        "✕",
    }
)
_FINE = frozenset(
    {
        "正常",
        "良好",
        "无异常",
        "健康",
        "无症状",
        "身体健康",
        "身体良好",
        "均正常",
        "无不适",
        "未见异常",
        "无发热",
        "无发烧",
        "很好",
        "好",
        "一切正常",
        "正常无症状",
        "身体正常",
        "无明显症状",
        "体温正常",
        "健康良好",
        "无咳嗽发热",
    }
)
_ALL_FINE = re.compile(
    r"(?:目前|现|全家|家人|一家|本人|身体|体温|健康|状况|情况|全部|都|均|一切|及|和|、|,|，|正常|良好|健康|很好|较好|"
    r"无(?:任何|明显|不良|身体)?(?:异常|症状|不适|发热|发烧|咳嗽|乏力|状况)+|未见异常|没有?(?:发热|发烧|咳嗽|症状|异常))+"
)
_DONE = re.compile(r"^(?:已经?|均?已)(?!隔离$).{0,6}$|^.{0,4}(?:已签|已解除|已完成)(?:字|订|收|署)?$")
_NOT_DONE = re.compile(r"^(?:未|没有?|尚未|还没|不曾|暂未|待).{0,6}$")
_LEADING = re.compile(r"^(是|否|有|无|√|×)\s*[(（,，:：].*$")
_OPTION_WORDS = r"[\u4e00-\u9fffA-Za-z]{1,8}"
_LETTER = re.compile(r"^[A-Ha-h]\s*[.、:)]\s*(?=[\u4e00-\u9fff])")
"""The letter before an option that an online form exports (A.是)."""
_TICKED, _UNTICKED = "☑✓✔√■●☒", "□☐○〇"
_BOXES = re.compile(rf"[{_TICKED}{_UNTICKED}(（]")
_OPTIONS = re.compile(rf"[{_TICKED}{_UNTICKED}]")
_MARK_FIRST = re.compile(rf"([{_TICKED}{_UNTICKED}]?)\s*({_OPTION_WORDS})")
_WORD_FIRST = re.compile(rf"({_OPTION_WORDS})\s*([{_TICKED}{_UNTICKED}]?)")
_BRACKETED = re.compile(rf"[(（]\s*([{_TICKED}])?\s*[)）]")
_DATE = re.compile(r"\d{1,4}[年./\-月]\d{1,2}(?:[月./\-]\d{1,2})?[日号]?")

_SAME_AGAIN = re.compile(
    r"应答|接听|联系|敲门|上门|走访|排查|摸排|家[中里]|[此该本]户|房屋|住户|人员|情况|状态|无误|属实|邻居|反映|告知"
)
_COUNTED = ("service", "material")
"""Choices of which a number is counted: two of them in one cell leave open how much of which."""
_LISTED = re.compile(r"[、,，;；/+和及与并\n]")
_HAN = re.compile(r"[\u4e00-\u9fff]")

CHOICES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "slot": (
        ("recheck", r"复测|复查|(?<!第)二次|补测"),
        ("noon", r"中午|午间|^中$|^午$|^午[检测]|正午|午饭"),
        ("morning", r"上午|早|晨|第一次|^AM$|^am$|^(?:0?[6-9]|10)[:点时]"),
        ("evening", r"下午|晚|夜|傍|第二次|^PM$|^pm$|^(?:1[5-9]|2[0-3])[:点时]"),
    ),
    "service": (
        ("rubbish", r"垃圾|清运|收运|倒垃"),
        ("comfort", r"心理|疏导|安慰|慰问|谈心|聊天|关怀|咨询"),
        ("shopping", r"代购|购|买|采|送菜|送药|取药|配送|送货|生活用品|物资|米|菜"),
        ("other", r"."),
    ),
    "volunteer_kind": (
        ("psychological", r"心理"),
        ("resident", r"群众|居民|业主|非党|共青团|团员|积极分子|民主党派|无党派"),
        ("party", r"党员|党$|中共|双报到|书记|支委|离退休"),
        ("other", r"."),
    ),
    "material": (
        ("wechat", r"微信|倡议书|朋友圈|网络|公众号|群发"),
        ("banner", r"横幅|标语|条幅"),
        ("leaflet", r"知识|传单|明白纸|宣传单|宣传页|彩页|单页|宣传材料|折页|一封信|手册|小贴士"),
        ("announcement", r"公告|通告|通知|告示|海报|张贴"),
        ("other", r"."),
    ),
    "visit_status": (
        ("refused", r"拒|不开门|不配合|未开门|不愿|不让进|拒接|不给开"),
        (
            "empty",
            r"空户|空房|空置|没人住|无人居住|未入住|无人住|长期无人|未装修|毛坯|闲置|^空|空$|无住户|未住人|不住人|没住人|未交房|空关",
        ),
        (
            "no_answer",
            r"无人|没人|不在家|未接|无应答|未应答|打不通|未打通|关机|停机|敲门无|家中无|联系不上|未见人|外出|无法接通|未入户|未联系|空号|锁门|没接|不接|占线|未通|不通|[未没]敲开|敲不开|没开门|联系不到|回老家|未见",
        ),
        (
            "checked",
            r"已|入户|电话|租户|租住|在家|正常|见面|接通|完成|登记|核实|居家|自住|有人|√|✓|是|无异常|常住|出租|租出|租给|同意|配合|见到|住人|ok|OK|健康|接听|接电话|回复",
        ),
    ),
    "method": (
        ("phone", r"电话|手机|拨打|微信|线上|视频|接通"),
        ("visit", r"入户|上门|走访|敲门|现场|见面|实地|登门"),
        ("other", r"."),
    ),
    "gate_result": (
        (
            "turned_back",
            r"劝返|劝离|劝回|劝退|劝阻|未放行|禁止|不准|不予|不许|不允许|不同意|拒绝|不让进|未进|未让|不放行|^返$|未通过|不能进|[没不]让",
        ),
        (
            "admitted",
            r"放行|准入|进入|入内|通过|允许|登记|准予|同意|正常|放入|准许|可以?进|已进|^让进|^进(?:了|去.*)?$|^放$|^√$|^入$|准进",
        ),
    ),
    "decision": (
        ("unsure", r"不确定|不清楚|不知|待定|存疑|说不[准清好]|拿不准|不好说|难说"),
        ("no", r"^否|不是|^不|^N|^n|×|^0$"),
        ("yes", r"^是|^对|^Y|^y|√|^1$|同一"),
    ),
    "gender": (("male", r"^(?:男性?|M|m|male|男孩|先生)$"), ("female", r"^(?:女性?|F|f|female|女孩|女士)$")),
}
_COMPILED = {
    kind: tuple((value, re.compile(pattern)) for value, pattern in choices) for kind, choices in CHOICES.items()
}


def parse_yes_no(raw: Raw) -> Parsed[str]:
    """`yes`, `no`, or empty. A blank is not a no; a date says that it was done."""
    if isinstance(raw, datetime | date):
        return Parsed("yes")
    text = chosen(clean(raw))
    if text in ("", "-", "—", "——", "/", "不详", "未知", "不清楚"):
        return Parsed("")
    answer = _pure(text) or ("yes" if _DATE.search(text) else "")
    return Parsed(answer) if answer else Parsed("", (Problem("answer_unreadable", {"written": text}),))


def parse_answer(raw: Raw, *, symptoms: bool = False) -> Parsed[str]:
    """`yes` or `no` where the cell is a pure answer, else its words; 正常 is a no to symptoms."""
    text = chosen(clean(raw))
    if text in ("", "-", "—", "——", "/"):
        return Parsed("")
    bare = text.strip("。.,，;；")
    if bare in _YES or bare.upper() in _YES:
        return Parsed("yes")
    if bare in _NO or bare.upper() in _NO or (symptoms and (bare in _FINE or _ALL_FINE.fullmatch(bare))):
        return Parsed("no")
    return Parsed(as_written(raw) if text == clean(raw) else text)


def parse_choice(kind: str, raw: Raw) -> Parsed[str]:
    """The data files' word for what the cell says; `kind` is a key of `CHOICES`."""
    text = chosen(clean(raw))
    if text in ("", "-", "—", "——", "/"):
        return Parsed("")
    named = _named(kind, text) if kind in _COUNTED else []
    if len(named) > 1:
        return Parsed(named[0], (Problem("several_kinds", {"written": text}),))
    for value, pattern in _COMPILED[kind]:
        if pattern.search(text):
            return Parsed(value)
    return Parsed("", (Problem("choice_unreadable", {"written": text}),))


def _named(kind: str, text: str) -> list[str]:
    """The different kinds that a list names (代购药品、清运垃圾), as they come; what is of no kind is none."""
    found = (
        next((value for value, pattern in _COMPILED[kind] if pattern.search(part)), "") for part in _LISTED.split(text)
    )
    return [value for value in dict.fromkeys(found) if value not in ("", "other")]


def names_a_day(text: str) -> bool:
    """Whether an answer is given as the day on which it was done."""
    return bool(_DATE.search(text))


def says_more(kind: str, raw: Raw) -> bool:
    """Whether a cell says more than the choice read from it (已联系，人在武汉), or words of no choice (在老家)."""
    rest = clean(raw)
    for _, pattern in _COMPILED[kind]:
        rest = pattern.sub("", rest)
    rest = _SAME_AGAIN.sub("", rest)
    return len(_HAN.findall(rest)) >= 2


def chosen(text: str) -> str:
    """Of printed options with boxes (☑是 □否, 是√ 否, 是（√）否（ ）) the ticked one's word; other text as it is.

    Nothing ticked is an empty answer; two ticks leave the text, which then reads as no answer.
    """
    if not _BOXES.search(text):
        return _LETTER.sub("", text)
    text = _BRACKETED.sub(lambda found: found[1] or "□", text)
    if not _OPTIONS.search(text) or not re.search(_OPTION_WORDS, text):
        return text
    if text[0] in _TICKED + _UNTICKED:
        options = [(word, mark) for mark, word in _MARK_FIRST.findall(text)]
    else:
        options = _WORD_FIRST.findall(text)
    ticked = [word for word, mark in options if mark and mark in _TICKED]
    if len(ticked) == 1:
        return str(ticked[0])
    all_empty = not ticked and len(options) > 1 and all(mark for _, mark in options)
    return "" if all_empty else text


def _pure(text: str) -> str:
    leading = _LEADING.match(text)
    word = (leading[1] if leading else text).strip(" 。.!")
    if word in _YES or word.upper() in _YES:
        return "yes"
    if word in _NO or word.upper() in _NO:
        return "no"
    if _NOT_DONE.match(word):
        return "no"
    return "yes" if _DONE.match(word) else ""
