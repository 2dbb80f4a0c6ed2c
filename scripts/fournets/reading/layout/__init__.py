"""Where the tables of a sheet are, before anybody knows which forms."""
