"""Installs the YAML language server that the tests of the editor drive: `python3 scripts/editor_server.py`.

It goes into `.tools/`, which is not kept. Without npm nothing happens, and those tests say that they skip.
"""

import shutil
import subprocess
from pathlib import Path

VERSION = "1.25.0"
FOLDER = Path(__file__).resolve().parent.parent / ".tools" / "editor"
SERVER = FOLDER / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
MARK = FOLDER / "ready"


def provide() -> bool:
    """Installs the server unless it is there; says whether it is there now."""
    npm = shutil.which("npm")
    if SERVER.is_file() and MARK.is_file() and MARK.read_text(encoding="utf-8") == VERSION:
        return True
    if npm is None or shutil.which("node") is None:
        return False
    print("Installing the YAML language server for the tests of the editor.", flush=True)
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / "package.json").write_text('{"private": true}\n', encoding="utf-8")
    quiet = ["--no-audit", "--no-fund", "--no-package-lock", "--no-save", "--ignore-scripts", "--loglevel=error"]
    command = [npm, "install", *quiet, f"yaml-language-server@{VERSION}"]
    try:
        done = subprocess.run(command, cwd=FOLDER, check=False, timeout=300)
    except (OSError, subprocess.TimeoutExpired):
        return False
    if done.returncode or not SERVER.is_file():
        return False
    MARK.write_text(VERSION, encoding="utf-8")
    return True


if __name__ == "__main__":
    print("The server is there." if provide() else "It could not be installed; the tests of the editor will skip.")
