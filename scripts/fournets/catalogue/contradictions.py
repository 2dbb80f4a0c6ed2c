"""Words of a heading that speak against a field, however like the heading is to one of the field's own.

Only headings that nobody listed are asked: 消毒点位 looks like 消毒次数 and counts nothing; 是否与湖北人员接触 is about
contact, not about coming from Hubei; 解除告知书 is not the notice of quarantine.
What is refused is kept beside the record.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from fournets.catalogue.fields import Column, Kind

_CONTENT = r"地点|地址|位置|点位|部位|时间|日期|方式|内容|清单|物品|姓名|电话|手机|签字|单位|原因"
ACTORS = (
    r"^(?:登记|调查|摸[排底]|排查|走访|服务|核[查对实]|检[测查]|测[温量]|监[测管督]|管[控理]|代[办购]|记录|填[报表写]|审[核批]|"
    r"看护|陪同|护送|上报|入户|包[保靠联户]|执勤|值[班守]|采集|录入|联络|签发|发放|经手|接[收诊待]|送达|联系)(?:人员?|员|者)"
)
"""Who does the work: 登记人员 writes the sheet, he is not the one it is about."""
_SUBJECT = re.compile(
    r"姓名|名字|联系|移动|手机|电话|号码?|方式|座机|固话|微信|本人|个人|居民|住户|户[主内]|业主|租户|返[乡回东程岗鲁家]|来[访客东鲁]|"
    r"访客?|客人?|进[入出]|出入|隔离|观察|管控|监测|[检被]?测|体温|登记|重点|家庭|成员|车主|驾驶[员人]|司机|外来|外地|流动|发热|患者|病人|"
    r"志愿者|队员|执勤|值[班守]|报名|受访|被访|司乘|驾乘|务工|打工|测量|人口|人员?|对象|服务|人|求助|常用|有效|备用|其他|其它|固定|目前|现在?|居家|集中|医学|被|所|的|及|或|您|承租|"
    r"与|者|户|员|真实|中文|\d"
)
"""Words that say of whom a row is, and what is asked of him; what a heading says beyond them names somebody else."""
_ASKED = {Kind.PHONE: re.compile(r"电话|手机|联系方式|号码"), Kind.NAME: re.compile(r"(?:姓名|名字)$")}
_BY_KIND: Mapping[Kind, str] = {
    Kind.COUNT: _CONTENT + r"|人员?$|员$|情况|编号|是否|有无|规格|群名|微信号|类[别型]|要求",
    Kind.AREA: r"方式|部位|地点|住房|房屋|建筑|套内|家庭",
    Kind.DATE: r"地[点址区方]?$|人员?$|人数|者$|方式|工具|原因|事由|情况|电话|城市|省份|住址|天数|时长|次数|"
    r"起止|停留|身份|出生|车次|航班|发病|发热|确诊|就诊|[住入]院|接触|购买|租|保险|年检|入职|复工|返岗|开学",
    Kind.TIME: r"来[东鲁]|返|日期|天数|时长|人员?$|地点|方式|情况|次数|人数|岗位|停留",
    Kind.GRID: r"网格[员长]|人$|员$|长$|电话|数$|面积|群|序号|流水|情况",
    Kind.COMPOUND: r"是否|有无|进|出|来自|途|去|其他|外|经理|返回|数|人|电话",
    Kind.BUILDING: r"座位|车|数|层|长|总|管家|人|员|电话",
    Kind.ENTRANCE: r"数|长|总|人|员|电话",
    Kind.FLAT: r"座位|车|床|铺|数|型|房东|主|面积|租|类|籍|总|人$|产权",
    Kind.ADDRESS: r"户[码序]|家庭编|"
    r"户籍|户口|原籍|籍贯|老家|工作|单位地址|公司|学校|途[经径]|来源|出发|目的|接触|消[毒杀]|张贴|身份证|"
    r"证件|(?<!目)前(?:的)?(?:居住|住)|外地|外省|武汉|湖北|疫区|原住|楼长|单元长|邮寄|就医|医院|停留|活动",
    Kind.TEMPERATURE: r"年龄|年纪|龄$|岁|面积|金额|费$|"
    r"室温|气温|水温|环境|湿度|次数|时间|日期|人员?$|是否|有无|仪|枪|计$|天数|家属|异常|结果人",
    Kind.PLATE: r"门牌|是否|有无|类型|颜色|车型|品牌|门号",
    Kind.PHONE: r"是否|有无|型号|品牌|情况|微信群|证|单号|快递",
    Kind.ID_NUMBER: r"地址|是否|有无|类型|种类|期限|有效期|签发|复印|照片|地$",
    Kind.NAME: ACTORS
    + r"|^[与和同跟]"
    + r"|邻居|房东|亲|家属|监护|陪|司机|联系人|接触|同行|介绍|担保|见证|数$|电话|关系|单位|小区|曾用|[楼组队片]长",
    Kind.PERSON: r"电话|手机|时间|日期|单位名|关系|数$|意见|职务|诊断|结果|建议|情况|是否|有无|地址|身份证|性别",
    Kind.ANSWER: r"时间|日期|姓名|电话|地[点址]|人数|身份证|方式|工具|处置|措施|天数|车牌|家属|家人",
    Kind.YES_NO: r"时间|日期|姓名|电话|地[点址]|人数|身份证|方式|原因|车牌|号牌|编号",
    Kind.BIRTH_YEAR: r"地$|地点|证|证明",
}
_BY_FIELD: Mapping[str, str] = {
    "hubei": r"籍|户口|接触|亲|友|来客|来人|以外|离开|车|电话|家属|家人|同住|同行|计划|打算|准备",
    "wuhan": r"籍|户口|接触|亲|友|来客|来人|以外|离开|车|电话|家属|家人|同住|同行|湖北|计划|打算|准备",
    "contact": r"解除|隔离|配送|联系",
    "travel": r"(?<!过)(?<!过湖北)(?<!过武汉)(?:武汉|湖北|疫区)|境外|国外|接触|人员|原因|目的|交通|返回|工具|请假|"
    r"打算|计划",
    "outsiders": r"姓名|电话|车|从何|哪|来源|户籍|身份|湖北|武汉|疫区|接触",
    "from_place": r"籍|户口|接触|时间|日期|天数|时长|车|电话|人|单位|方式|原因|是否|有无|数据|信息|线索|病例|情况|"
    r"隔离|住址|目的|(?<!间)(?<!假)(?:前往|去往)|^[去到往]|就医|部门|渠道|轨迹图",
    "transport": r"车次|号|时间|费|人|管制|原因",
    "trip_number": r"次数|时间|人|类型|座位",
    "companions": r"电话|手机|身份证|住址|是否|有无|时间",
    "measure": r"时间|日期|地[点址]|人$|人员|天数|原因|解除|是否|有无",
    "registered_residence": r"电话|警|类[型别]|性质|是否|有无|人[口数]|姓名|邮编|派出所|户主|号码|号$|民警",
    "household_number": r"账|房|身份|证|电话|车|户籍|户口",
    "relation": r"病|患|接触|同行|确诊|紧急|联系人|监护|被访",
    "start_date": r"症状|发[热病烧]|体温|一起|起床|引起|有效|截止|上班|复工|租|签",
    "due_date": r"上报|填报|统计|是否|有无|租|合同|证|复工",
    "released_date": r"预计|应|拟|计划|合同|签",
    "released": r"告知|通知|证明|单|书|条件",
    "notice_signed": r"解除|安全|车|公开信|复工|编号|份数",
    "pledge_signed": r"复工|经营|商户|解除|编号|份数|安全生产",
    "left_date": r"外出|返(?!程)|到达|抵|隔离|住院|出院|岗|小区|东营|计划|拟|预计",
    "arrive_date": r"送达|签|离开|启程|动身|隔离|就诊|岗|医院|计划|拟|预计",
    "date": r"复[核查]|审核|出生|发证|有效|到期|解除|接触|购买|结束|预计|拟|计划|领证",
    "visit_status": r"发热|隔离|接触|健康|身体|人[口数]|电话号",
    "people_count": r"外出|返|外来|隔离|发热|老|儿童|小孩|党员|症状|武汉|湖北|接触|租|流动|未|离",
    "households": r"人|空|租|已|未|排查|摸排|隔离|商",
    "members": r"党员|新增|退",
    "checkpoint": r"消[毒杀]|宣传|张贴|人|电话|时间|数|意见|是否|情况|负责|职责|物资",
    "post": r"人数|人员|电话|是否|职责|物资|等级|单位",
    "destination": r"时间|方式|原因|人数|是否|有无|过|日期|武汉|湖北",
    "reason": r"劝返|未|拒|发热|迟|不",
    "result": r"体温|人$|人员|时间|检测",
    "pass_number": r"身份|驾驶|行驶|居住|健康|护照|学生|工作|军官|房产|数",
    "valid_until": r"到达|返|抵|是否|开始|身份证|保险|年检|自$|起$|天数",
    "material": r"地点|场所|点位|区域",
    "agent": r"人|员|量|数|(?<!及)浓度|时间|比例|次|电话|面积|地点|史|单位|价",
    "person_times": r"户|面积|遍|排查|隔离|返|发热|总人口",
    "times": r"人[次数口]|点|户|面积|体温|总价",
    "employer": r"电话|地址|性质|人数|数量|计量|上报|填报|下发|来源|负责",
    "squad": r"长|电话|人数|职务|负责|口号",
    "branch": r"书记|电话|人数|负责|职务",
    "kind": r"身份证|证件|证号|人数",
    "buildings": r"长|数|电话|管家|人|员|门|价|负责",
    "property_company": r"数|资质|费|等级|地址|是否|类型",
    "outcome": r"人$|人员|时间|日期|电话|单位|期限|要求|医生|病史",
    "source": r"地$|地区|城市|人$|电话|时间",
    "batch": r"人|数量|条数",
    "sign_in": r"退|离|下岗",
    "sign_out": r"到岗|上岗|东营|隔离|鄂|汉|湖北",
    "first_reading": r"天|日|复|再|第?二",
    "second_reading": r"天|日|首",
    "symptoms": r"史$|药",
    "items": r"时间|人|电话|金额|价|费|数量|次数|要求|发放",
    "note": r"人$|电话|时间",
}


@cache
def _never(field: str, kind: Kind) -> re.Pattern[str] | None:
    patterns = [pattern for pattern in (_BY_KIND.get(kind), _BY_FIELD.get(field)) if pattern]
    return re.compile("|".join(patterns)) if patterns else None


def speaks_against(column: Column, text: str) -> bool:
    """Whether a normalised heading holds a word against the field; a word of the field's own headings is none."""
    if _is_of_somebody(column, text):
        return True
    pattern = _never(column.field, column.kind)
    if pattern is None:
        return False
    return any(
        not any(found[0] in heading for heading in column.headings) for found in pattern.finditer(text) if found[0]
    )


def _is_of_somebody(column: Column, text: str) -> bool:
    """Whether a telephone or a name is said to be of somebody (队长电话) who is not known to be the row's person."""
    asked = _ASKED.get(column.kind)
    if asked is None or not asked.search(text):
        return False
    whose = _SUBJECT.sub("", text)
    return bool(whose) and not any(whose in heading for heading in column.headings)
