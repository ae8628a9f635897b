"""What may go wrong for a person, always as a sentence with a way out."""


class Told(Exception):  # noqa: N818 - it is what is told, not only an error
    """Its message is meant for a person and can be shown as it is."""


class Refused(Told):
    """Something cannot be done now; nothing has changed."""


class RecordError(Told):
    """A record cannot be read, written or repeated; what is safe is said."""


class CannotPlay(Told):
    """A scenario cannot be played."""
