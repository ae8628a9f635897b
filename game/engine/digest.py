"""A short fingerprint of a position, to notice that a replay went otherwise."""

import hashlib

import numpy as np

from game.engine.position import Position


def digest(position: Position) -> str:
    """Sixteen hexadecimal digits over every bit of state and ledger."""
    sha = hashlib.sha256(str(position.day).encode())
    for part in (position.state, position.ledger):
        for name in sorted(vars(part)):
            sha.update(np.ascontiguousarray(getattr(part, name)).data)
    return sha.hexdigest()[:16]
