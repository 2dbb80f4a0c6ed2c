"""Templates as Word and WPS save them, by other hands: the text that docxtpl writes, or a sentence that names the place."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from docx import Document
from docxtpl import DocxTemplate
from jinja2 import Environment
from tests.writing.saved_pages import BOLD, BOX, CHINESE, field, p, part, saved, sdt, t, tbl, tc, tr
from tests.writing.test_like_docxtpl import FIELDS
from tests.writing.word_pages import body_text

from fournets.writing.word.combining import Combiner
from fournets.writing.word.faults import TemplateFault
from fournets.writing.word.prepared import PreparedTemplate

LOOP, END = "{%tr for n in names %}", "{%tr endfor %}"
SAME: dict[str, str] = {
    "bookmark in a tag": p(
        "{{ ", '<w:bookmarkStart w:id="1" w:name="名"/>', "姓名", '<w:bookmarkEnd w:id="1"/>', " }}"
    ),
    "last place of editing": p(
        "{{ 姓", '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>', "名 }}"
    ),
    "language of each run": p(t("{{", CHINESE), t("姓名", BOLD), t("}}", CHINESE)),
    "pairs of braces apart": p("{", t("{", BOLD), " 姓名 ", "}", t("}", CHINESE)),
    "percent signs apart": p("{", "%", " if yes ", "%", "}", "是{%", " endif %", "}"),
    "grammar and spelling": p(
        "{{ ", '<w:proofErr w:type="gramStart"/>', "people[0]", '<w:proofErr w:type="gramEnd"/>', ".姓名 }}"
    ),
    "tab in a tag": p("<w:r><w:t>{{</w:t><w:tab/><w:t>姓名 }}后</w:t></w:r>"),
    "line break in a tag": p("<w:r><w:t>{{ 姓名</w:t><w:br/><w:t>}}后</w:t></w:r>"),
    "page break remembered in a tag": p("{{ 姓名", "<w:r><w:lastRenderedPageBreak/><w:t> }}后</w:t></w:r>"),
    "tab after a tag": p("{{ 姓名 }}", "<w:r><w:tab/></w:r>", "{{ n }}"),
    "editing permission in a tag": p(
        "{{ 姓名", '<w:permStart w:id="1" w:edGrp="everyone"/><w:permEnd w:id="1"/>', " }}"
    ),
    "remark at a tag": p(
        '<w:commentRangeStart w:id="0"/>',
        "{{ 姓",
        '<w:commentRangeEnd w:id="0"/>',
        '<w:r><w:commentReference w:id="0"/></w:r>',
        "名 }}",
    ),
    "single curly quotes": p("{% if d.b == ‘二’ %}对{% endif %}{{ names|join(‘、’) }}"),
    "curly quotes the wrong way round": p("{{ d[”a“] }}{{ d[“a”] }}{{ d[‘b’] }}"),
    "curly quotes as entities": p("{{ names|join(&#8216;、&#8217;) }}"),
    "wide spaces": p("{{　姓名　}}{%　if　yes　%}是{%　endif　%}"),
    "spaces that do not break": p("{{\u00a0姓名\u00a0}}{%\u00a0if\u00a0yes\u00a0%}是{%\u00a0endif\u00a0%}"),
    "comparison signs": p("{% if n &lt; 20 and n &gt;= 14 %}对{% endif %}{{ '&lt;' }}{{ n &lt; 3 }}"),
    "deleted words in a tag": p(
        "{{ 姓", '<w:del w:id="6" w:author="a"><w:r><w:delText>民</w:delText></w:r></w:del>', "名 }}"
    ),
    "deleted paragraph": p(
        '<w:del w:id="8" w:author="a"><w:r><w:delText>{{ 不存在 }}</w:delText></w:r></w:del>',
        look='<w:pPr><w:rPr><w:del w:id="7" w:author="a"/></w:rPr></w:pPr>',
    )
    + p("后"),
    "control in a line": p(sdt(t("{{ 姓名 }}"), '<w:alias w:val="名"/><w:id w:val="77"/>'), "后"),
    "control in a tag": p("{{ ", sdt(t("姓名")), " }}"),
    "control around paragraphs": sdt(p("{%p if yes %}") + p("甲") + p("{%p endif %}")),
    "control around a row": tbl(sdt(tr("{{ 姓名 }}", "乙"))),
    "control around a loop": tbl(sdt(tr(LOOP, "") + tr("{{ n }}", "") + tr(END, ""))),
    "control around a cell": tbl("<w:tr>" + sdt(tc("{{ 姓名 }}")) + tc("乙") + "</w:tr>"),
    "text box, both ways": p(BOX.format(p("框{{ 姓名 }}"))) + p("外{{ n }}"),
    "loop in a text box": p(BOX.format(p("{%p for n in names %}") + p("{{ n }}") + p("{%p endfor %}")))
    + p("外{{ n }}"),
    "loop around a text box": p("{%p for n in names %}") + p(BOX.format(p("{{ n }}"))) + p("{%p endfor %}"),
    "text box in a line": p("前{{ n }}", BOX.format(p("框{{ 姓名 }}")), "后{{ n }}"),
    "table in a text box": p(BOX.format(tbl(tr(LOOP, ""), tr("{{ n }}", "x"), tr(END, "")) + p(""))),
    "hyperlink of two runs": p('<w:hyperlink w:anchor="a" w:history="1">' + t("{{ 姓名") + t(" }}") + "</w:hyperlink>"),
    "field": p(field(' QUOTE "{{ 姓名 }}" ', shown="{{ 姓名 }}")),
    "simple field": p('<w:fldSimple w:instr=" AUTHOR "><w:r><w:t>{{ 姓名 }}</w:t></w:r></w:fldSimple>'),
    "field in a tag": p("{{ ", field(" MERGEFIELD x ", shown="姓名"), " }}"),
    "formula": p("<m:oMath><m:r><m:t>x={{ n }}</m:t></m:r></m:oMath>", "后"),
    "pronunciation above": p(
        f"<w:r><w:ruby><w:rubyPr/><w:rt>{t('wang')}</w:rt><w:rubyBase>{t('{{ 姓名 }}')}</w:rubyBase></w:ruby></w:r>"
    ),
    "rows of an inner table": tbl(tr(tc(tbl(tr(LOOP, ""), tr("{{ n }}", "y"), tr(END, "")), p("")), "右{{ n }}")),
    "rows with merged cells": tbl(
        tr(tc("甲", look='<w:gridSpan w:val="2"/>')),
        tr(LOOP, ""),
        tr(tc("{{ n }}", look='<w:vMerge w:val="restart"/>'), "{{ loop.index }}"),
        tr(tc("", look="<w:vMerge/>"), "x"),
        tr(END, ""),
    ),
    "shade of a shaded cell": tbl(
        tr(tc("{% cellbg colour %}甲", look='<w:shd w:val="clear" w:fill="D9E2F3" w:themeFill="accent1"/>'), "乙")
    ),
    "shades in a loop": tbl(tr(LOOP, ""), tr("{% cellbg colour %}{{ n }}", "乙"), tr(END, "")),
    "span without spaces": tbl(tr("{%colspan 2%}甲"), tr("a", "b")),
    "span in a loop": tbl(tr(LOOP, ""), tr("{% colspan 2 %}{{ n }}"), tr(END, "")),
    "heading over columns": tbl(
        tr("{%tc for n in names %}", "{% hm %}标题", "{%tc endfor %}"),
        tr("{%tc for n in names %}", "{{ n }}", "{%tc endfor %}"),
        columns=3,
    ),
    "merged downwards, in runs": tbl(
        tr(LOOP, ""), tr(tc(p("{% vm %}合", t("并{{ 姓名 }}", BOLD))), "{{ n }}"), tr(END, "")
    ),
    "merged downwards, in groups": tbl(
        tr("{%tr for q in people %}", ""), tr(LOOP, ""), tr("{% vm %}{{ q.姓名 }}", "{{ n }}"), tr(END, ""), tr(END, "")
    ),
    "lines joined by a loop": p("名单：")
    + p("{%- for n in names -%}")
    + p("{{ n }}、")
    + p("{%- endfor -%}")
    + p("完"),
    "lines joined by a condition": p("甲") + p("{%- if yes %}") + p("乙") + p("{%- endif -%}") + p("丙"),
    "spaces taken away in a line": p("甲 {%- if yes -%} 乙 {%- endif -%} 丙"),
    "spaces taken away at an output": p("甲 {{- 姓名 -}} 丙"),
    "spaces kept on purpose": p("甲{%+ if yes %}乙{% endif +%}丙"),
    "variable in a paragraph of its own": p("{%p set x1 = 3 %}") + p("{{ x1 }}"),
    "variable in a line": p("{% set x1 = 3 %}") + p("{{ x1 }}"),
    "macro of paragraphs": p("{%p macro m(x) %}") + p("〔{{ x }}〕") + p("{%p endmacro %}") + p("{{p m(n) }}"),
    "macro with a default": p("{% macro m(x='默认') %}〔{{ x }}〕{% endmacro %}{{ m() }}{{ m(n) }}"),
    "macro with a caller": p("{% macro m() %}[{{ caller() }}]{% endmacro %}{% call m() %}内{{ n }}{% endcall %}"),
    "filter over a piece": p("{% filter upper %}abc{{ d.a }}{% endfilter %}"),
    "all that a loop knows": p(
        "{% for n in names %}{{ loop.index0 }}{{ loop.revindex }}{{ loop.first }}{{ loop.last }}{{ loop.length }}"
        "{{ loop.previtem|default('-') }}{{ loop.nextitem|default('-') }};{% endfor %}"
    ),
    "loop within itself": p(
        "{% for n in [[1,[2]],[3]] recursive %}{% if n is iterable %}({{ loop(n) }}){% else %}{{ n }}{% endif %}{% endfor %}"
    ),
    "else and elif": p("{% if n == 1 %}一{% elif n == 14 %}十四{% else %}他{% endif %}"),
    "in order of keys": p("{% for k, v in d|dictsort %}{{ k }}:{{ v }} {% endfor %}"),
    "in batches": p("{% for r in names|batch(2, '-') %}{{ r|join(',') }};{% endfor %}"),
    "remark over runs": p("甲{#", t(" 说明 ", BOLD), "#}乙"),
    "remark with tags in it": p("甲{# {{ x }} {% if %} #}乙"),
    "remark over paragraphs": p("甲{# 说明") + p("续 #}乙"),
    "raw": p("{% raw %}{{ 姓名 }}{% if %}{% endraw %}后"),
    "single braces": p("{ 甲 } } {"),
    "braces in quotes": p("{{ '}}' }}{{ '{{' }}{{ \"{% x %}\" }}"),
    "many spaces": tbl(tr("{%tr  for n in names  %}", ""), tr("{{ n }}", "x"), tr("{%tr  endfor%}", "")),
    "spaces around a row's tag": tbl(tr("  {%tr for n in names %}  ", " "), tr("{{ n }}", "x"), tr(END, "")),
    "minus in a row's tag": tbl(tr("{%tr for n in names -%}", ""), tr("{{ n }}", "x"), tr("{%tr endfor -%}", "")),
    "empty paragraph beside a row's tag": tbl(tr(tc(p(LOOP), p("")), ""), tr("{{ n }}", "x"), tr(END, "")),
    "loop over the cells of a row": tbl(tr("{% for n in names %}{{ n }}", "x{% endfor %}")),
    "condition over cells": tbl(tr("甲{% if no %}乙", "丙{% endif %}丁")),
    "loop over rows in the text": tbl(tr("{% for n in names %}{{ n }}", "x"), tr("y", "z{% endfor %}")),
    "paragraphs in a cell": tbl(tr(tc(p("{%p for n in names %}"), p("{{ n }}"), p("{%p endfor %}")), "右")),
    "rows with else": tbl(
        tr("{%tr if no %}", ""), tr("a", "b"), tr("{%tr else %}", ""), tr("c", "d"), tr("{%tr endif %}", "")
    ),
    "cells on condition": tbl(tr("{%tc if yes %}", "甲", "{%tc endif %}", "乙"), columns=4),
    "rows of nobody": tbl(
        tr("{%tr for n in none_here %}", ""), tr("{{ n }}", "b"), tr("{%tr else %}", ""), tr("没有", "d"), tr(END, "")
    ),
    "rich text twice": p("甲{{r rich }}乙{{r rich}}"),
    "chosen in a chain": p("{{ '甲' if no else '乙' if yes else '丙' }}"),
    "methods of texts": p("{{ 姓名.strip() }}{{ '%d天' % n }}{{ '{}号'.format(n) }}{{ 住址[:4] }}"),
    "joined with a tilde": p("{{ 姓名 ~ '（' ~ n ~ '）' }}"),
    "escaped again": p("{{ 姓名|safe }}{{ 住址|e }}"),
    "spaces around dots": p("{{ people [0] . 姓名 }}"),
}
"""What docxtpl can do too."""

BETTER: dict[str, tuple[str, list[object]]] = {
    "inserted words in a tag": (p(f'<w:ins w:id="5" w:author="a">{t("{{ 姓")}</w:ins>', "名 }}"), ["王芳"]),
    "moved words": (
        p(
            f'<w:moveFrom w:id="9" w:author="a">{t("旧{{ n }}")}</w:moveFrom>',
            f'<w:moveTo w:id="9" w:author="a">{t("新{{ n }}")}</w:moveTo>',
        ),
        ["新14"],
    ),
    "link that ends a tag": (p("{{ ", f'<w:hyperlink w:anchor="a">{t("姓名 }}")}</w:hyperlink>', "后"), ["王芳后"]),
    "smart tag": (p(f'<w:smartTag w:uri="x" w:element="date">{t("{{ 姓")}</w:smartTag>', "名 }}"), ["王芳"]),
    "element of somebody's": (p(f'<w:customXml w:element="x">{t("{{ 姓")}</w:customXml>', "名 }}"), ["王芳"]),
    "several tags in a paragraph of their own": (
        p("{%p for n in names %}{%p if n != '乙' %}") + p("{{ n }}") + p("{%p endif %} {%p endfor %}"),
        ["甲", "丙"],
    ),
    "several tags in a row of their own": (
        tbl(
            tr("{%tr for n in names %}", "{%tr if n != '乙' %}"),
            tr("{{ n }}", "x"),
            tr("{%tr endif %}{%tr endfor %}", ""),
        ),
        [[[("甲",), ("x",)], [("丙",), ("x",)]]],
    ),
    "unseen characters": (p("{{\u200b姓名\u200b }}{{ \ufeffn }}"), ["王芳14"]),
    "Chinese marks": (p("{{ names|join（‘，’） }}{{ 空|default（'无'，true） }}"), ["甲，乙，丙无"]),
    "space before the letters": (
        tbl(tr("{% tr for n in names %}", ""), tr("{{ n }}", "x"), tr("{%-tr endfor %}", "")),
        [[[("甲",), ("x",)], [("乙",), ("x",)], [("丙",), ("x",)]]],
    ),
    "rows within rows, of some none": (
        tbl(
            tr("{%tr for q in people %}", ""),
            tr(tc(tbl(tr("{%tr for n in q.体温 %}", ""), tr("{{ n }}", "y"), tr(END, "")), p("")), "{{ q.姓名 }}"),
            tr(END, ""),
        ),
        [
            [
                [([[("36.5",), ("y",)], [("37.1",), ("y",)]], ""), ("王芳",)],
                [([[("36.8",), ("y",)]], ""), ("李<强>&",)],
                [("",), ("𬭸",)],
            ]
        ],
    ),
    "nothing left in a cell": (tbl(tr(tc(p("{%p if no %}"), p("x"), p("{%p endif %}")), "右")), [[[("",), ("右",)]]]),
}
"""Where docxtpl raises an error, or writes what Word calls damaged: the template means this."""

TOLD: dict[str, tuple[str, tuple[str, ...]]] = {
    "wide braces": (p("经办人：｛｛ 姓名 ｝｝"), ("全角", "经办人")),
    "one wide brace": (p("{｛ 姓名 ｝}"), ("全角",)),
    "wide closing braces": (p("经办人：{{ 姓名 ｝｝"), ("结尾用了全角", "经办人")),
    "wide percent sign": (p("{％ if yes ％}是{％ endif ％}"), ("全角",)),
    "content beside a row's tag": (tbl(tr(LOOP, "x"), tr("{{ n }}", "y"), tr(END, "")), (LOOP, "x", "另起一行")),
    "whole loop in one row": (tbl(tr(LOOP, "{{ n }}", END), columns=3), (LOOP, "另起一行")),
    "content beside a paragraph's tag": (p("甲{%p if yes %}") + p("乙") + p("{%p endif %}"), ("甲", "另起一段")),
    "attribute that is not there": (p("户主：{{ d.没有 }}"), ("{{ d.没有 }}", "户主")),
    "name that is not there": (p("户主：{{ 户名 }}"), ("户名", "户主")),
    "name that is asked for": (p("{% if 户名 %}x{% endif %}"), ("户名",)),
    "escaping switched off": (p("{% autoescape false %}{{ 住址 }}{% endautoescape %}"), ("autoescape", "不能用")),
    "statement of an extension": (p("{% do names %}"), ("do", "不是程序认识的写法")),
}
"""What cannot be right: one sentence in Chinese that names it."""


def rendered(data: bytes) -> PreparedTemplate:
    return PreparedTemplate(data, "模板.docx", FIELDS)


def by_docxtpl(data: bytes) -> list[object]:
    template = DocxTemplate(BytesIO(data))
    template.render(FIELDS, jinja_env=Environment(autoescape=True))
    stream = BytesIO()
    template.save(stream)
    return body_text(stream.getvalue())


def filled(blocks: list[object]) -> list[object]:
    return [block for block in blocks if block]


@pytest.mark.parametrize("body", SAME.values(), ids=SAME)
def test_same_text_as_docxtpl(body: str) -> None:
    data = saved(body)
    assert body_text(rendered(data).render(FIELDS)) == by_docxtpl(data)


@pytest.mark.parametrize(("body", "meant"), BETTER.values(), ids=BETTER)
def test_what_is_meant(body: str, meant: list[object]) -> None:
    assert body_text(rendered(saved(body)).render(FIELDS)) == meant


@pytest.mark.parametrize("body", [*SAME.values(), *(body for body, _ in BETTER.values())], ids=[*SAME, *BETTER])
def test_same_text_twice_in_a_print_file(body: str) -> None:
    template = rendered(saved(body))
    once = filled(body_text(template.render(FIELDS)))
    assert filled(body_text(Combiner(template).combine([FIELDS, FIELDS]))) == once * 2


@pytest.mark.parametrize(("body", "words"), TOLD.values(), ids=TOLD)
def test_told_in_chinese_where_it_is(body: str, words: tuple[str, ...]) -> None:
    with pytest.raises(TemplateFault) as caught:
        rendered(saved(body)).render(FIELDS)
    sentence = str(caught.value)
    assert sentence.startswith("模板《模板.docx》正文里的标签 ")
    assert [word for word in words if word not in sentence] == []


def test_headers_of_first_and_even_pages_notes_and_their_tags() -> None:
    kinds = ("default", "first", "even")
    parts = {f"header{n}.xml": ("header", part("hdr", p(f"{kind}：{{{{ 姓名 }}}}"))) for n, kind in enumerate(kinds)}
    parts["footnotes.xml"] = ("footnotes", part("footnotes", f'<w:footnote w:id="2">{p("脚注{{ n }}")}</w:footnote>'))
    parts["endnotes.xml"] = ("endnotes", part("endnotes", f'<w:endnote w:id="2">{p("尾注{{ 姓", "名 }}")}</w:endnote>'))
    section = "".join(f'<w:headerReference w:type="{kind}" r:id="header{n}"/>' for n, kind in enumerate(kinds))
    notes = '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="2"/></w:r>'
    data = saved(p("正文{{ n }}", notes), parts, section)
    document = Document(BytesIO(rendered(data).render(FIELDS)))
    first = document.sections[0]
    headers = (first.header, first.first_page_header, first.even_page_header)
    assert [header.paragraphs[0].text for header in headers] == [f"{kind}：王芳" for kind in kinds]
    texts = {str(found.partname): found.blob.decode() for found in document.part.package.iter_parts()}
    assert "脚注14" in texts["/word/footnotes.xml"]
    assert "尾注王芳" in texts["/word/endnotes.xml"]


def test_a_field_whose_code_is_cut_in_the_middle_of_a_tag() -> None:
    page = rendered(saved(p(field(' QUOTE "{', "{ 姓", '名 }}" ')))).render(FIELDS)
    codes = [node.text for node in Document(BytesIO(page)).element.body.iter("{*}instrText")]
    assert "".join(code or "" for code in codes) == ' QUOTE "王芳" '


def test_a_control_that_shows_other_data_lets_go_of_them() -> None:
    ties = '<w:dataBinding w:xpath="/x" w:storeItemID="{1}"/><w:showingPlcHdr/><w:text/>'
    page = rendered(saved(sdt(p("{{ 姓名 }}"), ties))).render(FIELDS)
    properties = next(Document(BytesIO(page)).element.body.iter("{*}sdtPr"))
    assert [child.tag.rpartition("}")[2] for child in properties] == ["text"]


def test_a_shade_of_the_theme_does_not_win_over_the_one_asked_for() -> None:
    page = rendered(saved(SAME["shade of a shaded cell"])).render(FIELDS)
    shade = next(Document(BytesIO(page)).element.body.iter("{*}shd"))
    assert sorted(name.rpartition("}")[2] for name in shade.attrib) == ["color", "fill", "val"]


def test_a_package_that_says_its_types_by_ending_only() -> None:
    data = saved(p("{{ 姓名 }}"))
    template = rendered(_types_by_ending(data))
    assert body_text(template.render(FIELDS)) == ["王芳"]
    assert filled(body_text(Combiner(template).combine([FIELDS] * 2))) == ["王芳", "王芳"]


def _types_by_ending(data: bytes) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as archive, zipfile.ZipFile(stream, "w") as again:
        for name in archive.namelist():
            content = archive.read(name)
            if name == "[Content_Types].xml":
                main = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
                start = content.index(b"<Override")
                content = content[:start].replace(b'"application/xml"', b'"' + main + b'"') + b"</Types>"
            again.writestr(name, content)
    return stream.getvalue()
