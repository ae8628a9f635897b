"""The middle column: the talk with one follower, or the posts to everybody, and what is about to be said."""

from game.scenario.texts.first_names import first_name
from game.session.view import FollowerView, View
from game.session.words.hours_text import minutes_of
from game.session.words.spoken import in_quotes
from game.ui.common.shared_actions import Open, turn
from game.ui.common.ui_model import Model
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import EXTRA, META, SECTION, SEMI
from game.ui.drawing.widgets import divider, empty, icon_button, segmented, two_lines
from game.ui.play.play_state import PlayPage, ProfileBox
from game.ui.play.screens.day import compose
from game.ui.play.screens.day.talk.bubbles import thread_blocks
from game.ui.play.screens.day.talk.post_cards import feed_blocks
from game.ui.play.screens.day.talk.talk_pieces import TalkPiece


def draw(
    sheet: Sheet, model: Model, view: View, page: PlayPage, chosen: FollowerView | None, box: Box, *, drawer: bool
) -> None:
    """Draw the middle column: the talk with one follower, or the posts."""
    theme, paint = sheet.theme, sheet.painter
    paint.panel(box, theme.surface, radius=18, edge=theme.border, shadow="card")
    head = Box(box.x, box.y, box.w, 62 if sheet.tall or sheet.narrow else 54)
    if sheet.narrow:
        head = _narrow_head(sheet, view, page, chosen, head)
    else:
        _head(sheet, view, page, chosen, head, drawer=drawer)
    divider(sheet, box.x + 1, head.bottom, box.w - 2)
    low = compose.draw(sheet, model, view, page, chosen, box)
    top = _hint(sheet, view, Box(box.x, head.bottom, box.w, low - head.bottom))
    inside = Box(box.x + 1, top + 1, box.w - 2, low - top - 1)
    _talk(sheet, view, page, chosen, inside, drawer=drawer)


def _narrow_head(sheet: Sheet, view: View, page: PlayPage, chosen: FollowerView | None, box: Box) -> Box:
    """The same in two rows, with the way back; returns the room they take."""
    key = "" if page.move else "Esc"
    icon_button(sheet, "back", Box(box.x + 6, box.cy - 20, 40, 40), "back", "Back to everybody", turn(pane=""), key=key)
    row = Box(box.x + 12, box.bottom - 2, 208 if box.w > 350 else 192, 36)
    _tabs(sheet, page, row)
    words = f"{minutes_of(view.hours_left)} of {minutes_of(view.hours_total)} min"
    paint = sheet.painter
    wide = paint.text(words, box.right - 14, row.cy, META, sheet.theme.muted, SEMI, align="right")
    paint.icon("bolt", box.right - 26 - wide, row.cy, 18, sheet.theme.primary)
    right = box.right - 12
    if chosen is not None:
        right -= _to_profile(sheet, chosen, right, box.cy)
    whom = Box(box.x + 36, box.y, right - box.x - 44, box.h)
    if chosen is not None and page.tab != "posts":
        place = Box(whom.x + 12, box.y + 4, whom.w - 12, box.h - 10)
        touch = sheet.region("page_of", place, f"The page of {chosen.name}: {chosen.bio}", Open(ProfileBox()))
        if touch.hover:
            paint.panel(place, sheet.theme.hover, radius=12)
    _who(sheet, view, page, chosen, whom)
    return Box(box.x, box.y, box.w, box.h + 44)


def _to_profile(sheet: Sheet, chosen: FollowerView, right: float, y: float) -> float:
    """The way to what was noticed; returns the room it takes."""
    icon_button(
        sheet, "profile", Box(right - 40, y - 20, 40, 40), "notebook",
        f"What you have noticed about {chosen.name}, and the notebook", Open(ProfileBox()), style="soft", key="N",
    )  # fmt: skip
    return 50


def _tabs(sheet: Sheet, page: PlayPage, box: Box) -> None:
    """The talk with one, or the posts to everybody."""
    choices = (("thread", "Thread", turn(tab="thread")), ("posts", "Your posts", turn(tab="posts")))
    segmented(sheet, "tab", box, choices, page.tab, role="tab")


def _head(sheet: Sheet, view: View, page: PlayPage, chosen: FollowerView | None, box: Box, *, drawer: bool) -> None:
    right = box.right - 14
    if drawer and chosen is not None:
        right -= _to_profile(sheet, chosen, right, box.cy)
    wide = 220 if box.w >= 560 else 184
    _tabs(sheet, page, Box(right - wide, box.cy - 18, wide, 36))
    _who(sheet, view, page, chosen, Box(box.x, box.y, right - wide - 12 - box.x, box.h))


def _who(sheet: Sheet, view: View, page: PlayPage, chosen: FollowerView | None, box: Box) -> None:
    """With whom one talks."""
    theme, paint, right = sheet.theme, sheet.painter, box.right
    if page.tab == "posts":
        title = "Your posts"
        told = (f"Everybody who follows {view.business} can read them", "Everybody can read them")
        below = next((w for w in told if paint.measure(w, META, SEMI) <= right - box.x - 66), told[-1])
        paint.circle(box.x + 36, box.cy, 20, theme.soft)
        paint.icon("megaphone", box.x + 36, box.cy, 22, theme.on_soft)
    elif chosen is None:
        return
    else:
        title, below = chosen.name, _since(chosen)
        paint.avatar(chosen.look, box.x + 36, box.cy, 40, picture=chosen.picture)
    x = box.x + 66
    size = paint.fitting(title, right - x, (SECTION, 16, 14, META) if sheet.narrow else (SECTION, 16), EXTRA)
    name, since = (title, size, EXTRA, theme.text), (below, META, SEMI, theme.muted)
    two_lines(sheet, x, box.cy + 1, name, since, least=22, width=right - x, may_end=True)


def _since(chosen: FollowerView) -> str:
    if chosen.left:
        return "Blocked you" if chosen.left == "blocked" else "Does not follow you any more"
    bought = " · bought from you" if chosen.customer else ""
    return f"Follows you since day {chosen.since_day}{bought}"


def _hint(sheet: Sheet, view: View, box: Box) -> float:
    """The tutorial's sentence; returns where the talk may begin."""
    if not view.hint:
        return box.y
    theme, paint = sheet.theme, sheet.painter
    width = box.w - 24 - 52
    size = 14 if sheet.tall else META
    high = paint.height(view.hint, width, size, SEMI) + 18
    strip = Box(box.x + 12, box.y + 10, box.w - 24, high)
    paint.panel(strip, theme.warn_soft, radius=12)
    paint.icon("star", strip.x + 22, strip.cy, 20, theme.warn)
    paint.paragraph(view.hint, strip.x + 42, strip.y + 9, width, size, theme.text, SEMI)
    return strip.bottom + 6


def _talk(sheet: Sheet, view: View, page: PlayPage, chosen: FollowerView | None, box: Box, *, drawer: bool) -> None:
    """The talk or the posts; where nothing has been said and no profile stands beside it, what their page says."""
    if page.tab == "posts":
        blocks = feed_blocks(sheet, view, box)
        name = "posts"
        if not blocks:
            empty(
                sheet,
                box,
                "megaphone",
                "No posts yet",
                "What you post reaches everybody. Some will like it, some will not even see it.",
            )
            return
    elif chosen is None:
        empty(sheet, box, "people", "Nobody is here yet", "Choose a follower first.")
        return
    else:
        blocks = thread_blocks(sheet, view, chosen, box, page.move)
        name = f"thread.{chosen.id}"
        if not blocks:
            empty(
                sheet,
                box,
                "comment",
                "Nothing has been said yet",
                f"On {first_name(chosen.name)}’s page: {in_quotes(chosen.bio)}"
                if drawer and chosen.bio
                else f"{chosen.name} follows you. Look around before you talk.",
            )
            return
    stack(sheet, name, box, blocks)


def stack(sheet: Sheet, name: str, box: Box, blocks: list[TalkPiece]) -> None:
    """Blocks from the bottom upwards; they can be scrolled back."""
    high = sum(b.height for b in blocks) + 20
    with sheet.scroll(name, box, max(high, box.h), from_bottom=True) as top:
        y = top + max(0.0, box.h - high) + 10
        for block in blocks:
            if sheet.painter.visible(Box(box.x, y, box.w, block.height)) or block.pressable:
                block.draw(y)
            y += block.height
