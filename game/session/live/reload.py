"""Taking a changed scenario while playing: the recorded days are played with it, and what differs is said."""

from dataclasses import dataclass

from game.engine.digest import digest
from game.scenario.compiling.compile import Compiled
from game.session.live.differences import parts_changed, visible
from game.session.live.replay_in import Choices, carry
from game.session.playthrough import Playing
from game.session.record.journal import Entry


@dataclass(frozen=True)
class Reload:
    """What taking a changed scenario brought, in words for whoever plays: nothing in here is hidden in play."""

    same: bool  # nothing but words and pictures has changed so far
    days: int  # days that were played again
    changed: tuple[str, ...]  # parts of the file, such as "followers › mara › pace"
    differs: tuple[str, ...]  # what can be seen to have gone otherwise
    left_out: tuple[str, ...]  # choices that could not be made any more
    stopped: str  # why not all days could be played again, or ""


@dataclass(frozen=True)
class CarriedOver:
    """A run in its changed scenario, and what to say about it."""

    playing: Playing
    entries: tuple[Entry, ...]
    reload: Reload


def carried_over(now: Playing, choices: Choices, compiled: Compiled) -> CarriedOver:
    """The run, played again in a changed scenario as far as it goes.

    Args:
        now: the run as it stands, with which the outcome is compared; it is left alone.
        choices: what was chosen in it, or in the run that it was before the last change.
        compiled: the changed scenario.
    """
    done = carry(choices, compiled)
    before, after = now, done.playing
    differs = visible(before, after)
    same = not (differs or done.left_out or done.stopped) and _as_before(before, after)
    changed = parts_changed(before.compiled.scenario, compiled.scenario)
    reload = Reload(same, len(after.history), changed, differs, done.left_out, done.stopped)
    return CarriedOver(after, done.entries, reload)


def _as_before(before: Playing, after: Playing) -> bool:
    """Whether all mornings are bit for bit the same."""
    old = [*(d.morning for d in before.history), before.position]
    new = [*(d.morning for d in after.history), after.position]
    return len(old) == len(new) and all(digest(a) == digest(b) for a, b in zip(old, new, strict=True))
