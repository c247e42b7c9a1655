"""Actual values cut in any way: by store, metric, channel, product, source and time."""
