"""Installs what the example of a learning agent needs: `python3 scripts/learner.py`.

PyTorch is large, so it is no part of the set-up. A build without support for graphics cards is enough: where pip would
bring the larger one (Linux on x86), install the smaller one into `.venv` first, as PyTorch's own page tells; what is
there already is kept. Where it cannot be installed, the test that needs it says that it skips.
"""

import subprocess

from environment import NOT_COMPILED, prepare, program

TORCH = "2.13.0"


def provide() -> bool:
    """Installs PyTorch and the learner unless they are there; says whether they are there now."""
    python = program("python")

    def there(module: str) -> bool:
        done = subprocess.run([python, "-c", f"import {module}"], capture_output=True, check=False)
        return done.returncode == 0

    def install(*what: str) -> bool:
        return (
            subprocess.run([python, "-m", "pip", "install", "--quiet", *NOT_COMPILED, *what], check=False).returncode
            == 0
        )

    if there("torch, sb3_contrib"):
        return True
    print("Installing PyTorch and a learner for the example of an agent.", flush=True)
    if not there("torch") and not install(f"torch=={TORCH}"):
        return False
    return install("--group", "learn")


if __name__ == "__main__":
    prepare(develop=True)
    print("The learner is there." if provide() else "It could not be installed; the test of the learner will skip.")
