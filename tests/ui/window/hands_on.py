"""What a player's hands do to the window, as posted events."""

import pygame

KEYS = {"Enter": pygame.K_RETURN, "Esc": pygame.K_ESCAPE, "Tab": pygame.K_TAB, "Down": pygame.K_DOWN,
        "Up": pygame.K_UP, "Right": pygame.K_RIGHT, "Left": pygame.K_LEFT, "PgUp": pygame.K_PAGEUP,
        "Space": pygame.K_SPACE, "Backspace": pygame.K_BACKSPACE, "F1": pygame.K_F1}  # fmt: skip


def press(app, *keys, mod=0):
    for key in keys:
        code = KEYS.get(key) or ord(key.lower())
        text = key if len(key) == 1 else ""
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, unicode=text.lower()))
        if text and not mod:
            pygame.event.post(pygame.event.Event(pygame.TEXTINPUT, text=text.lower()))
        pygame.event.post(pygame.event.Event(pygame.KEYUP, key=code, mod=mod, unicode=text.lower()))
        app.step()


def spot(app, label):
    region = next((r for r in app.sheet.regions if r.label.startswith(label) and not r.rect.empty), None)
    assert region is not None, (label, [r.label for r in app.sheet.regions])
    return round(region.rect.cx * app.zoom), round(region.rect.cy * app.zoom)


def click(app, label):
    place = spot(app, label)
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        pygame.event.post(pygame.event.Event(kind, pos=place, button=1))
    app.step()


def calls(app):
    return app.services.game.calls
