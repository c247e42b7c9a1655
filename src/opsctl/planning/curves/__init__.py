"""Curves over a year: what they are, how days follow from months, and how last year shapes them."""
