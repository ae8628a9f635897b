"""Where the shipped files are: inside an installed package, or at the root of a checkout."""

from pathlib import Path

_HERE = Path(__file__).resolve().parent
_ROOT = _HERE / "_data" if (_HERE / "_data").is_dir() else _HERE.parent

ASSETS = _ROOT / "assets"
SCENARIOS = _ROOT / "scenarios"
