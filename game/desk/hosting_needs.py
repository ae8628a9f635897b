"""What a room needs besides the game, and where it listens. Nothing heavy is imported here."""

from importlib.util import find_spec

PORT = 8765
NEEDED = ("starlette", "uvicorn", "websockets", "jinja2", "segno")
NOT_INSTALLED = "A room needs a few more packages. Install them with: pip install 'courtship[host]'"


def can_host() -> bool:
    """Whether what a room needs is installed."""
    return all(find_spec(name) is not None for name in NEEDED)
