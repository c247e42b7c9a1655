"""A seeded, ledger-first simulator of the example company; it knows nothing of opsctl."""
