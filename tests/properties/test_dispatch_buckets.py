"""On any desk and for any list: every row in exactly one bucket, and the buckets add up."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.spec.drawn_desk import LI, QIAN, WANG, ZHAO, desk_with, number

from fournets.reconciling.dispatch import BUCKETS

NAMES = st.sampled_from(("王建国", "李志强", "赵海涛", "钱学文", "王建军", ""))
IDS = st.sampled_from((WANG, LI, ZHAO, QIAN, "3705**********0016", "3705**********9999", ""))
PHONES = st.sampled_from(("13905460001", "13905460002", "139****0003", "13905469999", ""))
ADDRESSES = st.sampled_from(
    ("惠泽小区3-2-501", "惠泽小区", "湖北省武汉市", "东营市", "胜大花园1号楼1单元101", "3-2-501", "")
)
OUTCOMES = st.sampled_from(("", "人在外地，未返回", "已核实，在家隔离", "查无此人", "空号"))
ROWS = st.lists(st.tuples(NAMES, IDS, PHONES, ADDRESSES, OUTCOMES), min_size=1, max_size=8)
STAYS = st.lists(
    st.tuples(st.sampled_from((("王建国", WANG), ("李志强", LI))), st.sampled_from(("2020-01-20", "2020-02-03", ""))),
    max_size=2,
)


@settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(rows=ROWS, stays=STAYS)
def test_every_row_is_in_exactly_one_bucket(
    rows: list[tuple[str, ...]], stays: list[tuple[tuple[str, str], str]]
) -> None:
    listed = "\n".join(" | ".join((f"第{place}批", *row)) for place, row in enumerate(rows))
    arrived = "\n".join(f"{name} | {number_} | 武汉 | {day}" for (name, number_), day in stays)
    results = desk_with(
        dispatch=f"batch | name | id_number | phone | address | outcome\n{listed}",
        returnees=f"name | id_number | from_place | arrive_date\n{arrived}",
    ).day()
    verdicts = results.dispatch
    assert sorted(verdicts["row"]) == sorted(results.linked.records["dispatch"]["row"])
    assert len(verdicts) == len(rows)
    assert set(verdicts["bucket"]) <= set(BUCKETS) and all(verdicts["evidence"])
    assert sum(int(number(results, f"dispatch_{bucket}", "current")) for bucket in BUCKETS) == len(rows)
