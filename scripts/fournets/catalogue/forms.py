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


NAME = Column(
    "name",
    Kind.NAME,
    (
        "姓名",
        "户主姓名",
        "返乡人员姓名",
        "返回人员姓名",
        "被调查人姓名",
        "人员姓名",
        "本人姓名",
        "居民姓名",
        "隔离人员姓名",
        "名字",
        "业主姓名",
        "住户姓名",
    ),
)
ID_NUMBER = Column(
    "id_number",
    Kind.ID_NUMBER,
    (
        "身份证号",
        "身份证",
        "身份证号码",
        "证件号码",
        "公民身份号码",
        "证件号",
        "公民身份证号码",
        "居民身份证号",
        "身份证件号码",
    ),
)
PHONE = Column(
    "phone",
    Kind.PHONE,
    (
        "联系电话",
        "联系方式",
        "手机号",
        "手机号码",
        "电话",
        "电话号码",
        "其他联系电话",
        "手机",
        "本人电话",
        "联系手机",
        "移动电话",
    ),
)
ADDRESS = Column(
    "address",
    Kind.ADDRESS,
    (
        "现住址",
        "现住地址",
        "家庭住址",
        "居住地址",
        "住址",
        "隔离地址",
        "小区楼栋单元房号",
        "详细地址",
        "地址",
        "家庭地址",
        "居住地",
        "现居住地",
        "楼栋单元房号",
        "楼号单元房号",
        "楼栋号",
        "房间号",
        "具体住址",
        "本地住址",
        "在东住址",
    ),
)
COMPOUND = Column("compound", Kind.COMPOUND, ("小区", "小区名称", "所在小区", "居住小区", "所属小区", "院区"))
BUILDING = Column("building", Kind.BUILDING, ("楼号", "楼栋", "楼", "栋号", "幢号", "楼座", "楼幢"))
ENTRANCE = Column("entrance", Kind.ENTRANCE, ("单元", "单元号"))
FLAT = Column("flat", Kind.FLAT, ("房号", "门牌号", "室", "室号", "户室", "房间", "门牌"))
GRID = Column("grid", Kind.GRID, ("网格", "网格号", "所属网格", "责任网格", "网格编号", "网格名称", "所在网格"))
WORKER = Column(
    "worker",
    Kind.PERSON,
    (
        "网格员",
        "摸排人",
        "排查人",
        "填报人",
        "管控人",
        "网格员姓名",
        "登记人",
        "摸排人员",
        "排查人员",
        "调查人",
        "负责人",
        "责任人",
        "管控责任人",
        "包保责任人",
        "包靠人",
        "登记人员",
        "填表人",
    ),
)
NOTE = Column("note", Kind.TEXT, ("备注", "说明", "其他", "备注说明", "情况说明"))
GENDER = Column("gender", Kind.GENDER, ("性别",))
RESIDENCE = Column(
    "registered_residence", Kind.TEXT, ("户籍地", "户籍地址", "籍贯", "户口所在地", "户籍所在地", "户籍")
)
SYMPTOMS = Column(
    "symptoms",
    Kind.ANSWER,
    (
        "身体状况",
        "健康状况",
        "有无发热咳嗽等症状",
        "症状",
        "有无症状",
        "身体情况",
        "是否有发热咳嗽症状",
        "目前身体状况",
        "有无发热",
    ),
)
CONTACT = Column(
    "contact",
    Kind.ANSWER,
    (
        "接触史",
        "是否密切接触者",
        "有无接触史",
        "是否接触疫区人员",
        "是否接触湖北人员",
        "是否与确诊病例接触",
        "密切接触史",
        "是否接触过武汉人员",
    ),
)
WHO_COLUMNS = (NAME, ID_NUMBER, PHONE)
WHERE_COLUMNS = (ADDRESS, COMPOUND, BUILDING, ENTRANCE, FLAT, GRID)


def _date(*headings: str, field: str = "date") -> Column:
    return Column(field, Kind.DATE, headings)


GRIDS = Form(
    "grids",
    "网格划分表",
    _split("grid,worker,phone,compound,buildings,households"),
    ("grid", "compound"),
    (
        GRID,
        Column("worker", Kind.PERSON, ("网格员", "网格员姓名", "网格长", "负责人", "姓名")),
        PHONE,
        COMPOUND,
        Column(
            "buildings",
            Kind.TEXT,
            ("楼栋范围", "楼号", "包含楼栋", "楼栋", "责任楼栋", "管辖范围", "所辖楼栋", "网格范围"),
        ),
        Column("households", Kind.COUNT, ("户数", "总户数", "住户数", "管辖户数")),
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
            "property_company", Kind.TEXT, ("物业公司", "物业", "物业名称", "物业服务企业", "物业单位", "物业公司名称")
        ),
        Column("manager", Kind.PERSON, ("负责人", "物业负责人", "物业经理", "项目经理", "联系人", "经理")),
        PHONE,
        Column("households", Kind.COUNT, ("户数", "总户数", "住户数", "住宅户数")),
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
            ("劝返点", "劝返点名称", "卡口", "卡口名称", "门岗", "门岗名称", "点位", "点位名称"),
        ),
        COMPOUND,
        Column("property_company", Kind.TEXT, ("物业公司", "物业", "责任单位", "负责单位", "值守物业")),
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
        Column("group", Kind.TEXT, ("群名称", "微信群", "群名", "微信群名称")),
        Column("purpose", Kind.TEXT, ("用途", "群用途", "类别", "作用", "类型")),
        Column("members", Kind.COUNT, ("人数", "群人数", "成员数", "群成员数")),
        Column("owner", Kind.PERSON, ("群主", "管理员", "负责人")),
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
        Column("household_number", Kind.TEXT, ("户号", "户编码", "户编号", "家庭编号")),
        Column("relation", Kind.TEXT, ("与户主关系", "关系", "家庭关系", "与户主的关系")),
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
        Column("birth_year", Kind.BIRTH_YEAR, ("出生年月", "出生年份", "出生日期", "出生年")),
        Column("birth_year", Kind.AGE, ("年龄",)),
        PHONE,
        Column("kind", Kind.VOLUNTEER_KIND, ("政治面貌", "类别", "志愿者类别", "身份", "人员类别", "志愿者类型")),
        Column("branch", Kind.TEXT, ("所属支部", "支部", "党支部", "所在支部", "所属党支部")),
        Column("squad", Kind.TEXT, ("小分队", "所属小分队", "分队", "队伍", "先锋队", "所属队伍")),
        Column("employer", Kind.TEXT, ("工作单位", "单位", "所在单位")),
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
        _date("摸排日期", "排查日期", "入户日期", "日期", "摸排时间", "排查时间", "入户时间", "登记日期"),
        Column("method", Kind.METHOD, ("排查方式", "摸排方式", "方式")),
        Column(
            "visit_status",
            Kind.VISIT_STATUS,
            ("排查情况", "入户情况", "拨打情况", "摸排情况", "入户结果", "摸排结果", "排查结果", "走访情况"),
        ),
        Column(
            "people_count",
            Kind.COUNT,
            ("家庭人数", "常住人口", "在住人数", "人口数", "居住人数", "家庭人口", "现居住人数"),
        ),
        Column(
            "outsiders",
            Kind.ANSWER,
            ("有无外来人员", "外来人员", "是否有外来人员", "有无外地返回人员", "外来人员情况", "有无外来人口"),
        ),
        Column(
            "travel",
            Kind.ANSWER,
            (
                "近期外出情况",
                "外出史",
                "外出情况",
                "近期出行",
                "是否外出",
                "旅居史",
                "14天内外出情况",
                "近14天外出情况",
                "有无外出",
            ),
        ),
        CONTACT,
        SYMPTOMS,
        Column("temperature", Kind.TEMPERATURE, ("体温", "体温(℃)", "测温")),
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
            (
                "来源地",
                "何处返程",
                "出发地",
                "从何地返回",
                "返回省/市",
                "返回前所在地",
                "从何地来",
                "外出地",
                "来自何地",
                "出发地点",
                "外地居住地",
                "返回地",
            ),
        ),
        _date(
            "离开时间",
            "离鄂时间",
            "离汉日期",
            "出发日期",
            "离开日期",
            "离开当地时间",
            "出发时间",
            "离汉时间",
            "离鄂日期",
            field="left_date",
        ),
        _date(
            "返回时间",
            "返东时间",
            "返回日期",
            "返乡时间",
            "到达本市日期",
            "来鲁时间",
            "抵达时间",
            "到达时间",
            "返乡日期",
            "到达日期",
            "返回东营时间",
            "抵东时间",
            "来东时间",
            "到东营时间",
            field="arrive_date",
        ),
        Column("arrive_date", Kind.YEAR, ("返回年",)),
        Column("arrive_date", Kind.MONTH, ("返回月",)),
        Column("arrive_date", Kind.DAY, ("返回日",)),
        Column("transport", Kind.TEXT, ("交通工具", "来鲁方式", "交通方式", "返回方式", "乘坐交通工具", "出行方式")),
        Column("trip_number", Kind.TEXT, ("车次", "航班", "船次", "车牌号", "车次/航班", "航班号", "车次航班", "班次")),
        Column(
            "hubei",
            Kind.YES_NO,
            (
                "是否湖北",
                "14天内是否到过湖北",
                "是否湖北返回",
                "是否到过湖北",
                "湖北返回",
                "曾逗留疫区",
                "是否来自湖北",
            ),
        ),
        Column(
            "wuhan",
            Kind.YES_NO,
            ("是否武汉", "是否武汉返回", "是否到过武汉", "武汉返回", "是否来自武汉", "14天内是否到过武汉"),
        ),
        CONTACT,
        SYMPTOMS,
        Column("companions", Kind.TEXT, ("同行人员", "同行人", "随行人员", "同行人数", "共同返回人员")),
        Column("measure", Kind.TEXT, ("管控措施", "采取措施", "处置措施", "隔离方式", "落实措施", "隔离措施")),
        RESIDENCE,
        _date("登记日期", "登记时间", "填报日期", "日期", "上报日期"),
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
            "隔离开始日期",
            "开始隔离时间",
            "隔离起始日期",
            "隔离开始时间",
            "起始日期",
            "开始日期",
            "隔离日期",
            "隔离时间",
            field="start_date",
        ),
        _date(
            "预计解除日期",
            "预计解除",
            "预计解除时间",
            "应解除日期",
            "隔离到期日",
            "拟解除日期",
            "隔离期满日期",
            "隔离截止日期",
            field="due_date",
        ),
        _date(
            "实际解除日期",
            "实际解除",
            "解除时间",
            "解除日期",
            "解除隔离时间",
            "解除隔离日期",
            "实际解除时间",
            field="released_date",
        ),
        Column("released", Kind.YES_NO, ("是否解除隔离", "是否解除", "解除情况", "解除隔离")),
        Column(
            "notice_signed",
            Kind.YES_NO,
            ("是否签告知书", "告知书", "签订告知书", "告知书签收", "是否签订告知书", "告知书是否签收", "隔离告知书"),
        ),
        Column(
            "pledge_signed",
            Kind.YES_NO,
            (
                "是否签保证书",
                "是否签承诺书",
                "保证书",
                "承诺书",
                "签订保证书",
                "是否签订承诺书",
                "是否签订保证书",
                "保证书签收",
            ),
        ),
        Column("responsible", Kind.PERSON, ("责任人", "包保责任人", "管控责任人", "管控人", "网格员", "包靠人")),
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
        _date("日期", "测量日期", "监测日期", "测温日期", "测量时间"),
        Column("slot", Kind.SLOT, ("时段", "时间段", "测量时段", "早晚", "班次")),
        Column("temperature", Kind.TEMPERATURE, ("体温", "体温(℃)", "测量体温", "体温值", "体温度数")),
        Column(
            "temperature",
            Kind.TEMPERATURE,
            ("上午体温", "上午", "早晨体温", "早", "早晨", "早上", "早体温", "晨", "AM"),
            {"slot": "morning"},
        ),
        Column("temperature", Kind.TEMPERATURE, ("中午体温", "中午", "中", "午间"), {"slot": "noon"}),
        Column(
            "temperature",
            Kind.TEMPERATURE,
            ("下午体温", "下午", "晚上体温", "晚", "晚间", "晚上", "晚体温", "PM"),
            {"slot": "evening"},
        ),
        Column("temperature", Kind.TEMPERATURE, ("复测", "复测体温"), {"slot": "recheck"}),
        Column("symptom", Kind.ANSWER, ("症状", "有无症状", "身体状况", "健康状况", "有无不适", "有无咳嗽乏力等症状")),
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
        Column("checkpoint", Kind.TEXT, ("劝返点", "卡口名称", "门岗", "卡口", "劝返点名称", "门岗名称", "检查点")),
        _date("日期", "检查日期", "登记日期", "进入日期"),
        Column("time", Kind.TIME, ("时间", "检查时间", "进入时间", "登记时间", "通过时间", "到达时间")),
        *WHO_COLUMNS,
        Column("plate", Kind.PLATE, ("车牌号", "号牌", "车牌", "车牌号码", "车号")),
        Column("temperature", Kind.TEMPERATURE, ("体温", "体温(℃)", "测温", "测量体温")),
        Column("from_place", Kind.TEXT, ("来自何处", "从何处来", "来源地", "来自何地", "始发地", "出发地")),
        Column("destination", Kind.TEXT, ("去往何处", "到何处", "目的地", "去向", "拜访住户", "前往地点", "到哪户")),
        Column("reason", Kind.TEXT, ("事由", "进入事由", "来访事由", "原因", "进出事由")),
        Column(
            "result",
            Kind.GATE_RESULT,
            ("处理结果", "是否劝返", "处置结果", "处理情况", "结果", "放行/劝返", "处置情况"),
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
        Column("pass_number", Kind.TEXT, ("出入证号", "编号", "证号", "出入证编号", "通行证号")),
        Column("plate", Kind.PLATE, ("车牌号", "号牌", "车牌", "车牌号码")),
        Column("name", Kind.NAME, ("姓名", "车主", "车主姓名", "业主姓名", "领证人", "户主姓名", "领取人")),
        PHONE,
        *WHERE_COLUMNS,
        _date("发证日期", "办理日期", "发放日期", "领取日期", "办证日期", "日期", "办证时间", field="issued_date"),
        _date("有效期", "有效期至", "有效期限", "截止日期", field="valid_until"),
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
        _date("日期", "消毒日期", "消毒时间", "作业日期"),
        COMPOUND,
        Column(
            "place", Kind.TEXT, ("消毒部位", "消毒地点", "消毒场所", "区域", "部位", "消毒区域", "消杀部位", "地点")
        ),
        Column(
            "area_m2",
            Kind.AREA,
            (
                "消毒面积(㎡)",
                "消毒面积",
                "面积(㎡)",
                "面积",
                "消杀面积",
                "消毒面积(平方米)",
                "面积(万㎡)",
                "消毒面积(万平方米)",
            ),
        ),
        Column(
            "person_times", Kind.COUNT, ("投入人力", "人次", "投入人次", "出动人次", "人力(人次)", "投入人力(人次)")
        ),
        Column("times", Kind.COUNT, ("消毒次数", "次数", "消杀次数", "遍数")),
        Column("agent", Kind.TEXT, ("消毒药品", "消毒剂", "药剂", "药品", "消毒液", "使用药剂", "消毒用品")),
        Column("worker", Kind.PERSON, ("消毒人员", "负责人", "作业人", "责任人", "消杀人员", "消毒人", "登记人")),
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
        _date("日期", "执勤日期", "值班日期", "签到日期"),
        Column(
            "post",
            Kind.TEXT,
            ("岗位", "值班点", "执勤点", "执勤地点", "值守点", "点位", "劝返点", "值班地点", "执勤岗位"),
        ),
        Column("shift", Kind.TEXT, ("班次", "时段", "值班时段", "执勤时间", "值班时间", "执勤时段")),
        Column(
            "name", Kind.NAME, ("姓名", "执勤人员", "值班人员", "值班人", "签到人", "人员姓名", "执勤人", "值守人员")
        ),
        Column("kind", Kind.VOLUNTEER_KIND, ("类别", "政治面貌", "人员类别", "身份", "志愿者类别")),
        Column("branch", Kind.TEXT, ("所属支部", "支部", "党支部", "所在支部")),
        Column("squad", Kind.TEXT, ("小分队", "所属小分队", "分队", "队伍", "先锋队")),
        Column("sign_in", Kind.TIME, ("签到", "签到时间", "上岗时间", "到岗时间")),
        Column("sign_out", Kind.TIME, ("签退", "签退时间", "下岗时间", "离岗时间")),
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
        _date("日期", "宣传日期", "张贴日期", "宣传时间"),
        Column("squad", Kind.TEXT, ("宣传小分队", "小分队", "宣传队", "分队", "队伍", "宣传分队")),
        Column("place", Kind.TEXT, ("张贴地点", "宣传地点", "地点", "张贴位置", "宣传场所", "位置")),
        Column("place_kind", Kind.TEXT, ("地点类别", "场所类别", "场所类型", "地点类型")),
        Column("material", Kind.MATERIAL, ("宣传形式", "宣传品", "宣传材料", "形式", "材料", "宣传品类型", "宣传方式")),
        Column("quantity", Kind.COUNT, ("数量", "份数", "张数", "宣传数量", "发放数量")),
        Column("quantity", Kind.COUNT, ("公告", "张贴公告", "公告(份)", "通告"), {"material": "announcement"}),
        Column(
            "quantity",
            Kind.COUNT,
            ("宣传知识", "宣传单", "宣传页", "明白纸", "宣传知识(份)", "传单", "发放宣传单"),
            {"material": "leaflet"},
        ),
        Column(
            "quantity",
            Kind.COUNT,
            ("倡议书(微信)", "微信倡议书", "微信", "倡议书", "微信转发", "微信宣传"),
            {"material": "wechat"},
        ),
        Column("quantity", Kind.COUNT, ("标语横幅", "横幅", "标语", "悬挂横幅", "条幅"), {"material": "banner"}),
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
        _date("日期", "服务日期", "代办日期", "代购日期", "服务时间"),
        Column(
            "name",
            Kind.NAME,
            ("姓名", "被服务人", "服务对象", "隔离人员", "户主姓名", "住户姓名", "隔离人员姓名", "居民姓名"),
        ),
        *WHERE_COLUMNS,
        Column("service", Kind.SERVICE, ("服务内容", "服务类别", "服务项目", "代办事项", "服务类型", "事项")),
        Column("times", Kind.COUNT, ("次数", "服务次数", "合计次数")),
        Column("times", Kind.COUNT, ("代购次数", "代购", "代买次数"), {"service": "shopping"}),
        Column("times", Kind.COUNT, ("垃圾清运次数", "垃圾清运", "清运垃圾", "清运次数"), {"service": "rubbish"}),
        Column("times", Kind.COUNT, ("心理疏导", "心理疏导次数", "疏导次数"), {"service": "comfort"}),
        Column("items", Kind.TEXT, ("代购物品", "物品", "物品清单", "代买物品", "物品明细", "代购清单")),
        Column("volunteer", Kind.PERSON, ("志愿者", "代办人", "服务人", "服务人员", "代购人", "经办人")),
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
        _date("日期", "报告日期", "发热日期", "登记日期", "转诊日期"),
        Column("time", Kind.TIME, ("时间", "报告时间", "上报时间")),
        Column("first_reading", Kind.TEMPERATURE, ("首测体温", "首测", "首次体温", "第一次体温", "初测", "体温")),
        Column("second_reading", Kind.TEMPERATURE, ("复测体温", "复测", "第二次体温", "二次体温", "再测")),
        Column("receiver", Kind.PERSON, ("接收人", "接诊人", "接收单位", "接报人", "社区医生")),
        Column("outcome", Kind.TEXT, ("去向", "结果", "处置结果", "转诊去向", "处理结果", "处置情况")),
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
        Column("from_place", Kind.TEXT, ("来源地", "出发地", "来自地区", "疫区所在地", "出发城市", "漫游地", "途经地")),
        _date("日期", "到达日期", "离开日期", "时间", "入东时间", "抵达日期", "到达时间"),
        Column("batch", Kind.TEXT, ("下发数据批次", "批次", "下发批次", "数据批次")),
        Column("source", Kind.TEXT, ("数据来源", "来源", "来源单位", "下发单位")),
        Column("outcome", Kind.TEXT, ("核查情况", "核查结果", "核实情况", "排查结果", "核实结果", "反馈情况")),
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
        Column("number", Kind.TEXT, ("文书编号", "编号", "文号")),
        Column("kind", Kind.TEXT, ("文书种类", "文书类型", "种类", "文书")),
        Column("name", Kind.NAME, ("姓名", "签收对象", "隔离人员姓名")),
        _date("签收日期", "签字日期", "签收时间", field="signed_date"),
        Column("method", Kind.TEXT, ("签收方式", "方式")),
        Column("signer", Kind.PERSON, ("签收人", "签字人")),
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
        Column("pair_id", Kind.TEXT, ("核对编号", "编号")),
        Column("decision", Kind.DECISION, ("是否同一人", "结论", "核对结果", "判断")),
        Column("decided_by", Kind.PERSON, ("核对人", "判定人")),
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
