"""Every mistake in the configuration is one sentence that names its line and shows what is right."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest

from fournets.desk.config import SetupFault, load

SHIPPED = Path(__file__).resolve().parent.parent.parent / "config.yaml"


@pytest.fixture
def written(tmp_path):
    def write(old: str, new: str) -> Path:
        text = SHIPPED.read_text("utf-8")
        assert old in text
        path = tmp_path / "config.yaml"
        path.write_text(text.replace(old, new, 1), "utf-8")
        return path

    return write


def line_with(text: str) -> int:
    lines = SHIPPED.read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


def test_the_shipped_configuration_is_valid() -> None:
    settings = load(SHIPPED)
    assert settings.office.community == "胜景社区"
    assert {category for rule in settings.rules for category in rule.categories} == {
        "wuhan",
        "hubei",
        "key_area",
        "other_province",
        "in_province",
    }


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("days: 14", "days: 十四", "rules.0.days"),
        ('cutoff: "16:00"', "cutoff: 25点", "cutoff"),
        ("city: 东营市", "town: 东营市", "office"),
        ("fever_threshold: 37.3", "fever_threshold: 373", "fever_threshold"),
        ("time_zone: Asia/Shanghai", "time_zone: 北京时间", "time_zone"),
        ("expected_forms: [screening]", "expected_forms: [摸排]", "expected_forms"),
        ("seconds: 60", "seconds: 0", "limits.seconds"),
        ("workers: 2", "workers: 65", "limits.workers"),
        ("file_mb: 200", "files_mb: 200", "limits.files_mb 是不认识的设置名"),
        ("headings: {}", "headings: {返回: {name: [人名]}}", "headings"),
        ("headings: {}", "headings: {returnees: {（哪一项）: [血型]}}", "没有“（哪一项）”这一项"),
    ],
)
def test_a_wrong_value_is_one_sentence_with_its_line(written, old, new, said) -> None:
    with pytest.raises(SetupFault) as fault:
        load(written(old, new))
    sentence = str(fault.value)
    assert said in sentence
    assert "\n" not in sentence
    expected = line_with("office:") if "town" in new else line_with(old)
    assert f"第 {expected} 行" in sentence


PASTED = "  returnees: {name: [返乡者]}\n  returnees: {name: [归来人], from_place: [来的地方]}\n  screening: {method: [怎么查]}\n"


@pytest.mark.parametrize("opening", ["headings: {}", "headings:", "headings: { }"])
def test_lines_pasted_below_headings_all_count_however_the_section_was_left(written, opening) -> None:
    headings = load(written("headings: {}", f"{opening}\n{PASTED}#")).headings
    assert headings == {
        "returnees": {"name": ("返乡者", "归来人"), "from_place": ("来的地方",)},
        "screening": {"method": ("怎么查",)},
    }


def test_a_line_of_headings_pasted_anywhere_counts_beside_the_first(written) -> None:
    line = "headings: {returnees: {name: [返乡者]}}"
    assert load(written("headings: {}", f"{line}\nheadings: {{returnees: {{name: [归来人]}}}}")).headings == {
        "returnees": {"name": ("返乡者", "归来人")}
    }
    assert load(written("headings: {}", "headings:")).headings == {}


def test_an_unknown_key_is_named_with_its_line(written) -> None:
    with pytest.raises(SetupFault, match=rf"第 {line_with('cutoff:')} 行：cutof "):
        load(written("cutoff:", "cutof:"))


@pytest.mark.parametrize("text", ["", "office: [", "只有一句话", "\x00", "a: b: c"])
def test_what_is_no_configuration_is_said_so(tmp_path, text) -> None:
    path = tmp_path / "config.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(SetupFault, match=r"config\.yaml"):
        load(path)


def test_a_missing_or_misencoded_file_is_said_so(tmp_path) -> None:
    with pytest.raises(SetupFault, match="找不到"):
        load(tmp_path / "config.yaml")
    (tmp_path / "config.yaml").write_bytes("社区: 胜景".encode("gb18030"))
    with pytest.raises(SetupFault, match="编码"):
        load(tmp_path / "config.yaml")


def test_an_unquoted_clock_time_means_what_it_says(written) -> None:
    """YAML 1.1 reads 15:30 as the number 930."""
    assert load(written('cutoff: "16:00"', "cutoff: 15:30")).cutoff == time(15, 30)


def test_sections_that_a_desk_lacks_are_the_projects(tmp_path) -> None:
    own = tmp_path / "config.yaml"
    own.write_text("fever_threshold: 37.0\nheadings:\n  returnees: {arrive_date: [抵家时间]}\n", "utf-8")
    settings, standard = load(own, SHIPPED), load(SHIPPED)
    assert (settings.fever_threshold, settings.office, settings.rules) == (37.0, standard.office, standard.rules)
    assert settings.headings == {"returnees": {"arrive_date": ("抵家时间",)}}


def test_a_section_is_taken_as_a_whole_and_its_own_line_is_named(tmp_path) -> None:
    own = tmp_path / "config.yaml"
    own.write_text('cutoff: "15:00"\noffice:\n  community: 锦华社区\n', "utf-8")
    with pytest.raises(SetupFault, match=r"config\.yaml 第 2 行：office"):
        load(own, SHIPPED)


@pytest.mark.parametrize(
    ("old", "new", "digits"),
    [
        ('"0546"', '"0546"', (7,)),
        ('"0546"', '"0379"', (7, 8)),
        ('"0546"', '"010"', (8,)),
        ('"0546-8300001"', '"0546-83000011"', (7, 8)),
    ],
)
def test_landlines_are_as_long_as_the_office_s_own(written, old, new, digits) -> None:
    assert load(written(old, new)).local_digits == digits
