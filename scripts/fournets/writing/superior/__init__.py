"""`上报/`: the superior's own blank forms, read, filled and left as they look."""
