"""What stands around the parts of a screen: the head of a page, its panes, and dialogs."""
