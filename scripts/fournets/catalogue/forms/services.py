"""What was done for the residents: disinfection, publicity, errands."""

from __future__ import annotations

from fournets.catalogue.fields import Column, Form, Kind
from fournets.catalogue.forms.common import COMPOUND, NOTE, WHERE_COLUMNS, date_column, fields, words

DISINFECTION = Form(
    "disinfection",
    "消毒记录表",
    fields("date,compound,place,area_m2,person_times,times,agent,worker"),
    ("date", "compound", "place"),
    (
        date_column(
            words("日期 消毒日期 消毒时间 作业日期 消杀日期 消杀时间 作业时间 喷洒日期 时间 消毒作业日期"),
            like=r"(?:消[毒杀]|作业|喷洒).{0,2}(?:日期|时间)",
        ),
        COMPOUND,
        Column(
            "place",
            Kind.TEXT,
            words(
                "消毒部位 消毒地点 消毒场所 区域 部位 消毒区域 消杀部位 地点 消杀地点 消杀区域 消毒范围 消杀范围 "
                "消毒位置 消杀场所 作业区域 消毒区域及部位 重点部位 作业地点 消毒对象 位置"
            ),
            like=r"(?:消[毒杀]|作业|重点).{0,2}(?:部位|地点|点位|场所|区域|范围|位置|对象)",
        ),
        Column(
            "area_m2",
            Kind.AREA,
            words(
                "消毒面积(㎡) 消毒面积 面积(㎡) 面积 消杀面积 消毒面积(平方米) 面积(万㎡) 消毒面积(万平方米) "
                "消杀面积(平方米) 消杀面积(㎡) 面积(平方米) 面积(平米) 消毒面积(平米) 作业面积 消毒面积/平方米 "
                "喷洒面积"
            ),
            like=r"面积|平方[米数]",
        ),
        Column(
            "person_times",
            Kind.COUNT,
            words(
                "投入人力 人次 投入人次 出动人次 人力(人次) 投入人力(人次) 出动人数 参与人次 人数 出动人员 "
                "消毒人次 消杀人次 参与人数 投入人数 参加人次 作业人次 作业人数 人员(人次) 投入人员 几个人"
            ),
            like=r"人次|(?:投入|出动|参[与加]|作业).{0,2}人",
        ),
        Column(
            "times",
            Kind.COUNT,
            words("消毒次数 次数 消杀次数 遍数 消毒频次 频次 每日次数 消毒遍数 消杀遍数 消毒(次) 次数(次)"),
            like=r"(?:消[毒杀]|作业|每[日天]).{0,1}(?:次数|遍数|频次)",
        ),
        Column(
            "agent",
            Kind.TEXT,
            words(
                "消毒药品 消毒剂 药剂 药品 消毒液 使用药剂 消毒用品 消毒用药 消毒药剂 消毒药水 使用药品 "
                "消毒剂名称 所用药品 消毒液名称 消毒剂种类 药物 使用消毒剂 消杀药品 消毒品 消毒液种类 "
                "消毒剂及浓度"
            ),
            like=r"药|消毒[剂液品]",
        ),
        Column(
            "worker",
            Kind.PERSON,
            words(
                "消毒人员 负责人 作业人 责任人 消杀人员 消毒人 登记人 作业人员 消毒员 操作人 操作人员 实施人 "
                "实施人员 施工人员 责任人员 消毒负责人 记录人"
            ),
            like=r"(?:消[毒杀]|作业|操作|实施|记录).{0,2}人|消毒[员工]",
        ),
    ),
    (
        ("place", "compound", "area_m2", "person_times"),
        ("area_m2", "agent", "place", "times"),
        ("area_m2", "person_times"),
    ),
    ("消毒", "消杀"),
    by_day="area_m2",
    by_title=2,
)
PUBLICITY = Form(
    "publicity",
    "宣传记录表",
    fields("date,squad,place,place_kind,material,quantity"),
    ("date", "squad", "place", "material"),
    (
        date_column(
            words("日期 宣传日期 张贴日期 宣传时间 宣传日 发放日期 开展日期 活动日期 时间 悬挂日期 张贴时间"),
            like=r"(?:宣传|张贴|发放|悬挂|开展|活动).{0,1}(?:日期|时间)",
        ),
        Column(
            "squad",
            Kind.TEXT,
            words(
                "宣传小分队 小分队 宣传队 分队 队伍 宣传分队 宣传队伍 宣传小组 负责分队 责任分队 宣传队名称 "
                "小分队名称 所属小分队 宣传组 队别 队名 组别"
            ),
            like=r"分队|宣传队|宣传小?组|队伍|^小?队名",
        ),
        Column(
            "place",
            Kind.TEXT,
            words(
                "张贴地点 宣传地点 地点 张贴位置 宣传场所 位置 宣传区域 宣传位置 发放地点 悬挂地点 宣传点 "
                "宣传点位 覆盖地点 区域 宣传场所(地点) 张贴/发放地点 张贴场所 覆盖范围"
            ),
            like=r"(?:宣传|张贴|发放|悬挂|覆盖).{0,4}(?:地点|位置|区域|点位?|场所|范围|处)",
        ),
        Column(
            "place_kind",
            Kind.TEXT,
            words("地点类别 场所类别 场所类型 地点类型 场所 场所性质 地点性质 点位类型 点位类别 区域类别"),
            like=r"(?:场所|地点|点位|区域)(?:类[别型]|种类|性质)",
        ),
        Column(
            "material",
            Kind.MATERIAL,
            words(
                "宣传形式 宣传品 宣传材料 形式 材料 宣传品类型 宣传方式 宣传内容 宣传类型 宣传载体 宣传物品 种类 "
                "宣传品名称 宣传资料 材料名称 品种 内容 宣传手段 物料 宣传形式(公告/传单/横幅) 资料名称 类别"
            ),
            like=r"(?:张贴|发放|悬挂)(?:的)?(?:内容|品)|宣传.{0,2}(?:形式|方式|品|材料|类[别型]|内容|载体|资料|物)|(?:资料|材料|物料).{0,1}(?:类[别型]|种类|名称)",
        ),
        Column(
            "quantity",
            Kind.COUNT,
            words(
                "数量 份数 张数 宣传数量 发放数量 数量(份) 张贴数量 发放份数 宣传份数 数量(份/次/条) 数 数量(张) "
                "份数(份) 数量/单位 张贴份数 数目"
            ),
            like=r"^(?:宣传|发放|张贴|悬挂)?(?:数量|份数|张数|条数|数目)",
        ),
        Column(
            "quantity",
            Kind.COUNT,
            words(
                "公告 张贴公告 公告(份) 通告 张贴公告(份) 公告张贴 公告数 通告(份) 公告数量 通知公告 张贴通告 公告(张)"
            ),
            {"material": "announcement"},
            like=r"公告|通告",
        ),
        Column(
            "quantity",
            Kind.COUNT,
            words(
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
            words(
                "倡议书(微信) 微信倡议书 微信 倡议书 微信转发 微信宣传 微信倡议 微信群倡议书 微信发布 微信推送 "
                "微信转发(次) 倡议书(次) 微信消息 微信群宣传 转发微信 微信(次)"
            ),
            {"material": "wechat"},
            like=r"微信|倡议书",
        ),
        Column(
            "quantity",
            Kind.COUNT,
            words(
                "标语横幅 横幅 标语 悬挂横幅 条幅 横幅(条) 标语(条) 悬挂标语 宣传横幅 条幅(条) 横幅标语 悬挂条幅 "
                "标语条幅"
            ),
            {"material": "banner"},
            like=r"横幅|标语|条幅",
        ),
    ),
    (("quantity", "material"), ("quantity",), ("material", "squad", "place")),
    ("宣传",),
    heading_facts=("material",),
    by_title=1,
)
ERRANDS = Form(
    "errands",
    "代购代办登记表",
    fields("date,name,where,service,times,items,volunteer,note"),
    ("date", "address|name", "service", "items"),
    (
        date_column(
            words(
                "日期 服务日期 代办日期 代购日期 服务时间 代办时间 日期(月/日) 代购时间 办理日期 时间 服务日 登记日期"
            ),
            like=r"(?:服务|代[办购买]|办理|下单|需求|申请).{0,1}(?:日期|时间)",
        ),
        Column(
            "name",
            Kind.NAME,
            words(
                "姓名 被服务人 服务对象 隔离人员 户主姓名 住户姓名 隔离人员姓名 居民姓名 户主 居民 隔离户 "
                "隔离户姓名 服务户 隔离居民 求助人 求助居民 委托人 被代办人 隔离人 服务居民 被隔离人 需求人 "
                "服务对象姓名 住户 隔离对象 给谁家 给谁 帮谁 为谁 给谁办 帮谁家 谁家"
            ),
            like=(r"^(?:隔离|服务|求助|委托|需求|被代[办购]|被?服务|居家)(?:居民|人员?|户|对象)(?:姓名|" r"户主)?$"),
        ),
        *WHERE_COLUMNS,
        Column(
            "service",
            Kind.SERVICE,
            words(
                "服务内容 服务类别 服务项目 代办事项 服务类型 事项 服务种类 服务事项 代办内容 代办项目 内容 项目 "
                "需求 需求事项 类别 服务 代购代办内容 代办服务 事项内容 服务类别(代购/垃圾/心理) "
                "办什么 办什么事 办的事 干什么 办了什么 什么事"
            ),
            like=r"(?:服务|代办|需求).{0,1}(?:内容|类[别型]|项目|事项|种类)",
        ),
        Column(
            "times",
            Kind.COUNT,
            words("次数 服务次数 合计次数 次 次数(次) 服务数 办理次数 代办次数 累计次数 服务次数(次)"),
            like=r"^(?:服务|办理|代办)?次数",
        ),
        Column(
            "times",
            Kind.COUNT,
            words("代购次数 代购 代买次数 代购(次) 代购代买 采购次数 代买 买菜次数 代购代办 代购数 代购服务"),
            {"service": "shopping"},
            like=r"代[购买](?!.*(?:物|清单|明细|内容|东西|人|日期|时间))",
        ),
        Column(
            "times",
            Kind.COUNT,
            words(
                "垃圾清运次数 垃圾清运 清运垃圾 清运次数 垃圾清运(次) 清运垃圾次数 垃圾 垃圾处理 倒垃圾 垃圾收集 "
                "清理垃圾 代收垃圾 垃圾转运 清运"
            ),
            {"service": "rubbish"},
            like=r"垃圾|清运",
        ),
        Column(
            "times",
            Kind.COUNT,
            words("心理疏导 心理疏导次数 疏导次数 心理慰问 心理服务 心理辅导 心理咨询 慰问 心理疏导(次) 谈心 心理安抚"),
            {"service": "comfort"},
            like=r"心理|疏导|慰问",
        ),
        Column(
            "items",
            Kind.TEXT,
            words(
                "代购物品 代买物品 代购清单 采购物品 购买物品 所购物品 代购内容 购物清单 购买内容 采购清单 "
                "代购物品名称 需购物品"
            ),
            like=r"(?:代购|采购|购买|[需所]购).{0,2}(?:物|清单|明细|内容|东西)|买的?东西",
            implies={"service": "shopping"},
        ),
        Column(
            "items",
            Kind.TEXT,
            words("物品 物品清单 物品明细 物品名称 需求物品 所需物品 物资 物品内容"),
            like=r"(?:需求|所需).{0,2}(?:物|清单|明细|内容|东西)|物品",
        ),
        Column(
            "volunteer",
            Kind.PERSON,
            words(
                "志愿者 代办人 服务人 服务人员 代购人 经办人 服务志愿者 代办志愿者 代购志愿者 代办员 服务者 "
                "代购员 办理人 志愿者姓名 帮办人 服务队员 配送人 代办人员 执行人 责任人 "
                "谁办的 谁去的 谁送的 谁办 跑腿人 办事人"
            ),
            like=r"志愿者|(?:代[办购]|服务|经办|承办|办理|配送|执行|跑腿|清运|疏导)(?:人员?|员|队员)",
        ),
        NOTE,
    ),
    (("name", "address", "flat"), ("service", "times", "items")),
    ("代购", "代办", "代买", "跑腿", "清运", "后勤", "疏导"),
    heading_facts=("service",),
    by_title=1,
)
