"""Sheets that people fill in and give back: what stands in them, and what was changed."""
