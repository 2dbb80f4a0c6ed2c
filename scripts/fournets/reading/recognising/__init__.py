"""Which form a table is, and which of its columns is which field, with the evidence."""
