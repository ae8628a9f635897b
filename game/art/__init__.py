"""Every picture of the game, as SVG text made by pure functions.

The text keeps to what the SVG reader inside SDL draws: paths and basic shapes, solid colours written as `#rrggbb`,
opacity as an attribute, gradients in user space. No clipping, masks, filters, reuse or text. Nothing imports pygame.
"""
