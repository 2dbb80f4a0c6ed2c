"""Templates of other authors: our engine writes what docxtpl writes, tag for tag."""

from __future__ import annotations

from io import BytesIO

import pytest
from docxtpl import DocxTemplate, Listing, RichText, RichTextParagraph
from jinja2 import Environment
from tests.writing.word_pages import NAMESPACES, Box, Foot, Grid, Head, Raw, drawn, read_back

from fournets.writing.word.prepared import PreparedTemplate

PEOPLE = [{"姓名": "王芳", "体温": [36.5, 37.1]}, {"姓名": "李<强>&", "体温": [36.8]}, {"姓名": "𬭸", "体温": []}]
FIELDS = {
    "姓名": "王芳",
    "住址": '惠泽小区3号楼 & "附楼" <2>单元',
    "n": 14,
    "x": 36.6,
    "yes": True,
    "no": False,
    "空": "",
    "people": PEOPLE,
    "names": ["甲", "乙", "丙"],
    "none_here": [],
    "colour": "FF0000",
    "d": {"a": 1, "b": "二"},
    "lines": "第一行\n第二行",
    "listing": Listing("甲\n乙\t丙\a新段"),
    "rich": RichText("红字", color="FF0000", bold=True),
    "paragraphs": RichTextParagraph("另起一段"),
    "tagged": "{{ 姓名 }} {% if %} {# #}",
    "long": "阿卜杜热合曼·买买提明·" * 4,
}


def sdt(text: str) -> Raw:
    return Raw(
        f"<w:sdt {NAMESPACES}><w:sdtPr/><w:sdtContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )


def paragraph(inner: str) -> Raw:
    return Raw(f"<w:p {NAMESPACES}>{inner}</w:p>")


TEMPLATES: dict[str, tuple[object, ...]] = {
    "output": ("姓名：{{ 姓名 }}，住址：{{住址}}",),
    "output twice in a run": ("{{ 姓名 }}{{ 姓名 }}",),
    "no space in tag": ("{{姓名}}{%if yes%}是{%endif%}",),
    "split over runs": (["姓{", "{ 姓", "名 }", "}：", "{{ 住", "址 }}"],),
    "split at every letter": (list("{{ 姓名 }}，{% if yes %}是{% endif %}"),),
    "split statement": (["{% i", "f yes %}是{% el", "se %}否{% en", "dif %}"],),
    "expression": ("{{ n + 1 }} {{ n // 3 }} {{ -n }} {{ n - 1 }} {{ x }} {{ n > 3 and yes }}",),
    "attribute and item": ("{{ d.a }} {{ d['b'] }} {{ people[0].姓名 }} {{ names[-1] }} {{ names[0:2]|join('-') }}",),
    "filters": (
        "{{ names|join('、') }} {{ '%.1f'|format(x) }} {{ 空|default('无', true) }} {{ d.b|upper }} {{ n|string|length }}"
        " {{ names|first }} {{ names|length }} {{ x|round|int }} {{ names|sort|last }} {{ people|map(attribute='姓名')|join }}",
    ),
    "default of an unknown name": ("{{ 不存在|default('空白') }}",),
    "is defined": ("{% if 不存在 is defined %}有{% else %}无{% endif %}",),
    "if in line": ("甲{% if yes %}乙{% elif no %}丙{% else %}丁{% endif %}戊",),
    "inline condition": ("{{ '是' if no else '否' }}",),
    "for in line": (
        "{% for p in people %}{{ loop.index }}.{{ p.姓名 }}{% if not loop.last %}；{% endif %}{% endfor %}。",
    ),
    "for with else": ("{% for p in none_here %}{{ p }}{% else %}没有人{% endfor %}",),
    "for with condition": ("{% for p in people if p.体温 %}{{ p.姓名 }} {% endfor %}",),
    "nested for": ("{% for p in people %}{{ p.姓名 }}：{% for t in p.体温 %}{{ t }} {% endfor %}{% endfor %}",),
    "block over paragraphs": ("前{% if yes %}一", "二{% endif %}后", "{% if no %}三", "四{% endif %}五"),
    "loop over paragraphs": ("{% for n in names %}{{ n }}", "——{% endfor %}完"),
    "whole paragraph if": ("{%p if yes %}", "有", "{%p else %}", "没有", "{%p endif %}", "完"),
    "whole paragraph if not": ("{%p if no %}", "有", "{%p endif %}", "完"),
    "whole paragraph for": ("{%p for p in people %}", "{{ p.姓名 }}", "{%p endfor %}"),
    "nested whole paragraphs": (
        "{%p for p in people %}",
        "{%p if p.体温 %}",
        "{{ p.姓名 }}",
        "{%p for t in p.体温 %}",
        "{{ t }}",
        "{%p endfor %}",
        "{%p endif %}",
        "{%p endfor %}",
    ),
    "whole paragraph split": (["{%", "p if", " yes %}"], "有", ["{%p ", "endif %", "}"]),
    "paragraph output": ("前", "{{p paragraphs }}", "后"),
    "rows": (
        Grid(
            [
                ["姓名", "体温"],
                ["{%tr for p in people %}", ""],
                ["{{ p.姓名 }}", "{{ p.体温|join('/') }}"],
                ["{%tr endfor %}", ""],
            ]
        ),
    ),
    "rows of nobody": (Grid([["姓名"], ["{%tr for p in none_here %}"], ["{{ p.姓名 }}"], ["{%tr endfor %}"]]), "后"),
    "rows with condition": (
        Grid(
            [
                ["{%tr for p in people %}"],
                ["{%tr if p.体温 %}"],
                ["{{ p.姓名 }}"],
                ["{%tr endif %}"],
                ["{%tr endfor %}"],
            ]
        ),
    ),
    "row loop inside cells": (Grid([["{% for n in names %}{{ n }}{% endfor %}", "{{ 姓名 }}"]]),),
    "row tag in the second cell": (Grid([["", "{%tr for n in names %}"], ["甲", "{{ n }}"], ["", "{%tr endfor %}"]]),),
    "cells": (Grid([["{%tc for n in names %}", "{{ n }}", "{%tc endfor %}"]]),),
    "cells in rows": (
        Grid(
            [
                ["姓名", "{%tc for n in names %}", "{{ n }}", "{%tc endfor %}"],
                ["{%tr for p in people %}", "", "", ""],
                ["{{ p.姓名 }}", "{%tc for n in names %}", "{{ loop.index }}", "{%tc endfor %}"],
                ["{%tr endfor %}", "", "", ""],
            ]
        ),
    ),
    "cell background": (Grid([["{% cellbg colour %}{{ 姓名 }}", "乙"]]),),
    "column span": (Grid([["{% colspan names|length %}{{ 姓名 }}"], ["乙"]]),),
    "vertical merge": (Grid([["{%tr for n in names %}", ""], ["{% vm %}合并", "{{ n }}"], ["{%tr endfor %}", ""]]),),
    "horizontal merge": (Grid([["{%tc for n in names %}", "{% hm %}合并", "{%tc endfor %}"]]),),
    "comment": ("甲{# 说明 #}乙",),
    "comment paragraph": ("甲", "{#p 说明 #}", "乙"),
    "comment row": (Grid([["甲"], ["{#tr 说明 #}"], ["乙"]]),),
    "set": ("{% set 合计 = n * 2 %}{{ 合计 }}",),
    "set of a block": ("{% set 句 %}您好{{ 姓名 }}{% endset %}{{ 句 }}",),
    "namespace": ("{% set ns = namespace(t=0) %}{% for n in names %}{% set ns.t = ns.t + 1 %}{% endfor %}{{ ns.t }}",),
    "macro": ("{% macro 号(x) %}〔{{ x }}〕{% endmacro %}{{ 号(n) }}{{ 号(姓名) }}",),
    "with": ("{% with a = 3 %}{{ a }}{% endwith %}",),
    "raw": ("{% raw %}{{ 姓名 }}{% endraw %}",),
    "braces written out": ("{_{ 姓名 }_} {_% if %_}",),
    "join before": ("甲", "{%- if yes %}乙{% endif %}", "丙"),
    "join after": ("{% if yes -%}", "乙", "{%- endif %}", "丙"),
    "join both": ("甲", "{%- if yes -%}", "乙", "{%- else -%}", "丙", "{%- endif -%}", "丁"),
    "strip in line": ("甲  {{- 姓名 -}}  乙",),
    "straight and curly quotes": ("{{ names|join(“、”) }} {% if d.b == ‘二’ %}对{% endif %}",),
    "less and greater": ("{% if n > 3 and n < 20 %}中{% endif %}{{ '<大>' if n >= 14 }}",),
    "header and footer": (Head("页眉 {{ 姓名 }}"), Foot(["页脚 {", "{ 住址 }}"]), "正文"),
    "nothing but a comment in the footer": (Foot(["甲{", "# 说明 #}乙"]), "正文"),
    "nothing but braces in the header": (Head("{% raw %}{{ 姓名 }}{% endraw %}"), "正文"),
    "block in a footer": (Foot("{% for n in names %}{{ n }}、{% endfor %}"), "正文"),
    "text box": (Box(["框里 {{ 姓名 }}", "{%p for n in names %}", "{{ n }}", "{%p endfor %}"]), "框外 {{ n }}"),
    "content control": (sdt("{{ 姓名 }}"), "后"),
    "rich text": ("甲{{r rich }}乙",),
    "rich text alone": ("{{r rich }}",),
    "run statement": ("甲{%r if yes %}乙{%r endif %}丙",),
    "listing": ("{{ listing }}",),
    "line feed in a value": ("{{ lines }}",),
    "value that looks like a tag": ("{{ tagged }}",),
    "long name": (Grid([["{{ long }}", "{{ long }}"]]),),
    "spaces are kept": ("甲 {{ 姓名 }} 乙 {{ n }}  丙",),
    "tab and break in the template": (
        paragraph("<w:r><w:t>{{ 姓名 }}</w:t><w:tab/><w:t>{{ n }}</w:t><w:br/><w:t>{{ x }}</w:t></w:r>"),
    ),
    "spelling marks inside a tag": (
        paragraph(
            '<w:r><w:t>{{ </w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr><w:t>姓名</w:t></w:r>'
            '<w:proofErr w:type="spellEnd"/><w:r><w:t xml:space="preserve"> }}。</w:t></w:r>'
        ),
    ),
    "hyperlink": (paragraph('<w:hyperlink w:anchor="a"><w:r><w:t>{{ 姓名 }}</w:t></w:r></w:hyperlink>'),),
    "field code": (
        paragraph(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>{{ 姓名 }}</w:t></w:r>'
        ),
    ),
    "two tables": (Grid([["{{ 姓名 }}"]]), "间", Grid([["{%tr for n in names %}"], ["{{ n }}"], ["{%tr endfor %}"]])),
    "block around a table": (
        "{%p if yes %}",
        Grid([["{{ 姓名 }}"]]),
        "{%p endif %}",
        "{%p if no %}",
        Grid([["x"]]),
        "{%p endif %}",
        "后",
    ),
    "loop around a table": ("{%p for n in names %}", Grid([["{{ n }}", "{{ loop.index }}"]]), "{%p endfor %}"),
    "loop variable beyond": ("{% for a, b in d.items() %}{{ a }}={{ b }};{% endfor %}",),
    "string methods": ("{{ 姓名.replace('王', '李') }}{{ 'ab'.upper() }}{{ 姓名 ~ n }}",),
    "groupby": ("{% for k, g in people|groupby('姓名') %}{{ k }}{{ g|length }} {% endfor %}",),
    "range and cycle": ("{% for i in range(1, 4) %}{{ i }}{{ loop.cycle('奇', '偶') }}{% endfor %}",),
    "tests": ("{{ n is even }}{{ 姓名 is string }}{{ names is iterable }}{{ 3 in [1, 3] }}{{ not yes }}",),
}


def by_docxtpl(data: bytes) -> dict[str, object]:
    template = DocxTemplate(BytesIO(data))
    template.render(FIELDS, jinja_env=Environment(autoescape=True))
    stream = BytesIO()
    template.save(stream)
    return read_back(stream.getvalue())


@pytest.mark.parametrize("parts", TEMPLATES.values(), ids=TEMPLATES)
def test_same_text_as_docxtpl(parts: tuple[object, ...]) -> None:
    data = drawn(*parts)
    assert read_back(PreparedTemplate(data, "模板.docx", FIELDS).render(FIELDS)) == by_docxtpl(data)


def test_title_in_the_file_properties() -> None:
    data = drawn("正文", title="{{ 姓名 }}的告知书")
    assert read_back(PreparedTemplate(data, "模板.docx").render(FIELDS))["title"] == by_docxtpl(data)["title"]
