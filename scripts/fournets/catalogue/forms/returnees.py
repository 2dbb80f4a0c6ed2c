"""Who came back from where, when and how."""

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

RETURNEES = Form(
    "returnees",
    "返回人员登记表",
    fields(
        "who,where,gender,from_place,left_date,arrive_date,transport,trip_number,hubei,wuhan,contact,symptoms,companions,"
        "measure,registered_residence,date,worker,note"
    ),
    ("person", "arrive_date"),
    (
        *WHO_COLUMNS,
        *WHERE_COLUMNS,
        GENDER,
        Column(
            "from_place",
            Kind.TEXT,
            words(
                "来源地 何处返程 出发地 从何地返回 返回省/市 返回前所在地 从何地来 外出地 来自何地 出发地点 "
                "外地居住地 返回地 来自哪里 从何处返回 何地返回 从哪里返回 返程地 返乡前所在地 返乡地 原所在地 "
                "返回出发地 返东前所在地 来东前所在地 返自何地 从何地来东 何处来 来自地区 来自省市 返回来源地 "
                "外出地点 始发地 居留地 疫区名称 来源 出发地(省市) 从何处来 返回始发地 来自哪个省市 出发城市 "
                "出发省市"
            ),
            like=r"(?:务工|打工|经商|就学|外出)(?:地点?|所在地)$|来自|何[处地]|从哪|来的地[方点区]|来源地|出发地|始发地|返[回乡程东].{0,3}(?:所在地|出发地|始发地)|[来返回到][东乡程]?前.{0,2}(?:所在|居住|停留)地",
        ),
        date_column(
            words(
                "离开时间 离鄂时间 离汉日期 出发日期 离开日期 离开当地时间 出发时间 离汉时间 离鄂日期 启程日期 "
                "启程时间 动身时间 离开当地日期 离开疫区时间 离开武汉时间 离开湖北时间 返程日期 返程时间 "
                "离开来源地时间 离开居住地时间 离开出发地时间"
            ),
            field="left_date",
            like=r"(?:离开|启程|动身|出发|离[鄂汉]).{0,8}(?:时间|日期)?$",
        ),
        date_column(
            words(
                "返回时间 返东时间 返回日期 返乡时间 到达本市日期 来鲁时间 抵达时间 到达时间 返乡日期 到达日期 "
                "返回东营时间 抵东时间 来东时间 到东营时间 抵达日期 返东日期 来东日期 到东时间 到东日期 入东时间 "
                "入东日期 回东时间 回东日期 到家时间 到家日期 到达我市时间 到达我市日期 抵东日期 到达东营时间 "
                "到达东营日期 回来时间 回来日期 来鲁日期 返鲁时间 返回东营日期 抵达本市时间 到达本地时间 "
                "进入小区时间 返回小区时间 返家时间 返家日期 到达本市时间 返回本市时间 返回本地时间 返区时间 "
                "返区日期 抵达东营时间"
            ),
            field="arrive_date",
            like=r"(?:返[东乡回家鲁区]|来[东鲁]|到[东家达]|抵[东达]|回[东家来]|入东).{0,5}(?:时间|日期)$"
            r"|^(?:返[东乡回家鲁区]|来[东鲁]|到[东家达]|抵[东达]|回[东家来]|入东)$",
        ),
        Column("arrive_date", Kind.YEAR, words("返回年")),
        Column("arrive_date", Kind.MONTH, words("返回月")),
        Column("arrive_date", Kind.DAY, words("返回日")),
        Column(
            "transport",
            Kind.TEXT,
            words(
                "交通工具 来鲁方式 交通方式 返回方式 乘坐交通工具 出行方式 返程方式 交通工具类型 乘坐工具 "
                "返乡方式 返东方式 来东方式 所乘交通工具 交通 乘坐何种交通工具 交通工具及车次"
            ),
            like=r"交通(?!.*(?:车次|航班|号))|(?:返[回乡东程]|来[东鲁]|出行).{0,1}方式",
        ),
        Column(
            "trip_number",
            Kind.TEXT,
            words(
                "车次 航班 船次 车牌号 车次/航班 航班号 车次航班 班次 车次航班号 车次/航班/船次 车次(航班) 车次号 "
                "航班车次 车次/航班号 车次/车牌 车次航班车牌号 车号 航班/车次 列车车次 车牌/车次/航班 "
                "车次、航班号、车牌号 乘坐车次"
            ),
            like=r"车次|航班|班次",
        ),
        Column(
            "hubei",
            Kind.YES_NO,
            words(
                "是否湖北 14天内是否到过湖北 是否湖北返回 是否到过湖北 湖北返回 曾逗留疫区 是否来自湖北 "
                "是否湖北返回人员 是否从湖北返回 是否湖北来东 是否途经湖北 是否来自湖北地区 有无湖北旅居史 "
                "是否有湖北旅居史 是否到过疫区 是否疫区返回 是否去过湖北 湖北旅居史 是否来自疫区 有无疫区旅居史 "
                "是否湖北人员 14天内是否去过湖北 是否从疫区返回"
            ),
            like=(
                r"(?:是否|有无|曾|14天).{0,8}(?:湖北|疫区|鄂)(?!.*籍)(?!.*接触)|(?:湖北|疫区)(?:返回|"
                r"旅居|停留|居住)"
            ),
        ),
        Column(
            "wuhan",
            Kind.YES_NO,
            words(
                "是否武汉 是否武汉返回 是否到过武汉 武汉返回 是否来自武汉 14天内是否到过武汉 是否途经武汉 "
                "是否经过武汉 是否从武汉返回 是否武汉返回人员 有无武汉旅居史 是否去过武汉 武汉旅居史 是否武汉来东 "
                "途经武汉 是否武汉人员"
            ),
            like=r"(?:是否|有无|曾|途[经径]).{0,8}武汉(?!.*籍)(?!.*接触)|武汉(?:返回|旅居|停留|居住)",
        ),
        CONTACT,
        SYMPTOMS,
        Column(
            "companions",
            Kind.TEXT,
            words(
                "同行人员 同行人 随行人员 同行人数 共同返回人员 同行者 同行人员姓名 同行家属 随行人 随行家属 "
                "共同返回人 结伴人员 一同返回人员 同车人员 同行人员情况 同行人员及关系 同行人姓名"
            ),
            like=r"同行|随行|结伴|一同返回|共同返回",
        ),
        Column(
            "measure",
            Kind.TEXT,
            words(
                "管控措施 采取措施 处置措施 隔离方式 落实措施 隔离措施 采取的管控措施 管控方式 目前管控措施 "
                "已采取措施 防控措施 隔离情况 目前状态 管理措施 管理方式 隔离状态 采取的措施 管控情况 处置方式 "
                "现管控状态 是否居家隔离 隔离管控措施 防控措施落实"
            ),
            like=r"(?:管控|防控|处[置理]|隔离|管理|采取).{0,3}(?:措施|方式)|(?:管控|隔离)(?:情况|状态)",
        ),
        RESIDENCE,
        date_column(
            words(
                "登记日期 登记时间 填报日期 日期 上报日期 填表日期 排查日期 摸排日期 统计日期 采集日期 上报时间 "
                "填表时间 填报时间"
            ),
            like=r"(?:登记|填报|填表|上报|统计|排查|摸排).{0,1}(?:日期|时间)",
        ),
        WORKER,
        NOTE,
    ),
    (
        ("name",),
        ("arrive_date", "from_place"),
        ("arrive_date", "left_date", "hubei", "wuhan", "transport", "trip_number"),
    ),
    ("返回", "返乡", "返程", "返东", "外来", "来东", "武汉", "湖北"),
)
