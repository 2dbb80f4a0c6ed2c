"""More workbooks of other offices and more of ours, by a second hand: written to measure by, never to mend by."""

from __future__ import annotations

from tests.hostile.strangers.drawing import Kind, Outcome


def _kind(outcome: Outcome, name: str, names: str, *columns: str, forms: str = "", titled: bool = False) -> Kind:
    return Kind(name, outcome, tuple(names.split("|")), columns, frozenset(forms.split()), titled)


def _held(name: str, names: str, *columns: str) -> Kind:
    return _kind(Outcome.HELD, name, names, *columns)


def _doubted(name: str, names: str, *columns: str) -> Kind:
    return _kind(Outcome.DOUBTED, name, names, *columns)


def _ours(name: str, forms: str, names: str, *columns: str, titled: bool = False) -> Kind:
    return _kind(Outcome.OURS, name, names, *columns, forms=forms, titled=titled)


SECOND_HAND = (
    _held("outpatients", "门诊挂号导出|就诊记录", "就诊日期 = date", "患者姓名|姓名 = name", "性别 = gender", "年龄 = age",
          "科别|就诊科室 = 内科 / 儿科", "诊断 = 上感 / 高血压", "接诊医生|医师 = other", "?联系电话 = phone"),
    _held("wedding presents", "礼金簿|随礼记录", "姓名|宾客 = name", "关系 = 同事 / 亲戚 / 同学", "礼金 = 100..1000",
          "?回礼 = 喜糖", "?桌号 = 1..20"),
    _held("club members", "会员资料|健身房会员", "会员卡号 = code", "会员姓名 = name", "手机号码 = phone", "办卡日期 = earlier",
          "到期日 = later", "?剩余次数 = 1..30", "?生日 = born"),
    _held("appointments", "预约表|理发预约", "预约时间 = stamp", "顾客|顾客姓名 = name", "电话 = phone", "项目 = 剪发 / 染发",
          "?技师 = other"),
    _held("meals for the old", "助餐点用餐登记|老年食堂", "日期 = date", "姓名 = name", "年龄 = age", "用餐份数 = 1..2",
          "补助标准 = 3 / 5", "?自付 = 5..12", "?签字 = nothing"),
    _held("street lamps", "路灯台账|设施普查", "编号 = code", "路段|位置 = street", "灯杆高度 = 6 / 8", "功率 = 60..150",
          "完好情况|状态 = 完好 / 损坏", "?责任单位 = firm"),
    _held("cameras", "监控点位表|摄像头清单", "点位编号 = code", "安装位置|点位名称 = 东门 / 3号楼北侧", "IP地址 = 10.1.2.3",
          "设备型号 = code", "是否在线 = 是 / 否"),
    _held("office requests", "办公用品申领|物品申购", "申请日期 = date", "物品名称 = 笔 / 本子 / 文件夹", "数量 = 1..20",
          "申请人 = name", "用途 = 日常办公", "?批准人 = other"),
    _held("contracts", "合同台账|合同登记", "合同编号 = code", "合同名称 = 保洁合同 / 租赁合同", "对方单位 = firm", "合同金额 = 1000..90000",
          "签订日期 = earlier", "有效期至 = later", "?经办人 = name"),
    _held("files on the shelf", "档案目录|卷内目录", "档号 = code", "题名 = 会议纪要 / 年度总结", "责任者 = 社区居委会", "日期 = earlier",
          "页数|页号 = 1..90", "?备注 = nothing"),
    _held("logins", "账号密码表|系统用户", "用户名 = code", "姓名 = name", "初始密码 = 123456", "角色 = 管理员 / 录入员",
          "?所属部门 = 一科 / 二科", "?状态 = 启用"),
    _held("candidates", "应聘人员汇总|面试名单", "姓名 = name", "性别 = gender", "毕业院校 = 石油大学 / 山东大学", "应聘岗位 = 文员 / 会计",
          "联系电话 = phone", "面试时间 = date", "?面试成绩 = 60..95"),
    _held("certificates", "培训合格人员|证书发放", "证书编号 = code", "姓名 = name", "身份证号 = id", "工种 = 电工 / 焊工",
          "发证日期 = earlier", "有效期 = later"),
    _held("land", "承包地确权|宅基地台账", "承包方代表|户主 = name", "地块名称 = 东洼 / 西坡", "面积(亩) = 1.0~9.9", "四至 = 东至路",
          "?承包合同编号 = code"),
    _held("grain subsidy", "粮补花名册|补贴公示", "户主 = name", "种植面积 = 1.0~9.9", "补贴金额 = 100..900", "一卡通账号 = account"),
    _held("travel costs", "差旅报销明细|报销单", "出差人 = name", "出发日期 = date", "返回日期 = date", "出发地 = 东营", "目的地 = town",
          "交通费 = 100..900", "住宿费 = 200..900", "?补助 = 100"),
    _held("court", "案件台账|纠纷调解登记", "案号 = code", "申请人 = name", "被申请人 = other", "案由|纠纷类型 = 邻里 / 物业",
          "受理日期 = date", "调解结果 = 达成协议 / 未达成", "?调解员 = other"),
    _held("chronic patients", "高血压患者管理|慢病建档", "建档编号 = code", "姓名 = name", "性别 = gender", "确诊日期 = earlier",
          "用药情况 = 硝苯地平 / 无", "末次随访 = date", "?责任医生 = other"),
    _held("matches", "比赛赛程|联赛积分", "轮次 = 1..9", "日期 = date", "主队 = 雄鹰 / 飞虎", "客队 = 海燕 / 猛龙", "比分 = 2:1 / 0:0", "?场地 = 1号场"),
    _held("beds", "床位使用情况|病区一览", "床号 = 1..40", "姓名 = name", "住院号 = code", "入院日期 = date", "诊断 = 肺炎 / 骨折",
          "护理级别 = 一级 / 二级"),
    _held("quarantine hotels", "集中观察点清单|隔离宾馆一览", "宾馆名称 = firm", "地址 = street", "房间数 = 20..200", "已用房间 = 0..19",
          "联系人 = name", "电话 = landline"),
    _held("trips of a car", "出车记录|派车单", "日期 = date", "车号 = plate", "驾驶员 = name", "用车事由 = 开会 / 送材料", "目的地 = 市区 / 区委",
          "出车里程 = 1000..9000", "收车里程 = 1000..9000"),
    _held("questions and answers", "常见问题|知识库", "问题 = 如何测量体温 / 返乡人员怎么登记", "答案 = 早晚各一次 / 联系网格员", "来源 = 街道",
          "?更新时间 = date"),
    _held("links", "资料链接|公众号文章", "标题 = 疫情防控指南 / 口罩怎么戴", "链接 = www.example.com/a", "发布日期 = date", "阅读量 = 10..9000"),
    _held("machine export", "门禁导出|刷卡记录", "卡号 = code", "刷卡时间 = stamp", "门名称 = 1号楼单元门 / 东门", "进出 = 进 / 出"),
    _held("stall rents", "摊位登记|夜市管理", "摊位号 = code", "摊主 = name", "经营品种 = 蔬菜 / 水果", "月租 = 100..500", "电话 = phone"),
    _held("teachers", "教师信息表|任课一览", "姓名 = name", "任教学科 = 语文 / 数学", "职称 = 一级 / 高级", "手机 = phone", "?班主任 = 是 / 否"),
    _held("blood donors", "献血登记|无偿献血名单", "姓名 = name", "血型 = A / B / O", "献血量 = 200 / 400", "献血日期 = date", "?证件号码 = id"),
    _held("pick-up of children", "幼儿接送登记|接送卡", "幼儿姓名 = name", "班级 = 小一班 / 大二班", "接送人 = other", "与幼儿关系 = 母亲 / 奶奶",
          "接走时间 = time", "?电话 = phone"),
    _held("power cuts", "停电通知安排|检修计划", "日期 = date", "停电时间 = 8:00-12:00", "停电范围 = 1-6号楼", "原因 = 检修"),
    _doubted("kindergarten health", "幼儿晨检记录|晨检表", "日期 = date", "班级 = 小一班 / 大二班", "幼儿姓名 = name", "体温 = 36.0~37.0",
             "?精神状况 = 良好", "?处理 = nothing"),
    _doubted("lodgers of a dormitory", "宿舍入住名单|员工宿舍", "楼号 = building", "房间 = flat", "床位 = 1..6", "姓名 = name",
             "工号 = code", "?电话 = phone", "?入住日期 = date"),
    _doubted("gas bottles", "送气登记|液化气用户", "用户姓名 = name", "用户地址 = home", "联系电话 = phone", "瓶号 = code", "送气日期 = date"),
    _doubted("milk", "订奶户名单|送奶登记", "订户 = name", "地址 = home", "电话 = phone", "品种 = 鲜奶 / 酸奶", "起送日期 = date"),
    _doubted("pregnant women", "孕产妇名册|孕情登记", "姓名 = name", "身份证号 = id", "末次月经 = date", "预产期 = later", "现住址 = home",
             "联系电话 = phone"),
    _doubted("insured", "居民医保缴费名单|医保未缴人员", "姓名 = name", "身份证号码 = id", "参保状态 = 已缴 / 未缴", "家庭住址 = home",
             "缴费金额 = 250"),
    _doubted("retired", "退休人员资格认证|离退休人员名册", "姓名 = name", "身份证号 = id", "退休单位 = firm", "住址 = home", "认证日期 = date",
             "?电话 = phone"),
    _doubted("long-distance passengers", "客车乘客信息登记|乘客名单", "座号 = 1..40", "姓名 = name", "身份证号 = id", "联系电话 = phone",
             "上车地点 = town", "下车地点 = 东营 / 利津", "?体温 = 36.0~37.0"),
    _ours("first day register", "returnees screening", "湖北来东人员情况|武汉返东人员排查", "姓名 = name", "性别 = gender", "身份证号 = id",
          "现居住地址 = home", "联系方式 = phone", "何时来东 = date", "来东交通方式 = 火车 / 自驾", "目前健康状况 = 良好",
          "?工作单位 = firm", "?是否已隔离 = 是"),
    _ours("returnees by village", "returnees", "外出务工返乡人员摸底", "姓名 = name", "年龄 = age", "务工地 = town", "从事行业 = 建筑 / 餐饮",
          "返乡时间 = date", "乘坐交通工具 = 大巴 / 火车", "住址 = home", "电话 = phone", "?节后去向 = 未定", "?是否党员 = 否"),
    _ours("door sheet of a volunteer", "screening", "敲门行动记录|入户走访表", "楼栋 = building", "单元 = entrance", "门牌 = flat",
          "户主 = name", "电话 = phone", "在家人数|家里几口人 = 1..5", "有无外地回来的 = 无 / 有", "敲门结果 = 已入户 / 无人应答 / 空户"),
    _ours("screening with pets", "screening", "住户情况核查表|排查登记簿", "房号 = room", "住户姓名 = name", "联系电话 = phone", "常住人口 = 1..5",
          "?养犬情况 = 无", "?车辆 = plate", "近期有无外出 = 无 / 有", "有无发热 = 无", "排查人 = other"),
    _ours("quarantine board", "quarantine", "隔离户管理台账|居家医学观察登记", "姓名 = name", "住址 = home", "电话 = phone", "隔离起 = date",
          "隔离止 = later", "告知书 = √", "承诺书 = √", "包靠责任人 = other", "?生活需求 = 买菜"),
    _ours("temperatures of a fortnight", "temperatures", "14天体温记录|隔离人员体温", "姓名 = name", "住址 = home",
          "2月6日 = 36.0~37.0", "2月7日 = 36.0~37.0", "2月8日 = 36.0~37.0", "2月9日 = 36.0~37.0"),
    _ours("post list", "duty", "卡点值守记录|党员值班签到", "日期 = date", "值守地点 = 东门 / 南门", "值守时间 = 8:00-12:00 / 14:00-18:00",
          "值守人员 = name", "所属支部 = 一支部 / 二支部", "?政治面貌 = 党员", "?午餐 = 是"),
    _ours("cars at the gate", "gate", "外来车辆检查登记|卡口车辆登记", "日期 = date", "时间 = time", "车牌 = plate", "司机 = name", "手机 = phone",
          "体温 = 36.0~37.0", "来自 = town", "去往 = room", "处理 = 劝返 / 放行", "?乘车人数 = 1..4"),
    _ours("passes by mail", "passes", "小区车辆出入证发放表|车辆通行证台账", "出入证号 = code", "车牌号 = plate", "车主 = name", "电话 = phone",
          "住址 = home", "发放日期 = date", "有效期至 = later", "?押金 = 10"),
    _ours("what was sprayed", "disinfection", "消杀台账|每日消毒情况", "日期 = date", "小区 = compound", "消毒区域 = 楼道 / 广场", "面积 = 100..9000",
          "次数 = 1..3", "人员 = 2..9", "消毒液 = 84 / 酒精", "?费用 = 10..200"),
    _ours("paper put up", "publicity", "宣传品发放登记|张贴记录", "日期 = date", "张贴位置 = 单元门 / 超市", "公告 = 1..9", "明白纸 = 10..90",
          "横幅 = 0..3", "宣传小分队 = 一队 / 二队"),
    _ours("shopping for the shut in", "errands", "隔离户代购登记|代买生活物资", "日期 = date", "隔离户 = name", "地址 = home",
          "代购内容 = 蔬菜 / 米面", "花费 = 10..200", "志愿者 = other"),
    _ours("helpers", "volunteers", "抗疫志愿者名单|志愿服务队名册", "姓名 = name", "性别 = gender", "出生年月 = born", "政治面貌 = 党员 / 群众",
          "所属支部 = 一支部 / 二支部", "手机 = phone", "?血型 = A / O", "?车牌 = plate"),
    _ours("fever", "fever", "发热病人登记|发热转诊", "时间 = date", "姓名 = name", "电话 = phone", "住址 = home", "体温 = 37.3~39.0",
          "复测 = 37.3~39.0", "去向 = 发热门诊 / 居家", "?陪同人 = other"),
    _ours("to be looked into", "dispatch", "核查数据下发|公安推送核查名单", "序列 = code", "姓名 = name", "身份证号 = masked", "手机 = phone",
          "轨迹地 = town", "户籍地 = town", "批次 = 第1批 / 第2批", "核查反馈 = nothing"),
    _ours("flats", "households", "人口信息采集表|小区住户登记", "小区 = compound", "楼 = building", "单元 = entrance", "室 = flat", "姓名 = name",
          "身份证号码 = id", "与户主关系 = 户主 / 妻 / 女", "?文化程度 = 本科", "?婚姻状况 = 已婚", "?服务处所 = firm"),
)  # fmt: skip
"""Fifty-four kinds."""
