"""Headings in everyday speech, said once more in the words of forms: 哪天解除的 is 解除日期, 谁登记的 is 登记人.

Whoever makes a sheet for himself asks where an official form names: 哪天 何时 几点 for a day or an hour, 谁 for a
person, 在哪 for a place, 几个 多少 for a count, 怎么 for a manner, …没有 …否 for a yes or no. The answer's noun and
the verb that is asked about make the heading that the catalogue knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_VERBS = {
    "喷": "消毒", "喷洒": "消毒", "接": "接收", "签": "签收", "签字": "签字", "核": "核对", "查": "排查",
    "量": "测量", "测": "测量", "发": "发放", "贴": "张贴", "送": "送达", "办": "办理", "来": "到达",
    "到": "到达", "走": "离开", "站": "执勤", "站岗": "执勤", "守": "值守", "住": "居住", "回来": "返回",
    "跑": "代办", "买": "购买", "管": "管控", "去": "前往", "敲": "入户", "做": "作业",
}  # fmt: skip
"""What is done, in the one or two characters of speech → as forms say it."""
_SAID = (
    (r"敲门|上户|登门", "入户"),
    (r"喷洒|喷药|打药", "消毒"),
    (r"站岗|值岗|守岗|守门", "执勤"),
    (r"跑腿|帮办|代跑|帮忙", "代办"),
    (r"发烧", "发热"),
    (r"联络", "联系"),
    (r"(?:能|可以)?(?:打得?通|联系上)的", ""),
    (r"趟[数次]", "次数"),
    (r"出处", "来源"),
    (r"期次", "批次"),
    (r"^老家$", "户籍地"),
    (r"额温|体温枪读数|测温枪读数|体温数$", "体温"),
    (r"让进|放进|让入", "进入"),
    (r"^准入(?:情况|结果|与否)", "放行情况"),
    (r"回来", "返回"),
    (r"代买", "代购"),
    (r"卡点|岗点", "劝返点"),
    (r"队员|组员", "人员"),
    (r"彩页", "宣传彩页"),
    (r"(?<=体温)数|(?<=温)数值", "值"),
    (r"人员数$|参加人数$", "参与人数"),
    (r"(?<=[卡证])序号|证卡编号", "证编号"),
    (r"身体状态", "身体状况"),
    (r"见面情况", "入户情况"),
    (r"详址|居所", "地址"),
    (r"涉疫", "疫区"),
    (r"生人$", "出生"),
    (r"是不是", "是否"),
    (r"^地方$", "地点"),
    (r"^谁$", "姓名"),
    (r"^多大(?:了|岁数|年纪)?$|^几岁了?$|^岁数$", "年龄"),
)
"""Words of speech and of other offices → the word that the catalogue's headings have for it."""
_SPOKEN = tuple((re.compile(pattern), formal) for pattern, formal in _SAID)
_UNITS = "人户口份张次遍趟条个"
_QUESTIONS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"^(?:来|进[来门]?)?(?:干|做)(?:什么|啥)(?:的|来的|来了)?$|^何事$"), "事由"),
    (re.compile(r"^(?:干|做)(?:什么|啥)用的?$"), "用途"),
    (re.compile(r"^(?:打|从|在)?哪儿?里?(?:回|返回|过)?来的?$"), "从何处来"),
    (re.compile(r"^(?:在)?(.+?)哪个(?:门|岗|口|卡口)$"), "{}地点"),
    (re.compile(r"^(.*?)哪[个些](队|组|支部|党组织|单位|部门|班|小区|群|网格)(.*)$"), "{1}名称"),
    (re.compile(r"^(.*?)在?哪里?(上班|工作|任职)的?$"), "工作单位"),
    (re.compile(r"^[哪何]年(?:出)?生(?:人|的)?$"), "出生年份"),
    (re.compile(r"^(?:喷|消|消毒)?了?多少平(?:方|米|方米)?$"), "面积"),
    (re.compile(r"^(?:咋|怎么|如何)(?:办|处理|处置)的?了?$"), "处理情况"),
    (re.compile(r"^(.*?)到(?:哪[天日]|什么时候|何时)(?:为止)?$"), "截止日期"),
    (re.compile(r"^(?:在)?[哪几](?:一)?[天日号](.*?)的?$"), "{}日期"),
    (re.compile(r"^(?:什么时候|啥时候|何时|几时)(.*?)的?$"), "{}时间"),
    (re.compile(r"^几点钟?(.*?)的?$"), "{}时间"),
    (re.compile(r"^(.+?)的?(?:时候|时辰|钟点)$"), "{}时间"),
    (re.compile(r"^日子$"), "日期"),
    (re.compile(r"^(.+?)的(?:日子|时间|日期)$"), "{}时间"),
    (re.compile(r"^(.+?)的(结果|情况)$"), "{}{}"),
    (re.compile(r"^[哪何]年(.*?)的?$"), "{}年份"),
    (re.compile(r"^(?:是)?谁(.*?)的?$"), "{}人"),
    (re.compile(r"^(.+?)(?:了)?多少(?:钱)?$"), "{}数量"),
    (re.compile(r"^(.*?)的?(?:在|到)?(?:哪里|哪儿|哪|何处|[什啥]么?地方|哪些地方)了?$"), "{}地点"),
    (re.compile(rf"^(.*?)了?(?:有)?(?:几|多少)[个口]?([{_UNITS}])$"), "{}{}数"),
    (re.compile(r"^(.*?)了?有没有(.*)$"), "{}有无{}"),
    (re.compile(r"^(?!是否$|能否$)(.{2,}?)了?(?:没有?|吗|与?否)$"), "是否{}"),
    (re.compile(r"^(?:怎么|怎样|如何|咋)(.*?)的?$"), "{}方式"),
    (re.compile(r"^(?:怎么|怎样|如何|咋)(.*?)的?$"), "{}情况"),
    (re.compile(r"^(.*?)[了的]?(?:些)?(?:什么|啥|哪些)(?:东西|物品)?$"), "{}内容"),
    (re.compile(r"^(.*?)(?:什么|啥)(.+)$"), "{}{}类型"),
    (re.compile(r"^(.*?)哪[个些](.+)$"), "{}{}名称"),
)
"""How something is asked → the heading that names the answer; the groups are what is asked about."""
_NAME_AND_PHONE = re.compile(
    r"^(.{0,6}(?:姓名|名字)(?=[及和与]?)|.{1,8}[员人长者](?=[及和与])|.{0,6}经理(?=[及和与]))[及和与]?其?"
    r"(?:联系|手机)?(?:电话|方式|手机|号码)(?:号码?)?$"
)
"""A person with the telephone in one cell; 网格员电话 without an and is the telephone alone."""
_CALLED_DAY = re.compile(r"^(.{1,6}[^生节假元今昨明当每本近末初])日$")


@lru_cache(maxsize=16384)
def said_formally(text: str) -> tuple[str, ...]:
    """A normalised heading in the words of forms, likelier ones first; nothing where it is no everyday speech."""
    found: dict[str, None] = {}
    for asked in _asked(text):
        found[asked] = None
        found[_in_office_words(asked)] = None
    if day := _CALLED_DAY.fullmatch(text):
        found[f"{_verb(day[1])}日期"] = None
    found[_in_office_words(text)] = None
    return tuple(words for words in found if words and words != text)


@lru_cache(maxsize=16384)
def person_beside_phone(text: str) -> str:
    """Whom a normalised heading names together with a telephone (网格员及电话), else nothing."""
    both = _NAME_AND_PHONE.fullmatch(text)
    return both[1] if both else ""


def _asked(text: str) -> Iterator[str]:
    for question, answer in _QUESTIONS:
        if asked := question.fullmatch(text):
            yield answer.format(*(_verb(part) for part in asked.groups()))


def _verb(said: str) -> str:
    bare = re.sub(r"^(?:[从在由给为])|[了过着的]$", "", said)
    return _VERBS.get(bare, bare)


def _in_office_words(text: str) -> str:
    for pattern, formal in _SPOKEN:
        text = pattern.sub(formal, text)
    return text
