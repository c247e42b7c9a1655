"""The executable operations handbook of an e-commerce team."""

__version__ = "0.1.0"
