"""Reading at arm's length: the worker processes, how they start, and the limits that they keep."""
