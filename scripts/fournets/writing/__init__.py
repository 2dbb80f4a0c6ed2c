"""Results in, what staff hold in their hands out: papers, workbooks, data files."""
