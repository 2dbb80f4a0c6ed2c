"""Where people came from: provinces, their prefecture-level cities, Hubei's counties; and the category of a place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

CITIES: dict[str, str] = {
    "北京": "",
    "天津": "",
    "上海": "",
    "重庆": "万州 涪陵 渝北 江北 沙坪坝",
    "河北": "石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 雄安",
    "山西": "太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁",
    "内蒙古": "呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布 兴安盟 锡林郭勒 阿拉善",
    "辽宁": "沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 葫芦岛",
    "吉林": "长春 四平 辽源 通化 白山 松原 白城 延边 延吉",
    "黑龙江": "哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 大兴安岭",
    "江苏": "南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 昆山 江阴 张家港 常熟",
    "浙江": "杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 义乌 乐清 瑞安 温岭 慈溪",
    "安徽": "合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城",
    "福建": "福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德 晋江",
    "江西": "南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶",
    "山东": "济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 "
    "菏泽 莱芜 垦利 利津 广饶 寿光 博兴 青州  "
    "沾化 无棣 惠民 阳信 邹平 临淄 桓台 胶州 即墨 平度 莱西 龙口 莱阳 招远 诸城 "
    "昌邑 高密 曲阜 邹城 滕州 新泰 肥城 荣成 乳山 禹城 乐陵 临清 章丘 河口",
    "河南": "郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 济源",
    "湖北": "武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施 仙桃 潜江 "
    "天门 神农架 襄樊 麻城 红安 蕲春 浠水 英山 罗田 团风 黄梅 武穴  "
    "汉川 应城 安陆 云梦 大悟 孝昌 大冶 阳新 枝江 宜都 当阳 枣阳 宜城 老河口 "
    "谷城 保康 南漳 钟祥 京山 沙洋 监利 洪湖 石首 松滋 公安县 江陵 赤壁 嘉鱼 "
    "通城 崇阳 通山 广水 随县 丹江口 郧西 竹山 竹溪 房县 利川 巴东 建始 秭归",
    "湖南": "长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 湘西 吉首",
    "广东": "广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮",
    "广西": "南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左",
    "海南": "海口 三亚 三沙 儋州 琼海 文昌 万宁",
    "四川": "成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 "
    "达州 雅安 巴中 资阳 阿坝 甘孜 凉山 西昌",
    "贵州": "贵阳 六盘水 遵义 安顺 毕节 铜仁 黔西南 黔东南 黔南 凯里 都匀",
    "云南": "昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 楚雄 红河 文山 西双版纳 大理 德宏 怒江 迪庆",
    "西藏": "拉萨 日喀则 昌都 林芝 山南 那曲 阿里地区",
    "陕西": "西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛",
    "甘肃": "兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 临夏 甘南 敦煌",
    "青海": "西宁 海东 海北 黄南 果洛 玉树 海西 格尔木",
    "宁夏": "银川 石嘴山 吴忠 固原 中卫",
    "新疆": "乌鲁木齐 克拉玛依 吐鲁番 哈密 昌吉 博尔塔拉 巴音郭楞 库尔勒 阿克苏 喀什 和田 伊犁 塔城 阿勒泰 石河子",
    "香港": "",
    "澳门": "",
    "台湾": "台北 高雄 台中 新竹",
}
WUHAN_PARTS = (
    "武汉",
    "汉口",
    "汉阳",
    "武昌",
    "江夏",
    "黄陂",
    "蔡甸",
    "洪山区",
    "江岸区",
    "江汉区",
    "硚口",
    "东西湖",
    "汉南",
)
SHARED_PARTS = ("青山区", "新洲区")
"""Districts of Wuhan whose names other towns have too: they count where no other province is named."""
HUBEI_WORDS = ("湖北", "鄂", "疫区")
ABROAD = (
    "日本",
    "韩国",
    "泰国",
    "新加坡",
    "美国",
    "英国",
    "马来西亚",
    "越南",
    "意大利",
    "德国",
    "法国",
    "澳大利亚",
    "加拿大",
    "外省",
    "省外",
    "国外",
    "境外",
    "俄罗斯",
    "柬埔寨",
    "菲律宾",
    "伊朗",
)
SEVERITY = ("wuhan", "hubei", "key_area", "other_province", "in_province")
_SHORT = {
    "京": "北京",
    "津": "天津",
    "沪": "上海",
    "渝": "重庆",
    "冀": "河北",
    "晋": "山西",
    "辽": "辽宁",
    "苏": "江苏",
    "浙": "浙江",
    "皖": "安徽",
    "闽": "福建",
    "赣": "江西",
    "豫": "河南",
    "湘": "湖南",
    "粤": "广东",
    "桂": "广西",
    "琼": "海南",
    "川": "四川",
    "贵": "贵州",
    "滇": "云南",
    "陕": "陕西",
    "甘": "甘肃",
}
_PROVINCE_OF = {place: province for province, cities in CITIES.items() for place in (province, *cities.split())}
_ANY_PLACE = "|".join(sorted(_PROVINCE_OF, key=len, reverse=True))
_KNOWN = re.compile(_ANY_PLACE)
_NOT_FROM = re.compile(
    r"(?:未|没有?|不)(?:曾)?(?:到过|去过|经过|途经|途径|在|接触)[^,，;；。、]*|"
    rf"(?:(?:{_ANY_PLACE})[省市县]?)+籍|(?:户籍|籍贯)[^,，;；。、]*|"
    r"非(?:武汉|湖北)|(?:武汉市?|湖北省?)(?:以外|之外|除外|外(?!公|婆|地))"
)
_STREET = re.compile(r"[\u4e00-\u9fff]{2}[东西南北中一二三四五]?(?:大街|大道|路(?![过经上途])|街(?!道))")
_LOCAL = re.compile(r"(?:本市|本地|省内|市内|本省|本区|开发区|未外出)")


@cache
def category_of(place: str, key_areas: Sequence[str], province: str) -> str:
    """The most severe category that the words of a place give; empty when they name no place that is known.

    `key_areas` are the configured words, `province` our own (山东). 途经武汉 counts; 湖北籍, 未到过湖北 and
    streets that are called like a town (青岛市武汉路) do not.
    """
    text = _STREET.sub("", _NOT_FROM.sub("", place))
    provinces = {_PROVINCE_OF[found] for found in _KNOWN.findall(text)} | ({_SHORT[text]} if text in _SHORT else set())
    if any(part in text for part in WUHAN_PARTS):
        return "wuhan"
    if not provinces - {"湖北"} and any(part in text for part in SHARED_PARTS):
        return "wuhan"
    if "湖北" in provinces or any(word in text for word in HUBEI_WORDS):
        return "hubei"
    if any(area in text for area in key_areas):
        return "key_area"
    home = province.removesuffix("省")
    if provinces - {home} or any(word in text for word in ABROAD):
        return "other_province"
    return "in_province" if home in provinces or _LOCAL.search(text) else ""


def most_severe(categories: Sequence[str]) -> str:
    """The most severe of several categories; empty ones do not count."""
    return next((category for category in SEVERITY if category in categories), "")
