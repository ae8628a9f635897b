"""Words that people write for one of the game: what an author may have meant by a word that is not known."""

from game.scenario.problems.german_words import GERMAN

SYNONYMS: dict[str, tuple[str, ...]] = {
    "all": ("everyone",),
    "alt": ("picture_alt",),
    "answers": ("choices",),
    "buyer": ("customer",),
    "buying": ("buyer",),
    "bying": ("buyer",),
    "birthday": ("arrives",),
    "characters": ("followers",),
    "client": ("customer", "buyer"),
    "company": ("business",),
    "condition": ("when", "need"),
    "cost": ("hours",),
    "customer": ("buyer",),
    "description": ("about", "summary", "bio", "text"),
    "effect": ("change",),
    "effects": ("change",),
    "everybody": ("everyone",),
    "end": ("until", "to"),
    "events": ("timeline",),
    "friends": ("knows",),
    "gender": ("pronouns",),
    "id": ("name", "title"),
    "if": ("when",),
    "image": ("picture",),
    "industry": ("trade",),
    "interests": ("loves",),
    "length": ("days",),
    "lessons": ("teaches",),
    "license": ("licence",),
    "like": ("loves",),
    "likes": ("loves",),
    "max": ("at_most",),
    "message": ("text",),
    "min": ("at_least",),
    "name": ("title",),
    "needs": ("wants", "loves", "lives"),
    "on": ("day",),
    "objectives": ("teaches", "goals"),
    "options": ("choices",),
    "people": ("followers",),
    "photo": ("picture",),
    "posts": ("content",),
    "say": ("text",),
    "speed": ("pace",),
    "start": ("from",),
    "tags": ("about",),
    "title": ("name", "label"),
    "to": ("until",),
    "topic": ("about", "loves"),
    "topics": ("about", "loves"),
    "type": ("format", "motive"),
    "version": ("scenario_format",),
}

SYNONYMS |= GERMAN
SYNONYMS |= dict.fromkeys(("f", "female", "girl", "her", "hers", "she/her", "woman"), ("she",))
SYNONYMS |= dict.fromkeys(("boy", "he/him", "him", "his", "m", "male", "man"), ("he",))
SYNONYMS |= dict.fromkeys(("their", "theirs", "them", "they/them"), ("they",))
"""The words of the game by what is written for them, the likeliest first."""
