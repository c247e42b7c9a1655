"""Sources that are a table or query of a warehouse: one statement each, so that only totals travel. Home of SQL."""
