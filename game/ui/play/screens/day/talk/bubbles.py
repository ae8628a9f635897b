"""What was said with one follower, as pieces of known height: bubbles, notes, shared content."""

from game.art.icon_names import format_icon, icon_of, signal_icon
from game.session.seen.after_the_move import SILENT
from game.session.story.telling import PAGE
from game.session.view import FollowerView, Planned, ThreadItem, View
from game.session.words.pages import ON_POSTS, days_on_posts, reacted_to
from game.ui.common.shared_actions import Open
from game.ui.drawing.drawn_pictures import content_svg, still_of_post
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, META, SEMI
from game.ui.drawing.widgets import button
from game.ui.play.play_state import MirrorBox
from game.ui.play.reading_views import mirror_of_yesterday
from game.ui.play.screens.day.talk.talk_pieces import GAP, TalkPiece, planned_label, separator

LINK = 172
ANSWERS = {
    "answer_warm": "A warm answer", "thanks": "A warm answer", "answer_short": "A short answer",
    "answer_cool": "A cool answer",
}  # fmt: skip
"""What the date mirror counts by these names, said where it stands."""


def thread_blocks(sheet: Sheet, view: View, chosen: FollowerView, box: Box, taken_up: str = "") -> list[TalkPiece]:
    """The talk with one follower; what a like or a comment is about stands above it, also while it is taken up.

    Args:
        sheet: on which it is measured.
        view: of the day.
        chosen: the follower.
        box: the room.
        taken_up: id of the move that is taken up, or "".
    """
    blocks: list[TalkPiece] = []
    day = 0
    items, mirrored = chosen.thread, mirror_of_yesterday(view, chosen)
    about = list(reacted_to(chosen.page, (*days_on_posts(items), view.day))) if chosen.page else []
    for i, item in enumerate(items):
        if item.day != day:
            day = item.day
            blocks.append(separator(sheet, view, day, box))
        if mirrored is not None and item.day == view.day - 1 and item.who != "them" and item.kind == mirrored.date.move:
            linked, mirrored = mirrored, None
        else:
            linked = None
        last = i + 1 == len(items) or items[i + 1].who != item.who or items[i + 1].day != item.day
        if about and item.kind in ON_POSTS and item.who != "them":
            blocks.append(page_post(sheet, about.pop(0), box))
        blocks.append(_block(sheet, view, chosen, item, box, last=last))
        if linked is not None:
            blocks.append(_link(sheet, linked, box, right=item.who == "me" and item.kind not in SILENT))
    shown = bool(items) and items[-1].planned and items[-1].kind in ON_POSTS
    if about and taken_up in ON_POSTS and not shown:
        blocks += [
            *([separator(sheet, view, view.day, box)] if day != view.day else []),
            page_post(sheet, about[0], box),
        ]
    return blocks


def _link(sheet: Sheet, mirror: MirrorBox, box: Box, *, right: bool) -> TalkPiece:
    """The way to the date mirror of a move that was made yesterday."""

    def draw(y: float) -> None:
        x = box.right - 20 - LINK if right else box.cx - LINK / 2
        button(
            sheet, "past.mirror", Box(x, y, LINK, 36), "In the date mirror", Open(mirror),
            style="soft", icon="cup", size=META, spoken=f"{mirror.title}, yesterday, in the date mirror",
        )  # fmt: skip

    return TalkPiece(36 + GAP, draw, pressable=True)


def _block(sheet: Sheet, view: View, chosen: FollowerView, item: ThreadItem, box: Box, *, last: bool) -> TalkPiece:
    if item.kind == PAGE:
        return page_post(sheet, item.text, box)
    if item.who == "note" or (item.who == "me" and item.kind in SILENT):
        return _note(sheet, view, chosen, item, box)
    return _bubble(sheet, view, chosen, item, box, last=last)


def _note(sheet: Sheet, view: View, chosen: FollowerView, item: ThreadItem, box: Box) -> TalkPiece:
    paint, theme = sheet.painter, sheet.theme
    text = item.text
    width = min(box.w - 140, 460)
    lines = paint.wrap(text, width, META, SEMI)
    wide = max(paint.measure(line, META, SEMI) for line in lines)
    step = paint.step(META, 1.38)
    high = step * len(lines) + 12
    plan = _plan_of(view, chosen.id) if item.planned else None

    def draw(y: float) -> None:
        pill = Box(box.cx - wide / 2 - 32, y, wide + 48, high)
        paint.speak(pill, text)
        good = item.good_news or item.kind in {"share_plain", "share_compliment", "buys"}
        ink = theme.good if good else theme.muted
        paint.panel(pill, theme.good_soft if good else theme.sunken, radius=min(15, high / 2))
        if item.planned:
            paint.dashed(pill, theme.primary, 14)
        icon = icon_of(item.kind) if item.who == "me" else signal_icon(item.kind)
        paint.icon(icon, pill.x + 18, pill.cy, 16, ink)
        for i, line in enumerate(lines):
            paint.text(line, pill.x + 34, y + 6 + step * (i + 0.5), META, theme.text if good else theme.muted, SEMI)
        if plan:
            planned_label(sheet, box.cx, y + high + 12, align="center")

    return TalkPiece(high + GAP + (22 if plan else 0), draw)


def page_post(sheet: Sheet, text: str, box: Box) -> TalkPiece:
    """What somebody posted on their own page, with a small picture if one shows what it speaks of."""
    paint, theme = sheet.painter, sheet.theme
    pictured = bool(still_of_post(text))
    left = 104 if pictured else 46
    width = min(box.w - 100, 470)
    high = max(72.0 if pictured else 40.0, paint.height(text, width - left - 14, META, SEMI) + 20)

    def draw(y: float) -> None:
        card = Box(box.cx - width / 2, y, width, high)
        paint.speak(card, text)
        paint.panel(card, theme.sunken, radius=14, edge=theme.border)
        if pictured:
            picture = Box(card.x + 8, card.y + 8, 84, high - 16)
            paint.svg(content_svg("photo", text, dark=theme.dark), picture, radius=9, cover=True)
        else:
            paint.icon("person", card.x + 24, card.cy, 18, theme.muted)
        words = paint.height(text, width - left - 14, META, SEMI)
        paint.paragraph(text, card.x + left, card.cy - words / 2, width - left - 14, META, theme.text, SEMI)

    return TalkPiece(high + GAP, draw)


def _bubble(sheet: Sheet, view: View, chosen: FollowerView, item: ThreadItem, box: Box, *, last: bool) -> TalkPiece:
    paint, theme = sheet.painter, sheet.theme
    mine = item.who == "me"
    most = min(430.0, box.w - 130)
    lines = paint.wrap(item.text, most - 28, BODY)
    wide = max(paint.measure(line, BODY) for line in lines) + 28 if item.text else 0.0
    step = paint.step(BODY, 1.4)
    text_high = step * len(lines) + 17 if item.text else 0
    card = bool(item.title)
    side = min(most, 330)
    title_high = paint.height(item.title, side - 50, 14, BOLD, lines=2) if card else 0.0
    card_high = 139 + title_high if card else 0
    plan = _plan_of(view, chosen.id) if item.planned else None
    meta = _meta(item)
    high = card_high + (6 if card and item.text else 0) + text_high + (22 if meta or plan else 0)

    def draw(y: float) -> None:
        top = y
        if card:
            x = box.right - 20 - side if mine else box.x + 58
            _content_card(sheet, Box(x, top, side, card_high), item.title, item.format)
            top += card_high + 6
        x = box.right - 20 - wide if mine else box.x + 58
        bubble = Box(x, top, wide, text_high)
        paint.speak(
            bubble, ", ".join(part for part in ("You" if mine else chosen.name, meta) if part) + f": {item.text}"
        )
        if item.text:
            if plan:
                radius = min(16.0, text_high * 0.32)  # a low bubble keeps straight sides for its dashes
                paint.panel(bubble, theme.surface, radius=radius)
                paint.dashed(bubble, theme.primary, radius)
                ink = theme.text
            elif mine:
                paint.panel(bubble, theme.bubble_me, radius=(16, 16, 5 if last else 16, 16))
                ink = theme.on_bubble_me
            else:
                paint.panel(bubble, theme.bubble, radius=(16, 16, 16, 5 if last else 16))
                ink = theme.text
            for i, line in enumerate(lines):
                paint.text(line, x + 14, top + 8 + step * (i + 0.5), BODY, ink)
        if not mine and last:
            mood = "delighted" if item.good_news else "neutral"
            paint.avatar(chosen.look, box.x + 32, bubble.bottom - 16, 32, picture=chosen.picture, mood=mood)
        if plan:
            planned_label(sheet, box.right - 24, bubble.bottom + 12, align="right")
        elif meta:
            at = box.right - 24 if mine else x + 4
            paint.text(meta, at, bubble.bottom + 12, META, theme.muted, SEMI, align="right" if mine else "left")

    return TalkPiece(high + GAP, draw)


def _meta(item: ThreadItem) -> str:
    if item.good_news:
        return "Good news"
    told = ANSWERS.get(item.kind, "") if item.who == "them" else ""
    return " · ".join(filter(None, (told, "Everybody can read this" if item.public else "")))


def _plan_of(view: View, who: str) -> Planned | None:
    return next((p for p in view.plan if p.who == who), None)


def _content_card(sheet: Sheet, box: Box, title: str, form: str) -> None:
    paint, theme = sheet.painter, sheet.theme
    paint.panel(box, theme.raised, radius=16, edge=theme.border)
    title_high = paint.height(title, box.w - 50, 14, BOLD, lines=2)
    picture = Box(box.x + 5, box.y + 5, box.w - 10, box.h - 10 - 17 - title_high)
    paint.svg(content_svg(format_icon(form), title, dark=theme.dark), picture, radius=12, cover=True)
    y = picture.bottom + 9
    paint.icon(format_icon(form), box.x + 20, y + 10, 18, theme.on_soft)
    paint.paragraph(title, box.x + 36, y, box.w - 50, 14, theme.text, BOLD, lines=2)
