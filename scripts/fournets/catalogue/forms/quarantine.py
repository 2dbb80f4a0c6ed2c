"""The days at home: the register of periods, the two readings a day, and fever."""

from __future__ import annotations

from fournets.catalogue.fields import Column, Form, Kind
from fournets.catalogue.forms.common import NOTE, WHERE_COLUMNS, WHO_COLUMNS, date_column, fields, words

QUARANTINE = Form(
    "quarantine",
    "居家隔离台账",
    fields("who,where,start_date,due_date,released_date,released,notice_signed,pledge_signed,responsible,note"),
    ("person", "start_date"),
    (
        *WHO_COLUMNS,
        *WHERE_COLUMNS,
        date_column(
            words(
                "隔离开始日期 开始隔离时间 隔离起始日期 隔离开始时间 起始日期 开始日期 隔离日期 隔离时间 "
                "开始隔离日期 起始时间 隔离起始时间 开始时间 观察开始日期 观察起始日期 开始观察日期 观察开始时间 "
                "医学观察开始日期 居家隔离开始时间 居家隔离开始日期 居家观察起始日期 隔离起 起始 开始观察时间 "
                "隔离起始日 居家开始日期 医学观察起始时间 开始居家隔离时间 入住隔离日期 观察起始时间 起 "
                "隔离期限 隔离起止时间 隔离起止日期 起止时间 起止日期 隔离期间 观察期限 观察起止时间 隔离时间段"
            ),
            field="start_date",
            like=r"(?:开始|起始|起)(?!.*结束)|^(?:居家)?(?:隔离|观察)(?:日期|时间)$",
        ),
        date_column(
            words(
                "预计解除日期 预计解除 预计解除时间 应解除日期 隔离到期日 拟解除日期 隔离期满日期 隔离截止日期 "
                "预计解除隔离时间 预计解除隔离日期 应解除隔离时间 应解除时间 期满日期 期满时间 到期日期 到期时间 "
                "预计期满日期 隔离期满时间 隔离到期时间 隔离到期日期 拟解除隔离时间 拟解除时间 拟解除隔离日期 "
                "隔离截止时间 结束日期 截止日期 预计结束日期 预计结束时间 观察期满日期 观察期满时间 计划解除日期 "
                "计划解除时间 预计解除观察日期 应解除观察日期 解除隔离预计时间 期满日 观察截止日期 满14天日期 "
                "预期解除时间 隔离结束日期 隔离结束时间 隔离止 止"
            ),
            field="due_date",
            like=r"预计|预期|期满|到期|应解除|拟解除|计划解除|截止|满14天|(?<!起)止$",
        ),
        date_column(
            words(
                "实际解除日期 实际解除 解除时间 解除日期 解除隔离时间 解除隔离日期 实际解除时间 实际解除隔离日期 "
                "实际解除隔离时间 解除观察日期 解除观察时间 解除医学观察日期 实际解除观察日期 已解除时间 "
                "已解除日期 解除医学观察时间 实际结束日期 解除居家隔离时间 解除居家观察时间"
            ),
            field="released_date",
            like=r"(?:实际|已).{0,2}(?:解除|结束)|^解除.{0,6}(?:日期|时间)$",
        ),
        Column(
            "released",
            Kind.YES_NO,
            words(
                "是否解除隔离 是否解除 解除情况 解除隔离 解除 是否已解除 是否解除观察 是否已解除隔离 解除隔离情况 "
                "解除状态 是否解除居家隔离 是否解除医学观察 解除与否 隔离状态 是否接触隔离 目前状态"
            ),
            like=r"是否.{0,3}解除|解除.{0,4}(?:情况|状态|与否)",
        ),
        Column(
            "notice_signed",
            Kind.YES_NO,
            words(
                "是否签告知书 告知书 签订告知书 告知书签收 是否签订告知书 告知书是否签收 隔离告知书 告知书签订 "
                "告知书签字 是否签收告知书 是否签署告知书 签收告知书 告知书是否签订 告知书(是/否) 隔离告知书签收 "
                "是否下达告知书 告知书送达 是否送达告知书 签署告知书 告知书签订情况"
            ),
            like=r"告知书|通知书",
        ),
        Column(
            "pledge_signed",
            Kind.YES_NO,
            words(
                "是否签保证书 是否签承诺书 保证书 承诺书 签订保证书 是否签订承诺书 是否签订保证书 保证书签收 "
                "承诺书签订 保证书签字 是否签署保证书 是否签署承诺书 签承诺书 签保证书 承诺书签收 承诺书是否签订 "
                "保证书是否签订 是否签收保证书 是否签收承诺书 签署承诺书 承诺书签订情况"
            ),
            like=r"承诺书|保证书|责任书",
        ),
        Column(
            "responsible",
            Kind.PERSON,
            words(
                "责任人 包保责任人 管控责任人 管控人 网格员 包靠人 责任网格员 管控负责人 监管人 监管责任人 看护人 "
                "隔离责任人 负责人 包保人 包联人 监督人 包靠责任人 责任人(网格员) 包户责任人 管理责任人 包保干部 "
                "随访人"
            ),
            like=r"(?:包保|包靠|包联|管控|监管|监督|责任|隔离).{0,3}人$|网格员",
        ),
        NOTE,
    ),
    (
        ("name",),
        ("start_date", "due_date", "released"),
        ("due_date", "released", "released_date", "notice_signed", "pledge_signed", "responsible", "start_date"),
    ),
    ("隔离台账", "居家隔离", "隔离人员", "隔离观察", "居家观察", "医学观察"),
    by_title=1,
)
TEMPERATURES = Form(
    "temperatures",
    "体温监测表",
    fields("who,where,date,slot,temperature,symptom,note"),
    ("person", "date", "slot"),
    (
        *WHO_COLUMNS,
        *WHERE_COLUMNS,
        date_column(
            words(
                "日期 测量日期 监测日期 测温日期 测量时间 测温时间 监测时间 体温测量日期 登记日期 测量日 "
                "填报日期 上报日期"
            ),
            like=r"(?:测量|监测|测温|观察|体温|登记|填报|上报|报告|提交).{0,1}(?:日期|时间)$",
        ),
        Column(
            "slot",
            Kind.SLOT,
            words(
                "时段 时间段 测量时段 早晚 班次 上午/下午 早/晚 测温时段 监测时段 时间(早/晚) 上下午 次别 "
                "测温时间 测量时间"
            ),
            like=r"时段|上.?下午|早.?晚|晨.?午?.?晚",
        ),
        Column(
            "temperature",
            Kind.TEMPERATURE,
            words(
                "体温 体温(℃) 测量体温 体温值 体温度数 体温(度) 测温结果 体温读数 监测体温 今日体温 测温 体温监测 "
                "温度 体温℃ 体温测量值"
            ),
        ),
        Column(
            "temperature",
            Kind.TEMPERATURE,
            words(
                "上午体温 上午 早晨体温 早 早晨 早上 早体温 晨 AM 上午测温 早晨测温 早上体温 上午(℃) 早上测温 "
                "晨测 早测 上午温度 晨起体温 第一次体温 上午体温(℃) 早间体温 早间 晨间体温"
            ),
            {"slot": "morning"},
            like=r"^(?:上午|早[上晨间]?|晨)(?:体温|测温|温度|测量)",
        ),
        Column(
            "temperature",
            Kind.TEMPERATURE,
            words("中午体温 中午 中 午间 午间体温 中午测温 中午温度 午测"),
            {"slot": "noon"},
            like=r"^(?:中午|午间)(?:体温|测温|温度|测量)",
        ),
        Column(
            "temperature",
            Kind.TEMPERATURE,
            words(
                "下午体温 下午 晚上体温 晚 晚间 晚上 晚体温 PM 下午测温 晚上测温 晚间体温 晚间测温 傍晚体温 "
                "下午(℃) 晚测 下午温度 第二次体温 下午体温(℃) 傍晚"
            ),
            {"slot": "evening"},
            like=r"^(?:下午|晚[上间]?|傍晚)(?:体温|测温|温度|测量)",
        ),
        Column(
            "temperature",
            Kind.TEMPERATURE,
            words("复测 复测体温 复测温度 再测体温 二次测量 复查体温 复测值"),
            {"slot": "recheck"},
            like=r"复[测查]",
        ),
        Column(
            "symptom",
            Kind.ANSWER,
            words(
                "症状 有无症状 身体状况 健康状况 有无不适 有无咳嗽乏力等症状 有无其他症状 其他症状 伴随症状 "
                "是否有症状 异常症状 身体情况 不适症状 有无发热咳嗽等症状 有无异常 是否有不适"
            ),
            like=r"症状|不适|不舒服|(?:是否|有无)(?:有|出现)?(?:发[热烧]|咳嗽)|身体(?:状况|情况)|健康(?:状况|情况)",
        ),
        NOTE,
    ),
    (("name",), ("temperature",)),
    ("体温", "测温", "监测"),
    heading_facts=("date", "slot"),
    of_person=True,
    by_day="temperature",
    apart="temperature",
)
FEVER = Form(
    "fever",
    "发热转诊登记表",
    fields("who,where,date,time,first_reading,second_reading,receiver,outcome"),
    ("person", "date"),
    (
        *WHO_COLUMNS,
        *WHERE_COLUMNS,
        date_column(
            words(
                "日期 报告日期 发热日期 登记日期 转诊日期 发现日期 发病日期 就诊日期 转诊时间 测温日期 上报日期 "
                "发热时间 发病时间 发现发热日期"
            ),
            like=r"(?:发[现热病]|报告|转诊|就诊|上报).{0,2}(?:日期|时间)",
        ),
        Column(
            "time",
            Kind.TIME,
            words("时间 报告时间 上报时间 上报时刻 发现时间 报告时刻 测温时间 接报时间"),
            like=r"(?:报告|上报|发现|接报).{0,1}时[间刻]",
        ),
        Column(
            "first_reading",
            Kind.TEMPERATURE,
            words(
                "首测体温 首测 首次体温 第一次体温 初测 体温 初测体温 初次体温 首次测温 第一次测温 发现体温 "
                "首测温度 初筛体温 体温(首测) 首次测量 初次测温"
            ),
            like=r"(?:首|初|第一次|一).{0,2}(?:测|体温|筛)",
        ),
        Column(
            "second_reading",
            Kind.TEMPERATURE,
            words(
                "复测体温 复测 第二次体温 二次体温 再测 复测温度 再次测温 第二次测温 二测 复查体温 体温(复测) "
                "再次体温 二次测温"
            ),
            like=r"(?:复|再|第?二).{0,2}(?:测|体温|查)",
        ),
        Column(
            "receiver",
            Kind.PERSON,
            words(
                "接收人 接诊人 接收单位 接报人 社区医生 接诊医生 接诊单位 接收医院 接收机构 医生 接诊医院 "
                "接收医生 卫生服务中心接收人 接诊医护 医务人员 接报医生 对接人"
            ),
            like=r"接[收诊报手]|医[生院护]|对接人",
        ),
        Column(
            "outcome",
            Kind.TEXT,
            words(
                "去向 结果 处置结果 转诊去向 处理结果 处置情况 转归 处置去向 转诊结果 最终去向 诊断结果 处理情况 "
                "处置 转诊情况 结论 后续处置 转诊处置"
            ),
            like=r"去向|转归|送[达往至到]?(?:哪|何处|地点)|(?:处[置理]|转诊|诊断|后续|最终).{0,2}(?:结果|情况|结论)?$",
        ),
    ),
    (
        ("name",),
        ("first_reading", "second_reading", "receiver", "outcome"),
        ("first_reading", "second_reading"),
        ("second_reading", "receiver", "outcome"),
    ),
    ("发热", "发烧", "转诊"),
    by_title=2,
)
