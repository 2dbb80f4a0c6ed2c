"""`上报/`: the superior's own blank forms, filled: same name, same look, the rows and numbers of the day.

A table below headings of persons is a list; whose it is says a tag, else its title, its sheet or its file. A table
below names of numbers, and labels with empty cells beside them, are numbers. What a form asks and the desk does not
know stays empty and is told; a form that cannot be filled is told, and the run goes on.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fournets.catalogue.superior import Announced, HeadedTable, ListAsked, heading_meant, list_meant, list_of_title
from fournets.catalogue.tallies import Group, Period
from fournets.catalogue.tally_names import NumberAsked, nearest_names, number_meant
from fournets.writing.superior.body import Filled, body_of
from fournets.writing.superior.facts import Above
from fournets.writing.superior.formula_results import ask_to_reckon, store_results
from fournets.writing.superior.lists import fill_list
from fournets.writing.superior.numbers import (
    fill_labelled,
    fill_numbers,
    is_card,
    is_of_numbers,
    label_of,
    names_persons,
    number_asked,
)
from fournets.writing.superior.sheet import FormBook, FormSheet, has_cells
from fournets.writing.superior.tags import Tag, fill_tag, remove, tags_of, unfinished
from fournets.writing.workbooks.comments import cell_name
from fournets.writing.workbooks.package import CannotEdit, WorkbookPackage

FOLDER = "上报"
KIND = "superior"
"""The folder below `templates/` where the blanks lie."""
ENDING = ".xlsx"
NO_FORMS = frozenset((".txt", ".md", ".db", ".ini", ".tmp"))
"""Endings of what may lie beside the blanks and is none: somebody's notes, the system's own files."""
_LISTS_OF_GROUPS = {Group.GRID: "grids", Group.COMPOUND: "compounds", Group.CHECKPOINT: "checkpoints"}
_SAVE_AS = "请在 Excel 或 WPS 里打开，另存为 .xlsx（Excel 工作簿），放回 templates/superior 文件夹"
_WHICH_LIST = (
    "看不出要填哪个名单，没有填。请在标题旁边的空格里写上名单，例如 {{ 名单：在管隔离人员 }} 或 {{ 名单：返回人员 }}"
)


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A form and what came of it, in sentences: `filled` is what was put in, `told` what a person should know,
    `faults` what must be put right. Without `data` the form could not be filled at all.
    """

    name: str
    data: bytes = b""
    filled: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """Where the form lies below the day's folder."""
        return f"{FOLDER}/{self.name}"


def unusable(name: str, why: str = "") -> FilledForm:
    """A file among the forms that is no .xlsx, or is damaged; `why` says what is wrong with it, with the next step."""
    return FilledForm(name, faults=(f"上报表《{name}》{why or f'不是 .xlsx，程序填不了，{_SAVE_AS}。'}",))


def fill_form(name: str, data: bytes, tables: Sequence[HeadedTable], above: Above) -> FilledForm:
    """Fill a blank form; `tables` are what reading has recognised in it."""
    try:
        package = WorkbookPackage.opened(data)
        book = FormBook(package)
        sheets = [FormSheet(book, sheet) for sheet, path in package.sheets().items() if has_cells(package, path)]
        results = [
            _about(result, sheet.name if len(sheets) > 1 else "")
            for sheet in sheets
            for result in _fill_sheet(sheet, [table for table in tables if table.sheet == sheet.name], name, above)
        ]
        for sheet in sheets:
            store_results(sheet)
        ask_to_reckon(package)
        filled = package.packed()
    except (CannotEdit, ValueError):
        return unusable(name)
    titles = tuple(result.title for result in results if result.title)
    told = [text for result in results for text in result.told]
    faults = [text for result in results for text in result.faults]
    if not titles and not faults:
        told.append("没有找到能填的地方，请在格子里写上标签，例如 {{ 现有在管隔离人员 }} 或 {{ 名单：在管隔离人员 }}")
    said = f"上报表《{name}》"
    return FilledForm(
        name,
        filled,
        titles,
        tuple(f"{said}{text}。" for text in told),
        tuple(f"{said}{text}。" for text in faults),
    )


def _about(result: Filled, sheet: str) -> Filled:
    """The same sentences with the sheet's name, where there are several."""
    if not sheet:
        return result
    said = f"工作表“{sheet}”"
    return Filled(
        result.title, tuple(f"{said}{text}" for text in result.told), tuple(f"{said}{text}" for text in result.faults)
    )


def _fill_sheet(sheet: FormSheet, tables: Sequence[HeadedTable], name: str, above: Above) -> Iterator[Filled]:
    """Tags first, then the tables from below, so that rows inserted for one do not move the next."""
    for row, column in unfinished(sheet):
        yield Filled(faults=(f"{cell_name(row, column)} 里的标签没有写完，请补上结尾的 }}}}",))
    tags = [_for_column(tag, tables) for tag in tags_of(sheet)]
    ours = [tag for tag in tags if not tag.list_name and not tag.column_name]
    for tag in tags:
        if problem := fill_tag(sheet, tag, above) if tag in ours else remove(sheet, tag):
            yield Filled(faults=(f"{cell_name(tag.row, tag.column)} 里的标签 {tag.written} {problem}",))
    if ours:
        yield Filled(f"{len(ours)} 处标签")
    lists = [tag for tag in tags if tag.list_name]
    columns = [tag for tag in tags if tag.column_name]
    for number, table in reversed(list(enumerate(tables))):
        own = [tag for tag in lists if _is_of(tag, tables, number)]
        yield from _fill_table(sheet, table, own, [tag for tag in columns if _is_of(tag, tables, number)], name, above)
    if not tables and not ours:
        yield fill_labelled(sheet, above)
    if not tables and (lists or columns):
        yield Filled(faults=("写了“名单”或“本列”标签，但没有找到表头，请检查表头里有没有姓名、身份证号等",))


def _for_column(tag: Tag, tables: Sequence[HeadedTable]) -> Tag:
    """A tag right below a heading that names a column, as in a Word template's table, speaks for its column."""
    below = any(tag.row == table.bottom + 1 for table in tables)
    if below and heading_meant(tag.inner) and not number_meant(tag.inner):
        return dataclasses.replace(tag, inner=f"本列：{tag.inner}")
    return tag


def _is_of(tag: Tag, tables: Sequence[HeadedTable], number: int) -> bool:
    """Whether a tag belongs to a table: the one that it stands above, in the heading of, or below."""
    following = [index for index, table in enumerate(tables) if tag.row <= table.bottom + 1]
    return number == (following[0] if following else len(tables) - 1)


def _fill_table(
    sheet: FormSheet, table: HeadedTable, lists: Sequence[Tag], columns: Sequence[Tag], name: str, above: Above
) -> Iterator[Filled]:
    table, faults = _renamed(table, columns)
    if faults:
        yield Filled(faults=faults)
    if lists:
        asked = list_meant(lists[0].list_name)
        if asked is None:
            problem = f"程序不认识，名字最接近的有：{nearest_names(lists[0].list_name)}。请改成其中一个"
            yield Filled(faults=(f"{cell_name(lists[0].row, lists[0].column)} 里的标签 {lists[0].written} {problem}",))
        else:
            yield fill_list(sheet, table, asked, above)
        return
    if is_of_numbers(table) and not is_card(sheet, table):
        yield from _fill_numbers(sheet, table, above)
        return
    if not names_persons(table):
        labelled = fill_labelled(sheet, above, table.top, table.end - 1 if table.end else sheet.last_row)
        if labelled.title:
            yield labelled
            return
    titles = (" ".join(table.above), sheet.name, name.removesuffix(ENDING))
    by_title = next((found for title in titles if (found := list_of_title(title))), None)
    if by_title is None:
        yield Filled(told=(_WHICH_LIST,))
    else:
        yield fill_list(sheet, table, by_title, above)


def _fill_numbers(sheet: FormSheet, table: HeadedTable, above: Above) -> Iterator[Filled]:
    """Numbers by the names in the rows; where grids or compounds are asked and not named yet, they are listed first."""
    groups = _list_of_groups(sheet, table)
    if groups:
        before = sheet.last_row
        words = tuple(one for one in table.columns if number_asked(one) is None)
        yield fill_list(sheet, dataclasses.replace(table, columns=words), groups, above)
        end = table.end + sheet.last_row - before if table.end else 0
        table = dataclasses.replace(table, end=end)
    yield fill_numbers(sheet, table, above)


def _renamed(table: HeadedTable, tags: Sequence[Tag]) -> tuple[HeadedTable, tuple[str, ...]]:
    """The table with the headings that staff put into our words."""
    columns, faults = {one.column: one for one in table.columns}, list[str]()
    for tag in tags:
        known = heading_meant(tag.column_name)
        if not known and number_meant(tag.column_name) is None:
            place = cell_name(tag.row, tag.column)
            faults.append(
                f"{place} 里的标签 {tag.written} 程序不认识，请改成我们自己的表里有的表头，或汇总里有的数的名字"
            )
        columns[tag.column] = Announced(tag.column, tag.column_name, tag.column_name, (), known)
    ordered = tuple(columns[number] for number in sorted(columns))
    return dataclasses.replace(table, columns=ordered), tuple(faults)


def _list_of_groups(sheet: FormSheet, table: HeadedTable) -> ListAsked | None:
    """A table of grids or compounds whose rows are still without names lists them all."""
    kinds = [(one.column, label) for one in table.columns if (label := label_of(one)) in _LISTS_OF_GROUPS]
    rows = body_of(sheet, table).rows
    if not kinds or len(rows) < 2 or any(sheet.text(row, column) for row in rows for column, _ in kinds):
        return None
    return ListAsked((NumberAsked(_LISTS_OF_GROUPS[kinds[0][1]], Period.CURRENT),))
