"""Lists of other matters whose titles borrow the words of our forms: the hardest strangers to tell."""

from __future__ import annotations

from tests.hostile.strangers.drawing import Kind, Outcome


def _kind(outcome: Outcome, name: str, names: str, *columns: str) -> Kind:
    return Kind(name, outcome, tuple(names.split("|")), columns, titled=True)


def _held(name: str, names: str, *columns: str) -> Kind:
    return _kind(Outcome.HELD, name, names, *columns)


def _doubted(name: str, names: str, *columns: str) -> Kind:
    return _kind(Outcome.DOUBTED, name, names, *columns)


BORROWED_WORDS = (
    _held("goods for the posts", "劝返点物资清单|门岗物资配备表", "劝返点 = 惠泽东门 / 锦华西门", "物资名称 = 帐篷 / 测温枪 / 桌椅",
          "数量 = 1..9", "?经手人 = name"),
    _held("wages of grid workers", "网格员工资表|网格员补贴发放表", "网格员 = name", "网格 = grid", "基本补贴 = 200..800", "绩效 = 0..300",
          "合计 = 300..1000", "?签字 = nothing"),
    _held("thermometers lent", "体温计领用登记|测温枪发放登记", "日期 = date", "领用单位 = firm", "数量 = 1..5", "领用人 = name",
          "?联系电话 = phone"),
    _held("disinfectant handed out", "消毒液发放登记表|消毒用品采购清单", "日期 = date", "名称 = 84消毒液 / 酒精", "数量 = 1..90", "单价 = 5.0~30.0",
          "供货单位 = firm"),
    _held("clothes for volunteers", "志愿者服装采购表|志愿者马甲统计", "尺码 = L / XL", "数量 = 1..30", "单价 = 20..60", "金额 = 20..900"),
    _held("leaflets printed", "宣传品印制清单|宣传横幅制作费用", "名称 = 横幅 / 展板", "规格 = 6米 / 8米", "数量 = 1..30", "单价 = 10..60",
          "金额 = 100..900", "?制作单位 = firm"),
    _held("firms back from leave", "返岗复工企业统计|复工企业湖北籍员工统计", "企业名称 = firm", "员工总数 = 10..300", "湖北籍人数 = 0..9",
          "已返岗人数 = 0..200", "负责人 = name", "电话 = phone"),
    _held("money for Wuhan", "支援武汉捐款名单|湖北抗疫捐赠明细", "姓名 = name", "单位 = firm", "金额(元) = 50..900", "?日期 = date"),
    _held("meals of the posts", "执勤人员用餐统计|值班餐费明细", "日期 = date", "岗位 = 东门 / 西门", "用餐人数 = 2..9", "标准 = 15 / 20",
          "金额 = 30..200"),
    _held("numbers to call", "值班室通讯录|隔离点联系电话", "单位 = 街道办 / 派出所 / 卫生院", "姓名 = name", "职务 = 主任 / 所长", "电话 = landline"),
    _held("red envelopes", "微信群红包记录|微信群发言统计", "昵称 = 平安 / 阳光", "群名称 = 惠泽党员群", "金额 = 1..50", "时间 = stamp"),
    _held("quarantine rooms bought for", "隔离点物资采购表|集中隔离点物品清单", "物品 = 被褥 / 水壶", "数量 = 1..90", "单价 = 10..90", "合计 = 100..900"),
    _held("parking fees by compound", "小区物业收费标准|物业公司收费公示", "小区 = compound", "物业公司 = 安居物业 / 城建物业",
          "物业费标准 = 0.5~2.0", "停车费 = 50..150", "?电梯费 = 0..60"),
    _held("inspection of disinfection", "消毒工作督查通报|消毒检查打分表", "被检查单位 = firm", "检查时间 = date", "得分 = 60..100",
          "存在问题 = 记录不全 / 无"),
    _held("plan of visits", "走访慰问困难党员名单|春节走访慰问安排", "姓名 = name", "致困原因 = 病 / 残", "慰问金 = 300..900", "慰问领导 = other"),
    _held("counts by grid with names of forms", "返乡人员统计表|居家隔离人员日报统计", "网格 = grid", "今日新增 = 0..9", "累计 = 0..90",
          "解除隔离 = 0..50", "在管 = 0..50"),
    _held("outpatients with fever", "发热门诊工作量统计|发热门诊排班", "日期 = date", "医生 = name", "接诊人数 = 0..90", "留观人数 = 0..9"),
    _held("cars repaired", "车辆维修登记|出入口道闸维修记录", "车牌号 = plate", "维修项目 = 换胎 / 保养", "费用 = 100..900", "送修人 = name", "日期 = date"),
    _doubted("vouchers for volunteers", "志愿者补贴发放表|志愿者保险名单", "姓名 = name", "身份证号 = id", "银行卡号 = account", "金额 = 100..500",
             "?所属支部 = 一支部"),
    _doubted("masks for those shut in", "居家隔离人员口罩发放表|隔离户生活物资发放", "姓名 = name", "住址 = home", "口罩 = 5 / 10",
             "领取日期 = date", "?签字 = nothing"),
    _doubted("party members on paper", "双报到党员花名册|流动党员名单", "姓名 = name", "工作单位 = firm", "入党时间 = earlier", "所在支部 = 一支部 / 二支部",
             "电话 = phone"),
    _doubted("training of volunteers", "志愿者培训签到表|网格员培训签到", "姓名 = name", "单位 = firm", "电话 = phone", "签到 = nothing"),
)  # fmt: skip
"""They always carry their titles."""
