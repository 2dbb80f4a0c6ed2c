"""Whole desks as other offices would make them, with their own truth: measures reading and linking from outside."""
