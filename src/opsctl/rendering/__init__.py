"""View values to text: terminal, Markdown, JSON and the formats of diagnostics; the only home of rich and jinja2."""
