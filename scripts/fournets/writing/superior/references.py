"""What formulas and areas point to after rows were inserted into a sheet, as a spreadsheet itself would move it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token, TokenizerError
from openpyxl.formula.translate import Translator, TranslatorError

_CELL = r"(\$?[A-Za-z]{1,3}\$?)(\d+)"
_AREA = re.compile(rf"{_CELL}(?::{_CELL})?")
_ROWS = re.compile(r"(\$?)(\d+):(\$?)(\d+)")


@dataclass(frozen=True, slots=True)
class Insertion:
    """`count` rows inserted below row `after` of the sheet `sheet`.

    An area that ends at `after` grows over the new rows: they continue a table, and its sums and print areas with it.
    """

    sheet: str
    after: int
    count: int

    def moved(self, row: int) -> int:
        """Where a row lies afterwards."""
        return row + self.count if row > self.after else row

    def last(self, row: int) -> int:
        """Where an area ends that ended at this row."""
        return row + self.count if row >= self.after else row

    def area(self, reference: str, *, grows: bool = True) -> str:
        """B5:C7 or B5 moved; a single row grows where `grows`."""
        found = _AREA.fullmatch(reference)
        if not found:
            return reference
        left, top, right, bottom = found[1], int(found[2]), found[3] or found[1], int(found[4] or found[2])
        end = self.last(bottom) if grows or bottom > top else self.moved(bottom)
        moved = f"{left}{self.moved(top)}"
        return f"{moved}:{right}{end}" if found[3] or end != self.moved(top) else moved

    def areas(self, references: str) -> str:
        """Several areas with blanks between them."""
        return " ".join(self.area(reference) for reference in references.split())

    def formula(self, text: str, home: str) -> str:
        """A formula, without its `=`, that stands on the sheet `home`; one that cannot be read stays as it is."""
        try:
            tokens = Tokenizer(f"={text}").items
        except TokenizerError:
            return text
        return "".join(self._token(token, home) for token in tokens)

    def _token(self, token: Token, home: str) -> str:
        if token.type != Token.OPERAND or token.subtype != Token.RANGE:
            return str(token.value)
        written, _, reference = str(token.value).rpartition("!")
        named = written.strip("'").replace("''", "'") if written else home
        if named != self.sheet:
            return str(token.value)
        return (f"{written}!" if written else "") + self._reference(reference)

    def _reference(self, reference: str) -> str:
        if rows := _ROWS.fullmatch(reference):
            return f"{rows[1]}{self.moved(int(rows[2]))}:{rows[3]}{self.last(int(rows[4]))}"
        return self.area(reference, grows=":" in reference)


def copied(formula: str, origin: str, target: str) -> str:
    """The formula of cell `origin` as it is when copied to the cell `target`; as it is where that cannot be said."""
    try:
        return str(Translator(f"={formula}", origin).translate_formula(target))[1:]
    except (TokenizerError, TranslatorError):
        return formula
