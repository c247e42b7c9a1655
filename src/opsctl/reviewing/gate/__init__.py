"""The data gate: whether numbers may be judged. One module a check, listed in `checks.py`."""
