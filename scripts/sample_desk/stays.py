"""Who came back from where, when, and how the fourteen days went."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from sample_desk.settlement import Settlers
from sample_desk.world import FIRST_DAY, LAST_DAY, Community, Person, Stay

SHARES = {"wuhan": 38, "hubei": 47, "key_area": 60, "other_province": 95, "in_province": 60}
ORIGINS = {
    "wuhan": ("武汉", "湖北武汉", "湖北省武汉市", "武汉市", "广东深圳（途经武汉）", "途经武汉"),
    "hubei": ("湖北孝感", "湖北黄冈", "湖北宜昌", "湖北省荆州市", "湖北襄阳", "湖北随州"),
    "key_area": (
        "浙江温州",
        "浙江台州",
        "浙江杭州",
        "河南信阳",
        "河南南阳",
        "湖南长沙",
        "江西南昌",
        "安徽阜阳",
        "重庆",
    ),
    "other_province": (
        "北京",
        "上海",
        "天津",
        "江苏南京",
        "辽宁沈阳",
        "陕西西安",
        "四川成都",
        "河北石家庄",
        "黑龙江哈尔滨",
    ),
    "in_province": ("山东济南", "山东青岛", "山东潍坊", "山东滨州", "山东淄博", "山东临沂"),
}
TRAVELS = (("火车", "K1068"), ("高铁", "G2078"), ("飞机", "SC4672"), ("大巴", ""), ("自驾", "plate"), ("火车", "K704"))
DAYS = 14
UNREGISTERED = 0.12


def add_stays(community: Community, settlers: Settlers, rng: Random, scale: float) -> None:
    """About 300 returnees at scale 1, never fewer than 24."""
    wanted = max(24, round(sum(SHARES.values()) * scale))
    volunteers = {volunteer.person.key for volunteer in community.volunteers}
    adults = [person for person in community.people if 16 <= person.age() <= 68 and person.phone.isdigit()]
    chosen = rng.sample([person for person in adults if person.key not in volunteers], wanted)
    categories = rng.choices(list(SHARES), list(SHARES.values()), k=wanted)
    for person, category in zip(chosen, categories, strict=True):
        traveller = _guest(person, settlers, rng) if rng.random() < UNREGISTERED else person
        community.stays.append(_stay(traveller, category, settlers, rng))
    _add_companions(community, rng)
    grids = {grid.number: grid for grid in community.grids}
    community.stays.sort(key=lambda stay: (list(grids).index(_grid(stay)), stay.arrived, stay.person.key))


def _grid(stay: Stay) -> int:
    return stay.person.home.grid if stay.person.home else 0


def _guest(host: Person, settlers: Settlers, rng: Random) -> Person:
    """Somebody staying with a household without being on its register."""
    names = {member.name for member in host.home.members} if host.home else set()
    while (guest := settlers.person(rng.choice(("male", "female")), rng.randint(18, 60))).name in names:
        continue
    guest.phone = guest.phone.split(";")[0]
    guest.home = host.home
    return guest


def _stay(person: Person, category: str, settlers: Settlers, rng: Random) -> Stay:
    arrived = FIRST_DAY + timedelta(days=int(rng.triangular(0, 20.99, 6)))
    left = arrived - timedelta(days=rng.choice((0, 0, 1, 1, 2)))
    transport, trip = rng.choice(TRAVELS)
    plate = settlers.identities.plate(rng.choice(("鲁E", "鲁E", "鄂A", "浙C", "苏A"))) if trip == "plate" else trip
    stay = Stay(person, category, rng.choice(ORIGINS[category]), left, arrived, transport, plate)
    return _signed(stay, rng)


def _signed(stay: Stay, rng: Random) -> Stay:
    """Papers are signed within two days; who has served the period is mostly released the day after it."""
    days_here = (LAST_DAY - stay.arrived).days
    is_signed = days_here >= 2 or rng.random() < 0.3
    stay.notice = "yes" if is_signed else "no"
    stay.pledge = "yes" if is_signed and (days_here >= 3 or rng.random() < 0.5) else "no"
    stay.listed = stay.in_quarantine and (days_here >= 2 or (days_here == 1 and rng.random() < 0.5))
    if days_here > DAYS and stay.in_quarantine and rng.random() < 0.75:
        stay.released = stay.arrived + timedelta(days=DAYS + 1)
    return stay


def _add_companions(community: Community, rng: Random) -> None:
    """Some came with a member of their household who is a child on no list."""
    for stay in community.stays:
        children = [member for member in stay.person.home.members if not member.phone] if stay.person.home else []
        if children and stay.person in stay.person.home.members and rng.random() < 0.3:  # type: ignore[union-attr]
            stay.companions = children[0].name


def due_date(stay: Stay) -> date:
    """The last whole day of the period: day 0 is the day of arrival."""
    return stay.arrived + timedelta(days=DAYS)


def is_quarantined(stays: Sequence[Stay], person: Person, day: date) -> bool:
    """Whether the person has to stay in on that day: until somebody releases him."""
    theirs = [stay for stay in stays if stay.person is person and stay.in_quarantine and stay.arrived <= day]
    return any(stay.released is None or day < stay.released for stay in theirs)
