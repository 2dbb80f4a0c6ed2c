"""What offices call their columns and sheets, and how they decorate a heading."""

from __future__ import annotations

import random

HEADINGS: dict[str, tuple[str, ...]] = {
    "name": ("姓名", "人员姓名", "本人姓名", "被调查人姓名", "居民姓名"),
    "id_number": ("身份证", "身份证号", "身份证号码", "证件号码", "公民身份号码", "居民身份证号"),
    "phone": ("联系电话", "联系方式", "手机号", "手机号码", "电话", "电话号码", "本人联系电话"),
    "address": ("现住址", "现住地址", "家庭住址", "居住地址", "住址", "小区楼栋单元房号", "现居住地址", "详细住址"),
    "compound": ("小区", "小区名称", "所在小区", "居住小区"),
    "building": ("楼号", "楼栋", "楼栋号", "楼"),
    "entrance": ("单元", "单元号"),
    "flat": ("房号", "房间号", "门牌号", "室", "户室"),
    "grid": ("网格", "网格号", "所属网格", "责任网格", "网格编号"),
    "worker": ("网格员", "摸排人", "排查人", "填报人"),
    "gender": ("性别",),
    "relation": ("与户主关系", "家庭关系", "与户主的关系"),
    "household_number": ("户号", "户编码", "户编号"),
    "registered_residence": ("户籍地", "户籍地址", "籍贯", "户口所在地", "户籍所在地"),
    "note": ("备注", "其他说明"),
    "from_place": ("来源地", "何处返程", "出发地", "从何地返回", "返回省/市", "从何处来"),
    "left_date": ("离开时间", "出发日期", "离开日期", "离开来源地时间"),
    "arrive_date": ("返东时间", "返回日期", "返乡时间", "到达本市日期", "来鲁时间", "抵达日期", "返回时间"),
    "transport": ("交通工具", "来鲁方式", "交通方式", "返回方式"),
    "trip_number": ("车次/航班", "车次（航班）", "航班或车次"),
    "hubei": ("是否湖北", "14天内是否到过湖北", "是否湖北返回"),
    "wuhan": ("是否武汉", "是否途经武汉", "14天内是否到过武汉"),
    "contact": ("接触史", "是否密切接触者", "有无接触史", "是否接触确诊或疑似病例"),
    "symptoms": ("身体状况", "健康状况", "有无发热咳嗽等症状", "目前健康状况"),
    "measure": ("采取措施", "管控措施", "处置措施", "隔离措施"),
    "start_date": ("开始隔离时间", "隔离起始日期", "隔离开始日期", "开始隔离日期"),
    "due_date": ("预计解除", "预计解除日期", "应解除日期", "拟解除日期"),
    "released_date": ("实际解除", "实际解除日期", "实际解除时间", "解除时间"),
    "released": ("是否解除隔离", "是否解除", "是否已解除"),
    "notice_signed": ("是否签告知书", "是否签订告知书", "告知书签订情况"),
    "pledge_signed": ("是否签承诺书", "是否签保证书", "是否签订保证书"),
    "visit_status": ("排查情况", "入户情况", "摸排情况"),
    "method": ("排查方式", "摸排方式"),
    "people_count": ("家庭人数", "常住人口", "在住人数", "家庭人口"),
    "travel": ("近期有无外出", "近期外出情况", "14天内有无外出史"),
    "outsiders": ("有无外来人员", "家中有无外来人员", "是否有外来人员"),
    "temperature": ("体温", "体温(℃)", "体温℃", "测量体温"),
    "screening.date": ("排查日期", "摸排日期", "摸排时间", "入户日期", "入户时间"),
    "checkpoint": ("卡口名称", "劝返点", "门岗", "卡口"),
    "gate.date": ("日期", "检查日期", "登记日期"),
    "time": ("检查时间", "进入时间", "时间", "登记时间"),
    "plate": ("车牌号", "号牌", "车牌号码", "车辆牌照"),
    "gate.name": ("姓名", "人员姓名", "来访人员", "进入人员姓名", "来访人姓名"),
    "households.name": ("姓名", "居民姓名", "家庭成员姓名", "住户姓名"),
    "screening.name": ("姓名", "户主姓名", "被调查人姓名", "户主"),
    "returnees.name": ("姓名", "返乡人员姓名", "人员姓名", "返回人员"),
    "quarantine.name": ("姓名", "隔离人员姓名", "被隔离人", "居家隔离人员"),
    "temperatures.name": ("姓名", "隔离人员", "人员姓名", "被观察人"),
    "quarantine.address": ("隔离地址", "隔离地点", "居家隔离地址", "现住址"),
    "gate.from_place": ("来源地", "从何处来", "来自何地"),
    "dispatch.from_place": ("来源地", "从何地返回", "出发地", "返回地"),
    "destination": ("目的地", "去往何处", "前往地点"),
    "reason": ("事由", "来访事由", "进入事由"),
    "result": ("处理结果", "处置结果", "处理情况"),
    "pass_number": ("编号", "证号", "出入证号", "通行证编号"),
    "passes.name": ("车主", "车主姓名", "姓名"),
    "issued_date": ("发证日期", "办理日期", "发放日期"),
    "valid_until": ("有效期", "有效期至", "有效期限"),
    "disinfection.date": ("日期", "消毒日期", "消杀日期", "消毒时间"),
    "disinfection.place": ("消毒地点", "消毒区域", "消毒部位", "消杀地点"),
    "area_m2": ("消毒面积", "面积(㎡)", "消杀面积（平方米）", "消毒面积（㎡）"),
    "person_times": ("投入人力", "人次", "投入人次", "消毒人次"),
    "times": ("消毒次数", "次数"),
    "agent": ("消毒药品", "消毒剂", "药品名称", "使用药剂"),
    "disinfection.worker": ("消毒人员", "消杀人员", "操作人"),
    "kind": ("政治面貌", "类别", "人员类别"),
    "branch": ("所属支部", "党支部", "所在党支部"),
    "squad": ("小分队", "所属小分队", "所在小分队"),
    "employer": ("工作单位", "单位", "所在单位"),
    "volunteers.name": ("姓名", "志愿者姓名"),
    "duty.date": ("日期", "值班日期", "执勤日期"),
    "post": ("岗位", "值班点", "执勤点", "执勤岗位"),
    "shift": ("班次", "值班时段", "执勤班次"),
    "duty.name": ("姓名", "值班人员", "执勤人员"),
    "sign_in": ("签到", "签到时间"),
    "sign_out": ("签退", "签退时间"),
    "publicity.date": ("日期", "宣传日期"),
    "publicity.squad": ("宣传小分队", "小分队", "宣传队"),
    "publicity.place": ("张贴地点", "宣传地点", "发放地点"),
    "material": ("宣传形式", "宣传品种类", "宣传方式"),
    "quantity": ("数量", "份数"),
    "errands.date": ("日期", "服务日期", "代办日期"),
    "errands.name": ("姓名", "服务对象", "隔离人员", "隔离人员姓名"),
    "service": ("服务内容", "服务类型", "服务项目"),
    "errands.times": ("次数", "服务次数"),
    "items": ("代购物品", "物品", "代购物品清单"),
    "volunteer": ("志愿者", "代办人", "服务人员"),
    "fever.date": ("日期", "发现日期", "报告日期"),
    "fever.time": ("时间", "报告时间", "发现时间"),
    "first_reading": ("首测", "首测体温", "第一次体温", "首测体温（℃）"),
    "second_reading": ("复测", "复测体温", "第二次体温", "复测体温（℃）"),
    "receiver": ("接收人", "接诊医生", "接收人员"),
    "outcome": ("去向", "结果", "处理结果"),
    "temperatures.date": ("日期", "测量日期", "监测日期"),
    "slot": ("时段", "测温时段", "上午/下午"),
    "symptom": ("有无症状", "症状", "身体有无不适"),
    "batch": ("下发数据批次", "批次", "下发批次"),
    "source": ("数据来源", "来源"),
    "dispatch.outcome": ("核查情况", "核查结果"),
    "dispatch.address": ("地址", "居住地址", "现住址", "疑似住址"),
    "members": ("群人数", "人数", "成员数"),
}
"""Field (or form.field) → headings."""

TITLES: dict[str, tuple[str, ...]] = {
    "households": ("居民信息登记表", "居民底册", "住户信息采集表", "{compound}居民花名册"),
    "screening": ("入户摸排登记表", "疫情防控入户排查表", "社区防控摸排表", "新型冠状病毒感染的肺炎疫情摸排登记表"),
    "returnees": ("返乡人员登记表", "外来返回人员登记表", "湖北等地返回人员摸排表", "春节返乡人员统计表"),
    "quarantine": ("居家隔离人员台账", "居家医学观察人员登记台账", "隔离人员管理台账"),
    "temperatures": ("居家隔离人员体温监测表", "体温登记表", "居家观察人员每日体温登记"),
    "gate": ("门岗出入登记表", "劝返点登记表", "小区出入人员登记表"),
    "passes": ("车辆出入证登记表", "车辆通行证发放台账"),
    "disinfection": ("消毒记录表", "环境消杀登记表", "小区消毒台账"),
    "volunteers": ("志愿者花名册", "志愿者登记表", "党员志愿者名册"),
    "duty": ("执勤签到表", "志愿者值班签到表", "值守人员签到表"),
    "publicity": ("宣传记录表", "疫情防控宣传登记表"),
    "errands": ("代购代办登记表", "隔离人员代购服务台账", "代办服务登记表"),
    "fever": ("发热人员转诊登记表", "发热病人转诊登记"),
    "dispatch": ("下发核查名单", "街道下发数据核查表", "需核查人员名单"),
}
"""Form → titles."""

INSTRUCTIONS = ("（必填）", "（如实填写）", "*", "（没有填无）", "（请勿合并单元格）", "：")
DATE_INSTRUCTIONS = ("（格式：2020-2-8）", "（如2.8）", "（年/月/日）", "（具体到日）")
ID_INSTRUCTIONS = ("（18位）", "（请设为文本格式）", "（必填）")
TYPOS = {
    "联系电话": "联系电活",
    "身份证号": "身分证号",
    "身份证号码": "身份证号吗",
    "备注": "备住",
    "返回日期": "反回日期",
    "现住址": "现住扯",
    "是否解除隔离": "是否接触隔离",
    "家庭住址": "家庭住地",
}


def heading(rng: random.Random, form: str, field: str, place: int, decorated: float) -> str:
    """A heading of a field in a form, numbered, spaced, explained or mistyped as often as `decorated` says."""
    words = rng.choice(HEADINGS.get(f"{form}.{field}", HEADINGS.get(field, (field,))))
    if rng.random() < decorated * 0.12:
        words = TYPOS.get(words, words)
    if len(words) == 2 and rng.random() < 0.25:
        words = rng.choice((f"{words[0]} {words[1]}", f"{words[0]}　{words[1]}", f"{words[0]}  {words[1]}"))
    elif len(words) > 3 and rng.random() < decorated * 0.25:
        middle = len(words) // 2
        words = f"{words[:middle]}\n{words[middle:]}"
    if rng.random() < decorated * 0.3:
        pool = (
            DATE_INSTRUCTIONS if field.endswith("date") else ID_INSTRUCTIONS if field == "id_number" else INSTRUCTIONS
        )
        words += rng.choice(pool)
    return f"{place}.{words}" if decorated > 0.8 else words
