"""The gates: who was let in or turned back, and the vehicles' passes."""

from __future__ import annotations

from fournets.catalogue.fields import Column, Form, Kind
from fournets.catalogue.forms.common import PHONE, WHERE_COLUMNS, WHO_COLUMNS, date_column, fields, words

GATE = Form(
    "gate",
    "门岗登记表",
    fields("checkpoint,date,time,name,id_number,phone,plate,temperature,from_place,destination,reason,result"),
    ("checkpoint", "date", "time", "name|plate"),
    (
        Column(
            "checkpoint",
            Kind.TEXT,
            words(
                "劝返点 卡口名称 门岗 卡口 劝返点名称 门岗名称 检查点 检查站 卡点 卡点名称 值守点 岗亭 出入口 哪个门 "
                "检测点 劝返点位 门岗(劝返点) 执勤点"
            ),
            like=r"劝返点|卡[点口]|门岗|岗亭",
        ),
        date_column(
            words("日期 检查日期 登记日期 进入日期 来访日期 出入日期 登记日 检查日 通行日期 劝返日期 进出日期 年月日"),
            like=r"(?:检查|登记|进[入出]|出入|来访|通行).{0,1}日期",
        ),
        Column(
            "time",
            Kind.TIME,
            words(
                "时间 检查时间 进入时间 登记时间 通过时间 到达时间 进出时间 出入时间 来访时间 通行时间 进门时间 "
                "劝返时间 检测时间 具体时间 时刻 测温时间 入内时间 几点 几点几分"
            ),
            like=r"(?:检查|登记|进[入出门]|出入|来访|通[行过]|到达|劝返).{0,1}时间",
        ),
        *WHO_COLUMNS,
        Column(
            "plate",
            Kind.PLATE,
            words(
                "车牌号 号牌 车牌 车牌号码 车号 车辆号牌 车辆牌号 车牌照 牌照号 车辆牌照 牌号 机动车号牌 车牌照号 "
                "车辆号码 车牌号(外地) 号牌号码"
            ),
            like=r"车牌|号牌|牌照|车号|牌号",
        ),
        Column("temperature", Kind.TEMPERATURE, words("体温 体温(℃) 测温 测量体温")),
        Column(
            "from_place",
            Kind.TEXT,
            words(
                "来自何处 从何处来 来源地 来自何地 始发地 出发地 来自 从哪来 从哪里来 来自哪里 从何地来 来源 来处 "
                "出发地点 何处来 来自地区 车辆来源地 驶来方向"
            ),
            like=r"来自|从[何哪]|来源|始发|出发地",
        ),
        Column(
            "destination",
            Kind.TEXT,
            words(
                "去往何处 到何处 目的地 去向 拜访住户 前往地点 到哪户 去哪里 目的地址 去往 前往 去往地点 到哪里 "
                "访问住户 被访人 被访住户 被访问人 拜访人 去往楼号 前往楼栋 到访地址 到访住户 进入地址 去哪户 "
                "目的住址"
            ),
            like=r"去[往哪]|[要想]去|目的地|前往|到[哪何访]|被?[拜访]访",
        ),
        Column(
            "reason",
            Kind.TEXT,
            words(
                "事由 进入事由 来访事由 原因 进出事由 来由 进入原因 进小区事由 来访原因 出入事由 进出原因 来意 "
                "进入理由 目的 出行原因 何事 进出小区事由 事项"
            ),
            like=r"事由|原因|理由|来意",
        ),
        Column(
            "result",
            Kind.GATE_RESULT,
            words(
                "处理结果 是否劝返 处置结果 处理情况 结果 放行/劝返 处置情况 是否放行 处置 处理 检查结果 处理方式 "
                "处置方式 劝返/放行 是否准入 放行情况 劝返情况 是否允许进入 是否进入 处理意见 通行结果 "
                "检查处理结果"
            ),
            like=(
                r"(?:劝返|放行)与否|是否(?:劝返|放行|准入|允许|进入)|(?:处理|处置|劝返|放行|检查).{0,1}(?:结果|"
                r"情况|方式|意见)"
            ),
        ),
    ),
    (("name", "plate"), ("time", "date", "temperature", "destination"), ("result", "checkpoint", "plate")),
    (
        "门岗",
        "卡口",
        "劝返点登记",
        "出入登记",
        "进出登记",
        "来访登记",
        "劝返登记",
        "车辆登记",
        "外来车辆",
        "往来车辆",
        "车辆检查",
        "车辆人员登记",
        "人员车辆登记",
    ),
    by_title=2,
    counted_by="result",
)
PASSES = Form(
    "passes",
    "车辆出入证登记表",
    fields("pass_number,plate,name,phone,where,issued_date,valid_until"),
    ("plate", "compound"),
    (
        Column(
            "pass_number",
            Kind.TEXT,
            words(
                "出入证号 编号 证号 出入证编号 通行证号 通行证编号 证件编号 车证编号 出入证号码 车辆出入证号 "
                "通行证号码 证件号 出入证 证编号 出入证序号 车证号 卡号"
            ),
            like=r"(?:出入|通行|车)证.{0,2}(?:编?号|号码)|(?:出入|通行)卡.{0,1}号",
        ),
        Column(
            "plate",
            Kind.PLATE,
            words("车牌号 号牌 车牌 车牌号码 车辆号牌 车辆牌号 车牌照 牌照号 车号 牌号 车辆号码 车牌照号"),
            like=r"车牌|号牌|牌照|车号|牌号",
        ),
        Column(
            "name",
            Kind.NAME,
            words(
                "姓名 车主 车主姓名 业主姓名 领证人 户主姓名 领取人 车辆所有人 车主(姓名) 领用人 申请人 持证人 "
                "办证人 车辆使用人 驾驶人 联系人 领证人姓名 申领人 住户 户主 业主 居民"
            ),
            like=r"车主|(?:领[证取用]|申[请领]|持证|办证|使用)人",
        ),
        PHONE,
        *WHERE_COLUMNS,
        date_column(
            words(
                "发证日期 办理日期 发放日期 领取日期 办证日期 日期 办证时间 发证时间 发放时间 领证日期 领证时间 "
                "办理时间 领取时间 登记日期 制证日期"
            ),
            field="issued_date",
            like=r"(?:发[证放]|领[证取]|办[证理]|制证).{0,1}(?:日期|时间)",
        ),
        date_column(
            words(
                "有效期 有效期至 有效期限 截止日期 有效日期 有效截止日期 到期日期 有效期止 失效日期 有效时间 "
                "使用期限 有效期到"
            ),
            field="valid_until",
            like=r"有效|到期|截止|期限",
        ),
    ),
    (("plate",), ("pass_number", "valid_until", "issued_date")),
    ("出入证", "通行证", "车辆证", "通行卡", "出入卡"),
    by_title=1,
)
