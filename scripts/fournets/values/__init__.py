"""One cell in, one value or a problem out. Pure functions, no pandas, no clock."""
