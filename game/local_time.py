"""The local time of an instant, whatever the clock shows and whatever stands in TZ: the one door to zones."""

import math
import time
from datetime import UTC, datetime, timedelta, tzinfo

EARLIEST, LATEST = -62_000_000_000.0, 253_000_000_000.0
"""Seconds since 1970, in the years 5 and 9987: what lies beyond is told as the nearest of the two."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def universal_time(at: float) -> datetime:
    """An instant in UTC.

    >>> universal_time(-1.0).isoformat(), universal_time(float("nan")).year, universal_time(1e300).year
    ('1969-12-31T23:59:59+00:00', 1970, 9987)

    Args:
        at: seconds since 1970; a stranger's file may hold any number.
    """
    return _EPOCH + timedelta(seconds=0.0 if math.isnan(at) else min(LATEST, max(EARLIEST, at)))


def local_time(at: float, zone: tzinfo | None = None) -> datetime:
    """An instant in the zone of this machine, or in another; in UTC where the zone is none.

    Args:
        at: seconds since 1970.
        zone: another one than that of this machine.
    """
    told = universal_time(at)
    try:
        return told.astimezone(zone)
    except (ValueError, OverflowError, OSError):  # a TZ such as UTC-99:99
        return told


def local_now() -> datetime:
    """The time here and now."""
    return local_time(time.time())
