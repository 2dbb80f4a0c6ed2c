"""Names of people, as they stand in a cell."""

from __future__ import annotations

import re
from functools import lru_cache

from fournets.model import Parsed, Problem, Raw
from fournets.values.text import EMPTY_MARKS, as_written, clean

_BRACKETS = re.compile(r"[(（\[【<《].*?[)）\]】>》]|[(（].*$")
_DOTS = re.compile(r"[·•・．.‧∙●⋅]")
_HAN = r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ue000-\uf8ff\U00020000-\U0003ffff]"
_CHINESE = re.compile(rf"{_HAN}(?:[·{_HAN[1:-1]}]{{0,14}}){_HAN}|{_HAN}{{2,4}}[A-Za-z某]?")
_LATIN = re.compile(r"[A-Za-z][A-Za-z'\-. ]{1,39}")
_SPLIT = re.compile(r"[、,，;；/\\&＆\n]|和|及(?=.)")
_PLAIN_NAME = re.compile(
    r"[\u4e00-\u9fff]{2,3}[^\W\d表班组区楼队村日月天户页单册录号元层点门岗温细总计址位员群社街路栋幢]"
)
_PHONE_IN = re.compile(r"(?<![\d-])(?!\d{1,3}-\d{1,2}-\d{3,4}(?!\d))\+?\d[\d\- ]{5,}")
_SUFFIX = re.compile(r"(?:户主|本人|业主|租户|房东|租客|先生|女士|同志)$")
_NUMBER_BEFORE = re.compile(r"^(?:\d{1,4}|[①-⑳])\s*[.、．:：)）]?\s*(?=[\u4e00-\u9fff])")
_SEX_AFTER = re.compile(r"(?<=[^\s,，])[\s,，]+[男女]$")
_LABEL = re.compile(
    r"^(?:户主|本人|业主|租户|房东|租客|姓名)[:：]\s*|^(?:户主|业主|租户|房东|租客)(?=[\u4e00-\u9fff]{2,4}$)"
)
_SOMEBODY_OF = re.compile(
    r".{2,4}之?(?:妻子?|丈夫|老婆|老公|爱人|对象|媳妇|儿子|女儿|父亲|母亲|爸爸?|妈妈?|家属|夫人|孙子|孙女|岳父|岳母|公公|婆婆|朋友)$"
)
_AND_OTHERS = re.compile(r".{2,4}(?:等|等\d+人|等[一二三四五六七八九十]人|夫妇|夫妻|一家|全家|一家.{1,3}口)$")
_HIDES = r"*＊×○●□"
_MASKED = re.compile(
    rf"{_HAN}(?:[{_HIDES}]{{1,3}}|某{{1,3}}|[xX]{{1,3}})|{_HAN}{{2,3}}(?:[{_HIDES}]{{1,2}}|某{{1,2}}|[xX]{{2}})"
    rf"|[{_HIDES}]{{1,2}}{_HAN}{{1,2}}|{_HAN}[{_HIDES}]{_HAN}"
)
"""张*, 张某某, 张XX, 欧阳**, *明, 张*明: a name that is not written out."""
_HIDDEN_PART = re.compile(rf"[{_HIDES}]+|某+|(?<={_HAN})[xX]+")
_NO_BODY = re.compile(r"(?:暂无|没有|无)(?:物业|支部|党支部|党组织|组织关系|小?分?队|队伍)?(?:公司|管理|服务)*|非党员")
_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜"
    "戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文欧司诸葛庞颜"
    "倪严牛温芦季俞章鲁伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童甄项曲成游阳"
    "裴席卫查屈鲍位覃霍翁隋植甘景薄单包柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫苟全褚廉简"
    "娄盖符奚木穆党燕郎邸冀谈姬屠连"
)
NO_NAMES = frozenset(
    {
        "空户",
        "空房",
        "无人",
        "没人",
        "不在家",
        "未知",
        "合计",
        "小计",
        "总计",
        "租户",
        "业主",
        "户主",
        "本人",
        "姓名",
        "保密",
        "拒绝",
        "未登记",
        "不愿透露",
        "无人居住",
        "出租",
        "空置",
        "休息",
        "轮休",
        "轮空",
        "待定",
    }
)


@lru_cache(maxsize=16384, typed=True)
def parse_name(raw: Raw) -> Parsed[str]:
    """One person's name; several, or what is no name, give an empty value (the latter with a finding).

    Answers are kept: the same people stand in many sheets of a desk, and a column is tried before it is read.
    """
    text = _in_line(raw)
    if text in EMPTY_MARKS or text in NO_NAMES:
        return Parsed("")
    bare = _bare(text)
    if _MASKED.fullmatch(bare):
        return Parsed(bare.replace("＊", "*"))
    if _AND_OTHERS.fullmatch(bare):
        return Parsed("", (Problem("several_names", {"written": text}),))
    if _SOMEBODY_OF.fullmatch(bare) and len(bare) > 3:
        return Parsed("", (Problem("name_unreadable", {"written": text}),))
    if _several(bare):
        return Parsed("", (Problem("several_names", {"written": text}),))
    name = _one(bare)
    return Parsed(name) if name else Parsed("", (Problem("name_unreadable", {"written": text}),))


def parse_names(raw: Raw) -> Parsed[tuple[str, ...]]:
    """The names in a cell that may hold several: 张三、李四, below one another, parted by spaces."""
    several = _several(_bare(_in_line(raw)))
    one = parse_name(raw)
    return Parsed(several) if several else Parsed((one.value,) if one.value else (), one.problems)


def _in_line(raw: Raw) -> str:
    return clean(raw.replace("\n", "、") if isinstance(raw, str) else raw)


def _several(bare: str) -> tuple[str, ...]:
    """The names, where there are several and nothing else; 张 三 is one."""
    names: list[str] = []
    for part in filter(None, map(str.strip, _SPLIT.split(bare))):
        spaced = part.split(" ")
        apart = len(spaced) > 1 and all(len(word) >= 2 and _CHINESE.fullmatch(word) for word in spaced)
        names += spaced if apart else [_one(part)]
    return tuple(names) if len(names) > 1 and all(names) else ()


def _bare(text: str) -> str:
    """The words of a name's cell without remarks, a row number, a telephone number and the sex."""
    bare = _NUMBER_BEFORE.sub("", _PHONE_IN.sub("", _BRACKETS.sub("", text)))
    bare = bare.lstrip(" :：、,，;；。").rstrip(" :：、,，;；.。/电话手机")
    return _LABEL.sub("", _SEX_AFTER.sub("", bare))


def parse_person(raw: Raw) -> Parsed[str]:
    """Who did or owns something: `李四 13800000000` is 李四; several names stay as written."""
    text = clean(raw)
    if text in EMPTY_MARKS:
        return Parsed("")
    bare = _bare(text)
    return Parsed(_one(bare) or bare)


def parse_body(raw: Raw) -> Parsed[str]:
    """A branch's, a squad's or a company's name as written; 无, / and 暂无物业 are no names."""
    text = as_written(raw)
    return Parsed("" if clean(raw) in EMPTY_MARKS or _NO_BODY.fullmatch(clean(raw)) else text)


def phone_in_person(raw: Raw) -> str:
    """The telephone numbers that stand beside a name, as written, with a stroke between them; or nothing."""
    return "/".join(_PHONE_IN.findall(clean(raw)))


def has_surname(raw: Raw) -> bool:
    """Whether the cell begins with a usual surname; for telling a column of names, never for judging a name."""
    return clean(raw)[:1] in _SURNAMES


def name_of_sheet(text: str) -> str:
    """The person after whom a sheet is called: a name of three or four characters and nothing else.

    Of two characters too many words are like names (温度, 方案, 周一).
    """
    name = clean(text)
    return name if has_surname(name) and _PLAIN_NAME.fullmatch(name) and name == parse_name(name).value else ""


def name_key(name: str) -> str:
    """What two spellings of one name share: without dots and spaces, small letters."""
    return _DOTS.sub("", name).replace(" ", "").casefold()


@lru_cache(maxsize=16384)
def is_masked_name(name: str) -> bool:
    """Whether a name has parts that are not written out (张*, 张某, 张XX)."""
    return _MASKED.fullmatch(name) is not None


@lru_cache(maxsize=65536)
def matches_masked_name(written: str, own: str) -> bool:
    """Whether a name is this one, or may be as far as it is written out; 张* also hides two characters."""
    if not is_masked_name(written):
        return written == own
    pattern = ".{1,3}".join(re.escape(part) for part in _HIDDEN_PART.split(written))
    return re.fullmatch(pattern, own) is not None


def _one(text: str) -> str:
    """The text as one name, or nothing."""
    joined = _DOTS.sub("·", text)
    if not re.search(r"[A-Za-z]", text):
        joined = joined.replace(" ", "")
    joined = _SUFFIX.sub("", joined) if len(joined) > 3 else joined
    if joined in NO_NAMES or re.search(r"\d|[?？!！]", joined):
        return ""
    if _CHINESE.fullmatch(joined):
        return joined
    latin = text.strip()
    return latin if _LATIN.fullmatch(latin) else ""
