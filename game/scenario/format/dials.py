"""The dials of the trust model an author may turn, under `model:`. Each multiplies what it names; 1 is as tested."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Dial:
    """A named factor with its range."""

    id: str
    meaning: str
    low: float = 0.25  # factor
    high: float = 4.0  # factor
    default: float = 1.0  # factor


DIALS: dict[str, Dial] = {
    dial.id: dial
    for dial in (
        Dial("pushiness_cost", "how much trust it costs to ask for more than somebody is ready to give"),
        Dial("selling_pressure", "how strongly people resist when they feel sold to"),
        Dial("bad_news", "how much more a bad turn weighs than a good one"),
        Dial("forgetting", "how fast trust fades when nothing happens"),
        Dial("weariness", "how long people stay tired of too many messages"),
        Dial("forgiveness", "how much an apology can mend"),
        Dial("favours", "how strongly people wish to return a favour"),
        Dial("word_of_mouth", "how far those who know each other share what they saw"),
        Dial("leaving", "how readily people unfollow"),
        Dial(
            "legibility",
            "how clearly people show what a move did, and below 1 what they need: 1.6 is gentle, 1 fair, 0.6 hard",
        ),
    )
}
