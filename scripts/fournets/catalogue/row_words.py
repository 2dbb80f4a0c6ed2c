"""Words by which a row is known that holds no record: on sheets that come in, and on the street's blank forms."""

from __future__ import annotations

import re

EXAMPLE = re.compile(r"[(（【]?(?:填写|填报)?(?:例如?|示例|样例|举例|范例|例子|样表|如)[)）】]?\d*[:：]?\d*")
"""A whole cell that says of its row that it shows how to fill in the others."""
