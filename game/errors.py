"""What may go wrong for a person: one root, below all layers, so that every front end catches one name.

Rule: the message of each of these errors is a sentence for a person. It says where, what was found and how to mend it,
and can be shown as it is. Whatever else is raised is a bug of ours.
"""

FAILED, MISUSED, INTERRUPTED = 1, 2, 130
"""How a command ends that has not done what it was asked for, as docs/reliability.md tells; 0 when it has."""


class CourtshipError(Exception):
    """The root of all that is told to people."""

    exit_code = FAILED  # with which a command ends


class Misused(CourtshipError):
    """What was asked for is not there, or is not asked for in this way."""

    exit_code = MISUSED


class Refused(CourtshipError):
    """Something cannot be done now; nothing has changed."""


class RecordError(CourtshipError):
    """A record cannot be read, written or repeated; what is safe is said."""


class CannotPlay(CourtshipError):
    """A scenario cannot be played."""


class ScenarioError(CourtshipError):
    """Something cannot be done with scenario files."""
