"""A pytest plugin: which lines of some files each test runs, and how long the test takes; or only some tests, in order.

`scripts/nearest_tests.py` starts pytest with it, in a folder with a copy of the checkout. What to do stands in the file
that COURTSHIP_WATCH names: `{"files": [...], "write": "..."}` watches, `{"tests": [...]}` keeps those tests, by
pytest's names and in this order.
"""

import json
import os
from pathlib import Path
from typing import Any

import pytest

VARIABLE = "COURTSHIP_WATCH"


def _processor_time() -> float:
    """Seconds that this process and those that it began have used: the same on a machine that is busy."""
    return sum(os.times()[:4])


class Chosen:
    """Keeps some tests, in their order."""

    def __init__(self, tests: list[str]) -> None:
        self.place = {name: number for number, name in enumerate(tests)}

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leaves the others out."""
        items[:] = sorted((i for i in items if i.nodeid in self.place), key=lambda item: self.place[item.nodeid])


class Watch:
    """Notes for each test its seconds, whether it passed, and the lines that it ran in the files that are watched."""

    def __init__(self, root: Path, files: list[str], write: Path) -> None:
        from coverage import Coverage

        self.root, self.files, self.write = root, files, write
        self.coverage = Coverage(data_file=None, include=[str(root / file) for file in files], messages=False)
        self.coverage.start()
        self.seconds: dict[str, float] = {}
        self.failed: set[str] = set()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Any:
        """Names the test under way, and takes its time with setting up and tearing down."""
        self.coverage.switch_context(item.nodeid)
        begun = _processor_time()
        try:
            return (yield)
        finally:
            self.seconds[item.nodeid] = round(_processor_time() - begun, 3)
            self.coverage.switch_context("")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Notes a failure."""
        if report.failed:
            self.failed.add(report.nodeid)

    def pytest_sessionfinish(self) -> None:
        """Writes what was noted: `{test: {"seconds": ..., "passed": ..., "lines": {file: [...]}}}`."""
        self.coverage.stop()
        data = self.coverage.get_data()
        noted: dict[str, Any] = {
            test: {"seconds": seconds, "passed": test not in self.failed, "lines": {}}
            for test, seconds in self.seconds.items()
        }
        for file in self.files:
            for line, tests in data.contexts_by_lineno(str(self.root / file)).items():
                for test in filter(None, tests):
                    noted[test]["lines"].setdefault(file, []).append(line)
        self.write.write_text(json.dumps(noted), encoding="utf-8")


def pytest_configure(config: pytest.Config) -> None:
    """Reads what to do; watching begins before anything of the game is imported."""
    wanted = json.loads(Path(os.environ[VARIABLE]).read_text(encoding="utf-8"))
    if "tests" in wanted:
        config.pluginmanager.register(Chosen(wanted["tests"]))
    else:
        config.pluginmanager.register(Watch(Path.cwd(), wanted["files"], Path(wanted["write"])))
