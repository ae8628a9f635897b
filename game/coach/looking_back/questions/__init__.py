"""Questions to buy and smaller ones: what is held of each, what it cost, and which sign was to be looked for."""
