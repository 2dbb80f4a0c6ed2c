"""How near names and numbers are."""

from __future__ import annotations

import pytest

from fournets.reconciling.linking.likeness import (
    Likeness,
    is_full_id,
    likeness,
    nearly_valid,
    one_typing_error,
)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("张伟", "张伟", Likeness.SAME),
        ("张伟", "章玮", Likeness.HEARD),
        ("曾长乐", "曾常乐", Likeness.HEARD),
        ("王晓峰", "王晓锋", Likeness.HEARD),
        ("侯己明", "侯巳明", Likeness.SEEN),
        ("王浩", "王诰", Likeness.SEEN),
        ("李建国", "李国建", Likeness.TURNED),
        ("李建国", "李建军", Likeness.ONE_OFF),
        ("买合木提艾山", "买合木提", Likeness.PART),
        ("李国", "李建国", Likeness.ONE_OFF),
        ("张伟", "张强", Likeness.FAINT),
        ("张伟", "王芳", Likeness.NONE),
        ("李", "李强", Likeness.NONE),
    ],
)
def test_names(one: str, other: str, expected: Likeness) -> None:
    assert likeness(one, other) == likeness(other, one) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("370599198001010026", True),
        ("370599198001010106", True),
        ("37059919800101001", True),
        ("3705991980001010016", True),
        ("370599198001010016", False),
        ("370599198101010026", False),
    ],
)
def test_one_typing_error(written: str, expected: bool) -> None:
    assert one_typing_error(written, "370599198001010016") is expected


def test_whole_and_nearly_right_numbers() -> None:
    assert is_full_id("E12345678")
    assert not is_full_id("3705**********0016")
    assert not is_full_id("护照")
    assert nearly_valid("370599198001010026")
    assert nearly_valid("3705991941012371X3"), "the X changed places with its neighbour"
    assert not nearly_valid("370599198001010016")
    assert not nearly_valid("3705**********0016")
