"""The left column: everybody who follows, with the last thing that was said."""

from game.art.palette import mix
from game.session.view import FollowerView, View
from game.ui.common.shared_actions import Open, Sequence, turn
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BOLD, CARD, EXTRA, META, SECTION, SEMI
from game.ui.drawing.widgets import divider
from game.ui.play.play_actions import Select
from game.ui.play.play_state import AboutBox, PlayPage
from game.ui.play.reading_views import ordered

ROW, HEADING = 64, 20
LARGE = 1.2  # letters so much larger leave no room for whole words of when
TALK = "talk"  # the pane of the talk with one, where there is one column


def draw(sheet: Sheet, view: View, page: PlayPage, box: Box) -> None:
    """Draw the list of followers in the left column."""
    theme, paint = sheet.theme, sheet.painter
    paint.panel(box, theme.surface, radius=18, edge=theme.border, shadow="card")
    people = ordered(view, page.order)
    following = sum(f.following for f in people)
    wide = box.w - 32 - 26 - 40  # beside it stand how many there are, and how many are new
    end = box.x + 16 + paint.text("Followers", box.x + 16, box.y + 26, SECTION, theme.text, EXTRA, width=wide)
    end += 10 + paint.text(str(following), end + 10, box.y + 26, CARD, theme.muted, SEMI)
    unread = sum(f.unread > 0 for f in people)
    words = (
        f"{unread} with news" if paint.measure("12 with news", META, BOLD) < box.right - 28 - end else f"{unread} new"
    )
    if unread:
        room = box.right - 16 - end - 6
        paint.text(words, box.right - 16, box.y + 26, META, theme.on_soft, BOLD, align="right", width=room)
    low = _goals(sheet, view, box)
    inside = Box(box.x + 1, box.y + 46, box.w - 2, low - box.y - 46 - 4)
    letters = _letters(sheet, people, inside.w)
    with sheet.scroll("followers", inside, ROW * len(people)) as top:
        for i, person in enumerate(people):
            row = Box(box.x + 7, top + i * ROW, box.w - 14, ROW - 2)
            _row(sheet, view, person, row, letters, chosen=person.id == page.selected)


def _letters(sheet: Sheet, people: tuple[FollowerView, ...], width: float) -> tuple[float, float]:
    """The sizes that all names, and all that was said last, have in common."""
    paint, room = sheet.painter, width - 100
    names = paint.one_size([p.name for p in people], room - paint.measure("10 d", META, SEMI), CARD, BOLD)
    return names, min(names, 14 * (1 + paint.grown) / 2)  # most of what was said is cut at any size


def _goals(sheet: Sheet, view: View, box: Box) -> float:
    """What is to be reached, at the foot of the column; returns its upper edge."""
    theme, paint = sheet.theme, sheet.painter
    if not view.goals:
        return box.bottom - 4
    width = box.w - 56
    told = [goal.standing for goal in view.goals]
    sizes = [paint.height(title, width, META, SEMI) + 4 for title in told]
    whole = sheet.tall and sum(sizes) + HEADING <= box.h / 4
    head = HEADING if whole else 0
    if not whole:
        reached = sum(goal.reached for goal in view.goals)
        coming = next((goal.standing for goal in view.goals if not goal.reached), "all of them")
        told = [f"{reached} of {len(view.goals)} goals reached. Next: {coming}"]
        if reached == len(view.goals):
            told = [f"All {reached} goals reached" if reached > 1 else "The goal is reached"]
        sizes = [paint.height(told[0], width, META, SEMI) + 4]
    area = Box(box.x + 1, box.bottom - sum(sizes) - head - 16, box.w - 2, sum(sizes) + head + 15)
    spoken = "; ".join(f"{g.title}, reached" if g.reached else g.standing for g in view.goals)
    touch = sheet.region("goals", area, f"Goals: {spoken}. Read more", Open(AboutBox()))
    if touch.hover:
        paint.panel(area, theme.hover, radius=(0, 0, 17, 17))
    divider(sheet, area.x, area.y, area.w)
    if whole:
        paint.text("Goals", area.x + 15, area.y + 18, META, theme.muted, BOLD)
    y = area.y + 9 + head
    for i, (title, size) in enumerate(zip(told, sizes, strict=True)):
        done = whole and view.goals[i].reached
        paint.icon("check" if done else "flag", area.x + 22, y + 9, 16, theme.good if done else theme.muted)
        paint.paragraph(title, area.x + 38, y, width, META, theme.good if done else theme.muted, SEMI)
        y += size
    return area.y


def _row(
    sheet: Sheet, view: View, person: FollowerView, row: Box, letters: tuple[float, float], *, chosen: bool
) -> None:
    theme, paint = sheet.theme, sheet.painter
    choose: object = Select(person.id)
    if sheet.narrow:
        choose = Sequence((turn(pane=TALK), choose))
    touch = sheet.region(f"follower.{person.id}", row, _spoken(view, person), choose, role="item", chosen=chosen)
    if not paint.visible(row):
        return
    if chosen or touch.hover:
        paint.panel(row, theme.soft if chosen else theme.hover, radius=12)
    ground = theme.soft if chosen else theme.hover if touch.hover else theme.surface
    gone = not person.following
    ink = theme.muted if gone else theme.text
    mid = row.y + 22
    paint.avatar(person.look, row.x + 28, row.cy, 42, picture=person.picture, mood="weary" if gone else "neutral")
    if gone:
        _corner_icon(sheet, "close", row, theme.muted, ground)
    elif person.customer:
        _corner_icon(sheet, "heart", row, theme.good, ground)
    x, right = row.x + 60, row.right - 14
    when = "Gone" if gone else _when(view, person, short=row.w < 240 or paint.grown > LARGE)
    fresh = person.unread > 0
    used = paint.text(
        when, right, mid, META, theme.on_soft if fresh else theme.muted, BOLD if fresh else SEMI, align="right"
    )
    paint.text(person.name, x, mid, CARD, ink, BOLD, width=right - used - 8 - x, real=letters[0], may_end=True)
    left = _badges(sheet, person, right, row.y + 43)
    paint.text(
        person.preview,
        x,
        row.y + 43,
        14,
        theme.text if fresh else theme.muted,
        BOLD if fresh else SEMI - 100,
        width=left - 6 - x,
        real=letters[1],
        may_end=True,
    )


def _badges(sheet: Sheet, person: FollowerView, right: float, y: float) -> float:
    """Marks at the end of the second line, from the right; returns where they begin."""
    theme, paint = sheet.theme, sheet.painter
    x = right
    if person.unread:
        label = str(person.unread) if person.unread < 10 else "9+"
        wide = max(20.0, paint.measure(label, META, EXTRA) + 12)
        paint.panel(Box(x - wide, y - 10, wide, 20), theme.danger, radius=10)
        paint.text(label, x - wide / 2, y, META, theme.on_danger, EXTRA, align="center")
        x -= wide + 4
    marks = []
    if person.planned:
        marks.append(("check", theme.on_primary, theme.primary))
    elif person.waiting and person.following:
        marks.append(("answer", theme.warn, theme.warn_soft))
    if person.news and person.following:
        marks.append(("star", theme.good, theme.good_soft))
    elif person.shared and person.following:
        marks.append(("share", theme.good, theme.good_soft))
    for icon, ink, ground in marks:
        paint.circle(x - 10, y, 10, ground)
        paint.icon(icon, x - 10, y, 14, ink)
        x -= 24
    return x


def _corner_icon(sheet: Sheet, icon: str, row: Box, ink: str, ground: str) -> None:
    x, y = row.x + 43, row.cy + 15
    sheet.painter.circle(x, y, 9, sheet.theme.surface, edge=mix(ground, ink, 0.25))
    sheet.painter.icon(icon, x, y, 12, ink)


def _when(view: View, person: FollowerView, *, short: bool = False) -> str:
    if not person.last_day:
        return ""
    ago = view.day - person.last_day
    if ago <= 0:
        return "Today"
    if short:
        return f"{ago} d"
    return "1 day" if ago == 1 else f"{ago} days"


def _spoken(view: View, person: FollowerView) -> str:
    parts = [person.name]
    if person.left:
        parts.append("blocked you" if person.left == "blocked" else person.left)
    if person.unread:
        parts.append(f"{person.unread} new")
    if person.waiting:
        parts.append("waits for an answer")
    if person.news:
        parts.append("has news")
    if person.shared:
        parts.append("shared something of yours")
    if person.customer:
        parts.append("has bought from you")
    if person.planned:
        parts.append(f"planned today: {person.planned}")
    return f"{', '.join(parts)}. {person.preview}. {_when(view, person)}".strip()
