"""Who helps, and who stood at which post."""

from __future__ import annotations

from fournets.catalogue.fields import Column, Form, Kind
from fournets.catalogue.forms.common import GENDER, NAME, PHONE, date_column, fields, words

VOLUNTEERS = Form(
    "volunteers",
    "志愿者花名册",
    fields("name,gender,birth_year,phone,kind,kind_detail,branch,squad,employer"),
    ("name", "phone|squad"),
    (
        NAME,
        GENDER,
        Column(
            "birth_year",
            Kind.BIRTH_YEAR,
            words("出生年月 出生年份 出生日期 出生年 出生 生日 出生年月日 出生时间 生年 出生年月(年龄)"),
            like=r"^出生",
        ),
        Column("birth_year", Kind.AGE, words("年龄")),
        PHONE,
        Column(
            "kind",
            Kind.VOLUNTEER_KIND,
            words(
                "政治面貌 类别 志愿者类别 身份 人员类别 志愿者类型 志愿者身份 党员/群众 是否党员 身份类别 群体 "
                "人员类型 人员身份 政治身份 志愿类型"
            ),
            like=r"政治面貌|身份$|(?:人员|志愿者?)(?:类[别型]|性质)",
        ),
        Column(
            "branch",
            Kind.TEXT,
            words(
                "所属支部 支部 党支部 所在支部 所属党支部 支部名称 党组织 所属党组织 所在党组织 支部(党组织) "
                "组织关系所在支部 所属支部名称"
            ),
            like=r"支部|党组织",
        ),
        Column(
            "squad",
            Kind.TEXT,
            words(
                "小分队 所属小分队 分队 队伍 先锋队 所属队伍 分队名称 小分队名称 服务队 服务小分队 所在小分队 "
                "编队 所属分队 所在队伍 所属服务队 小组 所属小组 队伍名称 队别 队名 组别"
            ),
            like=r"分队|小队|队伍|服务队|先锋队|^队名",
        ),
        Column(
            "employer",
            Kind.TEXT,
            words("工作单位 单位 所在单位 单位名称 就业单位 工作单位及职务 所属单位 单位及职务 现工作单位 服务处所"),
            like=r"单位",
        ),
    ),
    (("name",), ("kind", "branch", "squad")),
    ("志愿者", "花名册", "先锋队", "志愿服务", "志愿队", "志愿报名", "双报到", "党员报到", "下沉"),
    by_title=1,
)
DUTY = Form(
    "duty",
    "执勤签到表",
    fields("date,post,shift,name,kind,branch,squad,sign_in,sign_out"),
    ("date", "post", "shift", "name"),
    (
        date_column(
            words("日期 执勤日期 值班日期 签到日期 值守日期 签到日 执勤时间(日期) 上岗日期 当班日期 时间"),
            like=r"(?:执勤|值[班守]|签到|上岗).{0,1}日期",
        ),
        Column(
            "post",
            Kind.TEXT,
            words(
                "岗位 值班点 执勤点 执勤地点 值守点 点位 劝返点 值班地点 执勤岗位 值守地点 执勤位置 值守岗位 "
                "所在岗位 卡口 执勤卡口 岗位名称 上岗地点 点位名称 执勤点位 地点 门岗 值班岗位 卡点"
            ),
            like=r"岗位|(?:执勤|值[班守]|上岗).{0,2}(?:点|地点|位置|卡口)|劝返点|卡[点口]",
        ),
        Column(
            "shift",
            Kind.TEXT,
            words(
                "班次 时段 值班时段 执勤时间 值班时间 执勤时段 值守时段 值守时间 班组 执勤班次 值班班次 时间段 班 "
                "上岗时段 当班时间 时间"
            ),
            like=r"班次|时段|^班名称$",
        ),
        Column(
            "name",
            Kind.NAME,
            words(
                "姓名 执勤人员 值班人员 值班人 签到人 人员姓名 执勤人 值守人员 执勤人员姓名 值守人 值守人员姓名 "
                "参与人员 志愿者 志愿者姓名 执勤志愿者 人员 上岗人员 签到人员 当班人员 值班人员姓名"
            ),
            like=r"(?:执勤|值[班守]|上岗|当班|签到|参与|志愿)(?:人员?|者|志愿者)(?:姓名|签[到名])?$",
        ),
        Column(
            "kind",
            Kind.VOLUNTEER_KIND,
            words("类别 政治面貌 人员类别 身份 志愿者类别 人员身份 政治身份 党员/群众 身份类别 人员类型 志愿者类型"),
            like=r"政治面貌|身份$|人员类[别型]",
        ),
        Column(
            "branch",
            Kind.TEXT,
            words("所属支部 支部 党支部 所在支部 党组织 所属党支部 所属党组织 支部名称 所在党支部"),
            like=r"支部|党组织",
        ),
        Column(
            "squad",
            Kind.TEXT,
            words("小分队 所属小分队 分队 队伍 先锋队 所在小分队 分队名称 服务队 队别 所属队伍 所在队伍 小组"),
            like=r"分队|队伍|服务队|先锋队",
        ),
        Column(
            "sign_in",
            Kind.TIME,
            words(
                "签到 签到时间 上岗时间 到岗时间 到岗 上岗 签到时刻 上岗签到 到岗签到 开始时间 到达时间 上班时间 "
                "签到(时间)"
            ),
            like=r"签到|到岗|上岗",
        ),
        Column(
            "sign_out",
            Kind.TIME,
            words("签退 签退时间 下岗时间 离岗时间 离岗 下岗 签退时刻 离岗签退 结束时间 离开时间 下班时间 签退(时间)"),
            like=r"签退|离岗|下岗",
        ),
    ),
    (("name",), ("post", "shift", "sign_in"), ("shift", "sign_in", "sign_out", "post")),
    ("执勤", "签到", "值班", "值守", "上岗登记", "站岗", "值岗"),
    by_day="name",
    apart="name",
)
