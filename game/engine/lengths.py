"""How many days something that has happened can still be taken up: rules of the game for people, bots and agents.

How long followers themselves think of a thing is another matter, and the model's (`game/model/state.py` and
`parameters.py`). All lengths stand side by side in a table of docs/design.md.
"""

NEWS_DAYS = 5.0
"""Days for which somebody can be congratulated on good news, and the news are shown."""

SHARE_DAYS = 6.0
"""Days for which a share can be passed on, and is shown as fresh."""
