"""Whether what stands on paper is what the case says, read back with python-docx and nothing of ours.

python tests/benchmarks/values_on_paper.py [--count 1000]
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [path for path in (str(ROOT / "scripts"), str(ROOT)) if path not in sys.path]

from docx import Document  # noqa: E402
from docx.text.paragraph import Paragraph  # noqa: E402
from tests.writing.invented import DAY, settings, several  # noqa: E402

from fournets.catalogue.documents import BY_KIND  # noqa: E402
from fournets.model import Paper  # noqa: E402
from fournets.reconciling.papers import issue  # noqa: E402
from fournets.writing.papers.documents import Stationery  # noqa: E402

NASTY = (
    *("王&芳", "李<强>", '赵"六"', "孙'七'", "𬭸", "龘龖·䶮", "阿卜杜热合曼·买买提明·" * 4, "钱\n多", "周\t全"),
    *(
        "{{ 7*7 }}",
        "{% if %}",
        "{# 无 #}",
        "{{ 姓名 }}",
        "{_{",
        "%}",
        "&amp;",
        "&#10;",
        "]]>",
        "<w:t>",
        "\\",
        "$1",
        "=1+1",
    ),
    *("  吴  ", "０１２", "\u200b郑", "ｗａｎｇ", "e\u0301", "￼", "{{", "}}", "{%tr for x in y %}", "‘甲’“乙”"),
)
DATES = ("到达日期", "隔离起始日期", "隔离解除日期", "签发日期")
PLAIN = ("编号", "姓名", "身份证号", "住址", "来源地")
"""What the notice says as it is."""


def papers(count: int, kind: str = "notice") -> list[Paper]:
    """Papers whose names, places and addresses are such as break careless programs."""
    issued = [paper for paper in issue(several(count), [], settings(), DAY).papers if paper.kind == kind]
    return [_with(paper, number) for number, paper in enumerate(issued)]


def _with(paper: Paper, number: int) -> Paper:
    """No two alike: a count stands behind what they are called."""
    name, place, address = (f"{NASTY[(number * step) % len(NASTY)]}{number}" for step in (1, 7, 11))
    return replace(paper, name=name, fields={**paper.fields, "姓名": name, "来源地": place, "住址": address})


def asking_for(names: Sequence[str]) -> bytes:
    """A template of one line a name, in the body and in a table."""
    document = Document()
    for name in names:
        document.add_paragraph(f"{{{{ {name} }}}}")
    table = document.add_table(1, len(names))
    for cell, name in zip(table.rows[0].cells, names, strict=True):
        cell.text = f"{{{{ {name} }}}}"
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def lines_of(data: bytes) -> list[str]:
    """Every paragraph of a document, those in tables too, in their order."""
    document = Document(BytesIO(data))
    return [Paragraph(node, document).text for node in document.element.body.iter("{*}p")]


def differences(count: int, names: Sequence[str]) -> Iterator[str]:
    """Where a value asked for by name is not the case's own, in single files and in one print file."""
    stationery = Stationery(lambda _: asking_for(names), settings())
    several_papers = papers(count)
    values = [stationery.values(paper.fields) for paper in several_papers]
    wanted = [[str(fields[name]) for name in names] * 2 for fields in values]
    for paper, expected in zip(several_papers, wanted, strict=True):
        found = lines_of(stationery.one(paper))
        if found != expected:
            yield f"{paper.number}: {[pair for pair in zip(found, expected, strict=False) if pair[0] != pair[1]]}"
    joined = [line for line in lines_of(stationery.combiner("notice").combine(values)) if line]
    if joined != [line for expected in wanted for line in expected if line]:
        yield "print file"


def missing_on_the_notice(count: int) -> Iterator[str]:
    """What the shipped notice ought to say and does not."""
    folder = ROOT / "templates" / "documents"
    stationery = Stationery(lambda name: (folder / name).read_bytes(), settings())
    for paper in papers(count):
        text = "\n".join(lines_of(stationery.one(paper)))
        for value in told(paper.fields):
            if value not in text:
                yield f"{paper.number}: {value!r}"


def told(fields: Mapping[str, str]) -> Iterator[str]:
    """What a notice says of a case, as a reader expects it."""
    yield from (fields[name] for name in PLAIN)
    for name in DATES:
        day = date.fromisoformat(fields[name])
        yield f"{day.year}年{day.month}月{day.day}日"


def names_of_notices() -> list[str]:
    """Every item that templates may ask for."""
    stationery = Stationery(lambda name: (ROOT / "templates" / "documents" / name).read_bytes(), settings())
    return sorted(name for name, value in stationery.values({}).items() if not isinstance(value, list | tuple))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000)
    options = parser.parse_args()
    names = names_of_notices()
    wrong = [*differences(options.count, names), *missing_on_the_notice(options.count)]
    print(
        f"{options.count} cases, {len(names)} values each, twice a page, alone and in a print file; {BY_KIND['notice'].title}"
    )
    print("\n".join(wrong[:20]) or "every value on paper is the case's own")


if __name__ == "__main__":
    main()
