"""Rules about goals, their sums and their cells."""
