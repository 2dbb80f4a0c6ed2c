"""Every code that a finding can carry: its severity and its words (where, what, what to do).

To add one: one line here; raise it by its code. The words in braces are what the place that raises it must give.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fournets.model import Finding, Severity


@dataclass(frozen=True, slots=True)
class FindingType:
    """One kind of finding: `template` is Chinese, with the finding's params in braces."""

    code: str
    severity: Severity
    template: str


def _types(severity: Severity, **templates: str) -> dict[str, FindingType]:
    return {code: FindingType(code, severity, text) for code, text in templates.items()}


VALUES = _types(
    Severity.CONFIRM,
    id_checksum="身份证号“{written}”的校验位不对，可能抄错了一位，请核对证件后改正。",
    id_damaged="身份证号被 Excel 当成数字，后几位已丢失，请把单元格设为文本后重新录入完整号码。",
    id_unreadable="“{written}”不像身份证号，请核对；护照等其他证件请注明证件种类。",
    phone_length="电话“{written}”位数不对，请核对后改正。",
    phone_damaged="电话被 Excel 当成数字，已看不出完整号码，请重新录入。",
    date_ambiguous="日期“{written}”有两种读法（{options}），请写成 2020-02-10 这样的完整日期。",
    date_unreadable="日期“{written}”看不懂，请写成 2020-02-08 这样的完整日期。",
    day_uncounted="“{written}”要有开始隔离的日期才知道是哪一天，请加一列“开始隔离日期”，或把表头写成 2月8日 这样的日期。",
    date_range="“{written}”说的是一段时间，这里只能填一天，请写明是哪一天。",
    date_approximate="“{written}”是大概的日期，已按写的那天采用，请核实是哪一天。",
    date_relative="“{written}”要有填表日期才看得懂，请写成 2020-02-08 这样的完整日期。",
    time_unreadable="时间“{written}”看不懂，请写成 08:30 这样的时间。",
    address_unreadable="地址“{written}”看不出楼号、单元和房号，请按“小区 3号楼2单元501”的样子填写。",
    temperature_unreadable="体温“{written}”看不懂，请填 36.5 这样的数字。",
    temperature_implausible="体温“{written}”不在 34—42 ℃ 之间，请核对。",
    several_temperatures="一格里写了几个体温“{written}”，请分开填写。",
    answer_unreadable="“{written}”看不出是“是”还是“否”，请改填是或否。",
    choice_unreadable="“{written}”不在可填的范围内，请按下拉项填写。",
    count_unreadable="“{written}”看不出数量，请只填数字。",
    address_incomplete="地址“{written}”没有写楼号，本表别处也没有写明，请补上楼号。",
    several_plates="一格里写了几个车牌“{written}”，请一车一行。",
    several_kinds="一格里写了几样“{written}”，分不清各有多少，暂记在第一样上，请一样一行分开填写。",
    plate_unreadable="车牌“{written}”看不懂，请核对。",
    several_names="一格里写了几个姓名“{written}”，请一人一行。",
    name_unreadable="“{written}”不像姓名，请核对。",
)

REPAIRS = _types(
    Severity.NOTE,
    phone_extension="“{written}”里的分机号没有采用，只记了总机号码；如需要请写到备注里。",
    odd_characters="这一格里有看不见的控制字符，已去掉，内容照常采用。",
)

READING = _types(
    Severity.CONFIRM,
    ambiguous_form="这张表既像《{first}》又像《{second}》，请在标题里写明是哪一种表。",
    weak_form="这张表按《{title}》采用了，但凭据不多：认得的表头有{known}，没有看到{missing}。请看一眼是不是《{title}》。"
    "是的话，请在第一行写上表名“{title}”，或请工作人员在 config.yaml 的 headings: 下面写明本单位的叫法，以后就不再问：  {form}: {{{field}: [表里的表头]}}；"
    "不是的话，请在回执里把这张表表头以下的内容清空，存盘放回收件夹。",
    old_sheet="这张表像是旧表：{sign}，离收表的{day}已超过半年。已按《{title}》照常采用，请看一眼是不是放错了；"
    "放错了的话，请在回执里把这张表表头以下的内容清空，存盘放回收件夹。",
    formula_uncalculated="这一格是公式，文件里没有存下算好的结果，按空白处理了。请用 Excel 或 WPS 打开本表，存盘一次，再放进来。",
    unread_sheet="工作表“{sheet}”没有读出来：{reason}本文件的其他工作表已采用。",
)

PAPERS = _types(
    Severity.CONFIRM,
    passes_waiting="还有 {count} 张车辆出入证没有印：一天最多印 {most} 张，以后几天接着印；要多印，请改设置里的 passes_a_day。",
    paper_held="{name}的{paper}没有出，缺少{missing}；请在登记表里补齐，放回收件夹再运行一次。",
)

LAYOUT = _types(
    Severity.NOTE,
    heading_by_likeness="表头“{heading}”没有登记过，按“{title}”采用了（把握 {share}%）。填表人不用改；"
    "如果对，请工作人员把这一行加到 config.yaml 的 headings: 下面，以后就不再提示：  {form}: {{{field}: [{quoted}]}}",
    heading_unknown="表头“{heading}”没有登记过，这一列没有采用，内容原样另存在 extra 里。"
    "如果它是本表的一项，请把表头改成平常的叫法，或请工作人员在 config.yaml 的 headings: 下面写明是哪一项：  "
    "{form}: {{{field}: [{quoted}]}}",
    heading_second="“{heading}”和“{other}”都像是“{title}”，采用了“{other}”，这一列内容原样另存在 extra 里；"
    "如果应当用这一列，请在 config.yaml 的 headings: 下面加上：  {form}: {{{field}: [{quoted}]}}",
    column_unheaded="{column}列没有表头，这一列没有采用，内容原样另存在 extra 里；如果有用，请补上表头。",
    counts_in_nothing="这张《{title}》里没有写“{heading}”，{count} 条登记照收，但不知道算哪一种，不计入汇总数。"
    "请加上“{heading}”一列，逐条写明（如放行、劝返），再交一次。",
    covered_cells="有 {count} 个被合并单元格盖住的格子里还有别的内容（{cells}），表上看不见，没有采用；有用的请取消合并后写明。",
    sheet_not_taken="工作表“{sheet}”里的这张表没有采用：最像《{title}》，但凭据不够（认得的表头有{known}，没有看到{missing}）。"
    "如果确实是《{title}》，请在表头上面写上表名“{title}”，再交一次；不是要报的，不用理会。",
    own_sheet="工作表“{sheet}”是本程序出的{title}，没有再读一遍，免得重复计数。{instead}",
    hidden_sheet="工作表“{sheet}”是隐藏的，也已读入；如果不该报送，请删除后重新发送。",
    hidden_rows="有 {count} 行是隐藏的（{rows}），也已读入；如果不该报送，请删除后重新发送。",
    hidden_columns="有 {count} 列是隐藏的（{columns}），也已读入；如果不该报送，请删除后重新发送。",
)

LINKING = _types(
    Severity.CONFIRM,
    id_shared="身份证号“{id}”写给了不同的人（{names}），可能是向下填充时带出来的，请核对证件，改正写错的一处。",
    same_name_two_ids="“{name}”{why}，但身份证号不同，按两个人处理；如是同一人，请改正写错的身份证号。",
    name_ambiguous="只写了姓名“{name}”，本范围内有同名的人，分不清是哪一位，请补写身份证号、电话或住址。",
    name_differs="姓名“{name}”与同一人在别处的写法“{usual}”不一样，请核对后改正。",
    grid_disagrees="写的是第{written}网格，但{where}在网格划分表里属于第{registered}网格，请核对后改正。",
    two_grids="“{name}”在{others}的底册里也登记了，请两边网格员核对人住在哪里，删去多登的一处。",
    two_phones="电话“{written}”与底册上的“{registered}”不同，请打电话核实，改正写错的一处。",
) | _types(
    Severity.NOTE,
    row_vanished="这一行在后来的表“{later}”里没有了，仍按原来的保留；如果确实要去掉，请告诉社区工作人员。",
)

HELD = _types(
    Severity.HOLD,
    empty_file="这个文件是空的（0 字节），可能没有传完，请让填表人重新发送。",
    password="这个文件设了打开密码，读不了。请在 Excel 或 WPS 里去掉密码（文件—信息—保护工作簿），另存后重新放进来。",
    picture="这不是表格，而是一张图片。请把内容录入到 Excel 表格里再放进来。",
    pdf="这不是表格，而是 PDF 文件。请向发送人要 Excel 原表，或录入后再放进来。",
    word_document="这不是表格，而是 Word 一类的文字文档。请把里面的表格复制到 Excel 里，另存为 .xlsx 再放进来。",
    slides="这不是表格，而是演示文稿。请把内容录入到 Excel 表格里再放进来。",
    web_page="这个文件其实是网页，不是真正的表格文件。请用 Excel 或 WPS 打开，另存为 .xlsx 再放进来。",
    old_workbook="这是很旧的表格格式。请用 Excel 或 WPS 打开，另存为 .xlsx 再放进来。",
    compressed="这是压缩包或别的打包文件，不是表格。请先解压，把里面的表格放进来。",
    numbers_workbook="这是苹果 Numbers 表格。请在 Numbers 里选“文件—导出为—Excel”，再把导出的 .xlsx 放进来。",
    garbled_text="这个文本文件的文字编码已经乱了，读不出来。请用 Excel 或 WPS 打开看看，另存为 .xlsx 再放进来；也是乱的就请填表人重新发送。",
    sound_or_film="这不是表格，而是录音或录像。请把内容录入到 Excel 表格里再放进来。",
    not_a_table="认不出这是什么文件，不像表格。请用 Excel 或 WPS 打开看看，另存为 .xlsx 再放进来。",
    cut_off="这个文件不完整，可能没有传完或已损坏。请让填表人重新发送。",
    too_large="这个文件超过 {limit} MB，太大了。请拆成几个文件，或删去图片后再放进来。",
    inflates="这个文件展开后超过 {limit} MB，不像正常的表格，没有打开。请新建一张表，只复制需要的内容再放进来。",
    doctype="这个文件里夹带了表格不该有的内容（DOCTYPE），为安全起见没有打开。请用 Excel 或 WPS 另存为 .xlsx 再放进来。",
    absurd_counts="这个文件声明的数量和它的大小对不上，为安全起见没有打开。请用 Excel 或 WPS 另存为 .xlsx 再放进来。",
    too_spread="这张表有内容的格子相隔太远（写到了 {cell}），读不了。请删去右下方远处的多余内容后再放进来。",
    reads_empty="这个文件里有内容，但读出来是空的。请用 Excel 或 WPS 打开，另存为 .xlsx 再放进来。",
    nothing_readable="这个文件打不开，可能已损坏。请用 Excel 或 WPS 打开看看，另存为 .xlsx 再放进来；打不开就请填表人重新发送。",
    blank_workbook="这个文件里没有任何内容，请核对后重新发送。",
    only_pictures="这个文件的格子里没有任何文字，只有图片、图表或文本框。请把内容录入到格子里再放进来。",
    uncalculated="这个文件里只有公式，没有算好的结果。请用 Excel 或 WPS 打开并保存一次，再放进来。",
    no_form="看不出这是哪一种表。是要报的表，请在第一行写明表名，并保留表头（姓名、联系电话等），再放进来；"
    "不是要报的表，不用理会。",
    hardly_a_form="看不出这是哪一种表。最像《{title}》，但凭据不够：认得的表头有{known}，没有看到{missing}。"
    "如果确实是《{title}》，请在第一行写上表名“{title}”，再放进来；表头是本单位自己的叫法的，请在 config.yaml 的 headings: 下面写明是哪一项：  {form}: {{{field}: [表里的表头]}}。"
    "不是要报的表，不用理会。",
    own_paper="这是本程序出的{title}，不是要报的表，没有采用，免得重复计数。{instead}",
    no_access="这个文件打不开，可能正被别的程序使用或没有权限。请关闭后重新放进来。",
    crashed="读这个文件时读表程序中断了，文件可能已损坏。请用 Excel 或 WPS 另存为 .xlsx 再放进来。",
    timeout="读这个文件超过了 {limit} 秒，没有读完。请拆成几个文件，或新建一张表只复制需要的内容再放进来。",
    memory="读这个文件用的内存超过了限度（{limit} MB）。请拆成几个文件再放进来。",
    defect="程序处理这个文件时出错（{kind}），文件没有采用，请把它交给维护人员；其他文件不受影响。",
)

CHECKS = {
    **_types(
        Severity.CONFIRM,
        origin_missing="{name}从哪里返回没有写明（写的是“{written}”），分不出类别，暂按外省返回管理，请补填来源地。",
        arrival_missing="{name}没有到达日期，算不出隔离期，请补填到达日期。",
        two_arrivals="{name}在各表上的到达日期不同（{dates}），暂按最晚的一天计算隔离期，请核实后改正。",
        two_origins="{name}在各表上的来源地不同（{places}），暂按最严的一处管理，请核实后改正。",
        origin_overruled="{name}的来源地这里写的是“{written}”，较早的表“{file}”第{line}行写的是“{severer}”，管理上更严；暂按这里的算，请核实。",
        left_after_arrival="{name}的离开日期{left}晚于到达日期{arrived}，请核对后改正。",
        released_without_date="{name}写了已解除隔离，但没有解除日期，请补填实际解除日期。",
        released_early="{name}{released}解除隔离，早于期满日{due}，请核实；确属提前解除的请注明原因。",
        release_contradicts="{name}写了未解除隔离，却有解除日期{released}，请核对后改正其中一处。",
        unsigned_papers="{name}{arrived}到达，已过两天，{papers}还没有签，请尽快送签并登记。",
        not_on_ledger="{name}{arrived}到达，已过两天，居家隔离台账上没有此人，请补登台账，并送签告知书和保证书。",
        quarantined_at_gate="{name}正在隔离期内（{period}），却在{checkpoint}{day}登记出入，请核实是否擅自外出。",
        fever_without_referral="{name}{day}体温{reading}（或有发热症状），没有发热转诊记录，请立即核实并补登转诊情况。",
        temperature_copied="{name}自{first}至{last}每次体温都是{reading}，像是照抄的，请重新测量并如实登记。",
        count_unclear="{name}的表上写了“{written}”，看不出从哪天算起或到哪天为止，暂仍推算至{due}，请写明日期。",
        new_contact="{name}{day}登记有接触史（{written}），隔离期是否重新计算，请核实后确定。",
        not_in_register="{address}有人居住，但居民底册上没有这一户，请核对地址；确有此户的请补登底册。",
        met_before_arrival="{name}{arrived}才到达，这里的日期却是{day}，请核对两个日期，改正写错的一处。",
        row_in_two_grids="{name}这一行在第{other}网格的表“{file}”第{line}行也有，请两边网格员核对由谁负责，只留一处。",
        two_communities="{name}在{community}的名单里，本社区的表上也有此人，请与该社区核对人住在哪里、由谁管理，只留一处。",
        gender_contradicts="{name}的性别写的是“{written}”，但身份证号表明是“{by_number}”，请核对证件后改正。",
        age_contradicts="{name}的年龄或出生年份（{written}）与身份证号（{born}年出生）不符，请核对证件后改正。",
        wrong_total="手写合计是{written}，上面各行相加是{computed}，请核对后改正。",
        nothing_sent="第{grid}网格{day}没有报《{title}》，请催报；没有情况也要报“零报告”。",
        date_in_future="日期{written}在收表日期{day}之后，请核对后改正。",
        case_without_person="这一行没有可用的姓名，没有建立隔离个案，请补全姓名后重新报送。",
        receipt_unknown="没有发过编号为“{number}”的文书，签收没有登记，请核对编号。",
        review_unknown="没有问过编号为“{number}”的核对，答案没有采用，请照《人工核对》上的编号填写。",
        phone_shared="电话{phone}在底册上属于{count}户人家（{addresses}），请逐户核对。",
        pass_without_resident="{name}（{plate}，{address}）领了出入证，居民底册上没有此人和这一户，请核实。",
        two_posts="{name}{day}同一时间在两个岗位签到（{posts}），请核对后改正。",
    ),
    **_types(
        Severity.NOTE,
        due_differs="{name}的期满日期写的是{written}，按规则推算是{due}（{arithmetic}），以推算为准；如有特殊原因请注明。",
        count_changed="{name}的隔离期表上写了“{written}”，期满日期由{original}改为{due}，两种算法都写在台账上，请核实。",
        temperature_missing="{name}缺体温：{gaps}。确已测量的请补登。",
        never_measured="{name}{arrived}到达，至今没有体温记录，请测量并补登体温监测表。",
        cohabitant_not_quarantined="与{name}同住的{others}没有隔离登记，请核实是否一同隔离或已分开居住，并登记。",
        register_incomplete="{compound}有{count}户入户或发证时有人、底册上却没有（如{addresses}），底册可能不全，请补报这些楼的底册。",
        building_without_grid="{building}不归网格划分表里的任何一个网格，那里的{count}户都算在“未分网格”里；"
        "请在网格划分表里写明这栋楼归哪个网格，再交一次；是楼号写错的，请改正。",
        companion_without_case="{name}的同行人员{companion}没有返回登记，如一同返回请补登并隔离。",
        cohabitant_on_duty="{name}与隔离人员{case}同住，{day}在{post}执勤，请核实是否合适。",
        plate_admitted="外地车辆{plate}放行，没有出入证，请门岗确认登记了去向。",
    ),
}

FINDINGS: Mapping[str, FindingType] = {**VALUES, **REPAIRS, **READING, **LAYOUT, **HELD, **PAPERS, **LINKING, **CHECKS}


def severity(finding: Finding) -> Severity:
    """The catalogue's severity of a finding."""
    return FINDINGS[finding.code].severity


def message(finding: Finding) -> str:
    """The finding in plain Chinese: what is wrong and what to do; raises KeyError for a code or word unknown."""
    return FINDINGS[finding.code].template.format_map(finding.params)
