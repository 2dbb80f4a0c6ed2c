"""The community's epidemic-prevention desk: spreadsheets in, notices, tallies and lists out."""
