"""Faults in the reports' templates are found before a run, also in what most days never show."""

from __future__ import annotations

import pytest
from tests.writing.invented import ROOT, settings
from tests.writing.word_pages import drawn

from fournets.writing.papers.report_trial import report_faults


def shipped(name: str) -> bytes:
    return (ROOT / "templates" / "reports" / name).read_bytes()


def test_shipped_templates_have_no_faults() -> None:
    assert list(report_faults(settings(), shipped)) == []


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("日报.docx", "{{ 累计.代够 }}"),
        ("日报.docx", "{% for 队 in 小分队 %}{{ 队.人 }}{% endfor %}"),
        ("日报.docx", "{% for 群 in 微信群 %}{{ 群.人 }}{% endfor %}"),
        ("先看这里.docx", "{% for 件 in 退回 %}{{ 件.名 }}{% endfor %}"),
        ("先看这里.docx", "{% for 项 in 催报 %}{{ 项.名 }}{% endfor %}"),
        ("先看这里.docx", "{% for 项 in 打印 %}{{ 项.名 }}{% endfor %}"),
        ("先看这里.docx", "{% for 项 in 要办 %}{{ 项.名 }}{% endfor %}"),
        ("先看这里.docx", "{{ 收到.总共 }}"),
    ],
)
def test_a_word_that_is_not_there(name: str, tag: str) -> None:
    found = list(report_faults(settings(), lambda asked: drawn(tag) if asked == name else shipped(asked)))
    assert [f"《{name}》" in str(fault) for fault in found] == [True]


def test_templates_that_are_missing() -> None:
    def nothing(name: str) -> bytes:
        raise FileNotFoundError(name)

    assert ["找不到" in str(fault) for fault in report_faults(settings(), nothing)] == [True, True]
