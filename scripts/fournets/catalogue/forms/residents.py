"""Who lives where, and what a visit at the door found."""

from __future__ import annotations

from fournets.catalogue.fields import Column, Form, Kind
from fournets.catalogue.forms.common import (
    CONTACT,
    GENDER,
    NOTE,
    RESIDENCE,
    SYMPTOMS,
    WHERE_COLUMNS,
    WHO_COLUMNS,
    WORKER,
    date_column,
    fields,
    words,
)

HOUSEHOLDS = Form(
    "households",
    "居民底册",
    fields("who,where,household_number,relation,gender,registered_residence,note"),
    ("person", "address"),
    (
        *WHO_COLUMNS,
        *WHERE_COLUMNS,
        Column(
            "household_number",
            Kind.TEXT,
            words("户号 户编码 户编号 家庭编号 户 户序号 户口簿编号 户口编号 门户号 家庭户号 户籍号"),
            like=r"户编?号$|户编码|户[码序]|第几户",
        ),
        Column(
            "relation",
            Kind.TEXT,
            words(
                "与户主关系 关系 家庭关系 与户主的关系 与户主之关系 同户主关系 户主关系 和户主关系 称谓 成员关系 "
                "与房主关系 家庭成员关系"
            ),
            like=r"户主.{0,4}关系|家庭关系|成员关系|^[与和同跟]户主$",
        ),
        GENDER,
        RESIDENCE,
        NOTE,
    ),
    (
        ("name",),
        ("address", "building", "flat"),
        ("relation", "household_number", "registered_residence", "id_number", "phone"),
    ),
    (
        "居民底册",
        "底册",
        "居民台账",
        "住户信息",
        "居民信息",
        "人口台账",
        "居民花名册",
        "居民名册",
        "居民登记",
        "住户花名册",
        "住户名册",
    ),
    by_title=2,
)
SCREENING = Form(
    "screening",
    "入户摸排表",
    fields("who,where,date,method,visit_status,people_count,outsiders,travel,contact,symptoms,temperature,worker,note"),
    ("address", "person", "date"),
    (
        *WHO_COLUMNS,
        *WHERE_COLUMNS,
        date_column(
            words(
                "摸排日期 排查日期 入户日期 日期 摸排时间 排查时间 入户时间 登记日期 走访日期 走访时间 "
                "排查登记日期 调查日期 调查时间 入户排查时间 摸排登记时间 填表日期 时间 上门日期 上门时间 "
                "填报日期"
            ),
            like=r"(?:摸[排底]|排查|入户|走访|调查|上门|核[实查]|登记|填[表报]|提交).{0,2}(?:日期|时间)",
        ),
        Column(
            "method",
            Kind.METHOD,
            words(
                "排查方式 摸排方式 方式 走访方式 调查方式 入户方式 联系方法 摸排形式 排查形式 摸排途径 入户/电话 "
                "上门/电话 电话/入户 电话/上门"
            ),
            like=r"(?:摸[排底]|排查|走访|调查|入户|核[实查]|登记).{0,2}(?:方式|形式|途径|方法)",
        ),
        Column(
            "visit_status",
            Kind.VISIT_STATUS,
            words(
                "排查情况 入户情况 拨打情况 摸排情况 入户结果 摸排结果 排查结果 走访情况 入户排查情况 "
                "入户摸排情况 走访结果 敲门情况 住户情况 居住情况 排查状态 入户状态 摸排状态 是否入户 是否在家 "
                "在家情况 联系情况 是否见面 通话情况 电话情况 排查情况(入户/电话/空户) 状态 入住情况 情况"
            ),
            like=(
                r"(?:入户|排查|摸[排底]|走访|上门|核[实查]|敲门|拨打|接听|居住|在家|联系|入住).{0,3}(?:情况|结果|"
                r"状态)|是否(?:入户|在家|已?排查|已?摸排|见面)"
                r"|家[里中]?有(?:无|没有?)人$|(?:入户|敲门)(?:登记)?$"
            ),
        ),
        Column(
            "people_count",
            Kind.COUNT,
            words(
                "家庭人数 常住人口 在住人数 人口数 居住人数 家庭人口 现居住人数 现住人口 现住人数 家庭成员数 "
                "同住人数 共同居住人数 实际居住人数 实住人数 常住人数 人口 户内人数 家庭总人数 居住人口 住户人数 "
                "几口人 家中人数 家庭成员人数 现有人数 人口数量 实有人口 现居人数 人数"
            ),
            like=r"(?:家庭|常住|在住|居住|现住|同住|实住|实有|家中|户内).{0,3}人[口数]|几口?人",
        ),
        Column(
            "outsiders",
            Kind.ANSWER,
            words(
                "有无外来人员 外来人员 是否有外来人员 有无外地返回人员 外来人员情况 有无外来人口 是否有外来人口 "
                "有无外地人员 外地返回人员 家中有无外来人员 有无外来人 有无外地来人 是否有外地返回人员 "
                "有无外来返回人员 外来人口 外地来人 家中外来人员 有无外来亲友 有无返乡人员 是否有返乡人员"
            ),
            like=r"外来|外地.{0,3}(?:来|人|返|亲|客)|来外人",
        ),
        Column(
            "travel",
            Kind.ANSWER,
            words(
                "近期外出情况 外出史 外出情况 近期出行 是否外出 旅居史 14天内外出情况 近14天外出情况 有无外出 "
                "近期有无外出 近期外出史 是否有外出史 旅行史 出行史 近期旅居史 近期有无外出史 14天内有无外出 "
                "近14天内有无外出 外出旅行史 有无旅居史 近期有无离开东营 是否离开过东营 近期行程 14天内旅居史"
            ),
            like=r"外出|旅居|旅行|出行|出过?远门|离开过?(?:东营|本[市地区]|我市)|行程|[到去]过(?:湖北|武汉|疫区|外地|外省|市外)",
        ),
        CONTACT,
        SYMPTOMS,
        Column(
            "temperature",
            Kind.TEMPERATURE,
            words("体温 体温(℃) 测温 体温测量 测量体温 现场体温 体温情况 体温值"),
            like=r"体温|测温",
        ),
        WORKER,
        NOTE,
    ),
    (
        ("address", "building", "flat", "name"),
        ("visit_status", "people_count", "outsiders", "travel", "method", "contact", "symptoms"),
        ("visit_status", "people_count", "outsiders", "travel", "method", "contact", "symptoms"),
    ),
    (
        "摸排",
        "排查",
        "入户",
        "走访",
        "健康申报",
        "健康登记",
        "健康信息",
        "健康问卷",
        "健康打卡",
        "健康上报",
        "健康调查",
        "空户",
        "敲门",
    ),
    by_title=2,
    heading_facts=("date",),
    by_day="visit_status",
)
