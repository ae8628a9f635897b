"""What followers can come to, by what the model wants of them."""

from game.model.overnight.night import HAPPY_CONTACTS
from game.scenario.lint.bounds import CLOSE_DAYS


def test_the_soonest_happy_end_follows_the_contacts_it_wants():
    """One contact a day, and the evening after the last of them."""
    assert CLOSE_DAYS == HAPPY_CONTACTS + 1
