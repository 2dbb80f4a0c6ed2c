"""Who is claimed twice: by the sheets of two grids, or by another community's and ours."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

import pandas as pd

from fournets.model import Finding, Table
from fournets.reconciling.checks.desk import MANY, Desk, Record
from fournets.reconciling.overlapping import replaced
from fournets.reconciling.view import Sent, View, each

KEPT_BY_GRIDS = ("returnees", "quarantine", "screening")
OF_RESIDENTS = ("households", "screening", "returnees", "quarantine")
_COMMUNITY = re.compile(
    r"(?:^|街道|[镇乡市县区省的]|办事处|网格|[\d\s_\-—（(【年月日])([\u4e00-\u9fff]{2,4}?)社区(?!工作|卫生|民警|医院|服务)"
)
_NO_NAME = re.compile(r"[本各我全该]$|所[属在]|关于|城乡|农村")
_COLUMN = re.compile(r"^(?:所属|所在|现住|居住|管辖)?(?:社区|村居|村\(居\)|居委会?)(?:名称)?$")


def row_in_two_grids(desk: Desk) -> Iterator[Finding]:
    """One row that the sheets of two grids hold: the newer one counts, and it is told there once of each grid."""
    for form in KEPT_BY_GRIDS:
        told: set[tuple[object, ...]] = set()
        for record, row in replaced(desk.view, form, each(desk.view.records(form))):
            claim = (*(record[name] for name in ("file", "sheet", "row", "column")), row.says("grid"))
            if row.says("grid") and record["grid"] not in ("", row.says("grid")) and claim not in told:
                told.add(claim)
                words = {"other": row.says("grid"), "file": row.file, "line": str(row.row)}
                yield desk.at(record, "row_in_two_grids", "name", name=record["name"], **words)


def two_communities(desk: Desk) -> Iterator[Finding]:
    """Somebody of our sheets whom another community's sheet, or a list's column 社区, claims too."""
    claims = list(_claims(desk.view))
    ours = {person for form in OF_RESIDENTS for person in _unclaimed(desk.view, form, claims)}
    met: dict[str, set[str]] = {}
    for community, record in claims:
        met.setdefault(community, set()).add(str(record["person_id"]))
    for community, record in claims:
        known = met[community] & ours
        is_another = len(known) < MANY or 2 * len(known) < len(met[community])
        if record["person_id"] in ours and is_another:
            yield desk.at(record, "two_communities", "name", name=record["name"], community=community)


def _claims(view: View) -> Iterator[tuple[str, Record]]:
    """Every record that another community claims, with that community's name."""
    for form in (*OF_RESIDENTS, "dispatch"):
        of_sheet = _other_communities(view, form)
        frame = view.records(form)
        has_column = frame["extra"].str.contains("社区|村居|居委", regex=True)
        places = zip(frame["file"], frame["sheet"], strict=True)
        is_theirs = pd.Series([place in of_sheet for place in places], index=frame.index, dtype="bool")
        for record in each(frame[(has_column | is_theirs) & (frame["person_id"] != "")]):
            written = _column(record["extra"])
            said = _other(view, written) if written else of_sheet.get((record["file"], record["sheet"]), "")
            if said:
                yield said, record


def _unclaimed(view: View, form: str, claims: list[tuple[str, Record]]) -> set[str]:
    """The persons of a form's records that no other community claims."""
    theirs = {(record["file"], record["sheet"], record["row"]) for _, record in claims if record["form"] == form}
    frame = view.records(form)
    places = zip(frame["file"], frame["sheet"], frame["row"], strict=True)
    return {person for person, place in zip(frame["person_id"], places, strict=True) if person and place not in theirs}


def _other_communities(view: View, form: str) -> Mapping[tuple[str, str], str]:
    """File and sheet → the other community that the words around the table name."""
    found = {(sent.source.path, sent.table.sheet): _other(view, _around(sent)) for sent in view.tables[form]}
    return {place: community for place, community in found.items() if community}


def _around(sent: Sent) -> str:
    """The nearest words around a table that name a community."""
    table: Table = sent.table
    texts = (table.scope.title, table.scope.sheet, table.scope.stem, *reversed(table.scope.folders))
    return next((name for text in texts if (name := _named(text))), "")


def _named(text: str) -> str:
    names = {name for name in _COMMUNITY.findall(text) if not _NO_NAME.search(name)}
    return f"{names.pop()}社区" if len(names) == 1 else ""


def _column(extra: str) -> str:
    """What a column 社区 says."""
    lines = json.loads(extra).items() if extra else ()
    return next((str(written).strip() for heading, written in lines if _COLUMN.match(heading.strip())), "")


def _other(view: View, community: str) -> str:
    """The name, where it is a community's and not ours, nor one of our compounds."""
    own, bare = view.settings.office.community.removesuffix("社区"), re.sub(r"社区|居委会|村委会", "", community)
    is_ours = not bare or own in community or bare in own or view.compounds.knows(community)
    return "" if is_ours or view.compounds.knows(bare) else community
