"""Our engine beside docxtpl on the same template and fields; run by hand, the ratios are reported, never asserted.

python tests/benchmarks/word_documents.py [COUNT]
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT)]

from docxtpl import DocxTemplate  # noqa: E402
from jinja2 import Environment  # noqa: E402
from tests.writing.invented import DAY, settings, several  # noqa: E402

from fournets.catalogue.documents import BY_KIND  # noqa: E402
from fournets.reconciling.papers import issue  # noqa: E402
from fournets.writing.documents import Stationery  # noqa: E402
from fournets.writing.paper_filters import FILTERS  # noqa: E402

KIND = "notice"
TEMPLATE = ROOT / "templates" / "documents" / BY_KIND[KIND].template


def timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def by_docxtpl(fields: dict[str, object]) -> DocxTemplate:
    environment = Environment(autoescape=True)
    environment.filters.update(FILTERS)
    template = DocxTemplate(TEMPLATE)
    template.render(fields, jinja_env=environment)
    return template


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    papers = [paper for paper in issue(several(count), [], settings(), DAY).papers if paper.kind == KIND]
    stationery = Stationery(lambda name: TEMPLATE.with_name(name).read_bytes(), settings())
    values = [stationery.values(paper.fields) for paper in papers]
    peers = values[: max(50, min(count, 300))]
    scale = len(values) / len(peers)
    stationery.template(KIND)

    ours = timed(lambda: [stationery.template(KIND).render(fields) for fields in values])
    theirs = timed(lambda: [by_docxtpl(fields).save(BytesIO()) for fields in peers]) * scale
    report("in memory", count, ours, theirs)

    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)

        def write_ours() -> None:
            for number, fields in enumerate(values):
                (place / f"{number}.docx").write_bytes(stationery.template(KIND).render(fields))

        def write_theirs() -> None:
            for number, fields in enumerate(peers):
                by_docxtpl(fields).save(place / f"x{number}.docx")

        report("on disk", count, timed(write_ours), timed(write_theirs) * scale)
        combiner = stationery.combiner(KIND)
        one_file = timed(lambda: (place / "print.docx").write_bytes(combiner.combine(values)))
        report("one print file", count, one_file, theirs)
        half = timed(lambda: combiner.combine(values[: count // 2]))
        print(
            f"a document more costs {(one_file - half) / (count - count // 2) * 1000:.2f} ms, "
            f"in the first half {half / (count // 2) * 1000:.2f} ms"
        )


def report(what: str, count: int, ours: float, theirs: float) -> None:
    print(f"{count} {what}: {ours:.2f} s, docxtpl {theirs:.2f} s, {theirs / ours:.0f} times as fast")


if __name__ == "__main__":
    main()
