"""Rules about teams, roles and people."""
