"""How many days something that has happened can still be taken up: rules of the game for people, bots and agents.

How long followers themselves think of a thing is another matter, and the model's (`game/model/state.py` and
`parameters.py`). All lengths stand side by side in a table of docs/design.md.
"""

NEWS_DAYS = 5.0
"""Days for which somebody can be congratulated on good news, and the news are shown."""

SHARE_DAYS = 6.0
"""Days for which a share can be passed on, and is shown as fresh."""

ASKED_AGAIN_DAYS = 5.0
"""Days for which a no is shown as fresh in the date mirror: whoever asks again is not met with joy."""

HURT_SHOWS_DAYS = 10.0
"""Days for which a no counts as a visible occasion for an apology."""

LAST_WORD_DAYS = 1.0
"""Days for which a friendly word outweighs older coolness in the date mirror."""

NEED_SEEN_DAYS = 10.0
"""Days for which a need that has shown is taken to last in the date mirror."""

SENT_TO_ALL_DAYS = 10.0
"""Days for which a message to everybody makes a yes rarer in the date mirror."""

THANKED_FOR_DAYS = 14.0
"""Days for which a share is shown as an occasion for thanks."""
