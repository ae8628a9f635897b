"""The translations of a scenario: how far each is, and beginning another."""

from game.scenario.texts.translate import Language
from game.ui.drawing.geometry import Box
from game.ui.drawing.input_fields import field
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, CARD, EXTRA, META, SEMI
from game.ui.drawing.widgets import button, empty
from game.ui.workshop.workshop_actions import Copy, MakeLanguage, ShowFolder
from game.ui.workshop.workshop_state import ScenarioPage

NO_LANGUAGE = "Write a language first, such as de or pt-BR."
HOW = (
    "Write a language in two letters, such as de for German, or pt-BR with the country. A file for translators is made "
    "in the folder lang; a program such as Poedit opens it. Made again later, it keeps what is translated."
)


def languages(sheet: Sheet, page: ScenarioPage, box: Box) -> None:
    """Draw the tab of the translations."""
    found = page.tongues
    if found is None:
        return
    if found.problem and not found.found:
        empty(sheet, box, "follow_up", "No translations here", found.problem)
        if found.in_a_copy:
            spot = Box(box.cx - 90, min(box.cy + 96, box.bottom - 60), 180, 46)
            button(sheet, "languages.copy", spot, "Make a copy", Copy(page.check.work.path), style="primary",
                   icon="copy")  # fmt: skip
        return
    paint, theme = sheet.painter, sheet.theme
    side = 16.0 if sheet.narrow else 28.0
    width = min(box.w - 2 * side, 860.0)
    x = box.x + max(side, (box.w - width) / 2)
    news = page.news
    how_high = paint.height(found.problem or HOW, width, BODY, leading=1.45)
    news_high = paint.height(news, width - 52, BODY, SEMI) + 32 if news else 0
    high = 20 + news_high + 104 * len(found.found) + 40 + how_high + 76
    with sheet.scroll("tongues", Box(box.x + 1, box.y + 6, box.w - 2, box.h - 12), high) as start:
        y = start + 14
        if news:
            strip = Box(x, y, width, news_high - 12)
            paint.panel(strip, theme.good_soft, radius=12)
            paint.icon("check", strip.x + 22, strip.cy, 18, theme.good)
            paint.paragraph(news, strip.x + 44, strip.y + 10, width - 52, BODY, theme.text, SEMI)
            y += news_high
        for tongue in found.found:
            _tongue(sheet, tongue, found.folder, Box(x, y, width, 92), can=not found.problem)
            y += 104
        paint.text("Another language" if found.found else "A first language", x, y + 14, CARD, theme.text, EXTRA)
        y += 32
        y += paint.paragraph(found.problem or HOW, x, y, width, BODY, theme.muted, leading=1.45) + 14
        if not found.problem:
            write = 120.0 if sheet.narrow else 180.0
            field(sheet, "language", Box(x, y, write, 44), page.language, "Language", "de")
            spot = Box(x + write + 12, y, min(190.0, width - write - 12), 44)
            button(sheet, "language.make", spot, "Make the file", MakeLanguage(), style="primary",
                   icon="plus", key="Enter", why_not="" if page.language.strip() else NO_LANGUAGE)  # fmt: skip


def _tongue(sheet: Sheet, tongue: Language, folder: str, box: Box, *, can: bool) -> None:
    theme, paint = sheet.theme, sheet.painter
    paint.panel(box, theme.raised, radius=14, edge=theme.border)
    right, wide = box.right - 14, 96 if sheet.narrow else 110
    if can:
        right -= wide
        button(sheet, f"update.{tongue.id}", Box(right, box.y + 12, wide, 38), "Update", MakeLanguage(tongue.id),
               icon="undo", size=14, spoken=f"Update the file for {tongue.id}")  # fmt: skip
        right -= 8
    right -= wide
    button(sheet, f"folder.{tongue.id}", Box(right, box.y + 12, wide, 38), "Folder", ShowFolder(folder),
           icon="folder", size=14, spoken=f"Open the folder of {tongue.id}")  # fmt: skip
    words = f"{tongue.done} of {tongue.total} texts done, {tongue.stale} stale, {tongue.missing} missing"
    used = paint.text(tongue.id, box.x + 18, box.y + 31, 18, theme.text, EXTRA)
    paint.speak(box, f"{tongue.id}: {words}")
    room = right - box.x - 18 - used - 28
    if paint.measure(words, META, SEMI) <= room:
        paint.text(words, box.x + 18 + used + 14, box.y + 32, META, theme.muted, SEMI)
    else:
        short = f"{tongue.done} of {tongue.total}"
        if paint.measure(short, META, BOLD) > room + 8:
            short = f"{100 * tongue.done // max(1, tongue.total)} %"
        if paint.measure(short, META, BOLD) > room + 8:
            short = ""  # the bar below says it
        paint.text(short, box.x + 18 + used + 10, box.y + 32, META, theme.muted, BOLD, width=room + 8)
    bar = Box(box.x + 18, box.bottom - 26, box.w - 36, 12)
    paint.panel(bar, theme.sunken, radius=6, edge=theme.border)
    total = max(1, tongue.total)
    done, stale = bar.w * tongue.done / total, bar.w * tongue.stale / total
    if tongue.done:
        paint.panel(Box(bar.x, bar.y, max(12.0, done), bar.h), theme.good, radius=6)
    if tongue.stale:
        paint.panel(Box(bar.x + done, bar.y, max(6.0, stale), bar.h), theme.warn_soft, radius=6, edge=theme.warn)
