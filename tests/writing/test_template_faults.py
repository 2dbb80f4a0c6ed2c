"""What staff break in a template is told in one Chinese sentence that names the tag and where it stands."""

from __future__ import annotations

import pytest
from tests.writing import made_results as made
from tests.writing.word_pages import Box, Foot, Grid, Head, drawn

from fournets.writing.papers.documents import Stationery
from fournets.writing.word.faults import TemplateFault
from fournets.writing.word.prepared import PreparedTemplate, prepared

KNOWN = {"姓名": "王芳", "身份证号": "1", "names": ["甲"], "空": None, "n": 0}


def fault(*parts: object) -> str:
    with pytest.raises(TemplateFault) as caught:
        PreparedTemplate(drawn(*parts), "告知书.docx", KNOWN).render(KNOWN)
    return str(caught.value)


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        (("经办人：{{ 姓 名 }}。",), ("{{ 姓 名 }}", "看不懂", "经办人")),
        (("经办人：{{ 姓民 }}。",), ("{{ 姓民 }}", "是不是“姓名”", "经办人：")),
        (("{% for 姓民 in names %}{{ 身份证 }}{% endfor %}",), ("身份证", "是不是“身份证号”")),
        (("{{ 电话号 }}",), ("可用的有", "姓名")),
        (("您好{{ 空 }}",), ("{{ 空 }}", "没有值", "您好")),
        (("您好{{ 姓名.名 }}",), ("{{ 姓名.名 }}", "没有值")),
        (("{{ n / 0 }}{{ 1 / n }}",), ("算不出来",)),
        (("您好{% if 姓名 %}甲", "乙"), ("{% if 姓名 %}", "endif", "您好")),
        (("甲{% endif %}",), ("{% endif %}", "没有与它配对")),
        (("{% if n %}甲{% endfor %}",), ("{% endfor %}", "{% if n %}")),
        (("{% else %}甲",), ("{% else %}", "没有与它配对")),
        (("{% if n %}甲", Grid([["{% endif %}"]])), ("不在同一层", "{% if n %}")),
        (("您好{{ 姓名",), ("缺少结尾的 }}", "您好")),
        (("您好{% if n 姓名",), ("缺少结尾的 %}",)),
        (("{{ 姓名 {{ 身份证号 }}",), ("{{ 姓名", "缺少结尾的 }}")),
        (("｛{ 姓名 }｝",), ("全角",)),
        (("{% fi n %}",), ("fi", "不是程序认识的写法")),
        (("{{ 姓名 | 打码 }}",), ("不认识的格式名", "脱敏")),
        (("{{ }}",), ("{{ }}", "看不懂")),
        (("{% include 'a' %}",), ("不能用",)),
        (("{%tr if n %}",), ("要放在表格里",)),
        (("{% vm %}",), ("只能用在表格里",)),
        (("甲{%p if n %}", "乙", "{%p endif %}"), ("另起一段", "甲")),
        ((Grid([["{%tr for x in names %}{{ x }}", "乙"], ["{%tr endfor %}", ""]]),), ("另起一行",)),
        ((Grid([["{{tr 姓名 }}"]]),), ("放不进去",)),
        (("{% raw %}甲",), ("endraw",)),
        ((Head("页眉{{ 姓民 }}"),), ("页眉里的标签 {{ 姓民 }}",)),
        ((Foot("页脚{{ 姓民 }}"),), ("页脚里的标签",)),
        ((Box(["{{ 姓民 }}"]),), ("正文里的标签 {{ 姓民 }}",)),
        ((["{{ 姓", "民 }}"],), ("{{ 姓民 }}",)),
        (("{{ ''.__class__.__mro__ }}",), ("算不出来",)),
    ],
)
def test_sentence_names_the_tag(parts: tuple[object, ...], told: tuple[str, ...]) -> None:
    sentence = fault(*parts)
    assert sentence.startswith("模板《告知书.docx》")
    assert sentence.endswith("。")
    assert "\n" not in sentence
    for words in told:
        assert words in sentence


def test_a_guarded_name_may_be_unknown() -> None:
    PreparedTemplate(drawn("{{ 别名|default('') }}{% if 别名 is defined %}{{ 别名 }}{% endif %}"), "x.docx", KNOWN)


@pytest.mark.parametrize("data", [b"", b"not a zip", b"PK\x03\x04 broken"])
def test_no_word_file(data: bytes) -> None:
    with pytest.raises(TemplateFault, match=r"x\.docx.*docx"):
        PreparedTemplate(data, "x.docx")


def test_cut_off_file() -> None:
    with pytest.raises(TemplateFault, match="损坏"):
        PreparedTemplate(drawn("甲")[:-200], "x.docx")


def test_file_that_is_not_there(tmp_path) -> None:
    with pytest.raises(TemplateFault, match="找不到"):
        Stationery(lambda name: (tmp_path / name).read_bytes(), made.settings()).template("notice")


def test_a_template_is_prepared_once_for_the_trial_and_the_run() -> None:
    data, known = drawn("{{ 姓名 }}"), frozenset(KNOWN)
    assert prepared(data, "告知书.docx", known) is prepared(bytes(bytearray(data)), "告知书.docx", known)
    assert prepared(drawn("{{ 姓名 }}先生"), "告知书.docx", known) is not prepared(data, "告知书.docx", known)
