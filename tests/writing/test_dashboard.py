"""The page for the browser: same numbers, offline, nothing that a person typed becomes markup."""

from __future__ import annotations

import re

from tests.writing import made_results as made

from fournets.model import Results
from fournets.writing.dashboard import dashboard
from fournets.writing.lookups import Lookups


def page(results: Results | None = None) -> str:
    name, data = dashboard(Lookups(results or made.results()), made.settings(), made.accounts())
    assert name == "看板.html"
    return data.decode()


def words(text: str) -> str:
    return re.sub(r"<[^>]+>|\s+", "|", text)


def test_it_needs_nothing_from_elsewhere() -> None:
    assert not re.search(r"<script|<link|<img|https?:|url\(|@import|javascript:", page())
    assert "default-src 'none'" in page()


def test_numbers_are_those_of_the_tallies_and_not_reported_is_not_nought() -> None:
    text = words(page())
    assert re.search(r"返回人员\|+—\|+1\|", text)
    assert re.search(r"消毒面积\|+—\|+未报\|", text)
    assert re.search(r"隔离期满、待确认解除的人员\|+1\|", text)


def test_grids_that_have_not_sent_can_be_called() -> None:
    assert re.search(r"第13网格\|+孙丽\|+13905460013", words(page()))


def test_what_a_person_typed_is_escaped() -> None:
    results = made.results()
    results.deliveries = results.deliveries.assign(worker="<b onload=x>&\x00\ud800")
    results.linked.records["grids"] = results.linked.records["grids"].iloc[:0]
    assert "&lt;b onload=x&gt;&amp;\ufffd" in page(results) and "<b onload" not in page(results)


def test_a_desk_without_anything_still_gives_a_page() -> None:
    whole = made.results()
    empty = {name: getattr(whole, name).iloc[:0] for name in ("cases", "coverage", "dispatch", "tallies", "deliveries")}
    assert "今天要办的事" in page(made.results(linked=made.linked(records={}), findings=[], **empty))


def test_the_heading_of_the_grids_is_one_that_every_printed_page_repeats() -> None:
    assert re.search(r"<thead><tr><th>网格</th><th>网格员</th>.*?</tr></thead><tr><td>第12网格", page())
