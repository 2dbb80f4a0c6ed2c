"""Which field a heading announces: exactly as listed, by sound, or by likeness, and how surely."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz import fuzz, process

from fournets.catalogue.contradictions import ACTORS, speaks_against
from fournets.catalogue.fields import Column, Form, Kind
from fournets.catalogue.forms import FORMS
from fournets.reading.headings.everyday import person_beside_phone, said_formally
from fournets.reading.headings.sounds import sounding_alike, sounds_like
from fournets.values.text import clean

SERIALS = frozenset(("序号", "编号", "序", "no", "行号", "顺序", "项目", "顺序号", "序列", "项次"))
BARE = frozenset(
    (
        *("日期", "时间", "编号", "姓名", "数量", "次数", "人数", "结果", "情况", "地点", "方式", "类别", "类型"),
        *("说明", "备注", "人员", "本人", "户主", "名称"),
    )
)
"""Headings that say nothing of a longer one that holds them, nor it of them: 离开日期 is no 日期, 备注 no 核查备注."""
EXACT, OWN, SAME_SOUND, IN_OTHER_WORDS = 1.0, 1.1, 0.94, 0.9
COUNTED_DAY = re.compile(
    r"(?:体温|测温)?(?:监测|情况|记录)?第?(\d{1,2}|[一二三四五六七八九十]{1,3})天(?:体温|测温)?(上午|下午|早上?|晚上?|中午|晨)?(?:体温|测温)?"
)
"""A day of somebody's observation (第3天上午), not of the calendar."""
_MONTH, _DAY = r"(?:1[0-2]|0?[1-9])", r"(?:3[01]|[12]\d|0?[1-9])"
DATE_HEADING = re.compile(
    rf"(20\d{{6}}|(?:\d{{4}}[年./\-])?{_MONTH}[月./\-]{_DAY}[日号]?|{_DAY}[日号]"
    r"|(?:农历)?(?:正|二|腊)月(?:初|十|廿|二十|三十)[一二三四五六七八九十]?)"
    r"(?: 00:00)?\s*(?:[(（]?(?:星期|周)[一二三四五六日天][)）]?|体温|测温|体温监测|监测)?"
)
_NUMBERING = re.compile(
    r"^(?:[(（]?\d{1,2}[)）.、．,:：]\s*|\d{1,2}\s+(?![月日号天年]\s*(?:\d|$))(?=[\u4e00-\u9fffA-Za-z])|[①-⑳]|[(（][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+、)"
)
_ADDRESSED = re.compile(
    r"请(?:您)?(?:填写|选择|输入|问)|您(?:(?:及|和|与)(?:您的?)?家[人属])?的?"
    r"|(?<=.)(?:是|为)(?:什么|哪个|哪里|多少)?\s*[:：?？]*\s*$"
)
"""How an online form asks: 您的姓名是？, 您及家人近14天是否外出."""
_BRACKETS = re.compile(r"[(（\[【].*?[)）\]】]|[(（\[【].*$")
_IN_BRACKETS = re.compile(r"[(（\[【]([^()（）\[\]【】]{2,8})[)）\]】]")
_NOISE = re.compile(r"[℃\s*＊★☆#:：,，.。;；、/／\\?？!！_\-—~\"'“”]")
_ROLES = re.compile(
    r"网格员|责任人|负责人|物业|联系人|紧急|家属|监护人|民警|医生|包保|包靠|管控|审核|楼长|单元长|房东|亲属|亲友|"
    r"同行|密接|密切接触|父母|父亲|母亲|配偶|子女|单位|学校|户籍|原籍|老家|工作|志愿者|领导|书记|主任|填表|填报|上报|"
    r"接收|经办|代办|核查|签收|途经|途径|原住|出发|来源|目的|车主|来访|被访|干部|党员"
)
_ACTORS = re.compile(ACTORS + "(?!.*(?:信息|情况))")
_GENERIC = re.compile(
    r"姓名|名字|电话|联系电话|联系方式|手机|手机号码?|地址|住址|详细地址|身份证号?码?|性别|年龄|单位|关系|职务"
)
_SHAPES: tuple[tuple[re.Pattern[str], frozenset[Kind]], ...] = (
    (re.compile(r"^(?:家|屋)[里中]?有(?:无|没有)人$"), frozenset((Kind.VISIT_STATUS,))),
    (
        re.compile(r"^(?:是否|有无|能否|可否|是不是)"),
        frozenset((Kind.YES_NO, Kind.ANSWER, Kind.GATE_RESULT, Kind.DECISION, Kind.VISIT_STATUS)),
    ),
    (re.compile(r"(?:电话|手机|联系方式)(?:号码?)?\d?$"), frozenset((Kind.PHONE,))),
    (re.compile(r"(?:身份证|证件)(?:号码?)?$"), frozenset((Kind.ID_NUMBER,))),
    (re.compile(r"(?:日期|年月日)$"), frozenset((Kind.DATE, Kind.BIRTH_YEAR))),
    (re.compile(r"时间$"), frozenset((Kind.DATE, Kind.TIME, Kind.TEXT, Kind.SLOT))),
    (re.compile(r"(?:车牌|号牌|车号)(?:号码?)?$"), frozenset((Kind.PLATE, Kind.TEXT))),
    (re.compile(r"(?:体温|温度)(?:值|度数)?$"), frozenset((Kind.TEMPERATURE,))),
    (re.compile(r"(?:人|户|次|份|总|张|件)数(?:量)?$|数量$|人次$"), frozenset((Kind.COUNT, Kind.TEXT))),
    (re.compile(r"面积$"), frozenset((Kind.AREA,))),
    (re.compile(r"几口?人$"), frozenset((Kind.COUNT, Kind.TEXT))),
    (re.compile(r"(?:人员?|姓名|名字|者|群主|对象)$"), frozenset((Kind.NAME, Kind.PERSON, Kind.TEXT, Kind.ANSWER))),
    (re.compile(r"(?:地址|住址)$"), frozenset((Kind.ADDRESS, Kind.TEXT))),
)
_EVERY_KIND = frozenset(Kind)
Scores = tuple[tuple[float, Column], ...]
"""Columns of a form that a heading may announce with how surely, surest first."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading's text and the group headings above it, outermost first."""

    leaf: str
    groups: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """All of it, as written."""
        return "/".join((*self.groups, self.leaf))


@lru_cache(maxsize=65536)
def normalised(text: str) -> str:
    """A heading without numbering, instructions in brackets, spaces and punctuation."""
    bare = _ADDRESSED.sub("", _NUMBERING.sub("", clean(text)))
    without = _NOISE.sub("", _BRACKETS.sub("", bare))
    return (without or _NOISE.sub("", bare)).lower()


@lru_cache(maxsize=65536)
def _alike(text: str) -> frozenset[str]:
    """The spellings of all forms that can be like the text at all: cheaply found, to be weighed one by one."""
    listed = _every_spelling()
    near = {found[0] for found in process.extract(text, listed, scorer=fuzz.ratio, score_cutoff=66, limit=None)}
    near |= {*_inside(text), *_around(text)}
    return frozenset(near | sounding_alike(text, _spellings_of(len(text))))


def _inside(text: str) -> frozenset[str]:
    """The spellings that the text holds."""
    parts = (text[start:end] for start in range(len(text)) for end in range(start + 1, len(text) + 1))
    return known_headings().intersection(parts)


def _around(text: str) -> Iterator[str]:
    """The spellings that hold the text."""
    lines = _spellings_in_lines()
    found = lines.find(text)
    while found >= 0:
        end = lines.index("\n", found)
        yield lines[lines.rindex("\n", 0, found) + 1 : end]
        found = lines.find(text, end)


@lru_cache(maxsize=65536)
def likeness(text: str, spelling: str, kind: Kind) -> float:
    """How alike a normalised heading and a listed spelling of a column are, 0–1; 1 only for the same.

    Whose it is and what shape its cells must have are never matters of likeness: 网格员电话 is not 电话, and
    是否离开 is not 离开时间, however alike they look.
    """
    if text == spelling:
        return EXACT
    if len(text) < 2 or len(spelling) < 2 or len(text) > 30:
        return 0.0
    if not _roles(text) <= _roles(spelling) or not _has_shape(text, kind):
        return 0.0
    if sounds_like(text, spelling):
        return SAME_SOUND
    ratio = fuzz.ratio(text, spelling) / 100
    if (spelling in BARE and len(text) > len(spelling)) or (text in BARE and len(spelling) > len(text)):
        return 0.0
    if spelling in text or text in spelling:
        shorter, longer = sorted((len(text), len(spelling)))
        tail = text.endswith(spelling) or spelling.endswith(text)
        ratio = max(ratio, 0.72 + 0.2 * shorter / longer + (0.03 if tail else 0.0))
    return min(ratio, 0.95) if ratio >= 0.66 else 0.0


@lru_cache(maxsize=65536)
def _roles(text: str) -> frozenset[str]:
    return frozenset(_ROLES.findall(text))


def _has_shape(text: str, kind: Kind) -> bool:
    return kind in _kinds_of_shape(text)


@lru_cache(maxsize=65536)
def _kinds_of_shape(text: str) -> frozenset[Kind]:
    """The kinds of cells that a heading of this shape can stand over."""
    return next((kinds for shape, kinds in _SHAPES if shape.search(text)), _EVERY_KIND)


@cache
def spellings(form: str) -> tuple[tuple[Column, tuple[str, ...]], ...]:
    """The form's columns with their normalised headings."""
    return tuple((column, tuple(dict.fromkeys(map(normalised, column.headings)))) for column in FORMS[form].columns)


@cache
def known_headings() -> frozenset[str]:
    """Every normalised heading of every form."""
    return frozenset(text for form in FORMS for _, texts in spellings(form) for text in texts)


@cache
def _spellings_in_lines() -> str:
    return "".join(f"\n{spelling}" for spelling in _every_spelling()) + "\n"


@cache
def _spellings_of(length: int) -> tuple[str, ...]:
    return tuple(spelling for spelling in _every_spelling() if len(spelling) == length)


@cache
def _every_spelling() -> tuple[str, ...]:
    return tuple(sorted(known_headings()))


@cache
def _all_columns() -> tuple[tuple[Kind, frozenset[str]], ...]:
    by_kind: dict[Kind, dict[str, None]] = {}
    for form in FORMS:
        for column, texts in spellings(form):
            by_kind.setdefault(column.kind, {}).update(dict.fromkeys(texts))
    return tuple((kind, frozenset(texts)) for kind, texts in by_kind.items())


@cache
def _listings() -> Mapping[str, tuple[tuple[str, int], ...]]:
    """Every normalised heading with the forms and the places of their columns that list it."""
    places: dict[str, list[tuple[str, int]]] = {}
    for form in FORMS:
        for place, (_, texts) in enumerate(spellings(form)):
            for text in texts:
                places.setdefault(text, []).append((form, place))
    return {text: tuple(listed) for text, listed in places.items()}


@cache
def _likes() -> tuple[tuple[str, int, Kind, re.Pattern[str]], ...]:
    """The forms and the places of their columns that take headings in other words, with the pattern of these."""
    return tuple(
        (form, place, column.kind, re.compile(column.like))
        for form in FORMS
        for place, (column, _) in enumerate(spellings(form))
        if column.like
    )


@cache
def _patterns() -> re.Pattern[str]:
    patterns = {column.like for form in FORMS.values() for column in form.columns if column.like}
    return re.compile("|".join(f"(?:{pattern})" for pattern in sorted(patterns)))


@lru_cache(maxsize=65536)
def nearly_known(text: str) -> bool:
    """Whether a normalised text is a listed heading, or much like one of some form."""
    if text in known_headings() or COUNTED_DAY.fullmatch(text):
        return True
    if len(text) < 2 or len(text) > 25 or text.isdecimal() or re.search(r"\d{3,}", text):
        return False
    if _patterns().search(text):
        return True
    near = _alike(text)
    if any(likeness(text, spelling, kind) >= 0.74 for kind, texts in _all_columns() for spelling in near & texts):
        return True
    return any(words in known_headings() or _patterns().search(words) for words in said_formally(text))


def column_scores(heading: Heading, form: Form, own: Mapping[str, tuple[str, ...]]) -> Scores:
    """The form's columns that this heading may announce, surest first.

    Of several listed spellings of one field the earlier ones are surer, so that 姓名 wins over 户主姓名.
    """
    return _column_scores(heading, form.name, tuple((name, tuple(texts)) for name, texts in own.items()))


@lru_cache(maxsize=65536)
def _column_scores(heading: Heading, form: str, own: tuple[tuple[str, tuple[str, ...]], ...]) -> Scores:
    columns = spellings(form)
    best: dict[int, float] = {}
    for weight, text in _texts(heading):
        scores = dict(_by_form(text).get(form, ()))
        fields = {name for name, texts in own if text in map(normalised, texts)}
        scores |= {place: OWN for place, (column, _) in enumerate(columns) if column.field in fields}
        for place, score in scores.items():
            said = weight * score if score < IN_OTHER_WORDS else weight - (EXACT - score) / 50
            best[place] = max(best.get(place, 0.0), said if weight == IN_OTHER_WORDS else weight * score)
    return tuple((best[place], columns[place][0]) for place in sorted(best, key=lambda place: (-best[place], place)))


@lru_cache(maxsize=8192)
def _by_form(text: str) -> Mapping[str, tuple[tuple[int, float], ...]]:
    """The forms with the places of their columns that a normalised text may announce, and how surely.

    As listed, else in words that the column declares, else by likeness to the nearest of its spellings.
    """
    found: dict[tuple[str, int], float] = {}
    if text not in SERIALS:
        for spelling in _alike(text) if 1 < len(text) <= 30 else ():
            for form, place in _listings()[spelling]:
                score = likeness(text, spelling, spellings(form)[place][0].kind)
                found[form, place] = max(found.get((form, place), 0.0), score)
        if _patterns().search(text):
            kinds = _kinds_of_shape(text)
            likes = ((form, place) for form, place, kind, like in _likes() if kind in kinds and like.search(text))
            found |= dict.fromkeys(likes, IN_OTHER_WORDS)
    for form, place in _listings().get(text, ()):
        found[form, place] = EXACT - 0.0005 * spellings(form)[place][1].index(text)
    by_form: dict[str, list[tuple[int, float]]] = {}
    for (form, place), score in found.items():
        column, listed = spellings(form)[place]
        if score and (text in listed or not speaks_against(column, text)):
            by_form.setdefault(form, []).append((place, score))
    return {form: tuple(scores) for form, scores in by_form.items()}


@lru_cache(maxsize=8192)
def _texts(heading: Heading) -> tuple[tuple[float, str], ...]:
    """The leaf, and the leaf after its groups; below 网格员 the leaf 姓名 is not the person's and does not count."""
    leaf = normalised(heading.leaf)
    leaf = leaf if leaf in known_headings() else person_beside_phone(leaf) or leaf
    groups = [normalised(group) for group in heading.groups]
    somebody_else = bool(_GENERIC.fullmatch(leaf)) and any(map(is_somebody_else, groups))
    texts = [(1.0, leaf)] if leaf and not somebody_else else []
    if leaf not in known_headings():
        texts += [(IN_OTHER_WORDS, part) for part in _parts(heading.leaf) if part in known_headings()]
        texts += [(IN_OTHER_WORDS, words) for words in said_formally(leaf) if not somebody_else]
    above = ""
    for group in reversed(groups):
        above = group + above
        texts.append((0.98, above + leaf))
    return tuple((weight, text) for weight, text in texts if text)


def _parts(leaf: str) -> list[str]:
    """What the brackets of a heading hold (责任区域（小区）), and what it leaves open (车牌/证件), without spaces."""
    leaf = _NUMBERING.sub("", clean(leaf))
    found = _IN_BRACKETS.search(leaf)
    either = re.split(r"[/\\|]", _BRACKETS.sub("", leaf))
    parts = [found[1] if found else "", *(either if len(either) > 1 else ())]
    return [bare for part in parts if len(bare := _NOISE.sub("", part).lower()) > 1]


@lru_cache(maxsize=8192)
def is_somebody_else(text: str) -> bool:
    """Whether a normalised heading names somebody other than the person whom a row is about."""
    return _ROLES.search(text) is not None or _ACTORS.search(text) is not None
