"""Months that a goal fixes above stores with curves of their own: tables whose rows and columns both add up."""
