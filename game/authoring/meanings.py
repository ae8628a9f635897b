"""What each word an author may choose means, in a sentence: for hovers and lists in the editor."""

from functools import cache

from game.scenario.checks.references import SHIPPED
from game.scenario.format.archetypes import ARCHETYPES
from game.scenario.format.dials import DIALS

FORMAT = {
    "photo": "A picture.",
    "video": "A short film.",
    "story": "Gone after a day.",
    "text": "A few lines to read.",
    "poll": "A question with answers to choose from.",
    "live": "You, talking, at an hour.",
    "guide": "Something useful to keep.",
}
PACE = {
    "shy": "Very slowly; a second message too soon costs trust.",
    "slow": "Slowly.",
    "steady": "Neither slowly nor quickly.",
    "quick": "Quickly; they like a lot of contact.",
}
PRONOUNS = {"they": "they, them, their", "she": "she, her, her", "he": "he, him, his"}
TIES = {
    "none": "Nobody in the crowd knows anybody.",
    "few": "Some know one other.",
    "some": "Most know somebody.",
    "many": "News travels fast.",
}
STAGE = {
    "stranger": "Everybody, from the first day.",
    "acquaintance": "They know who you are.",
    "regular": "They come back by themselves.",
    "friend": "They would miss you.",
    "customer": "They said yes and bought.",
    "advocate": "They tell others about you.",
    "partner": "You do something together.",
    "community": "They belong, and bring others.",
    "lost": "They unfollowed, blocked, or went silent for good.",
    "none": "There is no good end for them.",
    "happy_end": "The good end of whoever it is.",
}
MOOD = {
    "delighted": "Beaming.",
    "warm": "Friendly.",
    "neutral": "Waiting.",
    "puzzled": "One eyebrow up.",
    "weary": "Tired of it.",
    "shocked": "Chair pushed back.",
}
BOTS = {
    "patient": "Listens, gives what fits, and asks when the signs say so.",
    "poster": "Posts every other day and talks to nobody.",
    "pushy": "Pitches to everybody on first contact, and again.",
    "spammer": "Sends the e-book to everybody and asks for shares.",
    "discounter": "Offers everybody a small price.",
    "sleeper": "Does nothing.",
    "never_asks": "Courts well and never proposes.",
    "always_asks": "Proposes to everybody in turn.",
    "thanker": "Thanks everybody every day.",
    "random": "Rolls dice.",
    "oracle": "Sees what is hidden; the upper bound.",
    "reader": "Courts, and asks by a trained score of the signs.",
}
WORDS = {
    "anyone": "At least one follower.",
    "everyone": "Every follower.",
    "average": "The mean of all followers.",
    "self": "The one it is about.",
    "follower": "Every follower with a name.",
    "any_bot": "Whichever bot does best.",
}
_CHOICES = {**FORMAT, **PACE, **PRONOUNS, **TIES, **STAGE, **MOOD}


def of_choice(word: str, among: tuple[str, ...]) -> str:
    """What a word means where one of several must be chosen; empty where it says all itself.

    >>> of_choice("shy", ("shy", "slow"))
    'Very slowly; a second message too soon costs trust.'
    """
    if word == "none" and "few" in among:
        return TIES["none"]
    return _CHOICES.get(word, "")


@cache
def shipped(kind: str) -> dict[str, str]:
    """The ids of a kind that ship with the game (motives, moves, archetypes, bots, dials), each with its meaning."""
    from game.scenario.texts import builtin

    if kind == "motive":
        return {m.id: f"{m.title}: {m.text}" for m in builtin.motives().values()}
    if kind == "move":
        return {m.id: f"{m.title}: {m.text}" for m in builtin.moves().values()}
    if kind == "archetype":
        return {name: f"{a.title}: {a.bio}" for name, a in ARCHETYPES.items()}
    if kind == "bot":
        return {name: BOTS[name] for name in SHIPPED["bot"]}
    if kind == "dial":
        return {dial.id: f"{dial.meaning}; {dial.low:g} to {dial.high:g}" for dial in DIALS.values()}
    return {}


@cache
def spoken() -> dict[str, str]:
    """Everything lines can be written for: signals of followers, then moves."""
    from game.scenario.texts import builtin

    signals = {s.id: f"They say or do it: {s.lines[0].text}" for s in builtin.signals().values()}
    return {**signals, **{name: f"You do it. {text}" for name, text in shipped("move").items()}}
