"""The desk's own registers: who looks after which buildings, compounds and their companies, posts, groups."""

from __future__ import annotations

from fournets.catalogue.fields import Column, Form, Kind
from fournets.catalogue.forms.common import COMPOUND, GRID, PHONE, fields, words

GRIDS = Form(
    "grids",
    "网格划分表",
    fields("grid,worker,phone,compound,buildings,households"),
    ("grid", "compound"),
    (
        GRID,
        Column(
            "worker",
            Kind.PERSON,
            words("网格员 网格员姓名 网格长 负责人 姓名 责任人 网格负责人 网格责任人 网格员(联系人) 专职网格员"),
            like=r"^网格(?:员|长|负责人|责任人)(?:姓名)?$",
        ),
        Column(
            "phone",
            Kind.PHONE,
            (
                *PHONE.headings,
                *words(
                    "网格员电话 网格员联系电话 网格员手机 网格员手机号 网格员联系方式 责任人电话 负责人电话 网格长电话"
                ),
            ),
        ),
        COMPOUND,
        Column(
            "buildings",
            Kind.TEXT,
            words(
                "楼栋范围 楼号 包含楼栋 楼栋 责任楼栋 管辖范围 所辖楼栋 网格范围 楼号范围 辖区楼栋 包含楼号 "
                "楼栋号 覆盖楼栋 覆盖范围 网格楼栋 楼座 所含楼栋 楼幢 管理范围 辖区范围 包干楼栋 所辖楼号 "
                "网格划分 四至范围 负责楼栋 负责楼号 负责范围 责任范围 责任区域 楼栋(巷、排)"
            ),
            like=r"楼|范围",
        ),
        Column(
            "households",
            Kind.COUNT,
            words("户数 总户数 住户数 管辖户数 住户(户) 居民户数 户数(户) 家庭户数 常住户数 网格户数"),
            like=r"户数",
        ),
    ),
    (("grid",), ("worker",), ("compound", "buildings")),
    ("网格划分", "网格一览", "网格员", "网格表", "网格分工", "网格责任", "网格区划"),
    by_title=2,
)
COMPOUNDS = Form(
    "compounds",
    "小区一览",
    fields("compound,property_company,manager,phone,households"),
    ("compound",),
    (
        COMPOUND,
        Column(
            "property_company",
            Kind.TEXT,
            words(
                "物业公司 物业 物业名称 物业服务企业 物业单位 物业公司名称 物业服务公司 物业企业 服务物业 "
                "物业管理公司 管理单位 物业服务单位 所属物业 物业管理单位 物业公司(单位)"
            ),
            like=r"物业(?!.*(?:经理|负责人|电话|联系|主任|人员))",
        ),
        Column(
            "manager",
            Kind.PERSON,
            words(
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
                *words(
                    "负责人电话 负责人联系电话 物业电话 物业联系电话 物业负责人电话 经理电话 项目经理电话 "
                    "物业经理电话 联系人电话 联系人手机 值班电话 客服电话 物业联系方式 负责人手机"
                ),
            ),
        ),
        Column(
            "households",
            Kind.COUNT,
            words("户数 总户数 住户数 住宅户数 住户 居民户数 户数(户) 总户数(户) 入住户数"),
            like=r"户数",
        ),
    ),
    (("compound",), ("property_company",), ("manager", "households", "phone")),
    (
        "小区一览",
        "物业一览",
        "小区物业",
        "小区(物业)一览",
        "物业公司",
        "小区及物业",
        "物业联系",
        "物业名录",
        "小区名录",
    ),
    by_title=2,
)
CHECKPOINTS = Form(
    "checkpoints",
    "劝返点一览",
    fields("checkpoint,compound,property_company"),
    ("checkpoint",),
    (
        Column(
            "checkpoint",
            Kind.TEXT,
            words(
                "劝返点 劝返点名称 卡口 卡口名称 门岗 门岗名称 点位 点位名称 劝返点位 卡点 卡点名称 检查点 "
                "检查点名称 出入口 出入口名称 大门 门岗位置 劝返点位置 执勤点 值守点 卡口位置 检测点 设卡位置"
            ),
            like=r"劝返点|卡[点口]|门岗|检查点|出入口",
        ),
        COMPOUND,
        Column(
            "property_company",
            Kind.TEXT,
            words("物业公司 物业 责任单位 负责单位 值守物业 物业服务企业 值守单位 管理单位 物业名称 负责物业"),
            like=r"物业|值守单位|责任单位",
        ),
    ),
    (("checkpoint",), ("compound", "property_company")),
    (
        "劝返点一览",
        "劝返点",
        "卡口一览",
        "门岗一览",
        "卡点一览",
        "卡点名录",
        "卡点设置",
        "劝返卡点",
        "卡口设置",
        "岗点一览",
    ),
)
GROUPS = Form(
    "groups",
    "微信群一览",
    fields("group,purpose,members,owner"),
    ("group",),
    (
        Column(
            "group",
            Kind.TEXT,
            words("群名称 微信群 群名 微信群名称 群 微信群名 群组名称 群组 工作群 微信工作群 群聊名称 名称"),
            like=r"群(?:名|组)",
        ),
        Column(
            "purpose",
            Kind.TEXT,
            words("用途 群用途 类别 作用 类型 用途说明 群类型 群功能 主要用途 功能 群性质"),
            like=r"用途|用处|作用|功能|性质|建群目的",
        ),
        Column(
            "members",
            Kind.COUNT,
            words("人数 群人数 成员数 群成员数 群成员 成员 成员人数 群内人数 群人数(人) 人数(人) 现有人数 入群人数"),
            like=r"人数|成员",
        ),
        Column(
            "owner",
            Kind.PERSON,
            words("群主 管理员 负责人 群主姓名 群管理员 管理人 群负责人"),
            like=r"群主|管理员|群管理|建群人",
        ),
    ),
    (("group",), ("members", "purpose", "owner")),
    ("微信群", "群组一览"),
)
