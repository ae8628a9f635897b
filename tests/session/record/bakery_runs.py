"""A run of the bakery."""

import json
from datetime import UTC, datetime

NOW = datetime(2026, 5, 4, 12, 0, 0, tzinfo=UTC)


def one_line(line: object) -> bytes:
    return json.dumps(line).encode() + b"\n"
