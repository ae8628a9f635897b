"""A window that prints the name of every key that is pressed in it, until it is closed: for the tests of keyboards."""

import sys

import pygame

from game.ui.window.display import open_display
from game.ui.window.named_keys import key_name


def main() -> None:
    open_display()
    pygame.display.set_caption("Courtship")
    pygame.display.set_mode((320, 200))
    while True:
        event = pygame.event.wait()
        if event.type == pygame.QUIT:
            sys.exit()
        if event.type == pygame.KEYDOWN:
            print(key_name(event) or "-", flush=True)


if __name__ == "__main__":
    main()
