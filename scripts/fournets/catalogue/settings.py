"""The shape of `config.yaml`: what may change from week to week without a programmer.

`desk.config` loads it and turns every error into one sentence that names the line.
"""

from __future__ import annotations

import re
from datetime import date, time
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from fournets.catalogue.forms import FORMS
from fournets.catalogue.limits import Limits


def _clock(written: object) -> object:
    """YAML 1.1 reads an unquoted 16:00 as the number 960 (base 60); it is a time of day all the same."""
    if isinstance(written, int) and 0 <= written < 24 * 60:
        return time(*divmod(written, 60))
    return written


def _zone(written: str) -> str:
    try:
        ZoneInfo(written)
    except (ZoneInfoNotFoundError, ValueError) as cause:
        raise ValueError(f"写的“{written}”不是时区名") from cause
    return written


def _form(written: str) -> str:
    if written not in FORMS:
        raise ValueError(f"写的“{written}”不是表名，可用：{'、'.join(FORMS)}")
    return written


def _fields_known(headings: dict[str, dict[str, tuple[str, ...]]]) -> dict[str, dict[str, tuple[str, ...]]]:
    for form, fields in headings.items():
        known = list(dict.fromkeys(column.field for column in FORMS[form].columns))
        for field in fields:
            if field not in known:
                raise ValueError(f"里 {form} 没有“{field}”这一项，可以写的有：{'、'.join(known)}")
    return headings


ClockTime = Annotated[time, BeforeValidator(_clock)]
FormName = Annotated[str, AfterValidator(_form)]
Category = Literal["wuhan", "hubei", "key_area", "other_province", "in_province"]


class Part(BaseModel):
    """A section of the configuration: unknown keys are errors, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Office(Part):
    """Who we are, as printed on paper."""

    community: str
    short_name: str
    subdistrict: str
    district: str
    city: str
    province: str
    signature: str
    seal: str
    compounds: tuple[str, ...] = ()


class Contact(Part):
    """Somebody responsible, printed on notices."""

    role: str
    name: str
    phone: str


class QuarantineRule(Part):
    """How long whom: printed on the notice and shown as arithmetic. `days` 0 asks for no quarantine.

    Day 0 is the day of `count_from`; the period ends at 24:00 of day `days` (see the domain's rules).
    """

    id: str
    categories: tuple[Category, ...]
    days: int = Field(ge=0, le=60)
    count_from: Literal["arrive_date", "left_date"] = "arrive_date"
    effective_from: date
    effective_to: date | None = None


class Numbering(Part):
    """The words before 〔2020〕1号, by kind of document."""

    notice: str
    pledge: str
    release: str
    dossier: str = ""
    vehicle_pass: str = ""


class Printing(Part):
    """How papers come out of the printer. `both_sides`: every document of a print file begins on a fresh sheet.

    `passes_a_day` is how many vehicle passes are issued at most on one day; the others follow on the next days.
    `pdf`: a PDF beside everything that is printed, where LibreOffice is installed.
    """

    both_sides: bool = False
    pdf: bool = False
    passes_a_day: int = Field(default=200, ge=0)


class Schedule(Part):
    """When the job runs by itself."""

    poll_seconds: int = Field(default=30, ge=1, le=3600)
    run_at: tuple[ClockTime, ...] = ()


class Paths(Part):
    """The desk's folders, below the desk."""

    inbox: str = "inbox"
    outbox: str = "outbox"
    archive: str = "archive"
    templates: str = "templates"


class Settings(Part):
    """The whole configuration."""

    office: Office
    contacts: tuple[Contact, ...]
    time_zone: Annotated[str, AfterValidator(_zone)] = "Asia/Shanghai"
    cutoff: ClockTime = time(16, 0)
    paths: Paths = Paths()
    rules: tuple[QuarantineRule, ...]
    key_areas: tuple[str, ...]
    local_plate_prefix: str = "鲁E"
    area_code: str = "0546"
    fever_threshold: float = Field(default=37.3, ge=36.0, le=40.0)
    headings: Annotated[dict[FormName, dict[str, tuple[str, ...]]], AfterValidator(_fields_known)] = {}
    expected_forms: tuple[FormName, ...] = ("screening",)
    numbering: Numbering
    printing: Printing = Printing()
    schedule: Schedule = Schedule()
    limits: Limits = Limits()

    @property
    def plate_province(self) -> str:
        """The character that the province's plates begin with."""
        return self.local_plate_prefix[:1]

    @property
    def local_digits(self) -> tuple[int, ...]:
        """How long a landline is without its area code: as the office's own, else 8 after 010 or 02x, else 7 or 8."""
        numbers = (re.sub(r"\D", "", contact.phone) for contact in self.contacts)
        own = {len(number) - len(self.area_code) for number in numbers if number.startswith(self.area_code)}
        return tuple(sorted(own & {7, 8})) or ((8,) if len(self.area_code) == 3 else (7, 8))
