"""Where actual values come from: files found, columns mapped, lines aggregated by the engine. Home of duckdb."""
