"""Courtship: a game about earning trust before you ask for anything."""

__version__ = "0.2.0.dev0"
