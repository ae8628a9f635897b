"""What a real account did and got, week by week, as arrays."""

from dataclasses import dataclass

from game.model.arrays import Array

KINDS = ("replies", "shares", "unfollows", "purchases")
"""How many followers did so in a week, each counted once, in the order of every array of such counts."""

DONE = ("messages", "offers", "posts")
"""What the account did in a week."""

COLUMNS = ("week", "followers", *DONE, *KINDS)

SHORTEST, LONGEST = 2, 52  # weeks that a file may have
MOST_FOLLOWERS = 100_000_000
MOST_POSTS = 1_000
POSTS_A_WEEK = 7  # that are simulated at most, one a day


@dataclass(frozen=True, eq=False)
class Account:
    """W weeks of an account."""

    weeks: Array  # (W,) int64, numbers of the weeks as they stand in the file
    followers: Array  # (W,) float64, at the beginning of each
    done: Array  # (W, 3) float64, messages that ask for nothing, offers, posts
    counted: Array  # (W, 4) float64, what `KINDS` names

    @property
    def length(self) -> int:
        """How many weeks there are."""
        return len(self.weeks)
