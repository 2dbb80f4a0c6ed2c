"""What this office has: forms, findings, documents, tallies, rules. Declarations only."""
