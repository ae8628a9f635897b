"""Drawing: the painter, panels, lettering, theme, and the parts that many screens share."""
