"""Native charts in a Word file: DrawingML parts with their numbers in a small workbook, so that Word can edit them.

A template says where a chart stands with `{{p 图.返回人数 }}`; the parts are added to the rendered file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

import xlsxwriter
from lxml import etree
from openpyxl.chart import BarChart, LineChart
from openpyxl.chart.data_source import AxDataSource, NumData, NumDataSource, NumRef, NumVal, StrData, StrRef, StrVal
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.legend import Legend
from openpyxl.chart.marker import Marker
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import (
    CharacterProperties,
    Paragraph,
    ParagraphProperties,
    RegularTextRun,
    RichTextProperties,
)
from openpyxl.utils import get_column_letter
from openpyxl.xml.functions import tostring

from fournets.writing.word.package import replaced, unpacked

_COLOURS = ("2F5597", "C55A11", "7F7F7F", "548235")
_EMU_A_MM = 36000
_WIDTH_MM = 155
_FIRST_DRAWING = 9000
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PICTURE_IN_TEXT = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SHEET = "数据"
_LINE = 19050
_NO_OTHER_LABELS = dict.fromkeys(("showSerName", "showCatName", "showLegendKey", "showPercent"), False)
_LONG_AGO = datetime(2020, 1, 1)  # noqa: DTZ001 — the same bytes every time


@dataclass(frozen=True, slots=True)
class Chart:
    """Numbers by category and series (None: not known), as columns or as `lines`; the axis begins at `lowest`.

    `height` in mm.
    """

    title: str
    categories: Sequence[str]
    series: Mapping[str, Sequence[float | None]]
    lines: bool = False
    lowest: float = 0
    height: int = 42

    def xml(self) -> bytes:
        """The chart part. It holds its numbers too, for programs that do not open the workbook."""
        chart = LineChart() if self.lines else BarChart(gapWidth=60)
        chart.title = Title(tx=Text(rich=_text(1200, self.title)), overlay=False)
        chart.series = [self._series(place, name) for place, name in enumerate(self.series)]
        for axis in (chart.x_axis, chart.y_axis):
            axis.delete = False
            axis.majorGridlines = None
            axis.txPr = _text(900)
        chart.y_axis.scaling.min = self.lowest
        chart.y_axis.number_format = "General"
        chart.legend = Legend(legendPos="b", overlay=False) if len(self.series) > 1 else None
        tree = etree.fromstring(tostring(chart._write()))  # type: ignore[union-attr]
        link = etree.SubElement(tree, f"{{{_CHART}}}externalData", {f"{{{_OFFICE}}}id": "rId1"})
        etree.SubElement(link, f"{{{_CHART}}}autoUpdate", {"val": "0"})
        return bytes(etree.tostring(tree, encoding="UTF-8", standalone=True))

    def _series(self, place: int, name: str) -> Series:
        column, last = get_column_letter(place + 2), len(self.categories) + 1
        names = [StrVal(index, category) for index, category in enumerate(self.categories)]
        values = self.series[name]
        numbers = [NumVal(index, v=str(value)) for index, value in enumerate(values) if value is not None]
        made = Series(idx=place, order=place)
        made.tx = SeriesLabel(StrRef(f"{_SHEET}!${column}$1", StrData(1, [StrVal(0, name)])))
        made.cat = AxDataSource(strRef=StrRef(f"{_SHEET}!$A$2:$A${last}", StrData(len(names), names)))
        found = NumRef(f"{_SHEET}!${column}$2:${column}${last}", NumData("General", len(values), numbers))
        made.val = NumDataSource(found)
        colour = _COLOURS[place % len(_COLOURS)]
        if self.lines:
            made.graphicalProperties = GraphicalProperties(ln=LineProperties(solidFill=colour, w=_LINE))
            made.marker = Marker("circle", size=5, spPr=GraphicalProperties(solidFill=colour))
            made.smooth = False
        else:
            made.graphicalProperties = GraphicalProperties(solidFill=colour)
            made.dLbls = DataLabelList(numFmt="0;;", txPr=_text(900), showVal=True, **_NO_OTHER_LABELS)
        return made

    def workbook(self) -> bytes:
        """The numbers as a workbook."""
        stream = BytesIO()
        with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
            book.set_properties({"created": _LONG_AGO})
            sheet = book.add_worksheet(_SHEET)
            sheet.write_row(0, 1, list(self.series))
            sheet.write_column(1, 0, list(self.categories))
            for column, values in enumerate(self.series.values(), 1):
                sheet.write_column(1, column, ["" if value is None else value for value in values])
        return stream.getvalue()


@dataclass(frozen=True, slots=True)
class ChartPlace:
    """A chart's place in a template: a paragraph with the drawing that `with_charts` gives its part to."""

    number: int
    chart: Chart

    def __html__(self) -> str:
        """The paragraph."""
        width, height = _WIDTH_MM * _EMU_A_MM, self.chart.height * _EMU_A_MM
        number = _FIRST_DRAWING + self.number
        return (
            '<w:p><w:pPr><w:spacing w:before="120" w:after="120" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>'
            f'</w:pPr><w:r><w:drawing><wp:inline xmlns:wp="{_PICTURE_IN_TEXT}" distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{width}" cy="{height}"/><wp:docPr id="{number}" name="图{self.number}"/>'
            f'<a:graphic xmlns:a="{_MAIN}"><a:graphicData uri="{_CHART}"><c:chart xmlns:c="{_CHART}"'
            f' xmlns:r="{_OFFICE}" r:id="{self.relation}"/></a:graphicData></a:graphic>'
            "</wp:inline></w:drawing></w:r></w:p>"
        )

    @property
    def relation(self) -> str:
        """What ties the drawing to its part."""
        return f"rIdChart{self.number}"


def with_charts(document: bytes, places: Sequence[ChartPlace]) -> bytes:
    """The rendered file with the parts of those charts that stand in it."""
    parts = unpacked(document)
    main, relations = "word/document.xml", "word/_rels/document.xml.rels"
    page = parts[main].content()
    changed: dict[str, bytes] = {}
    types = etree.fromstring(parts["[Content_Types].xml"].content())
    tied = etree.fromstring(parts[relations].content())
    etree.SubElement(types, f"{_TYPES}Default", Extension="xlsx", ContentType=_SHEET_TYPE)
    for place in places:
        if place.relation.encode() not in page:
            continue
        chart, book = f"charts/chart{place.number}.xml", f"embeddings/chart{place.number}.xlsx"
        changed[f"word/{chart}"] = place.chart.xml()
        changed[f"word/{book}"] = place.chart.workbook()
        changed[f"word/charts/_rels/chart{place.number}.xml.rels"] = _book_relation(book)
        etree.SubElement(tied, _RELATION, Id=place.relation, Type=f"{_OFFICE}/chart", Target=chart)
        etree.SubElement(types, f"{_TYPES}Override", PartName=f"/word/{chart}", ContentType=_CHART_TYPE)
    if not changed:
        return document
    changed["[Content_Types].xml"] = etree.tostring(types, encoding="UTF-8", standalone=True)
    changed[relations] = etree.tostring(tied, encoding="UTF-8", standalone=True)
    return replaced(parts, changed)


def _book_relation(book: str) -> bytes:
    root = etree.Element(f"{{{_RELATIONS}}}Relationships", nsmap={None: _RELATIONS})
    etree.SubElement(root, _RELATION, Id="rId1", Type=f"{_OFFICE}/package", Target=f"../{book}")
    return bytes(etree.tostring(root, encoding="UTF-8", standalone=True))


def _text(hundredths: int, words: str = "") -> RichText:
    """Text of this size, in hundredths of a point; without words it only sets the size."""
    look = ParagraphProperties(defRPr=CharacterProperties(sz=hundredths, b=False))
    runs = [RegularTextRun(t=words)] if words else []
    return RichText(
        RichTextProperties(), p=[Paragraph(pPr=look, r=runs, endParaRPr=CharacterProperties(sz=hundredths))]
    )
