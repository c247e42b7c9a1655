"""Rules about the KPI dictionary."""
