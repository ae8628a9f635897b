"""The scrapbook in the window: what was seen on this machine."""
