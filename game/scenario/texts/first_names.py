"""What a follower is called by: the first name, or with a title the title and the name behind it."""

TITLES = frozenset(
    {"dr", "prof", "mr", "mrs", "ms", "miss", "mx", "sir", "dame", "lord", "lady", "herr", "frau", "the"}
)


def first_name(name: str) -> str:
    """The first word of a name; behind a title, the title with the word after it.

    >>> first_name("Mara Lind"), first_name("Dr. Amara Cole"), first_name("The Other Bakery"), first_name("Bo")
    ('Mara', 'Dr. Amara', 'The Other', 'Bo')
    """
    words = name.split()
    titled = len(words) > 1 and words[0].rstrip(".").casefold() in TITLES
    return " ".join(words[: 2 if titled else 1])
