"""Sheets in words that nobody listed: what is understood, and above all what is not mistaken for something else."""

from __future__ import annotations

import json

import pytest
from tests.reading.sheets import read

CELLS: dict[str, tuple[object, ...]] = {
    "names": ("张建国", "李秀英", "王志强"),
    "others": ("刘网", "陈格", "陈格"),
    "ids": ("370599198107040125", "37059919720724012X", "370599196107088226"),
    "phones": ("13800000001", "13800000002", "13900000003"),
    "their phones": ("13700000001", "13700000002", "13700000002"),
    "addresses": ("惠泽小区3-2-501", "惠泽小区1-1-102", "凤凰城5-2-302"),
    "compounds": ("惠泽小区", "惠泽小区", "凤凰城"),
    "buildings": ("1", "2", "3"),
    "flats": ("101", "202", "303"),
    "places": ("武汉", "湖北孝感", "温州"),
    "days": ("2月1日", "2月2日", "2月3日"),
    "later": ("2月15日", "2月16日", "2月17日"),
    "hours": ("8:10", "9:20", "10:30"),
    "answers": ("是", "否", "否"),
    "numbers": ("2", "3", "1"),
    "degrees": ("36.5", "36.7", "37.4"),
    "parts": ("0区楼道", "1区楼道", "大门口"),
    "plates": ("鲁E12345", "鲁EA1B23", "京A12345"),
    "words": ("回家", "上班", "送货"),
    "doors": ("已入户", "无人应答", "空户"),
    "batches": ("第二批", "第二批", "第三批"),
    "senders": ("民航", "铁路", "公安"),
    "masked": ("3705**********0125", "3705**********012X", "3705**********8226"),
    "relations": ("户主", "妻", "长子"),
    "works": ("买菜买药", "倒垃圾", "代购米面"),
    "results": ("已核查", "信息有误", "人在外地"),
}

SHEETS = {
    "a column right of the worker's is his telephone": (
        "返东人员采集",
        "returnees",
        "姓名:names:name 身份证号:ids:id_number 联系电话:phones:phone 网格员:others:worker 联系电话:their phones: "
        "来东前居住地:places:from_place 抵东时间:days:arrive_date",
    ),
    "contact with people from Hubei is no stay there": (
        "返乡登记",
        "returnees",
        "姓名:names:name 返乡时间:days:arrive_date 何处返乡:places:from_place 是否与湖北返回人员接触:answers:contact "
        "是否湖北籍:answers: 家属有无发热:answers:",
    ),
    "a day of something else": (
        "密接人员返回",
        "returnees",
        "姓名:names:name 返回日期:days:arrive_date 出发地:places:from_place 发病日期:later: 上车地点:places: "
        "座位号:numbers: 租房合同到期:later:",
    ),
    "a notice of release is not the notice of quarantine": (
        "居家观察人员一览",
        "quarantine",
        "被观察人:names:name 住址:addresses:address 观察起始:days:start_date 观察期满:later:due_date "
        "解除隔离告知书是否签收:answers: 隔离告知书是否签字:answers:notice_signed 最后接触日期:days:",
    ),
    "a place is no number": (
        "小区消杀台账",
        "disinfection",
        "日期:days:date 小区:compounds:compound 消杀点位:parts:place 平方数:numbers:area_m2 消毒点数:numbers: "
        "人次:numbers:person_times",
    ),
    "the air of a room and the one who measures": (
        "体温情况登记",
        "temperatures",
        "姓名:names:name 日期:days:date 体温:degrees:temperature 室温:degrees: 测温人员:others:",
    ),
    "the guard is no visitor": (
        "门岗测温",
        "gate",
        "门岗:words:checkpoint 时间:hours:time 来客姓名:names:name 体温:degrees:temperature 事由:words:reason "
        "登记人:others: 登记人员电话:their phones:",
    ),
    "papers of other kinds": (
        "车辆通行证领取",
        "passes",
        "车主:names:name 车牌:plates:plate 驾驶证号:ids: 证号:numbers:pass_number 领证时间:days:issued_date "
        "身份证有效期:later: 保险到期:later:",
    ),
    "people counted for another reason": (
        "入户走访",
        "screening",
        "地址:addresses:address 姓名:names:name 家中返乡人数:numbers: 家庭人口:numbers:people_count "
        "敲门结果:doors:visit_status 家中有无湖北来人:answers: 外出地点:places:",
    ),
    "who answered a list and when": (
        "下发核实名单",
        "dispatch",
        "批次:batches:batch 姓名:names:name 联系方式:phones:phone 停留时间:days: 核查情况:results:outcome "
        "反馈人:others: 核查人电话:their phones:",
    ),
    "the storeys, the landlord, the head of the building": (
        "居民信息",
        "households",
        "楼号:buildings:building 房号:flats:flat 姓名:names:name 身份证号:ids:id_number 楼层:numbers: 楼长:others: "
        "楼长电话:their phones: 户籍类型:words: 房东:others:",
    ),
    "the head of the household where another column names the person": (
        "居民信息底册",
        "households",
        "楼号:buildings:building 房号:flats:flat 户主:others: 家庭成员:names:name 与户主关系:relations:relation "
        "身份证号:ids:id_number 手机:phones:phone",
    ),
    "the returnee beside the owner of the flat": (
        "返乡人员",
        "returnees",
        "户主姓名:others: 返乡人员姓名:names:name 来源地:places:from_place 返乡时间:days:arrive_date",
    ),
    "what is in brackets, where nobody knows what stands before them": (
        "网格责任一览表",
        "grids",
        "网格:numbers:grid 网格长:others:worker 责任片区（小区）:compounds:compound 包干楼栋:buildings:buildings",
    ),
    "as people speak": (
        "代办记录",
        "errands",
        "日期:days:date 给谁家:names:name 住处:addresses:address 办什么:works:service 谁办的:others:volunteer",
    ),
    "where the people of a list are going": (
        "下发名单",
        "dispatch",
        "姓名:names:name 证件号:ids:id_number 来源地:places:from_place 目的地:addresses:address 数据来源:words:source",
    ),
    "a column that may hold one thing or the other": (
        "门岗登记",
        "gate",
        "进入时间:hours:time 车牌/证件:plates:plate 姓名:names:name 体温:degrees:temperature 事由:words:reason",
    ),
    "who sends a list is no place to come from": (
        "市数据推送",
        "dispatch",
        "来源:senders:source 姓名:names:name 身份证号码:masked:id_number 现居地:addresses:address 入鲁时间:days:date",
    ),
    "who came to a post that the title names": (
        "党员志愿者执勤签到 执勤点：丽景苑西门",
        "duty",
        "姓名:names:name 到岗:hours:sign_in 离岗:hours:sign_out 单位:words:",
    ),
    "a squad's leader": (
        "志愿者队伍",
        "volunteers",
        "队伍:batches:squad 队长:others: 队长电话:their phones: 姓名:names:name 出生地:places: 支部:batches:branch",
    ),
}


def drawn(columns: str) -> tuple[list[list[object]], list[tuple[str, str]]]:
    """The rows of a sheet written as heading:cells:field, and the field of each heading (empty = kept beside)."""
    parts = [part.split(":") for part in columns.replace("their phones", "their_phones").split()]
    wanted = [(heading, field) for heading, _, field in parts]
    cells = [CELLS[name.replace("_", " ")] for _, name, _ in parts]
    return [[heading for heading, _ in wanted], *map(list, zip(*cells, strict=True))], wanted


@pytest.mark.parametrize("case", SHEETS)
def test_unlisted_words(case: str) -> None:
    title, form, columns = SHEETS[case]
    rows, wanted = drawn(columns)
    found = read([title], *rows, name="登记.xlsx")
    assert [table.form for table in found.tables] == [form]
    table = found.tables[0]
    letters = {letter: field for field, letter in table.letter_of.items()}
    taken = [letters.get(chr(ord("A") + number), "") for number in range(len(wanted))]
    assert taken == [field for _, field in wanted]
    kept = json.loads(table.columns["extra"][0] or "{}")
    assert [heading for heading, field in wanted if not field] == [heading for heading in kept if heading]


def test_a_heading_that_is_not_taken_is_told_with_the_line_that_lists_it() -> None:
    found = read(
        ["返乡登记"], *drawn("姓名:names:name 返乡时间:days:arrive_date 来源地:places:from_place 爱好:words:")[0]
    )
    told = [each for each in found.findings if each.code == "heading_unknown"]
    assert [(each.column, each.params["heading"]) for each in told] == [("D", "爱好")]


def test_of_two_columns_for_one_field_the_surer_has_it_and_the_other_is_told() -> None:
    columns = "姓名:names:name 返乡时间:days:arrive_date 来源地:places:from_place 出发城市:places:"
    found = read(["返乡登记"], *drawn(columns)[0])
    told = [each for each in found.findings if each.code == "heading_second"]
    assert [(each.column, each.params["other"]) for each in told] == [("D", "来源地")]
    assert json.loads(found.tables[0].columns["extra"][0]) == {"出发城市": "武汉"}


def test_where_a_column_of_days_is_not_understood_no_day_around_the_table_is_the_rows() -> None:
    columns = "地址:addresses:address 姓名:names:name 敲门结果:doors:visit_status 家庭人口:numbers:people_count"
    known = read(["入户走访 2020年2月9日"], *drawn(columns)[0]).tables[0]
    unknown = read(["入户走访 2020年2月9日"], *drawn(columns + " 碰面时间:days:")[0]).tables[0]
    assert known.columns["date"] == ["2020-02-09"] * 3
    assert unknown.columns["date"] == [""] * 3


def test_a_day_of_the_observation_counts_from_the_rows_first_day() -> None:
    heads = ["姓名", "开始隔离日期", "第1天", "第2天", "第3天"]
    found = read(
        ["体温登记"], heads, ["张三", "2月1日", "36.5", "36.6", "36.7"], ["李四", "2月2日", "36.4", "36.6", "36.5"]
    )
    assert found.tables[0].columns["date"][:3] == ["2020-02-01", "2020-02-02", "2020-02-03"]
    assert found.tables[0].columns["date"][3:] == ["2020-02-02", "2020-02-03", "2020-02-04"]


def test_without_a_first_day_the_days_of_the_observation_are_unknown_and_told_once_a_column() -> None:
    heads = ["姓名", "住址", "第1天", "第2天"]
    rows = (["张三", "惠泽小区3-2-501", "36.5", "36.6"], ["李四", "惠泽小区3-2-502", "36.4", "36.6"])
    found = read(["体温登记 2020年2月9日"], heads, *rows)
    assert found.tables[0].columns["date"] == [""] * 4
    assert [each.column for each in found.findings if each.code == "day_uncounted"] == ["C", "D"]


def test_what_adds_up_the_columns_beside_it_is_counted_once() -> None:
    heads = ["隔离户", "地址", "代买菜", "倒垃圾", "合计"]
    rows = (["张建国", "惠泽小区3-2-501", 2, 3, 5], ["李秀英", "惠泽小区1-1-102", 1, None, 1])
    (table,) = read(["服务台账 2月9日"], heads, *rows).tables
    told = zip(table.columns["name"], table.columns["service"], table.columns["times"], strict=True)
    assert sorted(told) == [("张建国", "rubbish", "3"), ("张建国", "shopping", "2"), ("李秀英", "shopping", "1")]
    assert json.loads(table.columns["extra"][0]) == {"合计": "5"}


def test_an_online_form_asks_in_whole_questions_and_writes_its_own_columns_beside_them() -> None:
    heads = [
        *(
            "序号",
            "提交答卷时间",
            "所用时间",
            "来源",
            "来自IP",
            "1、您的姓名：",
            "2、您的手机号：",
            "3、您从哪里返回东营？",
        ),
        *("4、您返回东营的日期：", "5、您近14天是否到过武汉？"),
    ]
    rows = (
        [1, "2020/2/8 9:01:22", "88秒", "微信", "192.0.2.7", "张建国", "13800000001", "北京", "2月3日", "B.否"],
        [2, "2020/2/8 9:30:40", "71秒", "微信", "192.0.2.8", "李秀英", "13800000002", "武汉", "2月2日", "A.是"],
    )
    (table,) = read(heads, *rows, name="返东人员自主申报.xlsx").tables
    told = {field: table.columns[field] for field in ("name", "from_place", "arrive_date", "wuhan", "date")}
    assert table.form == "returnees"
    assert told == {
        "name": ["张建国", "李秀英"],
        "from_place": ["北京", "武汉"],
        "arrive_date": ["2020-02-03", "2020-02-02"],
        "wuhan": ["no", "yes"],
        "date": ["2020-02-08", "2020-02-08"],
    }


def test_a_day_with_both_times_over_a_column_holds_two_readings_a_cell() -> None:
    heads = ["姓名", "房号", "2月7日\n早/晚", "2.8（早/晚）"]
    rows = (["张建国", "3-2-501", "36.4/36.6", "36.5/36.7"], ["李秀英", "1-1-102", "36.1/36.2", "36.3/36.4"])
    (table,) = read(["惠泽小区体温监测表"], heads, *rows).tables
    told = zip(table.columns["date"], table.columns["slot"], table.columns["temperature"], strict=True)
    assert list(told)[:4] == [
        ("2020-02-07", "morning", "36.4"),
        ("2020-02-07", "evening", "36.6"),
        ("2020-02-08", "morning", "36.5"),
        ("2020-02-08", "evening", "36.7"),
    ]


@pytest.mark.parametrize(
    ("title", "service"), [("隔离户代购登记表", "shopping"), ("代购代办登记表", ""), ("代购、垃圾清运登记表", "")]
)
def test_a_title_that_names_one_service_says_what_all_rows_were(title, service) -> None:
    heads = ["日期", "姓名", "住址", "所需物品", "志愿者"]
    rows = (["2月8日", "张建国", "惠泽小区3-2-501", "白菜2棵", "李红"],)
    (table,) = read([title], heads, *rows, name="2月.xlsx").tables
    assert table.columns["service"] == [service]


@pytest.mark.parametrize(
    ("title", "field", "values"),
    [
        ("每日消毒面积统计表（单位：平方米）", "area_m2", ["300", "250", "400"]),
        ("每日消毒次数统计表", "times", ["300", "250", "400"]),
        ("每日消毒统计表", "area_m2", ["", ""]),
    ],
)
def test_numbers_below_days_are_what_the_title_says_they_are(title, field, values) -> None:
    heads = ["消毒部位", "2月5日", "2月6日", "合计"]
    rows = (["楼道", 300, 250, 550], ["大门", 400, None, 400])
    (table,) = read([title], heads, *rows).tables
    assert table.columns[field] == values


def test_the_column_of_posts_in_a_roster_holds_no_names() -> None:
    heads = ["卡口", "2月3日（周一）", "2月4日（周二）"]
    rows = (["惠泽小区东门", "张建国、李秀英", "王志强"], ["惠泽小区西门", "陈格", "刘网 张建国"])
    (table,) = read(["小区卡口志愿者值班表"], heads, *rows).tables
    assert list(zip(table.columns["post"], table.columns["name"], strict=True)) == [
        ("惠泽小区东门", "张建国"),
        ("惠泽小区东门", "李秀英"),
        ("惠泽小区东门", "王志强"),
        ("惠泽小区西门", "陈格"),
        ("惠泽小区西门", "刘网"),
        ("惠泽小区西门", "张建国"),
    ]


def test_a_column_of_mistyped_numbers_is_asked_about_and_not_laid_aside() -> None:
    heads = ["姓名", "有效身份证（手写）", "出发地", "返回日期"]
    rows = (["张建国", "37059919810704012", "北京", "2月1日"], ["李秀英", "3705991972072401299", "武汉", "2月2日"])
    found = read(["返乡人员登记"], heads, *rows)
    assert [each.row for each in found.findings if each.code == "id_unreadable"] == [3, 4]
