"""A batch of games without words: positions, the timeline of events, days, what is legal, and what can be seen."""
