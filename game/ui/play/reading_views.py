"""How the views of a run are read, for pages and for updates."""

from dataclasses import replace

from game.scenario.catalogue import ScenarioCard
from game.scenario.texts.first_names import first_name
from game.session.entries import PlanMove
from game.session.seen.after_the_move import in_your_words
from game.session.seen.offered import hours_with
from game.session.view import ContentView, FollowerView, MoveView, View
from game.ui.common.shared_actions import Open, Start
from game.ui.common.ui_model import Model
from game.ui.play.play_state import ChoosePage, ConfirmBox, MirrorBox, PlayPage

ASKED_FOOT = "The debrief will say that you asked. It costs nothing."
"""Stands below whatever a player may ask for while playing: a hint, a what-if."""

FIRST = "first_hello"  # the scenario that teaches
EVIDENCE, EVERY = 3, 3
"""So many things noticed make a guess worth while; it is invited on every third day, for each person another one."""


def way_out(model: Model) -> str:
    """Where one goes when one leaves a run."""
    return "To the Workshop" if model.workshop else "To the title"


def follower_of(view: View, name: str) -> FollowerView | None:
    """The follower with an id; None if there is none in the view."""
    return next((f for f in view.followers if f.id == name), None)


def ordered(view: View, order: tuple[str, ...] = ()) -> tuple[FollowerView, ...]:
    """Followers as the list shows them: in a given order, newcomers behind, those who are gone at the end."""
    places = {name: i for i, name in enumerate(order)}
    return tuple(sorted(view.followers, key=lambda f: (not f.following, places.get(f.id, len(places)))))


def moves_of(view: View, group: str) -> tuple[MoveView, ...]:
    """The moves of a group that are open by now."""
    return tuple(m for m in all_of(view, group) if m.opens <= view.day)


def all_of(view: View, group: str) -> tuple[MoveView, ...]:
    """The moves of a group, those that open on a later day too."""
    return view.posts if group == "all" else tuple(m for m in view.moves if m.group == group)


def content_of(view: View, name: str) -> ContentView | None:
    """The content with an id; None if there is none in the view."""
    return next((c for c in view.contents if c.id == name), None)


def move_of(view: View, name: str) -> MoveView | None:
    """The move with an id; None if there is none in the view."""
    return next((m for m in (*view.moves, *view.posts) if m.id == name), None)


def plan_of(model: Model) -> PlanMove | None:
    """The entry that plans the move taken up; None when there is none."""
    page, view = model.page, model.view
    move = move_of(view, page.move) if isinstance(page, PlayPage) and view is not None else None
    if move is None or not isinstance(page, PlayPage):
        return None
    return PlanMove(page.move, receiver_of(page, move), page.content, page.other)


def receiver_of(page: PlayPage, move: MoveView) -> str:
    """Whom a move is for: the id of the follower chosen, or "" for everybody."""
    return "" if move.group == "all" else page.selected


def mirror_of_yesterday(view: View, follower: FollowerView) -> MirrorBox | None:
    """The date mirror of the move made yesterday to a follower, if there was one."""
    date = view.yesterday
    if date is None:
        return None
    title = next((move.title for move in view.moves if move.id == date.move), "")
    sent = (item.text for item in reversed(follower.thread) if item.day == view.day - 1 and item.kind == date.move)
    date = in_your_words(date, next(sent, ""))
    return MirrorBox(date, title, 0.0, follower.look, follower.name, past=follower.id)


def mirror_of(model: Model, *, unasked: bool = False) -> MirrorBox | None:
    """The date mirror of the move taken up on the play page, if there is one."""
    page, view = model.page, model.view
    if not isinstance(page, PlayPage) or view is None:
        return None
    move = move_of(view, page.move)
    if move is None:
        return None
    everybody = move.group == "all"
    follower = None if everybody else follower_of(view, page.selected)
    name = follower.name if follower else "Everybody"
    hours = hours_with(move, content_of(view, page.content), view)
    other = follower_of(view, page.other)
    date = move.date_with(page.content)
    if other is not None:
        date = replace(date, about=first_name(other.name))
    said = next(
        (one for one in view.odds_said if (one.day, one.move, one.who) == (view.day, move.id, page.selected)), None
    )
    waits = model.settings.guess_first and date.forecast.yes >= 0 and not unasked and said is None
    guess = said if said is not None and said.band >= 0 else None
    return MirrorBox(date, move.title, hours, date.look, name, unasked, everybody, waits=waits, guess=guess)


def begin_of(page: ChoosePage, card: ScenarioCard) -> object:
    """What "Begin" does: it begins; who is new here and has chosen another scenario is offered the one that teaches."""
    chosen = Start(card.id, page.seed, page.difficulty, practice=page.practice)
    first = next((c for c in page.cards if c.id == FIRST and not c.problems), None)
    if not page.new_here or first is None or card.id == FIRST:
        return chosen
    text = (
        f"{first.title} is made for a first time: four short pages on how it goes, then a week in which the moves come "
        f"one after the other. {card.title} explains nothing and has everything from its first day."
    )
    taught = Start(first.id, practice=page.practice)
    return Open(
        ConfirmBox(f"Begin with {first.title}?", text, first.title, taught, "cup", no="As chosen", other=chosen)
    )


def is_invited(view: View, chosen: FollowerView) -> bool:
    """Whether the notebook may ask for a guess: there is evidence, no guess, and it is their day for it."""
    enough = len(chosen.noticed) >= EVIDENCE and chosen.guess is None and chosen.following
    return enough and (view.day + chosen.look) % EVERY == 0
