"""The twenty forms of the desk.

To add a form: one `Form` in the module of its topic, its name in `FORMS` below, and a golden pair in
`tests/forms/<form>/`. Field names and natural keys are fixed by the contract with other programs; headings are those
met in the wild.
"""

from __future__ import annotations

from collections.abc import Mapping

from fournets.catalogue.fields import Form
from fournets.catalogue.forms.answers import RECEIPTS, REVIEW
from fournets.catalogue.forms.gates import GATE, PASSES
from fournets.catalogue.forms.quarantine import FEVER, QUARANTINE, TEMPERATURES
from fournets.catalogue.forms.registers import CHECKPOINTS, COMPOUNDS, GRIDS, GROUPS
from fournets.catalogue.forms.residents import HOUSEHOLDS, SCREENING
from fournets.catalogue.forms.returnees import RETURNEES
from fournets.catalogue.forms.services import DISINFECTION, ERRANDS, PUBLICITY
from fournets.catalogue.forms.street import DISPATCH
from fournets.catalogue.forms.volunteers import DUTY, VOLUNTEERS

__all__ = ["FORMS"]

FORMS: Mapping[str, Form] = {
    form.name: form
    for form in (
        GRIDS,
        COMPOUNDS,
        CHECKPOINTS,
        GROUPS,
        HOUSEHOLDS,
        VOLUNTEERS,
        SCREENING,
        RETURNEES,
        QUARANTINE,
        TEMPERATURES,
        GATE,
        PASSES,
        DISINFECTION,
        DUTY,
        PUBLICITY,
        ERRANDS,
        FEVER,
        DISPATCH,
        RECEIPTS,
        REVIEW,
    )
}
