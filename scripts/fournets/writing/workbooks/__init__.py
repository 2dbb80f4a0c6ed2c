"""Workbooks as staff and we hold them: new ones in one look, and the parts of an existing one changed in place."""
