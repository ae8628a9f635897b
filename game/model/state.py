"""What is true of every follower: the hidden state, the traits it rests on, and the ledger both sides know."""

from dataclasses import dataclass

from game.model.arrays import Array, freeze_fields


@dataclass(frozen=True, eq=False)
class People:
    """Traits drawn once, hidden from the player. B episodes, F followers, C contents, K ties each."""

    motive: Array  # (B, F) int64, row of the motive table
    human: Array  # (B, F) 0 or 1
    propensity: Array  # (B, F) −4..4, trustfulness in standard deviations
    proneness: Array  # (B, F) 0..4, reaction to pressure
    reciprocity: Array  # (B, F) 0..2, how much favours bind
    sensitivity: Array  # (B, F) 0.5..2, how soon contact is too much (the pace)
    restless: Array  # (B, F) 0.05..8, how readily they unfollow anybody, against the average
    shows_liking: Array  # (B, F) 0..1, how much of what pleases them can be seen; little in the shy and in poker faces
    shows_dislike: Array  # (B, F) 0..1, the same for what does not; little in the polite and in poker faces
    talkative: Array  # (B, F) 0..1
    sharing: Array  # (B, F) 0..1
    curious: Array  # (B, F) 0..1
    sells: Array  # (B, F) 0..1
    interest: Array  # (B, F) 0..1, height of the need
    bargains: Array  # (B, F) 0..1
    helpful: Array  # (B, F) 0..1, how readily they ask for somebody else
    need_from: Array  # (B, F) day on which the need rises; beyond the last day: never
    need_until: Array  # (B, F) day after which it has passed
    buys: Array  # (B, F) 0 or 1, whose happy end is to buy
    happy_trust: Array  # (B, F) 0..1
    happy_familiarity: Array  # (B, F) 0..
    arrives: Array  # (B, F) day of arrival
    mutual: Array  # (B, F) 0 or 1, you follow them too
    fit: Array  # (B, F, C) 0..1, what each content is worth to each
    ties: Array  # (F, K) int64, whom each one watches; padded with their own number
    tie_weight: Array  # (F, K) 0 or 1

    def __post_init__(self) -> None:
        freeze_fields(self)


@dataclass(frozen=True, eq=False)
class State:
    """The hidden state on a morning."""

    facets: Array  # (3, B, F) −1..1: ability, benevolence, integrity
    evidence: Array  # (B, F) 0..100, weight of what they have seen of you
    hurt: Array  # (3, B, F) 0..2, recent loss per facet that an apology can still mend
    fast: Array  # (B, F) 0..20, recent exposure
    slow: Array  # (B, F) 0..100, lasting familiarity
    wear: Array  # (B, F) 0..20, weariness of you
    reactance: Array  # (B, F) 0..3, resistance to being pushed
    debt: Array  # (B, F) 0..5, favours not yet returned
    stain: Array  # (B, F) 0..2, deceptions found out; never fades
    commitment: Array  # (B, F) 0..5, small yeses given
    need: Array  # (B, F) 0..1, for what you sell, now
    happy: Array  # (B, F) 0 or 1, the happy end has come
    elsewhere: Array  # (B, F) 0 or 1, bought elsewhere
    harm: Array  # (B, F) 0..5, trust that your acts have cost them, added up

    def __post_init__(self) -> None:
        freeze_fields(self)


@dataclass(frozen=True, eq=False)
class Ledger:
    """What has visibly happened: the player, the bots and the followers all know it.

    Ages are whole days since; `NEVER` when it has not happened.
    """

    present: Array  # (B, F) 0 or 1, has arrived and follows
    follow_age: Array  # (B, F) days since they came, 0..
    waiting: Array  # (B, F) days their message has waited for an answer, or NEVER
    waits_for: Array  # (B, F) 0..1, how much that message is worth an answer: a complaint 1
    shared_age: Array  # (B, F) days since they shared or helped
    unthanked: Array  # (B, F) 1 while that share has had no word of thanks and no question about it
    compliment: Array  # (B, F) 1 when that share came with a compliment
    news_age: Array  # (B, F) days since their good news
    unheard: Array  # (B, F) 1 while nobody has been glad of that news with them
    need_age: Array  # (B, F) days since a need or complaint of theirs showed that is not settled
    turns: Array  # (B, F) 0..20, turns of the present talk
    talk_age: Array  # (B, F) days since they last said anything
    contact_age: Array  # (B, F) days since your last direct move
    contacts: Array  # (B, F) 0.., your direct moves
    standing: Array  # (B, F) 0..20, your messages since they said or shared anything, by how much they invite words
    tell: Array  # (B, F) 0..7, the last tell as a step, 0 when there was none
    tell_age: Array  # (B, F) days since it
    glow: Array  # (B, F) −3..3, running mean of the tells about the middle one, the last weighing a third
    sold: Array  # (B, F) 0..20, how much you have sold to them of late (fading)
    apologies: Array  # (B, F) 0..20, how often you have said sorry (fading)
    last_move: Array  # (B, F) int64, the last one
    repeats: Array  # (B, F) 0..20, how often it was made again lately (fading)
    other_move: Array  # (B, F) int64, the one made before it, if another
    other_repeats: Array  # (B, F) 0..20, how often that was made again lately (fading)
    post_repeats: Array  # (B, F) 0..20, the same for posts
    decline_age: Array  # (B, F) days since they said no
    cool_age: Array  # (B, F) days since they answered coolly
    asks: Array  # (B, F) 0.., proposals and pitches made to them
    bought: Array  # (B, F) 0.., purchases
    warm: Array  # (B, F) 0.., warm answers and thanks so far
    short: Array  # (B, F) 0.., short answers
    cool: Array  # (B, F) 0.., cool answers and cold refusals
    questions: Array  # (B, F) 0.., questions to you
    needs: Array  # (B, F) 0.., times a need of their own showed
    prices: Array  # (B, F) 0.., times they asked what it costs
    asked_how: Array  # (B, F) 0.., times they asked how it is made, out of interest
    baits: Array  # (B, F) 0.., times they spoke of a large order
    errands: Array  # (B, F) 0.., times they asked for somebody else
    pitches: Array  # (B, F) 0.., times they tried to sell to you
    shares: Array  # (B, F) 0.., shares
    likes: Array  # (B, F) 0..
    looked: Array  # (B, F) 0 or 1, you have read their profile

    def __post_init__(self) -> None:
        freeze_fields(self)


AGES = (
    "waiting",
    "shared_age",
    "news_age",
    "need_age",
    "talk_age",
    "contact_age",
    "decline_age",
    "tell_age",
    "cool_age",
)
"""The fields of `Ledger` that tell how long ago something was seen."""

NEVER = 999.0
"""The age of what has not happened, and the day of what never will."""

HAPPENED = 900.0
"""Ages and days below this are real ones; from here on they stand for `NEVER`."""

LATELY = 4.0
"""Days for which what followers said, shared or told is on their minds."""

NEED_LATELY = 7.0
"""Days for which help with a need that has shown is welcome."""

TALK_DAYS = 5.0
"""Days that a talk lasts without a word."""

NEED_SHOWS = 0.4  # height beyond which a need shows
NEED_RISES = 0.4  # share of the way to its height that a need goes in a night
NEED_RESTS = 0.12  # of its height, while it waits for its time

# The documented range of every field, for the invariants. Bounds hold after every step.
RANGES: dict[str, tuple[float, float]] = {
    "facets": (-1, 1), "evidence": (0, 100), "hurt": (0, 2), "fast": (0, 20), "slow": (0, 100), "wear": (0, 20),
    "reactance": (0, 3), "debt": (0, 5), "stain": (0, 2), "commitment": (0, 5), "need": (0, 1), "happy": (0, 1),
    "elsewhere": (0, 1), "harm": (0, 5),
}  # fmt: skip
