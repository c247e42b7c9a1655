"""Who is above whom and who answers for what, as it follows from roles, places and dates."""
