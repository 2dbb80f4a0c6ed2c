"""The contract as a checking program: it reads a desk's folder as other programs do and knows nothing of ours.

By hand: `python -m tests.acceptance.measure_desk DESK [--day D]`. Only the standard library, openpyxl, python-docx and
PyYAML are used; what the contract says is written down here a second time, on purpose.
"""
