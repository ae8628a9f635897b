"""Moves and their scenes on a date, as the fake game has them."""

from dataclasses import replace
from functools import cache

from game.engine.seen.situations import MOODS
from game.session.date_lines import DateLine
from game.session.seen.odds_told import forecast_of
from game.session.view import MotiveView

DAYS = 28

WHAT_IT_TOOK = "It would have taken two more talks about the school, and the bread box in the week before the party."

LONG_COMMENT = (
    "Priya Raman: I have been doing it wrong for years and nobody in my whole family ever told me about the paper bag"
)

MOTIVES = (
    MotiveView("courtesy", "Polite", "Follows everybody back who is no robot."),
    MotiveView("curious", "Curious", "Wants to see what you share, and nothing more for now."),
    MotiveView("neighbour", "Neighbour", "Lives round the corner and likes to know what goes on."),
    MotiveView("seller", "Seller", "Thinks that you may be a customer for what they sell."),
    MotiveView("buyer", "Buyer", "Is interested in what you make, and may buy it one day."),
    MotiveView("fan", "Fan", "Loves what you do and tells everybody."),
    MotiveView("deal_hunter", "Deal hunter", "Waits for a discount, and for nothing else."),
    MotiveView("peer", "Peer", "Does what you do, somewhere else, and compares notes."),
    MotiveView("bot", "Robot", "Nobody is there."),
)

# id, title, text, group, hours, content, other, faux pas
MOVES = (
    ("look_around", "Look around", "Read their profile and what they posted lately.", "notice", 0.25, 0, 0, 0),
    ("like", "Like a post", "A light touch: costs little, says little.", "notice", 0.1, 0, 0, 0),
    ("comment", "Comment", "Say something about what they posted themselves.", "notice", 0.25, 0, 0, 0),
    ("ask_about_them", "Ask about them", "A question about their life, and time for the answer.", "talk", 0.4, 0, 0, 0),
    ("follow_up", "Follow up", "Come back to what they told you the last time you talked.", "talk", 0.4, 0, 0, 0),
    ("ask_their_view", "Ask their view", "How do they feel about what they just shared?", "talk", 0.4, 0, 0, 0),
    ("answer", "Answer", "Reply to the message that is waiting for you.", "talk", 0.4, 0, 0, 0),
    ("give_space", "Give space", "Leave the thread open, and do not push.", "talk", 0.0, 0, 0, 0),
    ("thank_publicly", "Thank publicly", "Say thank you where the others can read it.", "thank", 0.25, 0, 0, 0),
    ("thank_privately", "Thank privately", "Say thank you, just between the two of you.", "thank", 0.25, 0, 0, 0),
    ("amplify", "Amplify", "Show everybody something good that they made.", "thank", 0.25, 0, 0, 0),
    ("congratulate", "Congratulate", "Be glad with them about their own good news.", "thank", 0.25, 0, 0, 0),
    ("apologise", "Apologise", "Say sorry for what went wrong, without an excuse.", "thank", 0.25, 0, 0, 0),
    (
        "retweet_share",
        "Repost their share",
        "Share their share of you with all of your followers.",
        "thank",
        0.1,
        0,
        0,
        1,
    ),
    ("share_resource", "Share something", "Give them something that fits what they care about.", "give", 0.5, 1, 0, 0),
    ("help", "Help", "Do something for them that takes you an hour.", "give", 1.0, 0, 0, 0),
    ("introduce", "Introduce", "Bring two people together who should know each other.", "give", 0.4, 0, 1, 0),
    ("small_offer", "Small offer", "Something small and easy to say yes or no to.", "ask", 0.5, 0, 0, 0),
    ("propose", "Propose", "Ask them to buy. Once asked, it cannot be unasked.", "ask", 0.75, 0, 0, 0),
    ("ask_to_share", "Ask for a share", "Ask them to share your page with their friends.", "ask", 0.25, 0, 0, 1),
    ("pitch", "Pitch", "Tell them everything about your product at once.", "ask", 0.4, 0, 0, 1),
    ("post_helpful", "Post something", "Something useful, for everybody who follows you.", "all", 0.75, 1, 0, 0),
    ("post_question", "Ask everybody", "A question that people like to answer.", "all", 0.5, 1, 0, 0),
    ("post_story", "Tell a story", "What happened behind the counter this week.", "all", 0.75, 1, 0, 0),
    ("post_promotion", "Promote", "Tell everybody what you sell and what it costs.", "all", 0.5, 1, 0, 0),
    ("blast_dm", "Message all", "The same private message to every follower.", "all", 0.5, 0, 0, 1),
)

MARA = 1
"""The look of the first follower, who sits with you in the mirror."""

DATES = {
    "propose": DateLine(
        "propose",
        "We have known each other for eleven minutes. Will you marry me?",
        "I … have a train to catch.",
        "You go down on one knee before the coffee has come.",
        "She looks for the waiter, then for her coat.",
        "shocked",
        "ring",
    ),
    "blast_dm": DateLine(
        "blast_dm",
        "Look! Four hundred pictures of my baby. Everybody here gets the album!",
        "Oh. That is … a lot of baby.",
        "You pull out the baby album before the coffee has come, and hand a copy to every other table as well.",
        "She turns the pages faster and faster, and asks for the bill.",
        "weary",
        "album",
    ),
}

GOOD_DATE = DateLine(
    "ask_about_them",
    "How did you get into baking with rye?",
    "Oh! My gran had an oven in the yard.",
    "You ask about the thing she brought up, then you wait.",
    "She puts the cup down and tells you a story.",
    "delighted",
    "cup",
    key="rye",
)


@cache
def date_of(move: str, faux_pas: bool) -> DateLine:
    date = DATES.get(move) or replace(DATES["blast_dm"] if faux_pas else GOOD_DATE, move=move)
    moods = MOODS.get(move, {})
    situation = next((name for name, allowed in moods.items() if date.mood in allowed), "")
    return replace(date, look=MARA, forecast=forecast_of(move, situation, date.mood))
