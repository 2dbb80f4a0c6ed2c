"""A small made-up day for the writers: a grid worker, a returnee in quarantine, a door that stayed shut, a street's list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pandas as pd

from fournets.catalogue.forms import FORMS
from fournets.catalogue.settings import Settings
from fournets.desk.config import load
from fournets.model import (
    FileAccount,
    FileState,
    Finding,
    Linked,
    Receipt,
    Results,
    SheetRead,
    SourceFile,
)
from fournets.writing.data_files import CASES, COVERAGE, DISPATCH, LINKS, PEOPLE, TALLIES

PROJECT = Path(__file__).resolve().parent.parent.parent
DAY = date(2020, 2, 9)
FACTS = ("person_id", "field", "value", "file", "sheet", "row", "current")
HOUSEHOLDS = (
    *("compound", "building", "entrance", "flat", "grid", "person_id", "relation", "source", "file", "sheet", "row"),
)
PAIR_FACTS = ("name", "id_number", "phones", "compound", "building", "entrance", "flat", "grid")
PAIRS = (
    *("pair_id", "person_a", "person_b", "reason", "consequence", "score", "decision"),
    *(f"{fact}_{side}" for side in "ab" for fact in PAIR_FACTS),
)
DELIVERIES = ("grid", "worker", "phone", "form", "status", "files")
MORE_CASES = (*CASES, "arithmetic", "release_missing")

ID_LI, ID_WANG = "370599199001010010", "37059919850505002X"


def settings() -> Settings:
    return load(PROJECT / "config.yaml")


def frame(columns: Sequence[str], *rows: Mapping[str, object]) -> pd.DataFrame:
    """A frame of text, with `row` as whole numbers and `score` as a number; what a row leaves out is empty."""
    made = pd.DataFrame([{name: row.get(name, "") for name in columns} for row in rows], columns=list(columns))
    if "row" in made:
        made["row"] = made["row"].replace("", 0).astype(int)
    if "score" in made:
        made["score"] = made["score"].replace("", 0).astype(float)
    return made


def records(form: str, *rows: Mapping[str, object]) -> pd.DataFrame:
    """Records of a form; file, sheet and row are given where a row does not say them."""
    placed = [
        {"file": f"第12网格/{form}.xlsx", "sheet": "Sheet1", "row": 4 + index, "column": "A", **row}
        for index, row in enumerate(rows)
    ]
    return frame(("file", "sheet", "row", "column", *FORMS[form].fields, "extra", "person_id"), *placed)


def at(flat: str, building: str = "3", entrance: str = "2") -> dict[str, str]:
    return {"compound": "惠泽小区", "building": building, "entrance": entrance, "flat": flat, "grid": "12"}


def linked(**more: object) -> Linked:
    li = {"name": "李建国", "id_number": ID_LI, "phone": "13805460001", **at("501")}
    facts: dict[str, object] = {
        "records": {
            "grids": records(
                "grids",
                {"grid": "12", "worker": "周敏", "phone": "13905460012", "compound": "惠泽小区", "buildings": "1-5"},
            ),
            "households": records(
                "households",
                {**li, "person_id": "P000001", "relation": "户主"},
                {"name": "王芳", "id_number": ID_WANG, "phone": "13805460002", **at("502"), "person_id": "P000002"},
                {"name": "赵强", **at("601"), "person_id": "P000003"},
            ),
            "returnees": records(
                "returnees",
                {**li, "person_id": "P000001", "from_place": "武汉", "arrive_date": "2020-01-25", "wuhan": "yes"},
            ),
            "screening": records(
                "screening",
                {**li, "person_id": "P000001", "date": "2020-02-08", "visit_status": "checked"},
                {
                    "name": "王芳",
                    **at("502"),
                    "person_id": "P000002",
                    "date": "2020-02-08",
                    "visit_status": "no_answer",
                },
            ),
            "dispatch": records(
                "dispatch",
                {
                    "name": "李建国",
                    "id_number": "3705**********0010",
                    "phone": "138****0001",
                    "batch": "第3批",
                    "extra": '{"航班日期": "1月25日", "备注（街道）": "=HYPERLINK(1)"}',
                    "person_id": "P000001",
                    "file": "街道下发/名单.xlsx",
                },
                {"name": "钱多", "phone": "13805469999", "batch": "第3批", "file": "街道下发/名单.xlsx", "row": 9},
            ),
        },
        "people": frame(
            (*PEOPLE, "gender", "age"),
            {"person_id": "P000001", "phones": "13805460001", **li, "gender": "male", "age": "30"},
            {"person_id": "P000002", "name": "王芳", "id_number": ID_WANG, "phones": "13805460002", **at("502")},
            {"person_id": "P000003", "name": "赵强", **at("601")},
        ),
        "links": frame(
            LINKS,
            {
                "person_id": "P000001",
                "form": "returnees",
                "file": "第12网格/returnees.xlsx",
                "sheet": "Sheet1",
                "row": 4,
                "column": "A",
                "rule": "full_id",
                "score": 1.0,
                "evidence": "身份证号相同",
            },
        ),
        "facts": frame(FACTS),
        "households": frame(
            HOUSEHOLDS,
            {**at("501"), "person_id": "P000001", "source": "register", "row": 4},
            {**at("502"), "person_id": "P000002", "source": "register", "row": 5},
            {**at("601"), "person_id": "P000003", "source": "register", "row": 6},
        ),
        "pairs": frame(
            PAIRS,
            {
                "pair_id": "H0002",
                "person_a": "P000001",
                "person_b": "P000009",
                "score": 0.8,
                "reason": "姓名同音，电话相同",
                "consequence": "可能漏掉一名隔离人员",
                "name_a": "李建国",
                "name_b": "李建果",
                "phones_a": "13805460001",
                "phones_b": "13805460001",
                **{f"{name}_a": value for name, value in at("501").items()},
                **{f"{name}_b": value for name, value in at("501").items()},
            },
            {"pair_id": "H0003", "person_a": "P000002", "person_b": "P000008", "name_a": "王芳", "name_b": "=王芳"},
        ),
        "findings": [],
        "grid_of": {("惠泽小区", "3"): "12"},
    }
    return Linked(**{**facts, **more})  # type: ignore[arg-type]


def findings() -> list[Finding]:
    place = {"form": "returnees", "file": "第12网格/returnees.xlsx", "sheet": "Sheet1", "grid": "12"}
    return [
        Finding("phone_length", **place, row=5, column="D", field="phone", params={"written": "1380546000"}),
        Finding("id_checksum", **place, row=4, column="C", field="id_number", params={"written": "37059919900101001X"}),
    ]


def results(**more: object) -> Results:
    facts: dict[str, object] = {
        "day": DAY,
        "linked": linked(),
        "findings": findings(),
        "cases": frame(
            MORE_CASES,
            {
                "case_id": "C0001",
                "person_id": "P000001",
                "category": "wuhan",
                "from_place": "武汉",
                "arrive_date": "2020-01-25",
                "rule": "到达十四天",
                "start_date": "2020-01-25",
                "due_date": "2020-02-08",
                "status": "to_release",
                "notice_signed": "yes",
                "grid": "12",
                "arithmetic": "1月25日到达，隔离14天，至2月8日24时",
                "release_missing": "2月8日晚上体温未报",
            },
        ),
        "coverage": frame(
            COVERAGE,
            {**at("501"), "status": "checked", "last_visit": "2020-02-08", "visits": "1"},
            {**at("502"), "status": "no_answer", "last_visit": "2020-02-08", "visits": "1"},
            {**at("601"), "status": "never_visited", "visits": "0"},
        ),
        "dispatch": frame(
            DISPATCH,
            {
                "file": "街道下发/名单.xlsx",
                "sheet": "Sheet1",
                "row": 4,
                "name": "李建国",
                "person_id": "P000001",
                "bucket": "already_managed",
                "evidence": "姓名和打码号码相符，已在隔离台账",
            },
            {
                "file": "街道下发/名单.xlsx",
                "sheet": "Sheet1",
                "row": 9,
                "name": "钱多",
                "bucket": "to_verify",
                "evidence": "没有能对上的人",
            },
        ),
        "tallies": frame(
            TALLIES,
            {"tally": "grids", "group": "community", "period": "current", "value": "1"},
            {"tally": "returnees", "group": "community", "period": "cumulative", "value": "1"},
            {"tally": "returnees", "group": "grid", "group_value": "12", "period": "cumulative", "value": "1"},
            {"tally": "disinfected_m2", "group": "community", "period": "cumulative", "value": ""},
            {"tally": "gate_entries", "group": "community", "period": "cumulative", "value": "0"},
        ),
        "deliveries": frame(
            DELIVERIES,
            {"grid": "12", "worker": "周敏", "phone": "13905460012", "form": "screening", "status": "sent"},
            {"grid": "13", "worker": "孙丽", "phone": "13905460013", "form": "screening", "status": "missing"},
        ),
    }
    return Results(**{**facts, **more})  # type: ignore[arg-type]


def source(path: str, state: FileState = FileState.ACCEPTED, reason: str = "") -> SourceFile:
    return SourceFile(path, "ab" * 32, 0, DAY, state, reason)


def accounts() -> list[FileAccount]:
    return [
        FileAccount(
            source("第12网格/returnees.xlsx"),
            (SheetRead("Sheet1", False, ["returnees"], rows=5, records=2, heading=2, note=1),),
        ),
        FileAccount(source("截图.xlsx", FileState.HELD, "这不是表格，而是一张图片。")),
    ]


def receipt() -> Receipt:
    return Receipt(DAY, [account.source for account in accounts()], {"读表": 0.5}, ["outbox/2020-02-09/先看这里.docx"])
