"""What keeps something from being done with scenario files, always as a sentence with a way out."""


class Hindrance(Exception):  # noqa: N818 - it is what is told, not only an error
    """Its message is meant for an author and can be shown as it is. Nothing has been changed."""
