"""What several forms share: how fields and headings are written down, and the columns that most sheets carry."""

from __future__ import annotations

from fournets.catalogue.fields import Column, Kind

_GROUPS = {
    "who": ("name", "id_number", "phone"),
    "where": ("compound", "building", "entrance", "flat", "grid"),
}
"""The contract's two abbreviations for fields that belong together."""


def fields(names: str) -> tuple[str, ...]:
    """The fields that the contract's comma list names, in its order; `who` and `where` stand for several."""
    return tuple(field for name in names.split(",") for field in _GROUPS.get(name, (name,)))


def words(text: str) -> tuple[str, ...]:
    """The headings of a list with spaces between them; the first is printed on our own forms."""
    return tuple(text.split())


def date_column(headings: tuple[str, ...], field: str = "date", like: str = "") -> Column:
    """A column of dates under one of these headings, or one that matches the regular expression `like`."""
    return Column(field, Kind.DATE, headings, like=like)


NAME = Column(
    "name",
    Kind.NAME,
    words(
        "姓名 户主姓名 返乡人员姓名 返回人员姓名 被调查人姓名 人员姓名 本人姓名 居民姓名 隔离人员姓名 "
        "名字 居住人 常住人 被测人 户主名字 业主姓名 住户姓名 成员姓名 家庭成员姓名 被观察人 "
        "被隔离人 隔离人员 居家隔离人员 人员 姓名(户主) 居民 住户 户主 业主 返乡人员 返回人员 "
        "返程人员姓名 来东人员姓名 被摸排人 "
        "被排查人 被访人 被访人姓名 患者姓名 发热人员姓名 返乡人 返东人员姓名 返岗人员姓名 同住人姓名 "
        "人名 本人 驾驶人 驾驶员 司机 来访人 来访人员 来访者 访客 "
        "访客姓名 出入人员 进出人员 被劝返人 被劝返人员 进入人员姓名 进出人员姓名 "
        "承租人 租户 租客 租住人"
    ),
    like=(
        r"^(?:被|所)?(?:居家|集中|医学)*(?:隔离|观察|管控|监测|返[乡回程]|登记|调查|"
        r"摸[排底]|排查|走访|服务|核查|来访|受访|报名|检测|测[温量]|重点|外来|涉及|涉疫|来东|返东|返岗|发热|求助|"
        r"代办|志愿|执勤|值班|参与|签到)(?:对象|人员?|者)(?:姓名|名单)?$|^(?:本人|"
        r"人员|居民|住户|业主|户主|租户|承租人|患者|返乡者|返回者)(?:姓名|名字)$"
    ),
)
ID_NUMBER = Column(
    "id_number",
    Kind.ID_NUMBER,
    words(
        "身份证号 身份证 身份证号码 证件号码 公民身份号码 证件号 公民身份证号码 居民身份证号 居民身份证 身份证件号码 "
        "身份证件号 公民身份证号 居民身份证号码 有效证件号码 身份证号(护照号) 身份号码 ID号 身份证信息 "
        "证件 身份证明号码 身份证/护照号"
    ),
    like=r"身份证|身份号|证件号|护照号",
)
PHONE = Column(
    "phone",
    Kind.PHONE,
    words(
        "联系电话 联系方式 手机号 手机号码 电话 电话号码 其他联系电话 手机 本人电话 联系手机 移动电话 "
        "联系号码 本人联系电话 本人手机 本人手机号 手机电话 固定电话 手机/电话 电话(手机) "
        "联系电话1 联系电话2 备用电话 常用电话 电话1 电话2 手机1 手机2 tel 座机 住户电话 居民电话 "
        "业主电话 联系电话号码 本人联系方式"
    ),
    like=(
        r"^(?:本人|住户|居民|业主|户主|户内|家庭|家中|人员|返[乡回]人员?|隔离人员?|常用|有效)?(?:的)?(?:联系|"
        r"移动|手机)?(?:电话|手机|号码|联系方式)(?:号码?|号)?$"
    ),
)
ADDRESS = Column(
    "address",
    Kind.ADDRESS,
    words(
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
    words(
        "小区 小区名称 所在小区 居住小区 所属小区 院区 小区名 居住小区名称 住宅小区 所住小区 院落 "
        "小区(院) 楼盘 生活区 小区/院 小区院落 社区小区 所属院区 居民小区"
    ),
    like=r"小区(?:名称?|院)?$",
)
BUILDING = Column(
    "building",
    Kind.BUILDING,
    words(
        "楼号 楼栋 楼 栋号 幢号 楼座 楼幢 楼栋号 楼座号 几号楼 几栋 几幢 号楼 楼号(栋) 栋 幢 楼宇 "
        "栋楼 楼# 楼宇号 住宅楼号"
    ),
    like=r"^(?:所在|居住)?(?:楼|栋|幢)(?:栋|座|宇|号|编号|房)*$",
)
ENTRANCE = Column(
    "entrance",
    Kind.ENTRANCE,
    words("单元 单元号 单元(门) 几单元 单元门 门洞 单元号(门) 楼门"),
    like=r"^(?:所在|居住)?单元(?:编?号|门)?$",
)
FLAT = Column(
    "flat",
    Kind.FLAT,
    words(
        "房号 门牌号 室 室号 户室 房间 门牌 房间号 房室号 户室号 室(户) 房号(室) 门牌号码 住房号 户 "
        "房屋号 房 户门 室号(户号) 号室"
    ),
    like=r"^(?:所在|居住)?(?:房间?|室|门牌|户室)(?:编?号|号码)?$",
)
GRID = Column(
    "grid",
    Kind.GRID,
    words(
        "网格 网格号 所属网格 责任网格 网格编号 网格名称 所在网格 网格(号) 网格序号 所在网格号 第几网格 "
        "所属网格号 网格名 责任网格号 所属网格名称 网格区域 管辖网格 网格单元"
    ),
    like=r"网格(?:编?号|名称?)?$",
)
WORKER = Column(
    "worker",
    Kind.PERSON,
    words(
        "网格员 摸排人 排查人 填报人 管控人 网格员姓名 登记人 摸排人员 排查人员 调查人 负责人 责任人 "
        "管控责任人 包保责任人 包靠人 登记人员 填表人 网格员签字 摸排员 排查员 调查员 调查人员 入户人 "
        "入户人员 走访人 走访人员 填写人 录入人 责任网格员 负责网格员 网格长 包片人 包户人 包保人 包联人 "
        "包联干部 责任干部 摸排责任人 排查责任人 管控负责人 填报人员 负责人签字 工作人员 采集人 登记员 "
        "包靠责任人 包靠干部"
    ),
    like=(
        r"网格员(?:姓名|签[字名])?$|(?:摸[排底]|排查|调查|走访|入户|核[实查]|包保|包靠|包联|管控|"
        r"填报|登记)(?:责任|负责)?(?:人员?|员)(?:姓名|签[字名])?$|(?:包保|包靠|包联)$"
    ),
)
NOTE = Column(
    "note",
    Kind.TEXT,
    words(
        "备注 说明 其他 备注说明 情况说明 备注(情况说明) 其他情况 其它 其他说明 补充说明 需要说明的情况 备考 另记 附注 "
        "其它情况 其他需要说明的情况 备注信息 特殊情况 情况备注"
    ),
    like=r"^备注|说明的?情况|特殊情况",
)
GENDER = Column("gender", Kind.GENDER, words("性别 性别(男/女) 男/女 性别男女"), like=r"^性别")
RESIDENCE = Column(
    "registered_residence",
    Kind.TEXT,
    words(
        "户籍地 户籍地址 籍贯 户口所在地 户籍所在地 户籍 户籍所在 户籍地点 户口地址 户口 户口所在 "
        "户籍住址 户籍详细地址 户籍所在地址 户口所在地址 原籍 户籍省市 户籍(省市县)"
    ),
    like=r"户籍|户口所在|户口地",
)
SYMPTOMS = Column(
    "symptoms",
    Kind.ANSWER,
    words(
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
    words(
        "接触史 是否密切接触者 有无接触史 是否接触疫区人员 是否接触湖北人员 是否与确诊病例接触 密切接触史 "
        "是否接触过武汉人员 是否接触 接触情况 有无密切接触 是否接触过确诊病例 有无接触湖北人员 "
        "是否接触过湖北人员 有无接触武汉人员 接触疫区人员 疫区接触史 武汉湖北接触史 有无接触确诊 是否密接 "
        "是否密切接触 与确诊患者接触史 有无接触湖北来人 是否接触疫区返回人员 流行病学接触史 "
        "是否为密切接触者 有无接触疫区人员"
    ),
    like=r"接触(?!隔离)|密接",
)
WHO_COLUMNS = (NAME, ID_NUMBER, PHONE)
WHERE_COLUMNS = (ADDRESS, COMPOUND, BUILDING, ENTRANCE, FLAT, GRID)
