"""
Chapter 2.1, pure: a year's goals down the organisation and over time, and the receipts of every number.

`cascade` is where the steps meet. Its rooms: `curves` (days and months), `dividing` (one number over several),
`drivers` (what follows from a goal), `tables` (months fixed above), `replans` (a year planned anew), `shown` (views).
"""
