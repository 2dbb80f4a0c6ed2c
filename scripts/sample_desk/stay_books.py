"""Returnees and quarantine ledgers, grid by grid, and the list of a coach's passengers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from sample_desk.columns import fields, lay_out
from sample_desk.hands import HANDS, Hand
from sample_desk.office import Desk, dress, hand_of, path_of, single_lines, subject_of
from sample_desk.plans import Book, Column, Entry, SheetPlan
from sample_desk.stays import due_date
from sample_desk.temperature_books import plan_temperatures
from sample_desk.world import LAST_DAY, Grid, Stay

MEASURES = {"in_province": "健康监测", "wuhan": "居家隔离14天"}
RETURNEE_FIELDS = (
    fields(
        "name,gender,id_number,phone,address,from_place,left_date,arrive_date,transport,trip_number,"
        "hubei,wuhan,contact,symptoms,companions,measure,note"
    ),
    fields("address,name,id_number,phone,from_place,left_date,arrive_date,transport,symptoms,measure,date,worker"),
    fields(
        "name,gender,id_number,phone,registered_residence,address,from_place,left_date,arrive_date,"
        "transport,trip_number,hubei,wuhan,measure,worker"
    ),
    fields("name,id_number,phone,address,from_place,arrive_date,hubei,contact,symptoms,date"),
)
LEDGER_FIELDS = (
    fields(
        "name,id_number,phone,address,start_date,due_date,released,released_date,notice_signed,"
        "pledge_signed,responsible,note"
    ),
    fields("address,name,phone,start_date,due_date,released_date,notice_signed,pledge_signed"),
    fields("name,id_number,address,start_date,due_date,released,released_date,notice_signed,pledge_signed,responsible"),
)
TITLES = ("返回人员登记表", "返乡人员登记表", "返东人员登记表", "外来返回人员", "返乡人员登记表", "返程人员登记表")
OLD_VERSION_DAY = date(2020, 2, 6)


def plan_stays(desk: Desk) -> None:
    """For every grid the returnees, the ledger and the temperatures, in one workbook or in several."""
    for grid in desk.community.grids:
        hand = hand_of(grid)
        stays = [stay for stay in desk.community.stays if stay.person.home and stay.person.home.grid == grid.number]
        returnees, ledger = _returnees(grid, hand, stays), _ledger(grid, hand, stays)
        temperatures = plan_temperatures(desk, grid, hand, stays)
        if hand.number in (0, 4):
            desk.add(path_of(grid, hand, "返回人员及隔离情况"), hand, [returnees, ledger, *temperatures])
            continue
        desk.add(path_of(grid, hand, TITLES[hand.number % len(TITLES)]), hand, [returnees])
        if hand.number == 2:
            desk.add(path_of(grid, hand, "居家隔离台账"), hand, [ledger, *temperatures])
        else:
            desk.add(path_of(grid, hand, "居家隔离台账"), hand, [ledger])
            desk.add(path_of(grid, hand, "体温监测表"), hand, temperatures)
    _add_old_version(desk)


def _returnees(grid: Grid, hand: Hand, stays: Sequence[Stay]) -> SheetPlan:
    title = TITLES[hand.number % len(TITLES)]
    wanted = RETURNEE_FIELDS[hand.number % len(RETURNEE_FIELDS)]
    columns = lay_out("returnees", wanted, hand, several_compounds=not grid.compound)
    if hand.number == 7:
        columns = [part for column in columns for part in _in_three(column)]
    entries = [returnee_entry(stay, grid, hand) for stay in stays]
    plan = SheetPlan("returnees", title, hand, columns, single_lines(entries))
    return dress(plan, subject_of(grid, hand) + title, LAST_DAY, grid.worker)


def _in_three(column: Column) -> list[Column]:
    """The day of return in three columns."""
    if column.field != "arrive_date":
        return [column]
    return [Column(f"arrive_date/{part}", f"返回{part}") for part in "年月日"]


def returnee_entry(stay: Stay, grid: Grid, hand: Hand) -> Entry:
    """A row of the register of returnees."""
    person = stay.person
    registered = min(LAST_DAY, stay.arrived + timedelta(days=1))
    facts = {**person.who, **person.place, "gender": person.sex, "from_place": stay.origin}
    facts |= {"left_date": stay.left.isoformat(), "arrive_date": stay.arrived.isoformat()}
    facts |= {"transport": stay.transport, "trip_number": stay.trip, "contact": "no", "symptoms": "no"}
    facts |= {"hubei": "yes" if stay.category in ("wuhan", "hubei") else "no"}
    facts |= {"wuhan": "yes" if stay.category == "wuhan" else "no", "companions": stay.companions}
    facts |= {"measure": MEASURES.get(stay.category, "居家隔离"), "registered_residence": person.residence}
    facts |= {"date": registered.isoformat(), "worker": grid.worker}
    entry = Entry(facts, person)
    if hand.worker_with_phone:
        entry.written["worker"] = f"{grid.worker} {grid.phone}"
    if hand.number == 0 and stay.arrived == LAST_DAY - timedelta(days=1):
        entry.written["arrive_date"] = "昨天"
    return entry


def _ledger(grid: Grid, hand: Hand, stays: Sequence[Stay]) -> SheetPlan:
    wanted = LEDGER_FIELDS[hand.number % len(LEDGER_FIELDS)]
    columns = lay_out("quarantine", wanted, hand, several_compounds=not grid.compound)
    entries = [_ledger_entry(stay, grid, hand) for stay in stays if stay.listed]
    plan = SheetPlan("quarantine", "居家隔离台账", hand, columns, single_lines(entries))
    return dress(plan, f"{subject_of(grid, hand)}居家隔离人员台账", LAST_DAY, grid.worker)


def _ledger_entry(stay: Stay, grid: Grid, hand: Hand) -> Entry:
    facts = {**stay.person.who, **stay.person.place, "start_date": stay.arrived.isoformat()}
    facts |= {"due_date": due_date(stay).isoformat(), "released": "yes" if stay.released else "no"}
    facts |= {"released_date": stay.released.isoformat() if stay.released else ""}
    facts |= {"notice_signed": stay.notice, "pledge_signed": stay.pledge, "responsible": grid.worker}
    entry = Entry(facts, stay.person)
    if hand.worker_with_phone:
        entry.written["responsible"] = f"{grid.worker}{grid.phone}"
    if hand.number == 4 and stay.notice == "yes":
        entry.written["notice_signed"] = stay.arrived
    return entry


def _add_old_version(desk: Desk) -> None:
    """One grid had sent its list three days before; the newer one holds all of it and at least one more."""
    for book in desk.books:
        if book.hand is HANDS[1] and book.sheets[0].form == "returnees":
            plan = book.sheets[0]
            lines = [line for line in plan.lines if line[0].facts["arrive_date"] <= OLD_VERSION_DAY.isoformat()]
            if len(lines) == len(plan.lines):
                lines = lines[:-1]
            old = SheetPlan(plan.form, plan.name, plan.hand, plan.columns, lines)
            path = book.path.replace(".xlsx", "（旧）.xlsx")
            if lines:
                desk.books.append(Book(path, book.hand, OLD_VERSION_DAY, [old], superseded=True))
            return
