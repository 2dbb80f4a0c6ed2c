"""What the lists of other offices carry: words that say little of any form of ours, and words that speak against all.

A clerk keeps wage lists, price lists, scores and meter readings on the same computer and drops the wrong one. Their
headings are often listed ones (姓名, 电话, 日期, 签到), so that only the other words tell them apart. None of these
words alone refuses a sheet: they take something from the evidence that its own words give.
"""

from __future__ import annotations

import re

COMMON_FIELDS = frozenset(
    (
        *("name", "id_number", "phone", "compound", "building", "entrance", "flat", "grid", "address", "gender"),
        *("registered_residence", "note", "worker", "birth_year", "employer", "responsible", "date", "time"),
        *("households", "members", "quantity", "owner", "plate", "companions", "signer", "volunteer"),
    )
)
"""Fields that any list of persons, places or things may have; finding one says nothing of what the list is for."""

GENERAL_HEADINGS = frozenset(
    (
        *("类别", "类型", "项目", "内容", "事项", "服务", "状态", "方式", "情况", "结果", "原因", "事由", "目的"),
        *(
            "来源",
            "去向",
            "地点",
            "位置",
            "区域",
            "部位",
            "场所",
            "时间",
            "日期",
            "编号",
            "文号",
            "证号",
            "卡号",
            "单号",
        ),
        *("证件号", "批号", "数量", "份数", "人数", "次数", "面积", "岗位", "班次", "时段", "时间段", "签到", "物品"),
        *("物资", "物品名称", "用途", "作用", "功能", "性质", "人口", "处理结果", "处理情况", "处理意见", "处置结果"),
        *("检查结果", "检查点", "有效期", "有效期至", "有效期限", "截止日期", "到期日期", "到期时间", "开始日期"),
        *("开始时间", "结束日期", "结束时间", "起始日期", "起始时间", "签收日期", "签收时间", "签字日期", "签字时间"),
        *("品种", "种类", "材料", "材料名称", "资料名称", "形式", "队伍", "小组", "组别", "支部", "党支部", "所在支部"),
        *("所属支部", "党组织", "医生", "药品", "反馈", "结论", "决定", "判断", "物业", "管理单位", "责任单位", "关系"),
        *(
            "户",
            "群",
            "身份",
            "车次",
            "航班",
            "航班号",
            "出发地",
            "到达地",
            "目的地",
            "到达时间",
            "到达日期",
            "出发时间",
        ),
        *("出发日期", "离开时间", "离开日期", "进入时间", "文件名称", "文件种类", "领取时间", "领取日期", "发放日期"),
        *("办理日期", "办理时间", "登记日期", "目前状态", "健康状况", "身体状况", "健康情况", "身体情况", "交通工具"),
        *(
            "交通",
            "上午",
            "下午",
            "早",
            "中",
            "晚",
            "早上",
            "晚上",
            "中午",
            "大门",
            "点位",
            "户数",
            "总户数",
            "上班时间",
        ),
        *("下班时间", "发放数量", "类型", "首测", "复测", "人次", "药剂", "楼号", "楼栋", "管理员", "需求", "一", "二"),
        *(
            "范围",
            "状况",
            "姓名",
            "负责人",
            "责任人",
            "标语",
            "公告",
            "微信",
            "通告",
            "外出地",
            "务工地",
            "意见",
            "经停地",
            "停留地",
            "归属地",
            "名称",
        ),
    )
)
"""Listed headings, normalised, that stand in lists of any office: they count a little, and in full by their cells."""

VAGUE_HINTS = frozenset(
    (
        *("名单", "核查", "监测", "花名册", "外来", "武汉", "湖北", "值班", "签到", "核对", "推送", "宣传", "微信群"),
        *("返回", "物业公司", "网格员", "走访", "签收", "测温", "后勤"),
        *("健康申报", "健康登记", "健康信息", "健康问卷", "健康打卡", "健康上报", "健康调查"),
    )
)
"""Words of titles that speak for a form of ours, and are met in the titles of other offices as well."""

_MATTERS = (
    r"工资|薪|奖金|绩效|补贴|津贴|养老金|保障金|社保|公积金|扣款|实发|应发",
    r"单价|总价|价格|金额|合价|费用|收费|缴费|欠费|已缴|实缴|应缴|应收|实收|预算|支出|收入|余额|借方|贷方|租金|押金|票价|"
    r"原值|税|发票|账号|卡号|开户|银行|支付|交易|贷款|收/?支|元\)|元）",
    r"品名|品牌|规格|型号|库存|结余|剩余|入库|出库|供应商|供货|货号|货架|商品|订单|采购|领用|领取数量|预约|购买数量|资产|保管",
    r"运单|快递|取件|收件|寄件|下单",
    r"学号|学籍|班级|年级|成绩|总分|名次|语文|数学|英语|考号|考场|准考|座位|座号|课程|科目|教师|节次|教室",
    r"部门|科室|工号|职称|车间|邮箱|邮件|e-?mail|邮编|传真|分机|请假|假别|出勤|考勤",
    r"入党|转正|党费|缴费基数|毕业",
    r"疫苗|接种|免疫|血压|收缩压|舒张压|血糖|胆固醇|心率|心电|避孕|孩数|体检|药品名称|就诊卡",
    r"法人|法定代表|信用代码|营业|经营|主营|从业人数|员工人数|返岗人数|行业|店铺|店名|商铺|企业名称|公司|客户",
    r"保单|险种|保额|保险|理赔|年检|驾照|里程|油卡",
    r"致困|抚恤|入伍|选民|投票",
    r"租期|起租|承租|出租|装修|开工|竣工|完工|购房|买受|签约|表底|读数|用量|抄表",
    r"工单|诉求|报修|故障|维修|整改|存在问题|巡检|设备|器材|经度|纬度|字段|数据类型|长度",
    r"任务|进展|完成时限|奖项|奖品|中奖|书名|借阅|借出|归还|报名项目|参赛|捐|昵称|微信号|犬|来文|收文|标题|文件编号|用印|"
    r"批准人|审批|开盘|收盘|气温|风力|湿度|餐|死亡|治愈",
)
OTHER_MATTERS = re.compile("|".join(_MATTERS), re.IGNORECASE)
"""Headings about money, goods, parcels, school, staff, the party's own affairs, health, trade, cars, welfare, rent…

What a community asks of its own people besides (民族, 学历, 婚姻, 低保, 车型) is not among them.
"""

OTHER_PAPERS = re.compile(
    r"工资|薪酬|奖金|绩效|津贴|补贴|养老金|发放表|发放花名册|成绩|考场|考生|座位|座次|通讯录|通信录|电话簿|会议|培训|考勤|请假|休假|"
    r"党费|采购|报价|价格|价目|库存|出入库|盘点|资产|物资(?!代[购买])|领用|预算|经费|支出|收支|流水|账单|交易|发票|订单|快递|派件|物业费|"
    r"水费|电费|抄表|供暖|停车费|车位|租赁|装修|维修|报修|收文|发文|用印|公章|课程|课表|食谱|菜单|菜谱|日历|时刻表|字典|日志|"
    r"体检|接种|疫苗|血压|随访|选民|低保|困难家庭|优抚|退役|退伍|残疾|捐赠|捐款|借阅|养犬|犬只|信访|投诉|热线|比赛|"
    r"中奖|抽奖|保险|理赔|参保|企业|商户|商铺|门店|客户|供应商|学生|员工|职工|填表说明|填写说明|填报说明|购买登记|购药|口罩预约|"
    r"晨检|幼儿|天气|气象|行情|区划|巡检|灭火器|消防|保洁|公厕|电梯"
)
"""Titles of the papers of other offices."""
