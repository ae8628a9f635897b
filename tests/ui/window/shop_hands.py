"""What an author's hands do to the window in the Workshop, and what is looked at there."""

import pygame

KEYS = {"Enter": pygame.K_RETURN, "Esc": pygame.K_ESCAPE, "Tab": pygame.K_TAB, "Down": pygame.K_DOWN, "Up": pygame.K_UP,
        "Backspace": pygame.K_BACKSPACE, "Right": pygame.K_RIGHT}  # fmt: skip


def press(app, *keys):
    """Keys as a window gets them: each letter is a key and a text."""
    for key in keys:
        code = KEYS.get(key) or ord(key.lower())
        letter = "" if key in KEYS else key
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, unicode=letter))
        if letter:
            pygame.event.post(pygame.event.Event(pygame.TEXTINPUT, text=letter))
        pygame.event.post(pygame.event.Event(pygame.KEYUP, key=code, mod=0, unicode=letter))
    app.step()


def services(app):
    return app.services.workshop


def model(app):
    return app.model
