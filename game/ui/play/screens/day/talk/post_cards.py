"""What was posted to everybody, and what is planned to be, as pieces of known height."""

from game.art.icon_names import format_icon, icon_of
from game.session.entries import TakeBack
from game.session.view import Planned, PostItem, View
from game.ui.drawing.drawn_pictures import content_svg
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BOLD, META
from game.ui.drawing.widgets import button, chip, divider
from game.ui.play.screens.day.talk.talk_pieces import GAP, TalkPiece, planned_label, separator

TAKE_BACK_WIDE = 126


def feed_blocks(sheet: Sheet, view: View, box: Box) -> list[TalkPiece]:
    """What was posted to everybody, and what is planned to be."""
    blocks: list[TalkPiece] = []
    for post in sorted(view.feed, key=lambda p: p.day):
        blocks += [separator(sheet, view, post.day, box), _post(sheet, post, box)]
    planned = [p for p in view.plan if not p.who]
    if planned:
        blocks.append(separator(sheet, view, view.day, box))
        blocks += [_planned_post(sheet, p, box) for p in planned]
    return blocks


def _post(sheet: Sheet, post: PostItem, box: Box) -> TalkPiece:
    paint, theme = sheet.painter, sheet.theme
    wide = min(box.w - 48, 520)
    inner = wide - 150
    title_high = paint.height(post.title or "Message to everybody", inner, 16, BOLD, lines=2)
    text_high = paint.height(post.text, inner, 14)
    first = max(100.0, title_high + text_high + 50)
    comment_highs = [paint.height(c, wide - 62, META) + 8 for c in post.comments]
    high = first + sum(comment_highs) + (14 if comment_highs else 0) + 12

    def draw(y: float) -> None:
        card = Box(box.cx - wide / 2, y, wide, high)
        paint.panel(card, theme.raised, radius=16, edge=theme.border, shadow="low")
        paint.svg(
            content_svg(format_icon(post.format), post.title, dark=theme.dark),
            Box(card.x + 12, y + 12, 112, 84),
            radius=12,
            cover=True,
        )
        x = card.x + 138
        paint.paragraph(post.title or "Message to everybody", x, y + 11, inner, 16, theme.text, BOLD, lines=2)
        paint.paragraph(post.text, x, y + 14 + title_high, inner, 14, theme.muted)
        line = y + first - 16
        used = chip(sheet, f"{post.likes} likes" if post.likes != 1 else "1 like", x, line, "plain", "like")
        if post.format:
            chip(sheet, post.format.capitalize(), x + used + 6, line, "soft", format_icon(post.format))
        at = y + first + 10
        if comment_highs:
            divider(sheet, card.x + 14, at - 4, wide - 28)
            at += 4
        for words, size in zip(post.comments, comment_highs, strict=True):
            paint.icon("comment", card.x + 24, at + 9, 16, theme.muted)
            paint.paragraph(words, card.x + 42, at, wide - 62, META, theme.text)
            at += size

    return TalkPiece(high + GAP, draw)


def _planned_post(sheet: Sheet, plan: Planned, box: Box) -> TalkPiece:
    paint, theme = sheet.painter, sheet.theme
    wide = min(box.w - 48, 520)
    title = f"{plan.title}: {plan.content}" if plan.content else plan.title
    title_high = paint.height(title, wide - 76, 16, BOLD, lines=2)
    text_high = paint.height(plan.text, wide - 76, 14)
    high = title_high + text_high + 26

    def draw(y: float) -> None:
        card = Box(box.cx - wide / 2, y, wide, high)
        paint.panel(card, theme.surface, radius=16)
        paint.dashed(card, theme.primary, 16)
        paint.icon(icon_of(plan.move), card.x + 32, y + 26, 24, theme.on_soft)
        paint.paragraph(title, card.x + 58, y + 11, wide - 76, 16, theme.text, BOLD, lines=2)
        paint.paragraph(plan.text, card.x + 58, y + 14 + title_high, wide - 76, 14, theme.muted)
        _take_back(sheet, plan, card.right, card.bottom + 4)

    return TalkPiece(high + 44 + GAP, draw, pressable=True)


def _take_back(sheet: Sheet, plan: Planned, right: float, y: float) -> None:
    planned_label(sheet, right - TAKE_BACK_WIDE - 10, y + 18, align="right")
    button(
        sheet, f"take_back.{plan.id}", Box(right - TAKE_BACK_WIDE, y, TAKE_BACK_WIDE, 36), "Take back",
        TakeBack(plan.id),
        style="soft", icon="undo", size=META, spoken=f"Take back: {plan.title}",
    )  # fmt: skip
