"""Section 4, how data files are written: encoding, columns, dates, times, numbers, plates, addresses."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping

from tests.acceptance.desk_folder import Check, DeskFolder, Violation

WHO, PLACE = "name,id_number,phone", "compound,building,entrance,flat,grid"
FIELDS: Mapping[str, str] = {
    "grids": "grid,worker,phone,compound,buildings,households",
    "compounds": "compound,property_company,manager,phone,households",
    "checkpoints": "checkpoint,compound,property_company",
    "groups": "group,purpose,members,owner",
    "households": f"{WHO},{PLACE},household_number,relation,gender,registered_residence,note",
    "volunteers": "name,gender,birth_year,phone,kind,kind_detail,branch,squad,employer",
    "screening": f"{WHO},{PLACE},date,method,visit_status,people_count,outsiders,travel,contact,symptoms,temperature,"
    "worker,note",
    "returnees": f"{WHO},{PLACE},gender,from_place,left_date,arrive_date,transport,trip_number,hubei,wuhan,contact,"
    "symptoms,companions,measure,registered_residence,date,worker,note",
    "quarantine": f"{WHO},{PLACE},start_date,due_date,released_date,released,notice_signed,pledge_signed,responsible,"
    "note",
    "temperatures": f"{WHO},{PLACE},date,slot,temperature,symptom,note",
    "gate": "checkpoint,date,time,name,id_number,phone,plate,temperature,from_place,destination,reason,result",
    "passes": f"pass_number,plate,name,phone,{PLACE},issued_date,valid_until",
    "disinfection": "date,compound,place,area_m2,person_times,times,agent,worker",
    "duty": "date,post,shift,name,kind,branch,squad,sign_in,sign_out",
    "publicity": "date,squad,place,place_kind,material,quantity",
    "errands": f"date,name,{PLACE},service,times,items,volunteer,note",
    "fever": f"{WHO},{PLACE},date,time,first_reading,second_reading,receiver,outcome",
    "dispatch": "name,id_number,phone,address,from_place,date,batch,source,outcome",
    "receipts": "number,kind,name,signed_date,method,signer",
    "review": "pair_id,decision,decided_by",
}
COLUMNS: Mapping[str, str] = {
    **{f"records/{form}.csv": f"file,sheet,row,column,{fields},extra" for form, fields in FIELDS.items()},
    "findings.csv": "code,severity,form,file,sheet,row,column,field,grid,person_id,message",
    "people.csv": "person_id,name,id_number,phones,compound,building,entrance,flat,grid",
    "links.csv": "person_id,form,file,sheet,row,column,rule,score,evidence",
    "cases.csv": "case_id,person_id,category,from_place,left_date,arrive_date,rule,start_date,due_date,status,"
    "released_date,notice_number,notice_signed,pledge_signed,grid",
    "coverage.csv": "compound,building,entrance,flat,grid,status,last_visit,visits",
    "dispatch.csv": "file,sheet,row,name,bucket,person_id,evidence",
    "tallies.csv": "tally,group,group_value,period,value",
    "documents.csv": "number,kind,person_id,case_id,version,file,position,sha256,issued_day,replaces",
}
VISITS = {"checked", "empty", "no_answer", "refused"}
CHOICES: Mapping[tuple[str, str], set[str]] = {
    ("temperatures", "slot"): {"morning", "noon", "evening", "recheck"},
    ("errands", "service"): {"shopping", "rubbish", "comfort", "other"},
    ("volunteers", "kind"): {"party", "resident", "psychological", "other"},
    ("duty", "kind"): {"party", "resident", "psychological", "other"},
    ("publicity", "material"): {"announcement", "leaflet", "wechat", "banner", "other"},
    ("screening", "visit_status"): VISITS,
    ("coverage.csv", "status"): VISITS | {"never_visited"},
    ("screening", "method"): {"visit", "phone", "other"},
    ("gate", "result"): {"admitted", "turned_back"},
}
ANSWERS = {"hubei", "wuhan", "released", "notice_signed", "pledge_signed"}
DATES = {"date", "valid_until", "last_visit", "issued_day"}
WHOLE = {"row", "times", "quantity", "person_times", "people_count", "members", "version", "visits"}
SHAPES: Mapping[str, str] = {
    "time": r"\d\d:\d\d",
    "sign_in": r"\d\d:\d\d",
    "sign_out": r"\d\d:\d\d",
    "temperature": r"\d\d\.\d",
    "first_reading": r"\d\d\.\d",
    "second_reading": r"\d\d\.\d",
    "area_m2": r"\d+(\.\d+)?",
    "birth_year": r"(19|20)\d\d",
    "column": r"[A-Z]{1,3}",
    "plate": r"[一-鿿][A-Z0-9一-鿿]{2,10}|[A-Z]{2}[A-Z0-9一-鿿]{4,8}",
    "grid": r"\S(.*\S)?",
}
PHONE = re.compile(r"\d{3,15}(;\d{3,15})*")
MASKED = re.compile(r"[\d*Xx×＊●]+(;[\d*Xx×＊●]+)*")
SUFFIX = re.compile(r"[号楼栋幢#室]|单元|[０-９]|[一二三四五六七八九十]$")
ID_WEIGHTS, ID_CHECKS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2), "10X98765432"


def is_valid_id(text: str) -> bool:
    """A resident's number of 18 characters whose birthday and check digit are right."""
    if not re.fullmatch(r"\d{17}[\dX]", text):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(text[:17], ID_WEIGHTS, strict=True))
    return _is_date(f"{text[6:10]}-{text[10:12]}-{text[12:14]}") and ID_CHECKS[total % 11] == text[17]


def files_are_written_so(desk: DeskFolder) -> Iterator[Violation]:
    """UTF-8 with BOM, LF, the contract's header, as many fields in every line."""
    for name, columns in COLUMNS.items():
        path = desk.data_folder / name
        content = path.read_bytes() if path.exists() else b""
        if not content.startswith(b"\xef\xbb\xbf"):
            yield Violation("UTF-8 with BOM", name, "" if content else "not there")
        if b"\r" in content:
            yield Violation("LF ends a line", name, "")
        if content.decode("utf-8-sig").split("\n")[0] != columns:
            yield Violation("columns of a data file", name, content.decode("utf-8-sig").split("\n")[0])
        for number, row in enumerate(desk.data(name), 2):
            if None in row or None in row.values():
                yield Violation("as many fields as the header", f"{name} line {number}", str(row))


def values_are_written_so(desk: DeskFolder) -> Iterator[Violation]:
    """Every field of every line in the contract's notation."""
    for name in COLUMNS:
        form = name.removeprefix("records/").removesuffix(".csv") if "/" in name else name
        for number, row in enumerate(desk.data(name), 2):
            for field, value in row.items():
                if value and (wanted := _wrong(form, field, value)):
                    yield Violation(f"notation of {wanted}", f"{name} line {number} {field}", repr(value))


def extra_is_json(desk: DeskFolder) -> Iterator[Violation]:
    """A column that no field takes is kept with its header."""
    for form in FIELDS:
        for record in desk.records(form):
            kept = json.loads(record["extra"]) if record["extra"] else {}
            if not isinstance(kept, dict) or not all(isinstance(value, str) for value in kept.values()):
                yield Violation("extra is JSON of headers", f"{form} {record['file']} {record['row']}", record["extra"])


def _wrong(form: str, field: str, value: str) -> str:
    """What a value should be and is not; empty where it is right."""
    if (form, field) in CHOICES:
        return "" if value in CHOICES[form, field] else "a choice"
    if field in ANSWERS:
        return "" if value in ("yes", "no") else "yes or no"
    if field in DATES or field.endswith("_date"):
        return "" if _is_date(value) else "a date"
    if field in ("phone", "phones"):
        shape = MASKED if form == "dispatch" else PHONE
        return "" if shape.fullmatch(value) else "a phone"
    if field == "id_number":
        return _wrong_id(value)
    if field in WHOLE or (field == "households" and "." not in form):
        return "" if re.fullmatch(r"\d+", value) or (field == "row" and not value) else "a count"
    if field in ("building", "entrance", "flat"):
        return "an address part" if SUFFIX.search(value) and re.search(r"\d", value) else ""
    if field in SHAPES:
        return "" if re.fullmatch(SHAPES[field], value) and not _bad_time(field, value) else field
    return ""


def _wrong_id(value: str) -> str:
    if value != value.upper() or re.search(r"\s", value):
        return "an ID number"
    if re.fullmatch(r"\d{15}", value) and is_valid_id(converted(value)):
        return "a 15-digit ID number"
    return ""


def converted(old: str) -> str:
    """A 15-digit number with its century and check digit."""
    long = f"{old[:6]}19{old[6:]}"
    return long + ID_CHECKS[sum(int(d) * w for d, w in zip(long, ID_WEIGHTS, strict=True)) % 11]


def _bad_time(field: str, value: str) -> bool:
    return field in ("time", "sign_in", "sign_out") and not (value < "24:00" and value[3:] < "60")


def _is_date(text: str) -> bool:
    try:
        return dt.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


CHECKS: tuple[Check, ...] = (files_are_written_so, values_are_written_so, extra_is_json)
