"""Workbooks: tables of numbers that people can filter, sort and take on from."""
