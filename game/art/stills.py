"""Still lifes: which drawing shows what a title speaks of."""

import re

STILLS: tuple[tuple[str, str], ...] = (
    (
        "one_light",
        r"half past (two|three|four)|four in the morning|first light|before the first customer|at night|dawn",
    ),
    ("candle", r"candles?|power cut"),
    ("telephone", r"telephones?|phones?|calls?|rings"),
    ("newspaper", r"newspapers?|half a page|gazette|editors?"),
    ("scales", r"scales|grams?|balance|weigh\w*"),
    ("bench", r"bench(es)?"),
    ("snow", r"snow\w*|brooms?"),
    ("trophy", r"prizes?|troph(y|ies)|awards?"),
    ("list", r"lists?"),
    ("board", r"chalk|blackboards?|only \w+ left"),
    ("letter", r"letters?|envelopes?|stamps?|postcards?"),
    ("horse", r"horses?|pon(y|ies)|four legs"),
    ("horseshoe", r"horseshoes?|farriers?|smith(y|ies)?"),
    ("clock", r"clocks?|ten past six|watchmaker"),
    ("ledger", r"ledgers?|accounts?|figures|earns?|budgets?|prices?|wages"),
    ("pole", r"poles?|fire (brigade|stations?)"),
    ("biscuits", r"biscuits?|cookies?"),
    ("cake", r"cakes?|tarts?|pies?"),
    ("bags", r"bags?|packaging|labels?"),
    ("roaster", r"drum|roast\w*"),
    ("farms", r"farms?|farmers?|harvest|origins?|cherries"),
    ("grinder", r"grind\w*"),
    ("cups", r"coffee for|urns?|big pot|cups"),
    ("filter", r"mugs?|filters?|pour\w*|brew\w*|coffee|espresso"),
    ("paste", r"paste|glues?"),
    ("notebook", r"notebooks?|bindery|binding|bookbinders?|last page|spines?|diar(y|ies)"),
    ("books", r"books?|shel(f|ves)|librar(y|ies)|reading|novels?|poems?"),
    ("steam", r"steam|ovens?"),
    ("bread", r"bread|loa(f|ves)|rye|sourdough|starters?|flour|bak(e|ing|ery|er)|crusts?|rolls"),
    ("bell", r"bells?"),
    ("bicycle", r"bicycles?|bikes?|brakes|cycl\w+|tyres?"),
    ("tram", r"trams?|trains?|railways?|buses|stations?"),
    ("lighthouse", r"lighthouses?|fog"),
    ("boat", r"boats?|harbour|ships?|sail\w*|ferr(y|ies)|tanker"),
    ("map", r"maps?|routes?"),
    ("garden", r"gardens?|plants?|flowers?|seeds?|ferns?|bulbs"),
    ("tools", r"tools?|workshops?|repairs?|lathe|brass|screws?"),
    ("sea", r"sea|coast|beach|waves?"),
    ("mountains", r"mountains?|alps|summit"),
    ("hills", r"hills?|fields?|meadows?|countryside"),
    ("street", r"streets?|corner|neighbours?|village|houses?|in 1[89]\d\d"),
    ("city", r"city|skyline|town"),
    ("photo_frame", r"portraits?|family|anniversary|photographs?"),
    ("breakfast", r"breakfast|kitchen|tea|table"),
)
"""By drawing of the kind `stills`, the words of a title that it shows; the first that is met holds."""
OF_POSTS = frozenset({
    "bags", "bell", "bicycle", "biscuits", "boat", "books", "bread", "cake", "candle", "clock", "cups", "garden",
    "horse", "letter", "lighthouse", "map", "notebook", "one_light", "pole", "tools",
})  # fmt: skip
"""Drawings of things that a post shows when it names them: others are named in passing."""
_OTHERWISE = re.compile(
    r"\b(no|not|like|lost|red|green|blue|yellow|white|black|orange|purple|pink|brown|grey)\b", re.IGNORECASE
)
"""Words of a post that a drawing does not hear: that the thing is not there, or what colour it has."""
NEUTRAL = "camera"
"""Shown for a photo or a video of which no drawing tells."""
_DRAWN = frozenset(name for name, _ in STILLS)
_WORDS = tuple((name, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for name, words in STILLS)


def still_of_post(text: str) -> str:
    """The still life beside a post, if it speaks of one thing alone that can be drawn, and of nothing else; else "".

    >>> still_of_post("Wrote a letter by hand."), still_of_post("A bicycle in the harbour. Green.")
    ('letter', '')
    """
    named = {name for name, words in _WORDS if words.search(text)}
    return min(named) if len(named) == 1 and named <= OF_POSTS and not _OTHERWISE.search(text) else ""


def still_of(title: str) -> str:
    """The still life that shows what a title speaks of, or that is named behind its last colon; "" if there is none.

    >>> still_of("Quill Street in 1902"), still_of("How we do it")
    ('street', '')
    """
    named = title.rpartition(": ")[2]
    return named if named in _DRAWN else next((name for name, words in _WORDS if words.search(title)), "")
