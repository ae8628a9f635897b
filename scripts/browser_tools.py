"""Installs what the tests of a room in a real browser need: `python3 scripts/browser_tools.py`.

Debian's Chromium by apt-get, where that is allowed, and axe-core by npm into `.tools/`, which is not kept. Without them
those tests say that they skip.
"""

import shutil
import subprocess
from pathlib import Path

import debian

VERSION = "4.11.0"
FOLDER = Path(__file__).resolve().parent.parent / ".tools" / "axe"
AXE = FOLDER / "node_modules" / "axe-core" / "axe.min.js"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def browser() -> str:
    """The path of a Chromium on this machine; "" if there is none."""
    return next((path for name in BROWSERS if (path := shutil.which(name))), "")


def provide() -> bool:
    """Installs what is missing, where that is possible; says whether all is there now."""
    if not browser():
        debian.install("Chromium for the tests of a room", "chromium")
    npm = shutil.which("npm")
    if not AXE.is_file() and npm is not None:
        FOLDER.mkdir(parents=True, exist_ok=True)
        (FOLDER / "package.json").write_text('{"private": true}\n', encoding="utf-8")
        quiet = ["--no-audit", "--no-fund", "--no-package-lock", "--no-save", "--ignore-scripts", "--loglevel=error"]
        try:
            subprocess.run([npm, "install", *quiet, f"axe-core@{VERSION}"], cwd=FOLDER, check=False, timeout=300)
        except (OSError, subprocess.TimeoutExpired):
            return False
    return bool(browser()) and AXE.is_file()


if __name__ == "__main__":
    print("All is there." if provide() else "Something could not be installed; the tests in a browser will skip.")
