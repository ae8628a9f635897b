"""The people, contents, events and nights of the fake game."""

from game.session.date_lines import OpeningScene
from game.session.event_view import EventChoice, EventPerson, EventView
from game.session.view import (
    ContentView,
    FollowerView,
    Guess,
    NightItem,
    NightReport,
    Notice,
    PagePost,
    ThreadItem,
)


def item(day: int, who: str, kind: str, text: str, **more) -> ThreadItem:
    return ThreadItem(day, who, kind, text, **more)


MARA = (
    item(1, "note", "event", "Mara Lind follows you back."),
    item(2, "me", "look_around", "You read her profile: rye bread, early mornings, a dog called Biscuit."),
    item(2, "note", "page", "On Mara’s own page: “First loaf of the year. The dog has seen it, and so has the cat.”"),
    item(2, "note", "page", "On Mara’s own page: “Nobody asked, and I told them all the same.”"),
    item(4, "me", "ask_about_them", "How did you get into baking with rye? Your crumb looks like my grandmother’s."),
    item(4, "them", "answer_warm", "Oh! My gran had an oven in the yard, and I was allowed to carry the wood."),
    item(4, "them", "question", "Do you bake with a starter of your own?"),
    item(6, "me", "answer", "I do. It is eleven years old and has its own shelf in the fridge."),
    item(
        8,
        "me",
        "share_resource",
        "I thought of you when I found this.",
        title="Keeping a rye starter alive through a long holiday",
        format="guide",
    ),
    item(9, "them", "thanks", "This is exactly what I needed, thank you. I leave on Friday."),
    item(
        11,
        "note",
        "share_compliment",
        "Mara shared your post and wrote: “The best crust in town, and the kindest people.”",
        public=True,
    ),
    item(11, "them", "life_event", "I got the place at the bakery school!", good_news=True),
)

BIOS = (
    (
        "mara",
        "Mara Lind",
        "@maralind",
        "Bakes at five, walks the dog at six. Rye, rain and radio plays.",
        "I got the place at the bakery school!",
    ),
    (
        "omar",
        "Omar Haddad",
        "@omar.haddad",
        "Street photographer. Talks to strangers for a living.",
        "That crust! How long did it rest?",
    ),
    (
        "wil",
        "Wilhelmina Featherstonehaugh-Cholmondeley",
        "@wilhelmina_featherstonehaugh_official",
        (
            "Lady of the manor, patron of seventeen village fêtes, judge of marrows. Opinions are entirely my "
            "own and there are a great many of them."
        ),
        "One does wonder whether a Victoria sponge could ever be improved upon",
    ),
    ("jae", "Jae Lindqvist", "@jae", "Night shifts, cold noodles.", "ok"),
    ("priya", "Priya Raman", "@priya.reads", "Reading list longer than my arm.", "You: loved the reading list!"),
    (
        "leo",
        "Leo Marchetti",
        "@leomarchetti",
        "Espresso machines, sold and repaired. Ask me for a quote!",
        "Can we talk about your coffee corner?",
    ),
    ("sunniva", "Sunniva Berg", "@sunniva", "Two children, one garden, no time.", "Thanks for asking first :)"),
    ("ade", "Ade Bello", "@adebello", "Runs. Eats. Runs again.", "Is the walnut loaf back on Saturday?"),
    ("tom", "Tom Hale", "@tomhale", "Just here for the bread.", "haha ok that’s fair"),
    ("ines", "Inês Gonçalves", "@ines.g", "Lisbon, now here. Pastéis de nata snob.", "Liked your post"),
    (
        "bakery",
        "The Other Bakery on the Other Side of the River",
        "@otherbakery",
        "We bake, too.",
        "How do you handle flour prices?",
    ),
    ("deal", "Best Deals Daily", "@bestdeals", "50 % off everything.", "Any coupon code?"),
    ("gone1", "Gregor Samsa", "@gsamsa", "Travelling salesman.", "Unfollowed you"),
    ("gone2", "Patience Worthington", "@patience", "Quiet.", "Blocked you after the third message in a row"),
)

LIGHT = "The light on the way home, and a warm loaf under the coat."
NOTICED = (
    Notice("topic", "Loves rye", "She comes back to rye bread again and again.", new=True),
    Notice("pace", "Answers at night", "Usually replies after six in the evening, and it is not about you."),
    Notice("format", "Enjoys guides", "She saves guides and does not watch videos to the end."),
    Notice("tie", "Knows Omar Haddad", "They greet each other under your posts."),
    Notice("need", "Plans a party", "Forty people in May, and no cake yet."),
)


def thread_of(name: str, last: str) -> tuple[ThreadItem, ...]:
    return (
        item(2, "note", "event", f"{name} follows you back."),
        item(5, "me", "comment", "What a light in that picture! Where was it?"),
        item(5, "them", "answer_short", "By the river."),
        item(10, "them", "question", last),
    )


def followers() -> tuple[FollowerView, ...]:
    people = []
    for i, (key, name, handle, bio, preview) in enumerate(BIOS):
        gone = {"gone1": "unfollowed", "gone2": "blocked"}.get(key, "")
        thread = MARA if key == "mara" else () if key == "ines" else thread_of(name, preview)
        people.append(
            FollowerView(
                id=key,
                name=name,
                handle=handle,
                pronouns="she" if i % 2 == 0 else "he",
                bio=bio,
                look=i * 3 + 1,
                picture="",
                picture_alt="",
                since_day=1 + i % 4,
                following=not gone,
                left=gone,
                customer=key in {"ade", "tom"},
                unread={"omar": 1, "leo": 2, "wil": 12, "mara": 1}.get(key, 0),
                preview=preview,
                last_day={"mara": 11, "omar": 11, "leo": 10, "ines": 0}.get(key, 4 + i % 6),
                waiting=key in {"omar", "leo", "bakery"},
                shared="compliment" if key == "mara" else "",
                news=key == "mara",
                thread=thread,
                noticed=NOTICED if key == "mara" else NOTICED[: i % 3],
                topics=("rye", "dogs") if key == "mara" else (),
                formats=("guide",) if key == "mara" else (),
                knows=("omar",) if key == "mara" else (),
                guess=Guess("curious", 75) if key == "mara" else None,
                planned="Answer" if key == "wil" else "",
                page=(PagePost(0, f"On {name.split()[0]}’s own page: “{LIGHT}”"),),
            )
        )
    return tuple(people)


CONTENTS = tuple(
    ContentView(f"c{i}", title, form, topics, hours, text, "", "", locked, used)
    for i, (title, form, topics, hours, text, locked, used) in enumerate(
        (
            (
                "Keeping a rye starter alive through a long holiday",
                "guide",
                ("rye", "baking at home"),
                0.5,
                "Four ways, from the fridge to the neighbour.",
                False,
                ("mara",),
            ),
            (
                "Five o’clock in the bakery",
                "video",
                ("behind the counter",),
                0.75,
                "Ninety seconds, no music.",
                False,
                (),
            ),
            ("Which loaf for which soup?", "poll", ("soup", "rye"), 0.25, "Three soups, four loaves.", False, ()),
            (
                "The mill by the river",
                "story",
                ("local history", "grain"),
                0.5,
                "How the flour comes to town, told by the miller.",
                False,
                ("everyone",),
            ),
            ("A cake for forty", "photo", ("parties",), 0.25, "The one with the figs.", False, ()),
            ("Ask the baker", "live", ("baking at home",), 1.0, "An hour of questions.", False, ()),
            ("Why bread goes stale", "text", ("science",), 0.25, "It is not about drying.", False, ()),
            (
                "The e-book: 100 reasons to order bread online, the complete and extended edition",
                "text",
                ("our shop",),
                0.25,
                "Head office made it.",
                True,
                (),
            ),
        )
    )
)

EVENT = EventView(
    "boss",
    "Your boss calls",
    "“Quarter’s end! Everybody is sending their followers the new e-book. I want it in every inbox by "
    "tonight, with the discount code, and a friendly word about the loyalty card. Can I count on you?”",
    (
        EventChoice(0, "Send it to everybody tonight, as ordered"),
        EventChoice(1, "Offer it in one post, to those who want it"),
        EventChoice(2, "Ask for a week, and show what the conversations have brought so far"),
        EventChoice(3, "Say no"),
    ),
    "",
    "Your boss calls",
    (EventPerson("Ms Okafor", 41),),
)

NIGHT = NightReport(
    11,
    (
        NightItem("ade", "Ade Bello", "buys", "Ade ordered two walnut loaves for Saturday: “Finally!”", 3),
        NightItem(
            "gone2", "Patience Worthington", "blocks", "Patience blocked you after the third message in a row.", 3
        ),
        NightItem("omar", "Omar Haddad", "question", "“That crust! How long did it rest?”", 2),
        NightItem(
            "leo",
            "Leo Marchetti",
            "pitches_you",
            "“Can we talk about your coffee corner? I have a machine that would fit.”",
            2,
        ),
        NightItem(
            "wil",
            "Wilhelmina Featherstonehaugh-Cholmondeley",
            "answer_warm",
            "“One does wonder whether a Victoria sponge could ever be improved upon, but yours came dangerously "
            "close, and the vicar agrees.”",
            2,
        ),
        NightItem(
            "mara",
            "Mara Lind",
            "share_compliment",
            "Mara shared your post: “The best crust in town, and the kindest people.”",
            2,
        ),
        NightItem("tom", "Tom Hale", "answer_short", "“haha ok that’s fair”", 1),
        NightItem("priya", "Priya Raman", "thanks", "“Thank you for the list!”", 1),
    ),
    7,
    ("Inês Gonçalves",),
    ("Patience Worthington", "Gregor Samsa"),
    (
        "Goal reached: three regulars by day 12.",
        "A share with a compliment is an open door: ask how they feel about it.",
    ),
)

OPENING = (
    OpeningScene(
        "A table for two",
        "You have just sat down. The coffee has not come yet, and you have known each other for as long as "
        "it takes to hang up a coat.",
        "Will you marry me?",
        "Sorry … what was your name again?",
        "shocked",
        "ring",
    ),
    OpeningScene(
        "Once more, from the beginning",
        "This time you begin with a question.",
        "What brought you here?",
        "",
        "warm",
        "cup",
    ),
)
LONG_OPENING = (
    OPENING[0],
    OpeningScene(
        "Minutes later", "You put the ring back into your pocket. It seems to live there.",
        "Then let us get to know each other first.", "First would have been a good time.", "weary", "cup",
    ),
    OpeningScene(
        "Meanwhile, your telephone",
        "A shop you began to follow on your way here has written. It has also written to nine thousand others.",
        "“Dear valued friend! Here is our e-book. Buy now!”",
        "Mine says that, too. Another one with a ring in the pocket.", "weary", "phone",
    ),
    OPENING[1],
)  # fmt: skip
