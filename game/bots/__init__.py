"""Policies that play: each sees what a player sees, over a whole batch, and says what to do today.

A bot is one short file with a docstring and a `BOT`; `registry` finds it by itself.
"""
