"""One playthrough: the turn loop, what a player may know, the record, and bots' eyes."""
