"""The volunteers: 145 party members in seven branches, 52 residents, three for psychological comfort."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from sample_desk.identity_numbers import IdentityMaker
from sample_desk.settlement import Settlers
from sample_desk.world import Community, Person, Volunteer

PARTY, RESIDENTS, COMFORTERS = 145, 52, 3
BRANCHES = tuple(f"{name}党支部" for name in ("惠泽", "胜景", "安泰", "锦湖", "康乐", "金湾", "和顺"))
VETERANS = "惠泽老党员先锋队"
VETERANS_OF_THE_50S_AND_60S, VETERANS_OF_THE_90S = 20, 4
SQUADS = ("巡逻小分队", "代办小分队")
EMPLOYERS = ("胜利油田物探院", "东营区第二中学", "开发区税务局", "退休", "东营市供水公司", "社区居委会", "自由职业")


def add_volunteers(community: Community, settlers: Settlers, rng: Random) -> None:
    """Residents who bear a name of their own, so that a duty sheet without any number still tells who is meant."""
    veterans = VETERANS_OF_THE_50S_AND_60S + VETERANS_OF_THE_90S
    adults = iter(_eligible(community, rng))
    for number in range(PARTY + RESIDENTS + COMFORTERS):
        person = next(adults)
        person.name = settlers.names.only(person.sex)
        if number < veterans:
            _born_anew(person, settlers, rng, number)
            volunteer = Volunteer(person, "party", "离退休党员", BRANCHES[0], VETERANS, "退休")
            if number >= VETERANS_OF_THE_50S_AND_60S:
                volunteer.detail, volunteer.employer = "党员", rng.choice(EMPLOYERS[:3])
        else:
            volunteer = _volunteer(person, number, rng)
        community.volunteers.append(volunteer)


def _eligible(community: Community, rng: Random) -> Iterator[Person]:
    adults = [person for person in community.people if 20 <= person.age() <= 69 and person.phone and _is_plain(person)]
    yield from rng.sample(adults, PARTY + RESIDENTS + COMFORTERS)


def _is_plain(person: Person) -> bool:
    return person.phone.isdigit() and "·" not in person.name


def _born_anew(person: Person, settlers: Settlers, rng: Random, number: int) -> None:
    """The veterans' years are fixed by the report: twenty of the 50s and 60s, four of the 90s."""
    year = rng.randint(1950, 1969) if number < VETERANS_OF_THE_50S_AND_60S else rng.randint(1990, 1997)
    person.born = date(year, 1, 1) + timedelta(days=rng.randrange(365))
    person.id_number = _identity(settlers.identities, person)


def _identity(identities: IdentityMaker, person: Person) -> str:
    return identities.id_number(person.born, person.sex)


def _volunteer(person: Person, number: int, rng: Random) -> Volunteer:
    employer = rng.choice(EMPLOYERS)
    if number < PARTY:
        detail = rng.choice(("党员", "党员", "双报到党员", "离退休党员" if person.age() > 58 else "党员"))
        branch = BRANCHES[number % len(BRANCHES)]
        return Volunteer(person, "party", detail, branch, SQUADS[0] if number % 3 else "", employer)
    if number < PARTY + RESIDENTS:
        detail = "群众" if number % 2 else "居民"
        return Volunteer(person, "resident", detail, "", SQUADS[number % 2], employer)
    return Volunteer(person, "psychological", "心理", "", "心理疏导小组", "社区卫生服务中心")
