"""Tables of whole numbers whose rows and columns both add up to fixed totals."""
