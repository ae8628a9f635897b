"""Every picture of the game, as SVG text made by pure functions that choose, colour and compose.

What is drawn stands in `.svg` files under `assets/art`; `docs/art.md` tells how to add one without touching Python.
The text keeps to what the SVG reader inside SDL draws: paths and basic shapes, colours written as `#rrggbb`, opacity
as an attribute, gradients in user space. Nothing here imports pygame: the window and a browser get the same text.
"""
