"""Chapter 2.1, pure: curves, exact allocation, the cascade of goals, and the receipts of its numbers."""
