"""The version of kg, which every graph names as what made it."""

__version__ = "0.1.0"
