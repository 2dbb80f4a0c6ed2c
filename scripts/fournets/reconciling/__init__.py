"""Records in, people, cases, coverage, buckets, findings and tallies out."""
