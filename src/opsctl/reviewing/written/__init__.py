"""The review that people write: its number blocks, its actions and verdicts, and who owes which."""
