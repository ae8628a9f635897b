"""Charts as SVG, for the lab, the evidence and reports: panels of lines, ranges or shares, put together to a figure.

Light ground, direct labels, never colour alone.
"""
