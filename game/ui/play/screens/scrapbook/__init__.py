"""The page of the scrapbook."""
