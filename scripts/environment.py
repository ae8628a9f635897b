"""A virtual environment beside the checkout, made once and kept up to date. Standard library only."""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".venv"
OLDEST = (3, 11)
NOT_COMPILED = () if os.environ.get("PYTHONDONTWRITEBYTECODE") else ("--no-compile",)
"""What is large is compiled when it is used, which most of it never is; but only where what is compiled is kept."""


def program(name: str) -> Path:
    """A program of the environment."""
    return FOLDER / ("Scripts" if os.name == "nt" else "bin") / (f"{name}.exe" if os.name == "nt" else name)


def run(*command: str | Path, quiet: bool = False) -> None:
    """Runs a command in the checkout; ends with its exit code when it fails."""
    done = subprocess.run(
        [str(c) for c in command], cwd=ROOT, stdout=subprocess.DEVNULL if quiet else None, check=False
    )
    if done.returncode:
        sys.exit(done.returncode)


def prepare(*, develop: bool) -> None:
    """Makes the environment, or brings it up to date when `pyproject.toml` has changed."""
    if sys.version_info < OLDEST:
        sys.exit(f"Courtship needs Python {OLDEST[0]}.{OLDEST[1]} or newer; this is {sys.version.split()[0]}.")
    wanted = hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest() + (" develop" if develop else "")
    mark = FOLDER / "courtship-ready"
    if mark.is_file() and mark.read_text(encoding="utf-8") in {wanted, wanted.removesuffix(" develop") + " develop"}:
        return
    print("Setting up .venv; this is done once and takes a minute or two.", flush=True)
    if not program("python").exists():
        try:
            venv.create(FOLDER, with_pip=True)
        except subprocess.CalledProcessError:
            sys.exit(
                "Python has no venv here. On Debian and Ubuntu: sudo apt-get install python3-venv. Then start again."
            )
    run(program("python"), "-m", "pip", "install", "--quiet", "--upgrade", "pip", quiet=True)
    install: list[str | Path] = [program("python"), "-m", "pip", "install", "--quiet", "--editable", "."]
    run(*install, *(["--group", "dev", *NOT_COMPILED] if develop else []), quiet=True)
    mark.write_text(wanted, encoding="utf-8")
