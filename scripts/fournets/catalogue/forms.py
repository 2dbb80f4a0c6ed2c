"""The twenty forms of the desk. To add a form: one `Form` here and a golden pair in `tests/forms/<form>/`.

Field names and natural keys are fixed by the contract with other programs; headings are those met in the wild.
"""

from __future__ import annotations

from collections.abc import Mapping

from fournets.catalogue.fields import Column, Form, Kind

WHO = ("name", "id_number", "phone")
WHERE = ("compound", "building", "entrance", "flat", "grid")


def _split(fields: str) -> tuple[str, ...]:
    names: list[str] = []
    for name in fields.split(","):
        names += {"who": WHO, "where": WHERE}.get(name, (name,))
    return tuple(names)


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


NAME = Column(
    "name",
    Kind.NAME,
    _words(
        "姓名 户主姓名 返乡人员姓名 返回人员姓名 被调查人姓名 人员姓名 本人姓名 居民姓名 隔离人员姓名 "
        "名字 业主姓名 住户姓名 成员姓名 家庭成员姓名 被观察人 被隔离人 隔离人员 居家隔离人员 "
        "人员 姓名(户主) 居民 住户 户主 业主 返乡人员 返回人员 返程人员姓名 来东人员姓名 被摸排人 "
        "被排查人 被访人 被访人姓名 患者姓名 发热人员姓名 返乡人 返东人员姓名 返岗人员姓名 同住人姓名 "
        "人名 本人 驾驶人 驾驶员 司机 来访人 来访人员 来访者 访客 "
        "访客姓名 出入人员 进出人员 被劝返人 被劝返人员 进入人员姓名 进出人员姓名"
    ),
    like=(
        r"^(?:被|所)?(?:居家|集中|医学)*(?:隔离|观察|管控|监测|返[乡回程]|登记|调查|"
        r"摸排|排查|走访|服务|核查|来访|检测|测温|重点|外来|来东|返东|返岗|发热|求助|"
        r"代办|志愿|执勤|值班|参与|签到)(?:对象|人员?|者)(?:姓名|名单)?$|^(?:本人|"
        r"人员|居民|住户|业主|户主|租户|承租人|患者|返乡者|返回者)(?:姓名|名字)$"
    ),
)
ID_NUMBER = Column(
    "id_number",
    Kind.ID_NUMBER,
    _words(
        "身份证号 身份证 身份证号码 证件号码 公民身份号码 证件号 公民身份证号码 居民身份证号 身份证件号码 "
        "身份证件号 公民身份证号 居民身份证号码 有效证件号码 身份证号(护照号) 身份号码 ID号 身份证信息 "
        "证件 身份证明号码 身份证/护照号"
    ),
    like=r"身份证|身份号|证件号|护照号",
)
PHONE = Column(
    "phone",
    Kind.PHONE,
    _words(
        "联系电话 联系方式 手机号 手机号码 电话 电话号码 其他联系电话 手机 本人电话 联系手机 移动电话 "
        "联系号码 本人联系电话 本人手机 本人手机号 手机电话 固定电话 手机/电话 电话(手机) "
        "联系电话1 联系电话2 备用电话 常用电话 电话1 电话2 手机1 手机2 tel 座机 住户电话 居民电话 "
        "业主电话 联系电话号码 本人联系方式"
    ),
    like=(
        r"^(?:本人|住户|居民|业主|户主|人员|返[乡回]人员?|隔离人员?|常用|有效)?(?:的)?(?:联系|"
        r"移动|手机)?(?:电话|手机|号码|联系方式)(?:号码?|号)?$"
    ),
)
ADDRESS = Column(
    "address",
    Kind.ADDRESS,
    _words(
        "现住址 现住地址 家庭住址 居住地址 住址 隔离地址 小区楼栋单元房号 详细地址 地址 家庭地址 居住地 "
        "现居住地 楼栋单元房号 楼号单元房号 楼栋号 房间号 具体住址 本地住址 在东住址 现居住地址 现在住址 "
        "居住详细地址 家庭详细住址 家庭详细地址 详细住址 现详细住址 现住详细地址 小区及楼号 小区楼号 "
        "居住小区及楼号 小区楼栋号 小区门牌号 小区/楼栋/单元/房号 楼栋单元 楼号单元 楼栋房号 楼室号 "
        "楼房号 楼号房号 单元房号 单元室 单元门牌 单元室号 楼栋门牌号 具体地址 隔离地点 隔离住址 "
        "居家隔离地址 居家隔离地点 观察地点 观察地址 居家观察地址 住宅地址 住所 住处 家庭居住地 常住地址 "
        "现住地 现住所 居住住址 东营住址 返东住址 来东住址 本市住址 在东居住地 本地居住地址 目前住址 "
        "暂住地 暂住地址 返回住址 返回地址 房屋地址 房屋坐落 小区及门牌号 小区房号 小区+楼号 居住小区楼号 "
        "住户地址 小区楼栋门牌 室号地址"
    ),
    like=(
        r"(?:现|居住|家庭|家|详细|具体|隔离|观察|暂住|常住|本地|本市|在东|来东|返东|"
        r"目前)(?:详细|家庭|居住|居家|现)?(?:的)?(?:住|居住|隔离|观察|详细)?(?:址|"
        r"地址|地点|住所|住处|居住地)$|楼.{0,4}(?:单元|室|房号|门牌|户)|单元.{0,2}(?:室|"
        r"房|户|门牌)"
    ),
)
COMPOUND = Column(
    "compound",
    Kind.COMPOUND,
    _words(
        "小区 小区名称 所在小区 居住小区 所属小区 院区 小区名 居住小区名称 住宅小区 所住小区 院落 "
        "小区(院) 楼盘 生活区 小区/院 小区院落 社区小区 所属院区 居民小区"
    ),
    like=r"小区(?:名称?|院)?$",
)
BUILDING = Column(
    "building",
    Kind.BUILDING,
    _words("楼号 楼栋 楼 栋号 幢号 楼座 楼幢 楼栋号 楼座号 几号楼 号楼 楼号(栋) 栋 幢 楼宇 栋楼 楼# 楼宇号 住宅楼号"),
    like=r"^(?:所在|居住)?(?:楼|栋|幢)(?:栋|座|宇|号|编号|房)*$",
)
ENTRANCE = Column(
    "entrance",
    Kind.ENTRANCE,
    _words("单元 单元号 单元(门) 几单元 单元门 门洞 单元号(门) 楼门"),
    like=r"^(?:所在|居住)?单元(?:编?号|门)?$",
)
FLAT = Column(
    "flat",
    Kind.FLAT,
    _words(
        "房号 门牌号 室 室号 户室 房间 门牌 房间号 房室号 户室号 室(户) 房号(室) 门牌号码 住房号 户 "
        "房屋号 房 户门 室号(户号) 号室"
    ),
    like=r"^(?:所在|居住)?(?:房间?|室|门牌|户室)(?:编?号|号码)?$",
)
GRID = Column(
    "grid",
    Kind.GRID,
    _words(
        "网格 网格号 所属网格 责任网格 网格编号 网格名称 所在网格 网格(号) 网格序号 所在网格号 第几网格 "
        "所属网格号 网格名 责任网格号 所属网格名称 网格区域 管辖网格 网格单元"
    ),
    like=r"网格(?:编?号|名称?)?$",
)
WORKER = Column(
    "worker",
    Kind.PERSON,
    _words(
        "网格员 摸排人 排查人 填报人 管控人 网格员姓名 登记人 摸排人员 排查人员 调查人 负责人 责任人 "
        "管控责任人 包保责任人 包靠人 登记人员 填表人 网格员签字 摸排员 排查员 调查员 调查人员 入户人 "
        "入户人员 走访人 走访人员 填写人 录入人 责任网格员 负责网格员 网格长 包片人 包户人 包保人 包联人 "
        "包联干部 责任干部 摸排责任人 排查责任人 管控负责人 填报人员 负责人签字 工作人员 采集人 登记员 "
        "包靠责任人 包靠干部"
    ),
    like=(
        r"(?:网格员|摸排人|排查人|调查人|走访人|入户人|包保|包靠|包联|管控|排查|摸排|"
        r"填报|登记)(?:责任|负责)?人?员?(?:姓名|签[字名])?$"
    ),
)
NOTE = Column(
    "note",
    Kind.TEXT,
    _words(
        "备注 说明 其他 备注说明 情况说明 备注(情况说明) 其他情况 其它 其他说明 补充说明 需要说明的情况 "
        "其它情况 其他需要说明的情况 备注信息 特殊情况 情况备注"
    ),
    like=r"^备注|说明的?情况|特殊情况",
)
GENDER = Column("gender", Kind.GENDER, _words("性别 性别(男/女) 男/女 性别男女"), like=r"^性别")
RESIDENCE = Column(
    "registered_residence",
    Kind.TEXT,
    _words(
        "户籍地 户籍地址 籍贯 户口所在地 户籍所在地 户籍 户籍所在 户籍地点 户口地址 户口 户口所在 "
        "户籍住址 户籍详细地址 户籍所在地址 户口所在地址 原籍 户籍省市 户籍(省市县)"
    ),
    like=r"户籍|户口所在|户口地",
)
SYMPTOMS = Column(
    "symptoms",
    Kind.ANSWER,
    _words(
        "身体状况 健康状况 有无发热咳嗽等症状 症状 有无症状 身体情况 是否有发热咳嗽症状 目前身体状况 "
        "有无发热 当前健康状况 目前健康状况 目前症状 有无发烧咳嗽 是否发热 是否有症状 有无异常症状 "
        "有无不适症状 健康情况 有无发热等症状 是否有发热 有无身体不适 发热咳嗽等症状 身体健康状况 "
        "是否出现发热 现在身体状况 有无发热乏力干咳 是否有发热、咳嗽等症状 身体是否异常 目前身体情况 "
        "现身体状况"
    ),
    like=(
        r"症状|(?:身体|健康|体征)(?:状况|情况|是否|有无)|(?:有无|是否有?|有否)(?:出现)?(?:发热|"
        r"发烧|咳嗽|不适)|发热.{0,2}咳嗽"
    ),
)
CONTACT = Column(
    "contact",
    Kind.ANSWER,
    _words(
        "接触史 是否密切接触者 有无接触史 是否接触疫区人员 是否接触湖北人员 是否与确诊病例接触 密切接触史 "
        "是否接触过武汉人员 是否接触 接触情况 有无密切接触 是否接触过确诊病例 有无接触湖北人员 "
        "是否接触过湖北人员 有无接触武汉人员 接触疫区人员 疫区接触史 武汉湖北接触史 有无接触确诊 是否密接 "
        "是否密切接触 与确诊患者接触史 有无接触湖北来人 是否接触疫区返回人员 流行病学接触史 "
        "是否为密切接触者 有无接触疫区人员"
    ),
    like=r"接触(?!隔离)",
)
WHO_COLUMNS = (NAME, ID_NUMBER, PHONE)
WHERE_COLUMNS = (ADDRESS, COMPOUND, BUILDING, ENTRANCE, FLAT, GRID)


def _date(headings: tuple[str, ...], field: str = "date", like: str = "") -> Column:
    return Column(field, Kind.DATE, headings, like=like)


GRIDS = Form(
    "grids",
    "网格划分表",
    _split("grid,worker,phone,compound,buildings,households"),
    ("grid", "compound"),
    (
        GRID,
        Column(
            "worker",
            Kind.PERSON,
            _words("网格员 网格员姓名 网格长 负责人 姓名 责任人 网格负责人 网格责任人 网格员(联系人) 专职网格员"),
            like=r"^网格(?:员|长|负责人|责任人)(?:姓名)?$",
        ),
        Column(
            "phone",
            Kind.PHONE,
            (
                *PHONE.headings,
                *_words(
                    "网格员电话 网格员联系电话 网格员手机 网格员手机号 网格员联系方式 责任人电话 负责人电话 网格长电话"
                ),
            ),
        ),
        COMPOUND,
        Column(
            "buildings",
            Kind.TEXT,
            _words(
                "楼栋范围 楼号 包含楼栋 楼栋 责任楼栋 管辖范围 所辖楼栋 网格范围 楼号范围 辖区楼栋 包含楼号 "
                "楼栋号 覆盖楼栋 覆盖范围 网格楼栋 楼座 所含楼栋 楼幢 管理范围 辖区范围 包干楼栋 所辖楼号 "
                "网格划分 四至范围"
            ),
            like=r"楼|范围",
        ),
        Column(
            "households",
            Kind.COUNT,
            _words("户数 总户数 住户数 管辖户数 住户(户) 居民户数 户数(户) 家庭户数 常住户数 网格户数"),
            like=r"户数",
        ),
    ),
    (("grid",), ("worker",), ("compound", "buildings")),
    ("网格划分", "网格一览", "网格员", "网格表"),
)
COMPOUNDS = Form(
    "compounds",
    "小区一览",
    _split("compound,property_company,manager,phone,households"),
    ("compound",),
    (
        COMPOUND,
        Column(
            "property_company",
            Kind.TEXT,
            _words(
                "物业公司 物业 物业名称 物业服务企业 物业单位 物业公司名称 物业服务公司 物业企业 服务物业 "
                "物业管理公司 管理单位 物业服务单位 所属物业 物业管理单位 物业公司(单位)"
            ),
            like=r"物业(?!.*(?:经理|负责人|电话|联系|主任|人员))",
        ),
        Column(
            "manager",
            Kind.PERSON,
            _words(
                "负责人 物业负责人 物业经理 项目经理 联系人 经理 物业联系人 主任 物业主任 小区负责人 "
                "物业公司负责人 负责人姓名 项目负责人 物业项目经理 联系人姓名"
            ),
            like=r"负责人|经理|联系人|主任",
        ),
        Column(
            "phone",
            Kind.PHONE,
            (
                *PHONE.headings,
                *_words(
                    "负责人电话 负责人联系电话 物业电话 物业联系电话 物业负责人电话 经理电话 项目经理电话 "
                    "物业经理电话 联系人电话 联系人手机 值班电话 客服电话 物业联系方式 负责人手机"
                ),
            ),
        ),
        Column(
            "households",
            Kind.COUNT,
            _words("户数 总户数 住户数 住宅户数 住户 居民户数 户数(户) 总户数(户) 入住户数"),
            like=r"户数",
        ),
    ),
    (("compound",), ("property_company",), ("manager", "households", "phone")),
    ("小区一览", "物业一览", "小区物业", "小区(物业)一览", "物业公司"),
)
CHECKPOINTS = Form(
    "checkpoints",
    "劝返点一览",
    _split("checkpoint,compound,property_company"),
    ("checkpoint",),
    (
        Column(
            "checkpoint",
            Kind.TEXT,
            _words(
                "劝返点 劝返点名称 卡口 卡口名称 门岗 门岗名称 点位 点位名称 劝返点位 卡点 卡点名称 检查点 "
                "检查点名称 出入口 出入口名称 大门 门岗位置 劝返点位置 执勤点 值守点 卡口位置 检测点 设卡位置"
            ),
            like=r"劝返点|卡[点口]|门岗|检查点|出入口",
        ),
        COMPOUND,
        Column(
            "property_company",
            Kind.TEXT,
            _words("物业公司 物业 责任单位 负责单位 值守物业 物业服务企业 值守单位 管理单位 物业名称 负责物业"),
            like=r"物业|值守单位|责任单位",
        ),
    ),
    (("checkpoint",), ("compound", "property_company")),
    ("劝返点一览", "劝返点", "卡口一览", "门岗一览"),
)
GROUPS = Form(
    "groups",
    "微信群一览",
    _split("group,purpose,members,owner"),
    ("group",),
    (
        Column(
            "group",
            Kind.TEXT,
            _words("群名称 微信群 群名 微信群名称 群 微信群名 群组名称 群组 工作群 微信工作群 群聊名称"),
            like=r"群(?:名|组)",
        ),
        Column(
            "purpose",
            Kind.TEXT,
            _words("用途 群用途 类别 作用 类型 用途说明 群类型 群功能 主要用途 功能 群性质"),
            like=r"用途|作用|功能|性质",
        ),
        Column(
            "members",
            Kind.COUNT,
            _words("人数 群人数 成员数 群成员数 群成员 成员 成员人数 群内人数 群人数(人) 人数(人) 现有人数 入群人数"),
            like=r"人数|成员",
        ),
        Column(
            "owner", Kind.PERSON, _words("群主 管理员 负责人 群主姓名 群管理员 管理人 群负责人"), like=r"群主|管理员"
        ),
    ),
    (("group",), ("members", "purpose", "owner")),
    ("微信群",),
)
HOUSEHOLDS = Form(
    "households",
    "居民底册",
    _split("who,where,household_number,relation,gender,registered_residence,note"),
    ("person", "address"),
    (
        *WHO_COLUMNS,
        *WHERE_COLUMNS,
        Column(
            "household_number",
            Kind.TEXT,
            _words("户号 户编码 户编号 家庭编号 户 户序号 户口簿编号 户口编号 门户号 家庭户号 户籍号"),
            like=r"户编?号$|户编码",
        ),
        Column(
            "relation",
            Kind.TEXT,
            _words(
                "与户主关系 关系 家庭关系 与户主的关系 与户主之关系 同户主关系 户主关系 和户主关系 称谓 成员关系 "
                "与房主关系 家庭成员关系"
            ),
            like=r"户主.{0,2}关系|家庭关系|成员关系",
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
    ("居民底册", "底册", "居民台账", "住户信息", "居民信息", "人口台账", "居民花名册"),
)
VOLUNTEERS = Form(
    "volunteers",
    "志愿者花名册",
    _split("name,gender,birth_year,phone,kind,kind_detail,branch,squad,employer"),
    ("name", "phone|squad"),
    (
        NAME,
        GENDER,
        Column(
            "birth_year",
            Kind.BIRTH_YEAR,
            _words("出生年月 出生年份 出生日期 出生年 出生 生日 出生年月日 出生时间 生年 出生年月(年龄)"),
            like=r"^出生",
        ),
        Column("birth_year", Kind.AGE, _words("年龄")),
        PHONE,
        Column(
            "kind",
            Kind.VOLUNTEER_KIND,
            _words(
                "政治面貌 类别 志愿者类别 身份 人员类别 志愿者类型 志愿者身份 党员/群众 是否党员 身份类别 群体 "
                "人员类型 人员身份 政治身份 志愿类型"
            ),
            like=r"政治面貌|身份$|(?:人员|志愿者?)类[别型]",
        ),
        Column(
            "branch",
            Kind.TEXT,
            _words(
                "所属支部 支部 党支部 所在支部 所属党支部 支部名称 党组织 所属党组织 所在党组织 支部(党组织) "
                "组织关系所在支部 所属支部名称"
            ),
            like=r"支部|党组织",
        ),
        Column(
            "squad",
            Kind.TEXT,
            _words(
                "小分队 所属小分队 分队 队伍 先锋队 所属队伍 分队名称 小分队名称 服务队 服务小分队 所在小分队 "
                "编队 所属分队 所在队伍 所属服务队 小组 所属小组 队伍名称"
            ),
            like=r"分队|队伍|服务队|先锋队",
        ),
        Column(
            "employer",
            Kind.TEXT,
            _words("工作单位 单位 所在单位 单位名称 就业单位 工作单位及职务 所属单位 单位及职务 现工作单位"),
            like=r"单位",
        ),
    ),
    (("name",), ("kind", "branch", "squad")),
    ("志愿者", "花名册", "先锋队", "志愿服务"),
)
SCREENING = Form(
    "screening",
    "入户摸排表",
    _split("who,where,date,method,visit_status,people_count,outsiders,travel,contact,symptoms,temperature,worker,note"),
    ("address", "person", "date"),
    (
        *WHO_COLUMNS,
        *WHERE_COLUMNS,
        _date(
            _words(
                "摸排日期 排查日期 入户日期 日期 摸排时间 排查时间 入户时间 登记日期 走访日期 走访时间 "
                "排查登记日期 调查日期 调查时间 入户排查时间 摸排登记时间 填表日期 时间 上门日期 上门时间 "
                "填报日期"
            ),
            like=r"(?:摸排|排查|入户|走访|调查|上门).{0,2}(?:日期|时间)",
        ),
        Column(
            "method",
            Kind.METHOD,
            _words("排查方式 摸排方式 方式 走访方式 调查方式 入户方式 联系方法 摸排形式 排查形式 摸排途径"),
            like=r"(?:摸排|排查|走访|调查|入户).{0,2}(?:方式|形式|途径)",
        ),
        Column(
            "visit_status",
            Kind.VISIT_STATUS,
            _words(
                "排查情况 入户情况 拨打情况 摸排情况 入户结果 摸排结果 排查结果 走访情况 入户排查情况 "
                "入户摸排情况 走访结果 敲门情况 住户情况 居住情况 排查状态 入户状态 摸排状态 是否入户 是否在家 "
                "在家情况 联系情况 是否见面 通话情况 电话情况 排查情况(入户/电话/空户) 状态 入住情况"
            ),
            like=(
                r"(?:入户|排查|摸排|走访|敲门|拨打|居住|在家|联系|入住).{0,3}(?:情况|结果|"
                r"状态)|是否(?:入户|在家|已?排查|已?摸排|见面)"
            ),
        ),
        Column(
            "people_count",
            Kind.COUNT,
            _words(
                "家庭人数 常住人口 在住人数 人口数 居住人数 家庭人口 现居住人数 现住人口 现住人数 家庭成员数 "
                "同住人数 共同居住人数 实际居住人数 实住人数 常住人数 人口 户内人数 家庭总人数 居住人口 住户人数 "
                "几口人 家中人数 家庭成员人数 现有人数 人口数量 实有人口 现居人数 人数"
            ),
            like=r"(?:家庭|常住|在住|居住|现住|同住|实住|实有|家中|户内).{0,3}人[口数]",
        ),
        Column(
            "outsiders",
            Kind.ANSWER,
            _words(
                "有无外来人员 外来人员 是否有外来人员 有无外地返回人员 外来人员情况 有无外来人口 是否有外来人口 "
                "有无外地人员 外地返回人员 家中有无外来人员 有无外来人 有无外地来人 是否有外地返回人员 "
                "有无外来返回人员 外来人口 外地来人 家中外来人员 有无外来亲友 有无返乡人员 是否有返乡人员"
            ),
            like=r"外来|外地.{0,3}(?:来|人|返)",
        ),
        Column(
            "travel",
            Kind.ANSWER,
            _words(
                "近期外出情况 外出史 外出情况 近期出行 是否外出 旅居史 14天内外出情况 近14天外出情况 有无外出 "
                "近期有无外出 近期外出史 是否有外出史 旅行史 出行史 近期旅居史 近期有无外出史 14天内有无外出 "
                "近14天内有无外出 外出旅行史 有无旅居史 近期有无离开东营 是否离开过东营 近期行程 14天内旅居史"
            ),
            like=r"外出|旅居|旅行|出行|离开过?东营|行程",
        ),
        CONTACT,
        SYMPTOMS,
        Column(
            "temperature",
            Kind.TEMPERATURE,
            _words("体温 体温(℃) 测温 体温测量 测量体温 现场体温 体温情况 体温值"),
            like=r"体温|测温",
        ),
        WORKER,
        NOTE,
    ),
    (("address", "building", "flat", "name"), ("visit_status", "people_count", "outsiders", "travel", "method")),
    ("摸排", "排查", "入户", "走访"),
)
RETURNEES = Form(
    "returnees",
    "返回人员登记表",
    _split(
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
            _words(
                "来源地 何处返程 出发地 从何地返回 返回省/市 返回前所在地 从何地来 外出地 来自何地 出发地点 "
                "外地居住地 返回地 来自哪里 从何处返回 何地返回 从哪里返回 返程地 返乡前所在地 返乡地 原所在地 "
                "返回出发地 返东前所在地 来东前所在地 返自何地 从何地来东 何处来 来自地区 来自省市 返回来源地 "
                "外出地点 始发地 居留地 疫区名称 来源 出发地(省市) 从何处来 返回始发地 来自哪个省市 出发城市 "
                "出发省市"
            ),
            like=r"来自|何[处地]|从哪|来源地|出发地|始发地|返[回乡程东].{0,3}(?:所在地|出发地|始发地)|[来返回到]东?前.{0,2}(?:所在|居住|停留)地",
        ),
        _date(
            _words(
                "离开时间 离鄂时间 离汉日期 出发日期 离开日期 离开当地时间 出发时间 离汉时间 离鄂日期 启程日期 "
                "启程时间 动身时间 离开当地日期 离开疫区时间 离开武汉时间 离开湖北时间 返程日期 返程时间 "
                "离开来源地时间 离开居住地时间 离开出发地时间"
            ),
            field="left_date",
            like=r"(?:离开|启程|动身|出发|离[鄂汉]).{0,8}(?:时间|日期)?$",
        ),
        _date(
            _words(
                "返回时间 返东时间 返回日期 返乡时间 到达本市日期 来鲁时间 抵达时间 到达时间 返乡日期 到达日期 "
                "返回东营时间 抵东时间 来东时间 到东营时间 抵达日期 返东日期 来东日期 到东时间 到东日期 入东时间 "
                "入东日期 回东时间 回东日期 到家时间 到家日期 到达我市时间 到达我市日期 抵东日期 到达东营时间 "
                "到达东营日期 回来时间 回来日期 来鲁日期 返鲁时间 返回东营日期 抵达本市时间 到达本地时间 "
                "进入小区时间 返回小区时间 返家时间 返家日期 到达本市时间 返回本市时间 返回本地时间 返区时间 "
                "返区日期 抵达东营时间"
            ),
            field="arrive_date",
            like=r"(?:返[东乡回家鲁区]|来[东鲁]|到[东家达]|抵[东达]|回[东家来]|入东).{0,5}(?:时间|日期)?$",
        ),
        Column("arrive_date", Kind.YEAR, _words("返回年")),
        Column("arrive_date", Kind.MONTH, _words("返回月")),
        Column("arrive_date", Kind.DAY, _words("返回日")),
        Column(
            "transport",
            Kind.TEXT,
            _words(
                "交通工具 来鲁方式 交通方式 返回方式 乘坐交通工具 出行方式 返程方式 交通工具类型 乘坐工具 "
                "返乡方式 返东方式 来东方式 所乘交通工具 交通 乘坐何种交通工具 交通工具及车次"
            ),
            like=r"交通(?!.*(?:车次|航班|号))|(?:返[回乡东程]|来[东鲁]|出行).{0,1}方式",
        ),
        Column(
            "trip_number",
            Kind.TEXT,
            _words(
                "车次 航班 船次 车牌号 车次/航班 航班号 车次航班 班次 车次航班号 车次/航班/船次 车次(航班) 车次号 "
                "航班车次 车次/航班号 车次/车牌 车次航班车牌号 车号 航班/车次 列车车次 车牌/车次/航班 "
                "车次、航班号、车牌号 乘坐车次"
            ),
            like=r"车次|航班|班次",
        ),
        Column(
            "hubei",
            Kind.YES_NO,
            _words(
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
            _words(
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
            _words(
                "同行人员 同行人 随行人员 同行人数 共同返回人员 同行者 同行人员姓名 同行家属 随行人 随行家属 "
                "共同返回人 结伴人员 一同返回人员 同车人员 同行人员情况 同行人员及关系 同行人姓名"
            ),
            like=r"同行|随行|结伴|一同返回|共同返回",
        ),
        Column(
            "measure",
            Kind.TEXT,
            _words(
                "管控措施 采取措施 处置措施 隔离方式 落实措施 隔离措施 采取的管控措施 管控方式 目前管控措施 "
                "已采取措施 防控措施 隔离情况 目前状态 管理措施 管理方式 隔离状态 采取的措施 管控情况 处置方式 "
                "现管控状态 是否居家隔离 隔离管控措施 防控措施落实"
            ),
            like=r"(?:管控|防控|处置|隔离|管理|采取).{0,3}(?:措施|方式)|(?:管控|隔离)(?:情况|状态)",
        ),
        RESIDENCE,
        _date(
            _words(
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
QUARANTINE = Form(
    "quarantine",
    "居家隔离台账",
    _split("who,where,start_date,due_date,released_date,released,notice_signed,pledge_signed,responsible,note"),
    ("person", "start_date"),
    (
        *WHO_COLUMNS,
        *WHERE_COLUMNS,
        _date(
            _words(
                "隔离开始日期 开始隔离时间 隔离起始日期 隔离开始时间 起始日期 开始日期 隔离日期 隔离时间 "
                "开始隔离日期 起始时间 隔离起始时间 开始时间 观察开始日期 观察起始日期 开始观察日期 观察开始时间 "
                "医学观察开始日期 居家隔离开始时间 居家隔离开始日期 居家观察起始日期 隔离起 起始 开始观察时间 "
                "隔离起始日 居家开始日期 医学观察起始时间 开始居家隔离时间 入住隔离日期 观察起始时间"
            ),
            field="start_date",
            like=r"(?:开始|起始|起)(?!.*结束)|^(?:居家)?(?:隔离|观察)(?:日期|时间)$",
        ),
        _date(
            _words(
                "预计解除日期 预计解除 预计解除时间 应解除日期 隔离到期日 拟解除日期 隔离期满日期 隔离截止日期 "
                "预计解除隔离时间 预计解除隔离日期 应解除隔离时间 应解除时间 期满日期 期满时间 到期日期 到期时间 "
                "预计期满日期 隔离期满时间 隔离到期时间 隔离到期日期 拟解除隔离时间 拟解除时间 拟解除隔离日期 "
                "隔离截止时间 结束日期 截止日期 预计结束日期 预计结束时间 观察期满日期 观察期满时间 计划解除日期 "
                "计划解除时间 预计解除观察日期 应解除观察日期 解除隔离预计时间 期满日 观察截止日期 满14天日期 "
                "预期解除时间 隔离结束日期 隔离结束时间"
            ),
            field="due_date",
            like=r"预计|预期|期满|到期|应解除|拟解除|计划解除|截止|满14天",
        ),
        _date(
            _words(
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
            _words(
                "是否解除隔离 是否解除 解除情况 解除隔离 解除 是否已解除 是否解除观察 是否已解除隔离 解除隔离情况 "
                "解除状态 是否解除居家隔离 是否解除医学观察 解除与否 隔离状态 是否接触隔离 目前状态"
            ),
            like=r"是否.{0,3}解除|解除.{0,4}(?:情况|状态|与否)",
        ),
        Column(
            "notice_signed",
            Kind.YES_NO,
            _words(
                "是否签告知书 告知书 签订告知书 告知书签收 是否签订告知书 告知书是否签收 隔离告知书 告知书签订 "
                "告知书签字 是否签收告知书 是否签署告知书 签收告知书 告知书是否签订 告知书(是/否) 隔离告知书签收 "
                "是否下达告知书 告知书送达 是否送达告知书 签署告知书 告知书签订情况"
            ),
            like=r"告知书|通知书",
        ),
        Column(
            "pledge_signed",
            Kind.YES_NO,
            _words(
                "是否签保证书 是否签承诺书 保证书 承诺书 签订保证书 是否签订承诺书 是否签订保证书 保证书签收 "
                "承诺书签订 保证书签字 是否签署保证书 是否签署承诺书 签承诺书 签保证书 承诺书签收 承诺书是否签订 "
                "保证书是否签订 是否签收保证书 是否签收承诺书 签署承诺书 承诺书签订情况"
            ),
            like=r"承诺书|保证书|责任书",
        ),
        Column(
            "responsible",
            Kind.PERSON,
            _words(
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
    ("隔离台账", "居家隔离", "隔离人员", "隔离观察"),
)
TEMPERATURES = Form(
    "temperatures",
    "体温监测表",
    _split("who,where,date,slot,temperature,symptom,note"),
    ("person", "date", "slot"),
    (
        *WHO_COLUMNS,
        *WHERE_COLUMNS,
        _date(
            _words("日期 测量日期 监测日期 测温日期 测量时间 测温时间 监测时间 体温测量日期 登记日期 测量日"),
            like=r"(?:测量|监测|测温).{0,1}(?:日期|时间)",
        ),
        Column(
            "slot",
            Kind.SLOT,
            _words("时段 时间段 测量时段 早晚 班次 上午/下午 早/晚 测温时段 监测时段 时间(早/晚) 上下午 次别"),
            like=r"时段|上.?下午|早.?晚",
        ),
        Column(
            "temperature",
            Kind.TEMPERATURE,
            _words(
                "体温 体温(℃) 测量体温 体温值 体温度数 体温(度) 测温结果 体温读数 监测体温 今日体温 测温 体温监测 "
                "温度 体温℃ 体温测量值"
            ),
        ),
        Column(
            "temperature",
            Kind.TEMPERATURE,
            _words(
                "上午体温 上午 早晨体温 早 早晨 早上 早体温 晨 AM 上午测温 早晨测温 早上体温 上午(℃) 早上测温 "
                "晨测 早测 上午温度 晨起体温 第一次体温 上午体温(℃) 早间体温 早间 晨间体温"
            ),
            {"slot": "morning"},
            like=r"^(?:上午|早[上晨间]?|晨)(?:体温|测温|温度|测量)",
        ),
        Column(
            "temperature",
            Kind.TEMPERATURE,
            _words("中午体温 中午 中 午间 午间体温 中午测温 中午温度 午测"),
            {"slot": "noon"},
            like=r"^(?:中午|午间)(?:体温|测温|温度|测量)",
        ),
        Column(
            "temperature",
            Kind.TEMPERATURE,
            _words(
                "下午体温 下午 晚上体温 晚 晚间 晚上 晚体温 PM 下午测温 晚上测温 晚间体温 晚间测温 傍晚体温 "
                "下午(℃) 晚测 下午温度 第二次体温 下午体温(℃) 傍晚"
            ),
            {"slot": "evening"},
            like=r"^(?:下午|晚[上间]?|傍晚)(?:体温|测温|温度|测量)",
        ),
        Column(
            "temperature",
            Kind.TEMPERATURE,
            _words("复测 复测体温 复测温度 再测体温 二次测量 复查体温 复测值"),
            {"slot": "recheck"},
            like=r"复[测查]",
        ),
        Column(
            "symptom",
            Kind.ANSWER,
            _words(
                "症状 有无症状 身体状况 健康状况 有无不适 有无咳嗽乏力等症状 有无其他症状 其他症状 伴随症状 "
                "是否有症状 异常症状 身体情况 不适症状 有无发热咳嗽等症状 有无异常 是否有不适"
            ),
            like=r"症状|不适|身体(?:状况|情况)|健康(?:状况|情况)",
        ),
        NOTE,
    ),
    (("name",), ("temperature",)),
    ("体温", "测温", "监测"),
    heading_facts=("date", "slot"),
)
GATE = Form(
    "gate",
    "门岗登记表",
    _split("checkpoint,date,time,name,id_number,phone,plate,temperature,from_place,destination,reason,result"),
    ("checkpoint", "date", "time", "name|plate"),
    (
        Column(
            "checkpoint",
            Kind.TEXT,
            _words(
                "劝返点 卡口名称 门岗 卡口 劝返点名称 门岗名称 检查点 检查站 卡点 卡点名称 值守点 岗亭 出入口 "
                "检测点 劝返点位 门岗(劝返点) 执勤点"
            ),
            like=r"劝返点|卡[点口]|门岗|岗亭",
        ),
        _date(
            _words("日期 检查日期 登记日期 进入日期 来访日期 出入日期 登记日 检查日 通行日期 劝返日期 进出日期"),
            like=r"(?:检查|登记|进[入出]|出入|来访|通行).{0,1}日期",
        ),
        Column(
            "time",
            Kind.TIME,
            _words(
                "时间 检查时间 进入时间 登记时间 通过时间 到达时间 进出时间 出入时间 来访时间 通行时间 进门时间 "
                "劝返时间 检测时间 具体时间 时刻 测温时间 入内时间"
            ),
            like=r"(?:检查|登记|进[入出门]|出入|来访|通[行过]|到达|劝返).{0,1}时间",
        ),
        *WHO_COLUMNS,
        Column(
            "plate",
            Kind.PLATE,
            _words(
                "车牌号 号牌 车牌 车牌号码 车号 车辆号牌 车辆牌号 车牌照 牌照号 车辆牌照 牌号 机动车号牌 车牌照号 "
                "车辆号码 车牌号(外地) 号牌号码"
            ),
            like=r"车牌|号牌|牌照|车号|牌号",
        ),
        Column("temperature", Kind.TEMPERATURE, _words("体温 体温(℃) 测温 测量体温")),
        Column(
            "from_place",
            Kind.TEXT,
            _words(
                "来自何处 从何处来 来源地 来自何地 始发地 出发地 来自 从哪来 从哪里来 来自哪里 从何地来 来源 来处 "
                "出发地点 何处来 来自地区 车辆来源地"
            ),
            like=r"来自|从[何哪]|来源|始发|出发地",
        ),
        Column(
            "destination",
            Kind.TEXT,
            _words(
                "去往何处 到何处 目的地 去向 拜访住户 前往地点 到哪户 去哪里 目的地址 去往 前往 去往地点 到哪里 "
                "访问住户 被访人 被访住户 被访问人 拜访人 去往楼号 前往楼栋 到访地址 到访住户 进入地址 去哪户 "
                "目的住址"
            ),
            like=r"去[往哪]|目的地|前往|到[哪何访]|被?[拜访]访",
        ),
        Column(
            "reason",
            Kind.TEXT,
            _words(
                "事由 进入事由 来访事由 原因 进出事由 来由 进入原因 进小区事由 来访原因 出入事由 进出原因 来意 "
                "进入理由 目的 出行原因 何事 进出小区事由"
            ),
            like=r"事由|原因|理由|来意",
        ),
        Column(
            "result",
            Kind.GATE_RESULT,
            _words(
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
    (("name", "plate"), ("result", "checkpoint", "plate"), ("time", "date", "temperature", "destination")),
    ("门岗", "劝返点登记", "卡口登记", "出入登记", "劝返登记"),
)
PASSES = Form(
    "passes",
    "车辆出入证登记表",
    _split("pass_number,plate,name,phone,where,issued_date,valid_until"),
    ("plate", "compound"),
    (
        Column(
            "pass_number",
            Kind.TEXT,
            _words(
                "出入证号 编号 证号 出入证编号 通行证号 通行证编号 证件编号 车证编号 出入证号码 车辆出入证号 "
                "通行证号码 证件号 出入证 证编号 出入证序号 车证号"
            ),
            like=r"(?:出入|通行|车)证.{0,2}(?:编?号|号码)",
        ),
        Column(
            "plate",
            Kind.PLATE,
            _words("车牌号 号牌 车牌 车牌号码 车辆号牌 车辆牌号 车牌照 牌照号 车号 牌号 车辆号码 车牌照号"),
            like=r"车牌|号牌|牌照|车号|牌号",
        ),
        Column(
            "name",
            Kind.NAME,
            _words(
                "姓名 车主 车主姓名 业主姓名 领证人 户主姓名 领取人 车辆所有人 车主(姓名) 领用人 申请人 持证人 "
                "办证人 车辆使用人 驾驶人 联系人 领证人姓名 申领人"
            ),
            like=r"车主|(?:领[证取用]|申[请领]|持证|办证|使用)人",
        ),
        PHONE,
        *WHERE_COLUMNS,
        _date(
            _words(
                "发证日期 办理日期 发放日期 领取日期 办证日期 日期 办证时间 发证时间 发放时间 领证日期 领证时间 "
                "办理时间 领取时间 登记日期 制证日期"
            ),
            field="issued_date",
            like=r"(?:发[证放]|领[证取]|办[证理]|制证).{0,1}(?:日期|时间)",
        ),
        _date(
            _words(
                "有效期 有效期至 有效期限 截止日期 有效日期 有效截止日期 到期日期 有效期止 失效日期 有效时间 "
                "使用期限 有效期到"
            ),
            field="valid_until",
            like=r"有效|到期|截止|期限",
        ),
    ),
    (("plate",), ("pass_number", "valid_until", "issued_date")),
    ("出入证", "通行证", "车辆证"),
)
DISINFECTION = Form(
    "disinfection",
    "消毒记录表",
    _split("date,compound,place,area_m2,person_times,times,agent,worker"),
    ("date", "compound", "place"),
    (
        _date(
            _words("日期 消毒日期 消毒时间 作业日期 消杀日期 消杀时间 作业时间 喷洒日期 时间 消毒作业日期"),
            like=r"(?:消[毒杀]|作业|喷洒).{0,2}(?:日期|时间)",
        ),
        COMPOUND,
        Column(
            "place",
            Kind.TEXT,
            _words(
                "消毒部位 消毒地点 消毒场所 区域 部位 消毒区域 消杀部位 地点 消杀地点 消杀区域 消毒范围 消杀范围 "
                "消毒位置 消杀场所 作业区域 消毒区域及部位 重点部位 作业地点 消毒对象 位置"
            ),
            like=r"(?:消[毒杀]|作业|重点).{0,2}(?:部位|地点|点位|场所|区域|范围|位置|对象)",
        ),
        Column(
            "area_m2",
            Kind.AREA,
            _words(
                "消毒面积(㎡) 消毒面积 面积(㎡) 面积 消杀面积 消毒面积(平方米) 面积(万㎡) 消毒面积(万平方米) "
                "消杀面积(平方米) 消杀面积(㎡) 面积(平方米) 面积(平米) 消毒面积(平米) 作业面积 消毒面积/平方米 "
                "喷洒面积"
            ),
            like=r"面积|平方[米数]",
        ),
        Column(
            "person_times",
            Kind.COUNT,
            _words(
                "投入人力 人次 投入人次 出动人次 人力(人次) 投入人力(人次) 出动人数 参与人次 人数 出动人员 "
                "消毒人次 消杀人次 参与人数 投入人数 参加人次 作业人次 作业人数 人员(人次) 投入人员"
            ),
            like=r"人次|(?:投入|出动|参[与加]|作业).{0,2}人",
        ),
        Column(
            "times",
            Kind.COUNT,
            _words("消毒次数 次数 消杀次数 遍数 消毒频次 频次 每日次数 消毒遍数 消杀遍数 消毒(次) 次数(次)"),
            like=r"(?:消[毒杀]|作业|每[日天]).{0,1}(?:次数|遍数|频次)",
        ),
        Column(
            "agent",
            Kind.TEXT,
            _words(
                "消毒药品 消毒剂 药剂 药品 消毒液 使用药剂 消毒用品 消毒用药 消毒药剂 消毒药水 使用药品 "
                "消毒剂名称 所用药品 消毒液名称 消毒剂种类 药物 使用消毒剂 消杀药品 消毒品 消毒液种类 "
                "消毒剂及浓度"
            ),
            like=r"药|消毒[剂液品]",
        ),
        Column(
            "worker",
            Kind.PERSON,
            _words(
                "消毒人员 负责人 作业人 责任人 消杀人员 消毒人 登记人 作业人员 消毒员 操作人 操作人员 实施人 "
                "实施人员 施工人员 责任人员 消毒负责人 记录人"
            ),
            like=r"(?:消[毒杀]|作业|操作|实施|记录).{0,2}人|消毒员",
        ),
    ),
    (("area_m2", "person_times"), ("area_m2", "agent", "place", "times")),
    ("消毒", "消杀"),
)
DUTY = Form(
    "duty",
    "执勤签到表",
    _split("date,post,shift,name,kind,branch,squad,sign_in,sign_out"),
    ("date", "post", "shift", "name"),
    (
        _date(
            _words("日期 执勤日期 值班日期 签到日期 值守日期 签到日 执勤时间(日期) 上岗日期 当班日期"),
            like=r"(?:执勤|值[班守]|签到|上岗).{0,1}日期",
        ),
        Column(
            "post",
            Kind.TEXT,
            _words(
                "岗位 值班点 执勤点 执勤地点 值守点 点位 劝返点 值班地点 执勤岗位 值守地点 执勤位置 值守岗位 "
                "所在岗位 卡口 执勤卡口 岗位名称 上岗地点 点位名称 执勤点位 地点 门岗 值班岗位 卡点"
            ),
            like=r"岗位|(?:执勤|值[班守]|上岗).{0,2}(?:点|地点|位置|卡口)|劝返点|卡[点口]",
        ),
        Column(
            "shift",
            Kind.TEXT,
            _words(
                "班次 时段 值班时段 执勤时间 值班时间 执勤时段 值守时段 值守时间 班组 执勤班次 值班班次 时间段 班 "
                "上岗时段 当班时间 时间"
            ),
            like=r"班次|时段",
        ),
        Column(
            "name",
            Kind.NAME,
            _words(
                "姓名 执勤人员 值班人员 值班人 签到人 人员姓名 执勤人 值守人员 执勤人员姓名 值守人 值守人员姓名 "
                "参与人员 志愿者 志愿者姓名 执勤志愿者 人员 上岗人员 签到人员 当班人员 值班人员姓名"
            ),
            like=r"(?:执勤|值[班守]|上岗|当班|签到|参与|志愿)(?:人员?|者|志愿者)(?:姓名|签[到名])?$",
        ),
        Column(
            "kind",
            Kind.VOLUNTEER_KIND,
            _words("类别 政治面貌 人员类别 身份 志愿者类别 人员身份 政治身份 党员/群众 身份类别 人员类型 志愿者类型"),
            like=r"政治面貌|身份$|人员类[别型]",
        ),
        Column(
            "branch",
            Kind.TEXT,
            _words("所属支部 支部 党支部 所在支部 党组织 所属党支部 所属党组织 支部名称 所在党支部"),
            like=r"支部|党组织",
        ),
        Column(
            "squad",
            Kind.TEXT,
            _words("小分队 所属小分队 分队 队伍 先锋队 所在小分队 分队名称 服务队 队别 所属队伍 所在队伍 小组"),
            like=r"分队|队伍|服务队|先锋队",
        ),
        Column(
            "sign_in",
            Kind.TIME,
            _words(
                "签到 签到时间 上岗时间 到岗时间 到岗 上岗 签到时刻 上岗签到 到岗签到 开始时间 到达时间 上班时间 "
                "签到(时间)"
            ),
            like=r"签到|到岗|上岗",
        ),
        Column(
            "sign_out",
            Kind.TIME,
            _words("签退 签退时间 下岗时间 离岗时间 离岗 下岗 签退时刻 离岗签退 结束时间 离开时间 下班时间 签退(时间)"),
            like=r"签退|离岗|下岗",
        ),
    ),
    (("name",), ("post", "shift"), ("shift", "sign_in", "sign_out", "post")),
    ("执勤", "签到", "值班", "值守"),
)
PUBLICITY = Form(
    "publicity",
    "宣传记录表",
    _split("date,squad,place,place_kind,material,quantity"),
    ("date", "squad", "place", "material"),
    (
        _date(
            _words("日期 宣传日期 张贴日期 宣传时间 宣传日 发放日期 开展日期 活动日期 时间 悬挂日期 张贴时间"),
            like=r"(?:宣传|张贴|发放|悬挂|开展|活动).{0,1}(?:日期|时间)",
        ),
        Column(
            "squad",
            Kind.TEXT,
            _words(
                "宣传小分队 小分队 宣传队 分队 队伍 宣传分队 宣传队伍 宣传小组 负责分队 责任分队 宣传队名称 "
                "小分队名称 所属小分队 宣传组"
            ),
            like=r"分队|宣传队|宣传小?组|队伍",
        ),
        Column(
            "place",
            Kind.TEXT,
            _words(
                "张贴地点 宣传地点 地点 张贴位置 宣传场所 位置 宣传区域 宣传位置 发放地点 悬挂地点 宣传点 "
                "宣传点位 覆盖地点 区域 宣传场所(地点) 张贴/发放地点 张贴场所 覆盖范围"
            ),
            like=r"(?:宣传|张贴|发放|悬挂|覆盖).{0,4}(?:地点|位置|区域|点位?|场所|范围)",
        ),
        Column(
            "place_kind",
            Kind.TEXT,
            _words("地点类别 场所类别 场所类型 地点类型 场所 场所性质 地点性质 点位类型 点位类别 区域类别"),
            like=r"(?:场所|地点|点位|区域)(?:类[别型]|性质)",
        ),
        Column(
            "material",
            Kind.MATERIAL,
            _words(
                "宣传形式 宣传品 宣传材料 形式 材料 宣传品类型 宣传方式 宣传内容 宣传类型 宣传载体 宣传物品 种类 "
                "宣传品名称 宣传资料 材料名称 品种 宣传手段 物料 宣传形式(公告/传单/横幅) 资料名称 类别"
            ),
            like=r"宣传.{0,2}(?:形式|方式|品|材料|类[别型]|内容|载体|资料|物)",
        ),
        Column(
            "quantity",
            Kind.COUNT,
            _words(
                "数量 份数 张数 宣传数量 发放数量 数量(份) 张贴数量 发放份数 宣传份数 数量(份/次/条) 数 数量(张) "
                "份数(份) 数量/单位 张贴份数 数目"
            ),
            like=r"^(?:宣传|发放|张贴|悬挂)?(?:数量|份数|张数|条数|数目)",
        ),
        Column(
            "quantity",
            Kind.COUNT,
            _words(
                "公告 张贴公告 公告(份) 通告 张贴公告(份) 公告张贴 公告数 通告(份) 公告数量 通知公告 张贴通告 公告(张)"
            ),
            {"material": "announcement"},
            like=r"公告|通告",
        ),
        Column(
            "quantity",
            Kind.COUNT,
            _words(
                "宣传知识 宣传单 宣传页 明白纸 宣传知识(份) 传单 发放宣传单 宣传资料 宣传材料(份) 宣传单页 "
                "发放宣传资料 宣传知识单 防控知识 宣传彩页 宣传单(份) 发放明白纸 一封信 致居民一封信 宣传折页 "
                "传单(份) 宣传册 宣传材料"
            ),
            {"material": "leaflet"},
            like=r"宣传(?:单|页|彩页|折页|册|资料|材料|知识)|明白纸|传单|一封信",
        ),
        Column(
            "quantity",
            Kind.COUNT,
            _words(
                "倡议书(微信) 微信倡议书 微信 倡议书 微信转发 微信宣传 微信倡议 微信群倡议书 微信发布 微信推送 "
                "微信转发(次) 倡议书(次) 微信消息 微信群宣传 转发微信 微信(次)"
            ),
            {"material": "wechat"},
            like=r"微信|倡议书",
        ),
        Column(
            "quantity",
            Kind.COUNT,
            _words(
                "标语横幅 横幅 标语 悬挂横幅 条幅 横幅(条) 标语(条) 悬挂标语 宣传横幅 条幅(条) 横幅标语 悬挂条幅 "
                "标语条幅"
            ),
            {"material": "banner"},
            like=r"横幅|标语|条幅",
        ),
    ),
    (("quantity",), ("material", "squad", "place")),
    ("宣传",),
    heading_facts=("material",),
)
ERRANDS = Form(
    "errands",
    "代购代办登记表",
    _split("date,name,where,service,times,items,volunteer,note"),
    ("date", "address|name", "service", "items"),
    (
        _date(
            _words(
                "日期 服务日期 代办日期 代购日期 服务时间 代办时间 日期(月/日) 代购时间 办理日期 时间 服务日 登记日期"
            ),
            like=r"(?:服务|代[办购买]|办理).{0,1}(?:日期|时间)",
        ),
        Column(
            "name",
            Kind.NAME,
            _words(
                "姓名 被服务人 服务对象 隔离人员 户主姓名 住户姓名 隔离人员姓名 居民姓名 户主 居民 隔离户 "
                "隔离户姓名 服务户 隔离居民 求助人 求助居民 委托人 被代办人 隔离人 服务居民 被隔离人 需求人 "
                "服务对象姓名 住户 隔离对象"
            ),
            like=(r"^(?:隔离|服务|求助|委托|需求|被代[办购]|被?服务|居家)(?:居民|人员?|户|对象)(?:姓名|" r"户主)?$"),
        ),
        *WHERE_COLUMNS,
        Column(
            "service",
            Kind.SERVICE,
            _words(
                "服务内容 服务类别 服务项目 代办事项 服务类型 事项 服务种类 服务事项 代办内容 代办项目 内容 项目 "
                "需求 需求事项 类别 服务 代购代办内容 代办服务 事项内容 服务类别(代购/垃圾/心理)"
            ),
            like=r"(?:服务|代办|需求).{0,1}(?:内容|类[别型]|项目|事项|种类)",
        ),
        Column(
            "times",
            Kind.COUNT,
            _words("次数 服务次数 合计次数 次 次数(次) 服务数 办理次数 累计次数 服务次数(次)"),
            like=r"^(?:服务|办理)?次数",
        ),
        Column(
            "times",
            Kind.COUNT,
            _words("代购次数 代购 代买次数 代购(次) 代购代买 采购次数 代买 买菜次数 代购代办 代购数 代购服务"),
            {"service": "shopping"},
            like=r"代[购买](?!.*(?:物|清单|明细|内容|人|日期|时间))",
        ),
        Column(
            "times",
            Kind.COUNT,
            _words(
                "垃圾清运次数 垃圾清运 清运垃圾 清运次数 垃圾清运(次) 清运垃圾次数 垃圾 垃圾处理 倒垃圾 垃圾收集 "
                "清理垃圾 代收垃圾 垃圾转运 清运"
            ),
            {"service": "rubbish"},
            like=r"垃圾|清运",
        ),
        Column(
            "times",
            Kind.COUNT,
            _words(
                "心理疏导 心理疏导次数 疏导次数 心理慰问 心理服务 心理辅导 心理咨询 慰问 心理疏导(次) 谈心 心理安抚"
            ),
            {"service": "comfort"},
            like=r"心理|疏导|慰问",
        ),
        Column(
            "items",
            Kind.TEXT,
            _words(
                "代购物品 物品 物品清单 代买物品 物品明细 代购清单 采购物品 物品名称 购买物品 所购物品 代购内容 "
                "购物清单 需求物品 物资 物品内容 购买内容 采购清单 代购物品名称"
            ),
            like=r"(?:代购|采购|购买|需求|所需).{0,2}(?:物|清单|明细|内容)|物品",
        ),
        Column(
            "volunteer",
            Kind.PERSON,
            _words(
                "志愿者 代办人 服务人 服务人员 代购人 经办人 服务志愿者 代办志愿者 代购志愿者 代办员 服务者 "
                "代购员 办理人 志愿者姓名 帮办人 服务队员 配送人 代办人员 执行人 责任人"
            ),
            like=r"志愿者|(?:代[办购]|服务|经办|办理|配送|执行)(?:人员?|员|队员)",
        ),
        NOTE,
    ),
    (("service", "times", "items"), ("name", "address", "flat")),
    ("代购", "代办", "清运", "后勤", "疏导"),
    heading_facts=("service",),
)
FEVER = Form(
    "fever",
    "发热转诊登记表",
    _split("who,where,date,time,first_reading,second_reading,receiver,outcome"),
    ("person", "date"),
    (
        *WHO_COLUMNS,
        *WHERE_COLUMNS,
        _date(
            _words(
                "日期 报告日期 发热日期 登记日期 转诊日期 发现日期 发病日期 就诊日期 转诊时间 测温日期 上报日期 "
                "发热时间 发病时间 发现发热日期"
            ),
            like=r"(?:发[现热病]|报告|转诊|就诊|上报).{0,2}日期",
        ),
        Column(
            "time",
            Kind.TIME,
            _words("时间 报告时间 上报时间 上报时刻 发现时间 报告时刻 测温时间 接报时间"),
            like=r"(?:报告|上报|发现|接报).{0,1}时[间刻]",
        ),
        Column(
            "first_reading",
            Kind.TEMPERATURE,
            _words(
                "首测体温 首测 首次体温 第一次体温 初测 体温 初测体温 初次体温 首次测温 第一次测温 发现体温 "
                "首测温度 初筛体温 体温(首测) 首次测量 初次测温"
            ),
            like=r"(?:首|初|第一次|一).{0,2}(?:测|体温|筛)",
        ),
        Column(
            "second_reading",
            Kind.TEMPERATURE,
            _words(
                "复测体温 复测 第二次体温 二次体温 再测 复测温度 再次测温 第二次测温 二测 复查体温 体温(复测) "
                "再次体温 二次测温"
            ),
            like=r"(?:复|再|第?二).{0,2}(?:测|体温|查)",
        ),
        Column(
            "receiver",
            Kind.PERSON,
            _words(
                "接收人 接诊人 接收单位 接报人 社区医生 接诊医生 接诊单位 接收医院 接收机构 医生 接诊医院 "
                "接收医生 卫生服务中心接收人 接诊医护 医务人员 接报医生"
            ),
            like=r"接[收诊报]|医[生院]",
        ),
        Column(
            "outcome",
            Kind.TEXT,
            _words(
                "去向 结果 处置结果 转诊去向 处理结果 处置情况 转归 处置去向 转诊结果 最终去向 诊断结果 处理情况 "
                "处置 转诊情况 结论 后续处置 转诊处置"
            ),
            like=r"去向|转归|(?:处[置理]|转诊|诊断).{0,2}(?:结果|情况|结论)?$",
        ),
    ),
    (("name",), ("first_reading", "second_reading"), ("second_reading", "receiver", "outcome")),
    ("发热", "转诊"),
)
DISPATCH = Form(
    "dispatch",
    "下发核查名单",
    _split("who,address,from_place,date,batch,source,outcome"),
    ("batch", "=name", "=id_number", "=phone", "=address"),
    (
        *WHO_COLUMNS,
        Column("address", Kind.TEXT, ADDRESS.headings),
        Column(
            "from_place",
            Kind.TEXT,
            _words(
                "来源地 出发地 来自地区 疫区所在地 出发城市 漫游地 途经地 来自 来自何地 从何地返回 从何处返回 "
                "返回地 返程地 何地返回 途经地区 来源地区 "
                "来源省市 出发省市 来源城市 疫区 停留地 经停地 轨迹地 重点地区 何处返程 从何地来 居留地 归属地 "
                "途经疫区 来自疫区 号码归属地"
            ),
            like=r"来自|来源地|出发|漫游|途[经径]|停留|疫区|轨迹",
        ),
        _date(
            _words(
                "日期 到达日期 离开日期 时间 入东时间 抵达日期 到达时间 抵达时间 到东时间 入东日期 进入时间 "
                "返回时间 返回日期 出现时间 漫游时间 离开时间 到达本市时间 来东时间 来东日期 抵东时间 返东时间"
            ),
            like=r"(?:到达|抵达|离开|进入|返回|来东|到东|入东|漫游).{0,3}(?:日期|时间)",
        ),
        Column(
            "batch",
            Kind.TEXT,
            _words(
                "下发数据批次 批次 下发批次 数据批次 下发批次号 数据下发批次 批号 下发数据 下发时间 批次号 "
                "数据下发日期 推送批次"
            ),
            like=r"批次|批号",
        ),
        Column(
            "source",
            Kind.TEXT,
            _words(
                "数据来源 来源 来源单位 下发单位 推送单位 数据推送单位 下发部门 提供单位 信息来源 线索来源 "
                "来源渠道 推送部门 数据提供单位 数据源"
            ),
            like=r"(?:数据|信息|线索)来源|(?:下发|推送|提供|来源)(?:单位|部门|渠道)",
        ),
        Column(
            "outcome",
            Kind.TEXT,
            _words(
                "核查情况 核查结果 核实情况 排查结果 核实结果 反馈情况 核实反馈 反馈结果 核查反馈 核查反馈情况 "
                "核查落实情况 落地核查情况 落地情况 处置结果 核实情况反馈 排查情况 社区核查情况 核查备注 落查情况 "
                "核查情况反馈"
            ),
            like=r"(?:核[查实]|排查|反馈|落[地查]|落实).{0,4}(?:情况|结果|反馈)|反馈",
        ),
    ),
    (("name", "id_number", "phone"), ("batch", "source", "outcome")),
    ("下发", "核查名单", "名单", "核查", "大数据"),
)
RECEIPTS = Form(
    "receipts",
    "签收表",
    _split("number,kind,name,signed_date,method,signer"),
    ("number",),
    (
        Column(
            "number",
            Kind.TEXT,
            _words("文书编号 编号 文号 文书号 文书编号(扫码) 告知书编号 单号 编号(文书) 文件编号"),
            like=r"文书.{0,1}号|文号",
        ),
        Column(
            "kind",
            Kind.TEXT,
            _words("文书种类 文书类型 种类 文书 文书名称 文件种类 文书名 文件名称"),
            like=r"文书(?:种类|类[别型]|名称)",
        ),
        Column("name", Kind.NAME, _words("姓名 签收对象 隔离人员姓名 被签收人 送达对象 收件人")),
        _date(
            _words("签收日期 签字日期 签收时间 签字时间 签署日期 签订日期"),
            field="signed_date",
            like=r"签[收字署订].{0,1}(?:日期|时间)",
        ),
        Column(
            "method", Kind.TEXT, _words("签收方式 方式 签字方式 送达方式 签署方式"), like=r"(?:签[收字署]|送达)方式"
        ),
        Column(
            "signer",
            Kind.PERSON,
            _words("签收人 签字人 签收人姓名 签字人姓名 代签人 签署人 签收人签字"),
            like=r"签[收字署].{0,1}人|代签人",
        ),
    ),
    (("number",), ("signed_date",)),
    ("签收",),
    answers=True,
)
REVIEW = Form(
    "review",
    "人工核对表",
    _split("pair_id,decision,decided_by"),
    ("pair_id",),
    (
        Column("pair_id", Kind.TEXT, _words("核对编号 编号 核对号 疑问编号"), like=r"核对编?号"),
        Column(
            "decision",
            Kind.DECISION,
            _words("是否同一人 结论 核对结果 判断 是否为同一人 是否同一个人 判定 核对结论 决定 结果"),
            like=r"是否.{0,2}同一",
        ),
        Column(
            "decided_by",
            Kind.PERSON,
            _words("核对人 判定人 核对人员 填写人 判断人 核对人姓名"),
            like=r"核对人|判[定断]人",
        ),
    ),
    (("pair_id",), ("decision",)),
    ("人工核对", "核对"),
    answers=True,
)

FORMS: Mapping[str, Form] = {
    form.name: form
    for form in (
        GRIDS,
        COMPOUNDS,
        CHECKPOINTS,
        GROUPS,
        HOUSEHOLDS,
        VOLUNTEERS,
        SCREENING,
        RETURNEES,
        QUARANTINE,
        TEMPERATURES,
        GATE,
        PASSES,
        DISINFECTION,
        DUTY,
        PUBLICITY,
        ERRANDS,
        FEVER,
        DISPATCH,
        RECEIPTS,
        REVIEW,
    )
}
