"""How clerks spell headings: per form and field several ways, numbered ones with instructions and typos among them."""

from __future__ import annotations

from collections.abc import Mapping

_EVERYWHERE: Mapping[str, str] = {
    "serial": "序号|序号|序号|序号|序号|No.|序号|序 号",
    "name": "姓名|姓 名|人员姓名|姓名|本人姓名|姓　名|姓名|1.姓名",
    "id_number": "身份证号|身份证号码|公民身份号码|身份证|证件号码|身份证号码（18位）|身份证号|2.身份证号码",
    "phone": "联系电话|手机号|联系方式|电话|手机号码|联系电话|电话号码|3.联系电话（手机）",
    "address": "现住址|楼号单元房号|家庭住址|住址|居住地址|现住地址|详细地址|4.小区楼栋单元房号",
    "compound": "小区|小区名称|所在小区|小区|小区名称|所属小区|小区|居住小区",
    "building": "楼号|楼栋|楼号|楼号|楼号|栋号|楼座|楼号",
    "entrance": "单元|单元号|单元|单元|单元|单元|单元号|单元",
    "flat": "房号|门牌号|室|房号|房号|房号|房间|房号",
    "grid": "网格|网格号|所属网格|责任网格|网格|网格号|所属网格|网格",
    "gender": "性别",
    "date": "日期|日期|登记日期|日期|日期|日 期|登记日期|日期",
    "worker": "网格员|摸排人|责任人|填报人|网格员|排查人|摸排人|网格员（联系电话）",
    "registered_residence": "户籍地|户籍地址|籍贯|户口所在地|户籍地|户籍所在地|户籍地|户籍地址",
    "contact": "接触史|是否接触疫区人员|接触史|有无接触史|接触史|有无接触史|密切接触史|12.接触史",
    "symptoms": "身体状况|健康状况|有无发热咳嗽等症状|有无症状|身体状况|健康状况|有无症状|13.身体状况",
    "plate": "车牌号|车牌|号牌|车牌号码|车牌号|车牌号|车牌|车牌号（全）",
    "temperature": "体温|体温(℃)|测温|体温|体温（℃）|体温|体温|体温",
    "note": "备注",
}
_OF_FORMS: Mapping[str, str] = {
    "grids.worker": "网格员",
    "grids.buildings": "楼栋范围",
    "grids.households": "户数",
    "compounds.property_company": "物业公司",
    "compounds.manager": "物业负责人",
    "compounds.households": "户数",
    "checkpoints.checkpoint": "劝返点名称",
    "checkpoints.property_company": "责任单位",
    "groups.group": "微信群名称",
    "groups.purpose": "用途",
    "groups.members": "群人数",
    "groups.owner": "群主",
    "households.household_number": "户号|户编码|户号|户编号",
    "households.relation": "与户主关系|关系|与户主关系|家庭关系",
    "volunteers.birth_year": "出生年月|年龄|出生年份",
    "volunteers.kind": "政治面貌|类别|志愿者类别",
    "volunteers.branch": "所属支部|党支部|所在支部",
    "volunteers.squad": "小分队|所属小分队|所属队伍",
    "volunteers.employer": "工作单位|单位",
    "screening.name": "户主姓名|户主姓名|被调查人姓名|姓名|户主姓名|户主姓名|被调查人姓名|1.户主姓名",
    "screening.date": "摸排日期|入户日期|排查日期|日期|摸排时间|入户时间|排查时间|摸排日期（几月几日）",
    "screening.method": "排查方式|摸排方式|排查方式|方式|排查方式|摸排方式|排查方式|摸排方式",
    "screening.visit_status": (
        "排查情况|入户情况|摸排情况|拨打情况|入户情况|排查结果|走访情况|6.入户情况（空户、拒访请注明）"
    ),
    "screening.people_count": "家庭人数|在住人数|常住人口|家庭人数|居住人数|家庭人口|常住人口|7.在住人数",
    "screening.outsiders": "有无外来人员|外来人员|有无外来人员|有无外地返回人员",
    "screening.travel": "近期外出情况|外出史|近14天外出情况|有无外出",
    "returnees.name": "姓名|返乡人员姓名|返回人员姓名|姓名|姓名|返乡人员姓名|人员姓名|1.返乡人员姓名",
    "returnees.from_place": "来源地|何处返程|从何地返回|出发地|来源地|返回省/市|从何地来|11.来源地（省、市）",
    "returnees.left_date": (
        "离开时间|离开日期|离开时间|出发日期|离开日期|离开当地时间|出发时间|14.离开时间(如第11项为否此项不填)"
    ),
    "returnees.arrive_date": "返东时间|返回日期|到达本市日期|返乡时间|返东时间|来鲁时间|返回日期|返回",
    "returnees.transport": "交通工具|来鲁方式|交通工具|交通方式",
    "returnees.trip_number": "车次|车次/航班|车次|航班号|车次航班|车次|车次/航班|车次",
    "returnees.hubei": (
        "是否湖北返回|14天内是否到过湖北|是否湖北|是否到过湖北|是否湖北|曾逗留疫区|湖北返回|是否来自湖北"
    ),
    "returnees.wuhan": "是否武汉返回|是否到过武汉|是否武汉|是否武汉返回",
    "returnees.companions": "同行人员|同行人|随行人员|共同返回人员",
    "returnees.measure": "管控措施|采取措施|隔离方式|处置措施",
    "returnees.date": "登记日期|登记时间|填报日期|登记日期",
    "quarantine.name": "姓名|姓名|隔离人员姓名|姓名|隔离人员姓名|姓名|隔离人员姓名|1.隔离人员姓名",
    "quarantine.start_date": (
        "隔离开始日期|开始隔离时间|隔离起始日期|开始日期|隔离开始日期|起始日期|隔离开始时间|5.开始隔离时间"
    ),
    "quarantine.due_date": (
        "预计解除日期|预计解除|应解除日期|预计解除时间|隔离期满日期|拟解除日期|隔离到期日|6.预计解除时间"
    ),
    "quarantine.released_date": (
        "实际解除日期|实际解除|解除时间|解除日期|解除隔离时间|实际解除时间|解除隔离日期|8.实际解除时间(未解除不填)"
    ),
    "quarantine.released": "是否解除隔离|是否解除|解除情况|是否解除|是否接触隔离|是否解除隔离|是否解除|7.是否解除隔离",
    "quarantine.notice_signed": (
        "是否签告知书|告知书|告知书签收|签订告知书|是否签订告知书|隔离告知书|告知书|9.是否签告知书"
    ),
    "quarantine.pledge_signed": "是否签保证书|承诺书|保证书|签订保证书|是否签承诺书|保证书签收|承诺书|10.是否签保证书",
    "quarantine.responsible": "责任人|包保责任人|管控人|网格员|责任人|管控责任人|包靠人|责任人",
    "temperatures.slot": "时段|测量时段|时段|时间段",
    "temperatures.date": "日期|测量日期|日期|测温日期",
    "temperatures.symptom": "症状|有无症状|身体状况|有无不适",
    "gate.checkpoint": "劝返点|卡口名称|门岗|卡口|劝返点名称|劝返点|门岗名称|检查点",
    "gate.date": "日期|检查日期|登记日期|日期",
    "gate.time": "时间|进入时间|检查时间|登记时间|到达时间|时间|进入时间|检查时间",
    "gate.from_place": "来自何处|从何处来|来自何地|来源地",
    "gate.destination": "去往何处|到何处|目的地|到哪户",
    "gate.reason": "事由|进入事由|来访事由|原因",
    "gate.result": "处理结果|放行/劝返|处置结果|是否劝返|处理情况|处理结果|结果|处理结果（放行、劝返）",
    "passes.pass_number": "出入证号|证号|编号|出入证号",
    "passes.name": "车主|车主姓名|业主姓名|姓名|车主|领证人|户主姓名|车主姓名",
    "passes.issued_date": "发证日期|办理日期|发放日期|领取日期",
    "passes.valid_until": "有效期至|有效期|有效期限|有效期至",
    "disinfection.date": "日期|消毒日期|作业日期|消毒时间",
    "disinfection.place": "消毒部位|消毒区域|消毒地点|部位",
    "disinfection.area_m2": "消毒面积(㎡)|消毒面积|面积(㎡)|消毒面积(平方米)|消毒面积|消杀面积|消毒面积(㎡)|面积",
    "disinfection.person_times": "投入人力|人次|投入人次|出动人次",
    "disinfection.times": "消毒次数|次数|消杀次数|遍数",
    "disinfection.agent": "消毒药品|药剂|消毒液|消毒剂",
    "disinfection.worker": "消毒人员|负责人|作业人|登记人",
    "duty.date": "执勤日期|日期|值班日期|签到日期",
    "duty.post": "岗位|执勤地点|值班点|值守点",
    "duty.shift": "班次|执勤时间|值班时间|时段",
    "duty.name": "姓名|执勤人员|值班人员|签到人",
    "duty.kind": "政治面貌|类别|身份|人员类别",
    "duty.branch": "所属支部|党支部|支部|所在支部",
    "duty.squad": "小分队|所属小分队|队伍|分队",
    "duty.sign_in": "签到|签到时间|上岗时间|到岗时间",
    "duty.sign_out": "签退|签退时间|下岗时间|离岗时间",
    "publicity.date": "日期|宣传日期|张贴日期|宣传时间",
    "publicity.squad": "宣传小分队|小分队|宣传队|分队",
    "publicity.place": "张贴地点|宣传地点|地点|张贴位置",
    "publicity.place_kind": "地点类别|场所类别|场所类型|地点类型",
    "publicity.material": "宣传形式|宣传品|宣传材料|形式",
    "publicity.quantity": "数量|份数|宣传数量|数量",
    "fever.time": "报告时间",
    "fever.first_reading": "首测体温",
    "fever.second_reading": "复测体温",
    "fever.receiver": "接收人",
    "fever.outcome": "去向",
    "errands.date": "日期|服务日期|代办日期|日期",
    "errands.name": "姓名|服务对象|隔离人员姓名|被服务人",
    "errands.service": "服务内容|代办事项|服务项目|服务内容",
    "errands.times": "次数|服务次数|次数|次数",
    "errands.items": "代购物品|物品清单|物品|代购清单",
    "errands.volunteer": "志愿者|代办人|服务人员|经办人",
}
"""A hand takes the spelling that its number counts to; a field of a form, or a field wherever it stands."""


def heading_of(form: str, field: str, hand: int) -> str:
    """The spelling that this hand uses for a field of a form."""
    spellings = (_OF_FORMS.get(f"{form}.{field}") or _EVERYWHERE[field]).split("|")
    return spellings[hand % len(spellings)]
