"""What is to be read from a sheet: expectations a cell, records, and the account of rows."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass, field
from pathlib import Path

MUST, FREE = "must", "free"
"""Whether a finding at the cell is demanded (`must`) or neither demanded nor forbidden (`free`)."""

FORM_FIELDS: dict[str, str] = {
    "grids": "grid,worker,phone,compound,buildings,households",
    "compounds": "compound,property_company,manager,phone,households",
    "checkpoints": "checkpoint,compound,property_company",
    "groups": "group,purpose,members,owner",
    "households": "who,where,household_number,relation,gender,registered_residence,note",
    "volunteers": "name,gender,birth_year,phone,kind,kind_detail,branch,squad,employer",
    "screening": "who,where,date,method,visit_status,people_count,outsiders,travel,contact,symptoms,temperature,worker,note",
    "returnees": "who,where,gender,from_place,left_date,arrive_date,transport,trip_number,hubei,wuhan,contact,symptoms,"
    "companions,measure,registered_residence,date,worker,note",
    "quarantine": "who,where,start_date,due_date,released_date,released,notice_signed,pledge_signed,responsible,note",
    "temperatures": "who,where,date,slot,temperature,symptom,note",
    "gate": "checkpoint,date,time,name,id_number,phone,plate,temperature,from_place,destination,reason,result",
    "passes": "pass_number,plate,name,phone,where,issued_date,valid_until",
    "disinfection": "date,compound,place,area_m2,person_times,times,agent,worker",
    "duty": "date,post,shift,name,kind,branch,squad,sign_in,sign_out",
    "publicity": "date,squad,place,place_kind,material,quantity",
    "errands": "date,name,where,service,times,items,volunteer,note",
    "fever": "who,where,date,time,first_reading,second_reading,receiver,outcome",
    "dispatch": "who,address,from_place,date,batch,source,outcome",
}
"""The forms of the contract's section 5 and their fields."""


ANSWER_FIELDS: dict[str, str] = {
    "receipts": "number,kind,name,signed_date,method,signer",
    "review": "pair_id,decision,decided_by",
}
"""The forms that come back filled in, which not every office has."""


def fields_of(form: str) -> list[str]:
    """The fields of a form, `who` and `where` spelled out."""
    spelled = {**FORM_FIELDS, **ANSWER_FIELDS}[form].replace("who", "name,id_number,phone")
    return spelled.replace("where", "compound,building,entrance,flat,grid").split(",")


@dataclass(frozen=True)
class Expect:
    """The values that are right for a cell, in the data files' notation, and whether a finding must be there."""

    values: tuple[str, ...]
    finding: str = FREE
    written: str = ""
    column: str = ""


def ok(value: object, *alternatives: object) -> Expect:
    """A cell that says one thing (or, where the contract is open, one of several)."""
    return Expect(tuple(str(each) for each in (value, *alternatives)))


def must(*values: object) -> Expect:
    """A cell that cannot be used as it is: one of these values (empty always allowed), and a finding."""
    return Expect(("", *(str(each) for each in values)), MUST)


@dataclass
class TrueRecord:
    """One record that a sheet holds. `columns` are the letters that may stand for it, `person` its true person.

    `rows`: a card's rows, any of which may stand for it.
    """

    form: str
    file: str
    sheet: str
    row: int
    columns: list[str]
    fields: dict[str, Expect]
    person: str = ""
    optional: bool = False
    extra: list[str] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    headings: dict[str, str] = field(default_factory=dict)


@dataclass
class TrueSheet:
    """The account of one sheet: what each of its rows is; kinds joined by `|` where the contract leaves it open."""

    file: str
    sheet: str
    forms: list[str]
    kinds: dict[int, str] = field(default_factory=dict)


@dataclass
class TrueDesk:
    """All that is known of a desk that was made."""

    records: list[TrueRecord] = field(default_factory=list)
    sheets: list[TrueSheet] = field(default_factory=list)
    facts: dict[str, list[dict[str, str]]] = field(default_factory=dict)

    def save(self, directory: Path) -> None:
        """Write `records.json`, `sheets.json` and one file for each list of facts."""
        directory.mkdir(parents=True, exist_ok=True)
        parts: dict[str, object] = {
            "records": [dataclasses.asdict(record) for record in self.records],
            "sheets": [dataclasses.asdict(sheet) for sheet in self.sheets],
            **self.facts,
        }
        for name, part in parts.items():
            text = json.dumps(part, ensure_ascii=False, indent=1)
            (directory / f"{name}.json").write_text(text, encoding="utf-8")
