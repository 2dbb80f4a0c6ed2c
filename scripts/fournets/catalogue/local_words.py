"""The town's own name inside headings and remarks: 返东时间 in Dongying is 返洛时间 in Luoyang.

The lists of this catalogue name Dongying, in Shandong (东营, 东, 鲁). For an office of another town they are said in
its name: by the city (洛阳), by a character of it after a word of motion (返洛, 在洛), by the plates' character (来豫).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from fournets.catalogue.forms import FORMS
from fournets.catalogue.settings import Settings

Headings = Mapping[str, Mapping[str, tuple[str, ...]]]
_CITY = "东营"
_MOVING = "[返来到抵回入在离]"
_NAMED = re.compile(rf"东营|(?<={_MOVING})[东鲁](?!营)")
_ENDING = r"(?=$|[\s,，。;；、了居住的])"


def headings_here(settings: Settings) -> Headings:
    """The office's own spellings, then the catalogue's that name the town, said of its own: form → field → headings."""
    city = _bare(settings.office.city)
    return settings.headings if city == _CITY else _merged(settings.headings, _headings(city, settings.plate_province))


def as_at_home(text: str, city: str, plates: str) -> str:
    """A remark with this town's names in the words that the lists know: 未返洛 → 未返东, 不在洛阳 → 不在东营."""
    bare = _bare(city)
    if not bare or bare == _CITY:
        return text
    told = text.replace(f"{bare}市", _CITY).replace(bare, _CITY)
    told = re.sub(rf"(?<={_MOVING})[{bare}]{_ENDING}", "东", told)
    return re.sub(rf"(?<={_MOVING}){plates}{_ENDING}", "鲁", told) if plates else told


def _bare(city: str) -> str:
    return city.removesuffix("市")


def _merged(first: Headings, second: Headings) -> Headings:
    forms = dict.fromkeys((*first, *second))
    return {
        form: {
            field: (*first.get(form, {}).get(field, ()), *second.get(form, {}).get(field, ()))
            for field in dict.fromkeys((*first.get(form, {}), *second.get(form, {})))
        }
        for form in forms
    }


@lru_cache(maxsize=8)
def _headings(city: str, plates: str) -> Headings:
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for form in FORMS.values():
        for column in form.columns:
            told = [said for text in column.headings for said in _said_here(text, city, plates)]
            if told and not column.fixed:
                before = found.setdefault(form.name, {}).get(column.field, ())
                found[form.name][column.field] = tuple(dict.fromkeys((*before, *told)))
    return found


def _said_here(heading: str, city: str, plates: str) -> list[str]:
    """A heading in this town's names; nothing where it names no town."""
    named = _NAMED.search(heading)
    if not named or not city:
        return []
    names = {"东营": [city], "东": list(city), "鲁": [plates] if plates else []}[named[0]]
    return [heading[: named.start()] + name + heading[named.end() :] for name in names]
