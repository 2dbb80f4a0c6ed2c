"""QR codes as drawn shapes in the page: sharp at every size, without a picture file for each."""

from __future__ import annotations

from itertools import groupby

import segno
from markupsafe import Markup

MASK = 3
"""Any of the eight is sound; trying all of them for the best looking one costs six times as much."""
_SHAPE = (
    '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" coordorigin="0,0" coordsize="{size},{size}" '
    'style="width:{points}pt;height:{points}pt" path="{path}" fillcolor="black" stroked="f"/></w:pict></w:r>'
)


def qr_code(value: object, millimetres: int = 22) -> Markup:
    """A run that holds the QR code of a text, for `{{r 编号|二维码 }}`; `millimetres` is its width.

    A seventh of it may be dirty (error correction M). The quiet zone around it is the template's to leave.
    """
    code = segno.make(str(value), error="m", micro=False, mask=MASK)
    matrix = [bytes(row) for row in code.matrix]
    path = "".join(_row(y, row) for y, row in enumerate(matrix)) + "e"
    points = f"{millimetres * 72 / 25.4:.1f}"
    return Markup(_SHAPE.format(size=len(matrix), points=points, path=path))


def _row(y: int, row: bytes) -> str:
    """The dark stretches of a row, each a rectangle."""
    pieces, x = [], 0
    for dark, stretch in groupby(row):
        width = len(list(stretch))
        if dark:
            pieces.append(f"m{x},{y}l{x + width},{y},{x + width},{y + 1},{x},{y + 1}x")
        x += width
    return "".join(pieces)
