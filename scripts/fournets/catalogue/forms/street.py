"""What the street sends to be checked."""

from __future__ import annotations

from dataclasses import replace

from fournets.catalogue.fields import Column, Form, Kind
from fournets.catalogue.forms.common import ADDRESS, ID_NUMBER, NAME, PHONE, date_column, fields, words

DISPATCH = Form(
    "dispatch",
    "下发核查名单",
    fields("who,address,from_place,date,batch,source,outcome"),
    ("batch", "=name", "=id_number", "=phone", "=address"),
    (
        replace(
            NAME,
            headings=(
                NAME.headings[0],
                *words("学生姓名 旅客姓名 乘客姓名 乘车人 乘机人 机主姓名 用户姓名"),
                *NAME.headings[1:],
            ),
        ),
        ID_NUMBER,
        replace(
            PHONE,
            headings=(
                *PHONE.headings,
                *words(
                    "家长电话 家长联系电话 家长手机 家长手机号 家长联系方式 监护人电话 监护人联系电话 监护人联系方式 "
                    "学生电话 学生联系电话 机主号码 机主手机号 机主电话 漫游号码 用户号码 预留电话 预留手机号 订票电话 "
                    "订票手机号 购票电话 购票手机号 旅客电话 乘客电话"
                ),
            ),
        ),
        Column(
            "address",
            Kind.TEXT,
            (
                *ADDRESS.headings,
                *words("目的地 目的地址 目的地详细地址 到达地 前往地 前往地址 落脚地址 落脚点 来东目的地"),
            ),
            like=ADDRESS.like,
        ),
        Column(
            "from_place",
            Kind.TEXT,
            words(
                "来源地 出发地 来自地区 疫区所在地 出发城市 漫游地 途经地 来自 来自何地 从何地返回 从何处返回 "
                "返回地 返程地 何地返回 途经地区 来源地区 "
                "来源省市 出发省市 来源城市 疫区 停留地 经停地 轨迹地 重点地区 何处返程 从何地来 居留地 "
                "途经疫区 来自疫区 漫出地 漫出地区 发站 始发站 出发站 上车站 归属地 号码归属地"
            ),
            like=r"来自|来源地|出发|漫游|途[经径]|停留|疫区|轨迹",
        ),
        date_column(
            words(
                "日期 到达日期 离开日期 时间 入东时间 抵达日期 到达时间 抵达时间 到东时间 入东日期 进入时间 "
                "返回时间 返回日期 出现时间 漫游时间 离开时间 到达本市时间 来东时间 来东日期 抵东时间 返东时间"
            ),
            like=r"(?:到达|抵达|离开|进入|返回|来东|到东|入东|漫游).{0,3}(?:日期|时间)",
        ),
        Column(
            "batch",
            Kind.TEXT,
            words(
                "下发数据批次 批次 下发批次 数据批次 下发批次号 数据下发批次 批号 下发数据 下发时间 批次号 "
                "数据下发日期 推送批次 第几批"
            ),
            like=r"批次|批号|第几[批次]",
        ),
        Column(
            "source",
            Kind.TEXT,
            words(
                "数据来源 来源 来源单位 下发单位 推送单位 数据推送单位 下发部门 提供单位 信息来源 线索来源 "
                "来源渠道 推送部门 数据提供单位 数据源"
            ),
            like=r"(?:数据|信息|线索)(?:的)?来[源处]|哪里?来的(?:数据|信息|线索)|(?:下发|推送|提供|来源)(?:单位|部门|渠道)",
        ),
        Column(
            "outcome",
            Kind.TEXT,
            words(
                "核查情况 核查结果 核实情况 排查结果 核实结果 反馈情况 核实反馈 反馈结果 核查反馈 核查反馈情况 "
                "核查落实情况 落地核查情况 落地情况 处置结果 核实情况反馈 排查情况 社区核查情况 核查备注 落查情况 "
                "核查情况反馈"
            ),
            like=r"(?:核[查实]|排查|反馈|落[地查]|落实).{0,4}(?:情况|结果|反馈)|反馈",
        ),
    ),
    (("name", "id_number", "phone"), ("batch", "source", "outcome")),
    ("下发", "核查名单", "名单", "核查", "大数据", "数据推送", "推送", "协查", "核查反馈"),
    masked=True,
    by_title=1,
)
