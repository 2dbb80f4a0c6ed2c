"""`回执/`: the senders' own workbooks, marked where something is to be put right."""
