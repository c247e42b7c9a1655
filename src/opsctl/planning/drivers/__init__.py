"""What follows from a goal: ratios of each store, sums that hold in every cell, and what contradicts."""
