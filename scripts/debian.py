"""Packages of Debian, for what tests need besides Python."""

import os
import shutil
import subprocess


def install(what: str, *packages: str) -> None:
    """Installs packages by apt-get where that is allowed, and says so; elsewhere nothing happens.

    Args:
        what: what is installed, and what for, as it is told.
        packages: their names.
    """
    if shutil.which("apt-get") is None or os.name != "posix" or os.geteuid() != 0:
        return
    print(f"Installing {what}.", flush=True)
    for command in (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages],
    ):
        subprocess.run(
            command, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, check=False,
        )  # fmt: skip
