"""Dividing one number over several exactly, and what a split asks of its parts."""
