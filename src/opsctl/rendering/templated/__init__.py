"""Reports by templates: those that ship, and a team's own, which are strangers' programs and treated so."""
