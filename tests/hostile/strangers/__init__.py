"""Workbooks of other offices, lists of ours that look odd, and our own papers dropped back: each with its right outcome."""
