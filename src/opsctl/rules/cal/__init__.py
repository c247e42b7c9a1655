"""Rules about curves and events."""
