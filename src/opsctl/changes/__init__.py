"""Two workspaces compared by meaning: which records changed, which numbers moved, and what deserves a second look."""
