"""The pages of every template counted as `check_setup` counts them; one broken on purpose is found."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.writing.invented import ROOT, settings

from fournets import inspecting, office_suite
from fournets.catalogue.settings import Paths
from fournets.desk.folders import Folders
from fournets.run import Desk
from fournets.writing.word.package import replaced, unpacked

pytestmark = pytest.mark.desk
TEMPLATES = ("隔离告知书", "保证书", "体温登记表", "解除隔离告知书", "安全防疫告知书", "车辆出入证")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path, Folders(tmp_path, Paths(), ROOT), settings())


@pytest.fixture
def change(desk: Desk) -> Callable[[str], None]:
    """Lays a template into the desk in which every text is 30 points high."""

    def call(name: str) -> None:
        parts = unpacked((ROOT / "templates" / "documents" / name).read_bytes())
        large = {
            part: re.sub(rb'<w:sz w:val="\d+"/>', b'<w:sz w:val="60"/>', parts[part].content())
            for part in ("word/document.xml", "word/styles.xml")
        }
        place = desk.root / "templates" / "documents" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(replaced(parts, large))

    return call


def test_shipped_templates_keep_to_their_pages(desk: Desk) -> None:
    checked = inspecting.check_setup(desk)
    assert checked.faults == []
    assert [remark.partition("》")[0] for remark in checked.remarks] == [
        f"《{name}.docx" for name in (*TEMPLATES, "先看这里")
    ]
    assert all("不会超页：平常的一份1页，内容最多的一份1页" in remark for remark in checked.remarks)


def test_templates_in_30_points_are_reported(desk: Desk, change: Callable[[str], None]) -> None:
    for name in TEMPLATES:
        change(f"{name}.docx")
    checked = inspecting.check_setup(desk)
    found = {fault.partition("》")[0].removeprefix("模板《") for fault in checked.faults}
    assert found == {f"{name}.docx" for name in TEMPLATES}
    assert all("放不下" in fault and "字号" in fault for fault in checked.faults)


def test_without_the_program_it_is_said_that_no_page_was_counted(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office_suite, "installed", lambda: "")
    checked = inspecting.check_setup(desk)
    assert checked.faults == []
    (remark,) = checked.remarks
    assert "没有数" in remark
    assert "LibreOffice" in remark
