"""Section 4, coverage and dispatch: every address and every row of a list once, its status and bucket recomputed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from tests.acceptance.desk_folder import WHERE, Check, DeskFolder, Row, Violation, address_of, squeezed
from tests.acceptance.notation import is_valid_id

BUCKETS = ("not_here", "registered_mismatch", "period_over", "already_managed", "missed", "to_verify")
OVER = ("released", "to_release")
ANSWERS = ("outsiders", "travel", "contact", "symptoms", "temperature")
STATUSES = {"checked", "empty", "no_answer", "refused", "never_visited"}
Address = tuple[str, ...]


def addresses_are_the_registers(desk: DeskFolder) -> Iterator[Violation]:
    """One line per address of the register, whatever its households column says."""
    written = {address_of(row) for row in desk.records("households") if row["building"] or row["flat"]}
    lines = Counter(address_of(row) for row in desk.data("coverage.csv"))
    for address, times in lines.items():
        if times > 1:
            yield Violation("an address stands once in the coverage", str(address), str(times))
    known = {_plain(address) for address in lines}
    for address in written:
        if all(address) and _plain(address) not in known:
            yield Violation("every address of the register is covered", str(address), "")
    if len(lines) > len(written):
        yield Violation("coverage has the register's addresses only", "", str(set(lines) - written)[:300])


def _plain(address: Address) -> Address:
    """An address wherever its compound ends and its building begins (家属院东区 5, 家属院 东区5)."""
    compound, building, *rest = map(squeezed, address)
    return compound + building, *rest


def found_somebody(row: Row) -> bool:
    """Whether a visit met somebody: by its status, or where none is written by the answers given."""
    answered = row["people_count"] not in ("", "0") or any(row[name] for name in ANSWERS)
    return row["visit_status"] == "checked" or (not row["visit_status"] and answered)


def visits_by_address(desk: DeskFolder) -> Mapping[Address, list[tuple[str, str]]]:
    """Day and status of the visits up to the day at each address of the register that they name whole."""
    visits: dict[Address, list[tuple[str, str]]] = defaultdict(list)
    for row in desk.records("screening"):
        status = "checked" if found_somebody(row) else row["visit_status"]
        if status and row["date"] <= desk.day and all(row[part] for part in WHERE):
            visits[address_of(row)].append((row["date"], status))
    return visits


def statuses_are_the_visits(desk: DeskFolder) -> Iterator[Violation]:
    """`checked` if any visit found somebody, else the latest visit's status, else `never_visited`."""
    visits = visits_by_address(desk)
    for line in desk.data("coverage.csv"):
        own, status = visits.get(address_of(line), []), line["status"]
        where = " ".join(address_of(line))
        if (
            status not in STATUSES
            or not line["visits"].isdigit()
            or (status == "never_visited") != (line["visits"] == "0")
        ):
            yield Violation("a status is the visits'", where, str(line))
        if any(said == "checked" for _, said in own) and status != "checked":
            yield Violation("checked if any visit found somebody", where, f"{status} {own}")
        last = max((day for day, _ in own), default="")
        if line["last_visit"] < last or line["last_visit"] > desk.day:
            yield Violation("the last visit", where, f"{line['last_visit']} {own}")
        latest = {said for day, said in own if day == last}
        if own and status != "checked" and line["last_visit"] == last and status not in latest:
            yield Violation("the latest visit's status", where, f"{status} {own}")


def rows_are_sorted(desk: DeskFolder) -> Iterator[Violation]:
    """Every current record of the lists stands in dispatch.csv once, in one of the buckets, with its evidence."""
    wanted = Counter((row["file"], row["sheet"], row["row"]) for row in desk.records("dispatch"))
    found = Counter((row["file"], row["sheet"], row["row"]) for row in desk.data("dispatch.csv"))
    for place in (wanted - found) + (found - wanted):
        yield Violation("every row of a list is in one bucket", str(place), f"{wanted[place]} {found[place]}")
    for row in desk.data("dispatch.csv"):
        if row["bucket"] not in BUCKETS or not row["evidence"]:
            yield Violation("a row has a bucket and evidence", str(row), "")


def buckets_are_the_first_that_fits(desk: DeskFolder) -> Iterator[Violation]:
    """What the case and the full ID number decide, in the contract's order."""
    cases: dict[str, list[Row]] = defaultdict(list)
    for case in desk.data("cases.csv"):
        cases[case["person_id"]].append(case)
    by_id = _by_full_id(desk)
    records = {(row["file"], row["sheet"], row["row"]): row for row in desk.records("dispatch")}
    ours = {row["compound"] for form in ("compounds", "grids", "households") for row in desk.records(form)} - {""}
    for line in desk.data("dispatch.csv"):
        record = records.get((line["file"], line["sheet"], line["row"]), {})
        where, bucket = f"{line['file']} {line['row']} {line['name']}", line["bucket"]
        owners = by_id.get(record.get("id_number", ""), set())
        if bucket in BUCKETS[1:4] and not cases[line["person_id"]]:
            yield Violation("managed rows have a case", where, str(line))
        if bucket in ("period_over", "already_managed") and cases[line["person_id"]]:
            ended = [case["status"] in OVER or bool(case["released_date"]) for case in cases[line["person_id"]]]
            if not any(ended) if bucket == "period_over" else all(ended):
                yield Violation("period_over is a period over", where, str(cases[line["person_id"]]))
        if bucket in ("missed", "to_verify") and len(owners) == 1 and cases[next(iter(owners))]:
            yield Violation("a matched person with a case is managed", where, f"{bucket} {owners}")
        if bucket == "to_verify" and (len(owners) == 1 or any(name in record.get("address", "") for name in ours)):
            yield Violation("what something decides is not to_verify", where, f"{line} {record}")
        if bucket == "missed" and line["person_id"] and cases[line["person_id"]]:
            yield Violation("missed has no case", where, str(line))


def _by_full_id(desk: DeskFolder) -> Mapping[str, set[str]]:
    """Full ID number → the persons who have it by a sheet of ours."""
    found: dict[str, set[str]] = defaultdict(set)
    for form in set(desk.forms) - {"dispatch"}:
        for record in desk.records(form):
            if is_valid_id(record.get("id_number", "")) and (person := desk.person(record)):
                found[record["id_number"]].add(person)
    return found


CHECKS: tuple[Check, ...] = (
    addresses_are_the_registers,
    statuses_are_the_visits,
    rows_are_sorted,
    buckets_are_the_first_that_fits,
)
