"""The rows of a recognised table → records, with a finding for each doubt."""
