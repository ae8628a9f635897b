"""Courtship: a game about earning trust before you ask for anything."""

__version__ = "0.1.0"
