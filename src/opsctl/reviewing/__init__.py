"""Chapter 2.1, looking back: what happened, compared with what was meant. Pure."""
