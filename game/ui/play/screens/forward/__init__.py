"""The page of your habits, and where they lead."""
