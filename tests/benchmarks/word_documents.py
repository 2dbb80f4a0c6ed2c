"""Our engine beside docxtpl and docx-mailmerge on the same template and values; by hand, reported, never asserted.

python tests/benchmarks/word_documents.py [--count 1000] [--repetitions 3] [--many 10000] [--folder DIR …]

docxtpl opens the template for every document, as its own examples do, and works through the full count; its print
file is its loop alone, and with docxcompose a tenth of it. docx-mailmerge fills a twin of the template in which each
output is a merge field; joining, it looks through all that it has made for every field, so that few are joined. Peers
that are not installed are left out.
"""

from __future__ import annotations

import argparse
import importlib
import os
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from copy import deepcopy
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT)]

from docx import Document  # noqa: E402
from docxtpl import DocxTemplate  # noqa: E402
from jinja2 import Environment  # noqa: E402
from lxml import etree  # noqa: E402
from tests.writing.invented import DAY, settings, several  # noqa: E402

from fournets.catalogue.documents import BY_KIND  # noqa: E402
from fournets.reconciling.papers import issue  # noqa: E402
from fournets.writing.papers.documents import Stationery  # noqa: E402
from fournets.writing.word.filters import FILTERS  # noqa: E402
from fournets.writing.word.names import W  # noqa: E402
from fournets.writing.word.package import replaced  # noqa: E402
from fournets.writing.word.prepared import PreparedTemplate  # noqa: E402
from fournets.writing.word.tags import TOKEN  # noqa: E402

KIND = "notice"
TEMPLATE = ROOT / "templates" / "documents" / BY_KIND[KIND].template
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
Values = dict[str, object]


def stationery() -> Stationery:
    return Stationery(lambda name: TEMPLATE.with_name(name).read_bytes(), settings())


def notices(count: int) -> list[Values]:
    """So many notices' values."""
    papers = [paper for paper in issue(several(count), [], settings(), DAY).papers if paper.kind == KIND]
    return [stationery().values(paper.fields) for paper in papers]


class Ours:
    """Our engine; the template is prepared within the time that is measured."""

    def documents(self, values: Sequence[Values]) -> list[bytes]:
        template = stationery().template(KIND)
        return [template.render(fields) for fields in values]

    def print_file(self, values: Sequence[Values]) -> bytes:
        return stationery().combiner(KIND).combine(values)


def by_docxtpl(values: Sequence[Values]) -> list[bytes]:
    environment = Environment(autoescape=True)
    environment.filters.update(FILTERS)
    made = []
    for fields in values:
        template, stream = DocxTemplate(TEMPLATE), BytesIO()
        template.render(fields, jinja_env=environment)
        template.save(stream)
        made.append(stream.getvalue())
    return made


def by_docxcompose(values: Sequence[Values]) -> bytes:
    composer = importlib.import_module("docxcompose.composer")
    first, *others = by_docxtpl(values)
    master = composer.Composer(Document(BytesIO(first)))
    for data in others:
        master.doc.add_page_break()
        master.append(Document(BytesIO(data)))
    stream = BytesIO()
    master.save(stream)
    return stream.getvalue()


class Twin:
    """The template with merge fields F0, F1 … where it has outputs; what stands between conditions is always there."""

    def __init__(self) -> None:
        template = PreparedTemplate(TEMPLATE.read_bytes(), TEMPLATE.name)
        self.outputs = [tag.inner.strip() for tag in template.tags if tag.opening == "{{" and tag.written]
        environment = Environment()
        environment.filters.update(FILTERS)
        self._expressions = [environment.from_string("{{ " + text + " }}") for text in self.outputs]
        numbers = [number for number, tag in enumerate(template.tags) if tag.opening == "{{" and tag.written]
        self._names = {str(number): f"F{place}" for place, number in enumerate(numbers)}
        root = deepcopy(template.trees[template.main])
        for node in [node for node in root.iter(W + "t") if TOKEN.search(node.text or "")]:
            self._field(node)
        page = etree.tostring(root, encoding="unicode")
        kept = TOKEN.sub(lambda match: "0" if match.group(1) not in self._names else "", page)
        self.data = replaced(template.parts, {template.main: kept.encode()})

    def _field(self, node: etree._Element) -> None:
        """The run's text in pieces, each output a simple field beside them."""
        run, pieces = node.getparent(), TOKEN.split(node.text or "")
        node.text = pieces[0]
        node.set(SPACE, "preserve")
        after = run
        for number, text in zip(pieces[1::2], pieces[2::2], strict=True):
            made = []
            if number in self._names:
                made.append(etree.Element(W + "fldSimple", {W + "instr": f" MERGEFIELD {self._names[number]} "}))
            made.append(deepcopy(run))
            made[-1].find(W + "t").text = text
            for element in made:
                after.addnext(element)
                after = element

    def values(self, fields: Values) -> dict[str, str]:
        return {f"F{place}": made.render(fields) for place, made in enumerate(self._expressions)}

    def alone(self, values: Sequence[dict[str, str]]) -> list[bytes]:
        """One file each."""
        mailmerge = importlib.import_module("mailmerge")
        made = []
        for fields in values:
            stream = BytesIO()
            with mailmerge.MailMerge(BytesIO(self.data)) as document:
                document.merge(**fields)
                document.write(stream)
            made.append(stream.getvalue())
        return made

    def merged(self, values: Sequence[dict[str, str]]) -> bytes:
        """All in one file, each a section that starts on a page of its own."""
        mailmerge = importlib.import_module("mailmerge")
        stream = BytesIO()
        with mailmerge.MailMerge(BytesIO(self.data)) as document:
            document.merge_templates(values, separator="nextPage_section")
            document.write(stream)
        return stream.getvalue()


def write_all(folder: Path, documents: Sequence[bytes]) -> None:
    for number, data in enumerate(documents):
        (folder / f"{number}.docx").write_bytes(data)


class Taken(NamedTuple):
    """Seconds by the clock, and of them on the processor: a busy machine makes the first longer."""

    clock: float
    processor: float


def median(work: Callable[[], object], repetitions: int) -> Taken:
    """What the work takes, the median of each."""
    taken = []
    for _ in range(repetitions):
        started, busy = time.perf_counter(), time.process_time()
        work()
        taken.append((time.perf_counter() - started, time.process_time() - busy))
    clock, processor = (statistics.median(values) for values in zip(*taken, strict=True))
    return Taken(clock, processor)


def say(what: str, taken: Taken, ours: Taken | None = None) -> None:
    ratio = ""
    if ours is not None:
        ratio = f", ours {taken.clock / ours.clock:.1f} and {taken.processor / ours.processor:.1f} times as fast"
    print(f"  {what:52}{taken.clock:9.3f} s, processor {taken.processor:9.3f} s{ratio}", flush=True)


def in_memory(values: Sequence[Values], repetitions: int) -> Taken:
    """One document after the other; gives docxtpl's time, the measure for print files too."""
    print(f"{len(values)} documents in memory (median of {repetitions})")
    ours = median(lambda: Ours().documents(values), repetitions)
    say("ours", ours)
    theirs = median(lambda: by_docxtpl(values), repetitions)
    say("docxtpl", theirs, ours)
    return theirs


def on_disk(values: Sequence[Values], folder: Path, repetitions: int) -> None:
    """The same, each written to a file; beside it what writing the finished bytes alone costs."""
    print(f"{len(values)} documents as files in {folder} (median of {repetitions})")
    with tempfile.TemporaryDirectory(dir=folder) as name:
        place = Path(name)
        finished = Ours().documents(values)
        say("writing alone", median(lambda: write_all(place, finished), repetitions))
        ours = median(lambda: write_all(place, Ours().documents(values)), repetitions)
        say("ours", ours)
        say("docxtpl", median(lambda: write_all(place, by_docxtpl(values)), repetitions), ours)


def in_one_file(values: Sequence[Values], loop: Taken, repetitions: int) -> None:
    """A print file, in memory."""
    print(f"{len(values)} documents in one print file (median of {repetitions})")
    ours = median(lambda: Ours().print_file(values), repetitions)
    say("ours", ours)
    say("docxtpl, its loop alone, nothing joined", loop, ours)
    if find_spec("docxcompose"):
        some = values[: max(2, len(values) // 10)]
        few = median(lambda: Ours().print_file(some), repetitions)
        say(f"docxtpl and docxcompose, {len(some)} only", median(lambda: by_docxcompose(some), 1), few)
    if find_spec("mailmerge"):
        twin = Twin()
        texts = [twin.values(fields) for fields in values]
        say("docx-mailmerge, one file each, nothing joined", median(lambda: twin.alone(texts), repetitions), ours)
        for count in (len(texts) // 40, len(texts) // 20):
            few = median(lambda count=count: Ours().print_file(values[:count]), repetitions)
            say(f"docx-mailmerge joining, {count} only", median(lambda count=count: twin.merged(texts[:count]), 1), few)


def without_growth(many: int) -> None:
    """What a document more costs, and how much memory is taken, as the count grows."""
    print(f"up to {many} documents: no more time and memory a document than for few")
    for count in (many // 10, many // 2, many):
        values = notices(count)
        combiner, template = stationery().combiner(KIND), stationery().template(KIND)
        before = _most_memory()
        started = time.process_time()
        for fields in values:
            template.render(fields)
        single, between = time.process_time() - started, _most_memory()
        started = time.process_time()
        size = len(combiner.combine(values))
        joined, after = time.process_time() - started, _most_memory()
        print(
            f"  {count:6}: {single / count * 1000:.3f} ms and {between - before:.0f} MB more alone, "
            f"{joined / count * 1000:.3f} ms and {after - between:.0f} MB more in a print file of {size / 2**20:.1f} MB",
            flush=True,
        )


def _most_memory() -> float:
    """The most that the process has taken so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--repetitions", type=int, default=3)
    parser.add_argument("--many", type=int, default=10000)
    parser.add_argument("--folder", type=Path, action="append")
    options = parser.parse_args()
    print(f"load of the machine {os.getloadavg()[0]:.1f}")
    values = notices(options.count)
    without_growth(options.many)
    in_one_file(values, in_memory(values, options.repetitions), options.repetitions)
    for folder in options.folder or [Path("/dev/shm"), Path(tempfile.gettempdir())]:
        on_disk(values, folder, options.repetitions)
    print(f"load of the machine {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
