"""Free words that decide something: taken to hospital, living elsewhere, passed through Wuhan, has a fever."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache

_CLAUSES = re.compile(r"[,，;；。.、\n]|后(?=[返回在居])")
_BACK = re.compile(r"返回|回家|出院|排除|转回|送回|接回|居家|回到|已解除|期满")
_NOT_TAKEN = re.compile(r"未|没有|无需|不需|不用|不必|拒绝|不符合|建议|拟|准备|待|必要时|如有|若|请|应")
_FEVER_CLINIC = re.compile(r"(?:[\u4e00-\u9fff]{0,8}医院)?发热门诊")
_TAKEN = re.compile(
    r"集中(?:隔离|观察|医学观察|管理|安置)|(?:隔离|安置|集中|观察)点|隔离(?:酒店|宾馆|病房)|(?:酒店|宾馆)(?:集中)?隔离|"
    r"住院|收治|入院|确诊|(?:送|转|入|往|到|在|至)[\u4e00-\u9fff]{0,10}医院|医院[\u4e00-\u9fff]{0,4}(?:隔离|治疗|观察)|转院|定点医院|转诊至"
)
_HOME_MEASURE = re.compile(r"(?:在家|居家)[\u4e00-\u9fff\d]{0,8}")
_MET_A_PATIENT = re.compile(
    r"接触(?:过|了|到)?(?:新冠|新型冠状病毒|肺炎|疑似|及|或|、)*确诊|(?:与|和|同)[\u4e00-\u9fff]{0,6}确诊[\u4e00-\u9fff]{0,6}接触"
)
_HOSPITAL_ALONE = re.compile(r"[\u4e00-\u9fff]{0,10}医院")

_OTHERS = re.compile(
    r"儿子|女儿|儿媳|女婿|妻子|丈夫|老公|老婆|爱人|父亲|母亲|父母|爸|妈|家人|孩子|子女|亲戚|亲属|朋友|同事|房东|哥|姐|弟|妹|孙|同住|邻居|其[父母兄妻夫子女]"
)
_OWN = re.compile(r"本人|户主|自己|全家|均")
_REPORTED = re.compile(
    rf"(?:{_OTHERS.pattern})[^,，;；。、]{{0,3}}(?:说|称|反映|反馈|告知|表示|讲)(?:了|其|他|她)?[:：]?"
)
"""邻居说人在外地 is said by the neighbour, of the person himself."""
_FAR = "(?:武汉|湖北|外地|外省|外市|老家|原籍)"
_ELSEWHERE = re.compile(
    r"(?:尚|还|一直|仍|至今)?(?:未|没有?|不)(?:有)?(?:返回|返东|返乡|返程|回来|回东|回家|来东|来鲁|到东|回本|入东|在东营|在本|在我|在辖区|在社区|在小区|在家住|在这?里?住|在此|住[此这]|住在|居住在?[本我此该]|属于?[本我])|"
    r"(?:未|没有?)(?:回|归|返)$|"
    r"(?:人|本人|现|目前|一直|仍|滞留|常住|常年|长期|居住|住|还|全家)在(?:外地|外省|外市|省外|国外|老家|湖北|武汉|外(?!出))|"
    r"在(?:国外|境外|海外|老家)|在外(?:务工|打工|工作|上学|求学|经商|居住|未|没)|外地(?:居住|务工|打工|工作|上学|过年|未|没)|"
    r"户在人不在|常年不在|滞留|已离开|已离东|离开东营|搬(?:家|走|离|出|到|至|往|去)|已迁出|迁出|外出未归|"
    r"非本(?:小区|社区|辖区|网格|地|市)|非我(?:社区|辖区|区)|不是[本我](?:小区|社区|辖区)|[辖管]区(?:以|之)?外|"
    rf"(?:在|返回|回|去)(?:了)?(?:外地|外省|外市)(?!人员)|(?:^|[已日号又经])返回{_FAR}|"
    r"已?转(?:至|到|往)?(?:其他|别的)(?:社区|小区|街道)"
)
_NOT_ELSEWHERE = re.compile(
    r"(?:不|未|没|无)(?:有)?(?:在|去|到)?(?:外地|外省|外出|滞留|离开|搬)|从.{1,8}返回|外地返回|[到至入][本我](?:小区|社区|辖区)"
)
_BACK_HERE = re.compile(
    r"(?<![未没不有能])(?:返回|回到|回来|已回|已返)(?:了)?(?:东营|[本我](?:市|地|小区|社区|辖区)|家|$)|(?<!不)在家|居家"
)
_NOW_AT = re.compile(
    r"(?:人在|现在|现住|现居(?:住?[在于])?|目前在|仍在|还在|一直在|已回|(?:^|[已日号又])返回|已去|已到|回了|去了|^在)"
    r"(?![家此这本我该])([\u4e00-\u9fff]{2,8})"
)
_LIVES_AT = re.compile(
    r"(?:住在|现住|现居(?:住?[在于])?|归|属于|移交(?:给|至|到)?|转交(?:给|至|到)?)(?![家此这本我该其])"
    r"([\u4e00-\u9fff\d]{2,8}?(?:社区|小区|街道|花园|家园|公寓))"
)
_NOBODY = re.compile(r"查无此(?:人|户)|无此(?:人|户)|没有此人|没有这个人|查不到")
_VIA = re.compile(
    r"(?:途经|途径|经停|中转|路过|换乘|取道|经[过由])[^,，;；。]{1,12}|"
    r"[\u4e00-\u9fff]{2,8}(?:中转|换乘|经停|转车|转机|停留|逗留)"
)
_NOT_VIA = re.compile(
    r"(?:未|没有?|不|无|否认|避开|绕开)[\u4e00-\u9fff]{0,4}(?:途经|途径|经|中转|路过|换乘|停留|逗留|转车|转机)"
)
_FEVER = re.compile(r"发热|发烧|高烧|低烧|低热|高热")
_NO_FEVER = re.compile(
    r"(?:无|没有?|未见?|不|否认)(?:明显|任何|有)?[\u4e00-\u9fff、,，]{0,6}(?:发热|发烧|低热|高热)|已?排除|已退|退烧|退热|痊愈|发热门诊|(?:发热|发烧)[:：]?(?:无|否)"
)
_ORIGIN_KEY = re.compile(
    r"来源|来自|出发|返程|返回(?:地|省|市|前)|从何|何处|何地|外出地|途经|途径|经停|中转|停留|逗留|旅居|到过|去过"
)
_FLAG_KEY = re.compile(r"是否|有无|曾")
_MEASURE_KEY = re.compile(r"措施|隔离方式|去向|处置|隔离地点类|管控方式")
_OUTCOME_KEY = re.compile(r"情况|结果|状态|去向|现状|说明|备注")
_YES = frozenset({"是", "有", "√", "✓", "Y", "y", "1", "yes", "到过", "去过"})


@cache
def taken_away(text: str, *, bare: bool = False) -> bool | None:
    """Whether words say that somebody was taken to a hospital or a central site; None when they say nothing of it.

    The last clause that says something decides: 住院，已出院 is no. A fever clinic, a plan or a refusal is none.
    `bare` takes a hospital's mere name for it, as in a column 去向.
    """
    said: bool | None = None
    for clause in _CLAUSES.split(text):
        rest = _MET_A_PATIENT.sub("", _FEVER_CLINIC.sub("", clause))
        if _BACK.search(rest) and not re.search(r"集中|定点", rest):
            said = False
        elif _NOT_TAKEN.search(rest):
            continue
        elif _TAKEN.search(rest) or (bare and _HOSPITAL_ALONE.fullmatch(rest.strip())):
            said = True
    return said


@cache
def is_home_measure(text: str) -> bool:
    """Whether this is the measure of staying at home, and no word of coming back to it from elsewhere."""
    return bool(_HOME_MEASURE.fullmatch(text))


@cache
def of_the_person(text: str) -> str:
    """The clauses that speak of the person himself; what relatives and neighbours report of him does."""
    own, somebody_else = [], False
    for clause in _CLAUSES.split(_REPORTED.sub("", text)):
        somebody_else = bool(_OTHERS.search(clause)) or (somebody_else and not _OWN.search(clause))
        if not somebody_else:
            own.append(clause)
    return "，".join(own)


@cache
def _still_true(text: str) -> tuple[str, ...]:
    """The clauses after the last that says the person is back: 在外地工作，2月1日返回 says nothing any more."""
    still: list[str] = []
    for clause in _CLAUSES.split(_REPORTED.sub("", text)):
        gone = bool(_ELSEWHERE.search(clause))
        if not gone and _BACK_HERE.search(clause) and not about_others(clause):
            still.clear()
        else:
            still.append(clause)
    return tuple(still)


@cache
def is_elsewhere(text: str) -> bool:
    """Whether words say that the person is not here."""
    return any(_ELSEWHERE.search(clause) and not _NOT_ELSEWHERE.search(clause) for clause in _still_true(text))


@cache
def about_others(text: str) -> bool:
    """Whether words speak of relatives or housemates and not of the person himself."""
    return bool(_OTHERS.search(text)) and not _OWN.search(text)


@cache
def now_at(text: str) -> str:
    """The place where words say that somebody is now (现住济南), to be judged by the caller."""
    places = [found[1] for clause in _still_true(text) if (found := _NOW_AT.search(clause))]
    return places[-1] if places else ""


@cache
def lives_at(text: str) -> str:
    """The compound or community where words say that somebody lives, or to which he was handed over."""
    found = _LIVES_AT.search(text)
    return found[1] if found else ""


@cache
def is_unknown_here(text: str) -> bool:
    """Whether our own check found nobody of that name."""
    return bool(_NOBODY.search(text))


@cache
def passed_through(text: str) -> str:
    """The places after 途经 and the like, unless it was somebody else's journey."""
    if _OTHERS.search(text):
        return ""
    clauses = [clause for clause in _CLAUSES.split(text) if not _NOT_VIA.search(clause)]
    return " ".join(found for clause in clauses for found in _VIA.findall(clause))


@cache
def has_fever(text: str) -> bool:
    """Whether words report a fever that is not ruled out."""
    return bool(_FEVER.search(text)) and not _NO_FEVER.search(text)


@cache
def _extra(extra: str) -> tuple[tuple[str, str], ...]:
    return tuple(json.loads(extra).items()) if extra else ()


def origin_in_extra(extra: str) -> Sequence[str]:
    """What columns that no field takes say about where somebody came from: a place, or a heading ticked with yes."""
    found = []
    for heading, written in _extra(extra):
        if _ORIGIN_KEY.search(heading):
            is_flag = bool(_FLAG_KEY.search(heading)) or written in _YES
            found.append(heading if is_flag and written in _YES else "" if is_flag else written)
    return [text for text in found if text]


def measures_in_extra(extra: str) -> str:
    """What columns that no field takes say about the measure."""
    return "，".join(written for heading, written in _extra(extra) if _MEASURE_KEY.search(heading))


def outcome_in_extra(extra: str) -> str:
    """What a visit's outcome, or another column on how things stand, says in words."""
    return "，".join(written for heading, written in _extra(extra) if _OUTCOME_KEY.search(heading))


def signed_in_extra(extra: str, papers: Sequence[str]) -> str:
    """The day of signing that a column on one of the papers gives beside its yes; a paper's number is none."""
    return next(
        (
            written
            for heading, written in _extra(extra)
            if "号" not in heading and any(paper in heading for paper in papers)
        ),
        "",
    )
