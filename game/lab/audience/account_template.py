"""A file to fill in with the weeks of an account."""

from game.lab.audience.account import COLUMNS, LONGEST, SHORTEST

TEMPLATE = f"""\
# The weeks of your account, one a line, {SHORTEST} to {LONGEST} of them. Lines that begin with # are passed over.
# followers: how many there were when the week began. messages: personal ones that ask for nothing. offers: personal
# messages that ask somebody to buy. posts: to everybody. replies, shares, unfollows, purchases: how many followers
# answered, shared, left, bought; each follower counts once a week. Whole numbers; 0 where there was none.
{",".join(COLUMNS)}
1,400,30,2,3,25,6,2,1
2,402,28,0,3,22,5,1,0
"""
