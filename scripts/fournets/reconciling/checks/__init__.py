"""What no single cell shows: sheets that contradict each other, papers unsigned, sheets not sent."""
