"""What strangers read first is there and valid: licences, workflows, how to cite, and versions that agree."""

import importlib.util
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from game import __version__

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
CHANGES = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
RELEASES = re.findall(r"^## \[?([0-9][^\]\s]*)\]? - (\d{4}-\d\d-\d\d)$", CHANGES, re.MULTILINE)

needs_schemas = pytest.mark.skipif(
    importlib.util.find_spec("check_jsonschema") is None, reason="check-jsonschema is not installed"
)


def complaints(schema: str, path: Path) -> str:
    """What a schema that comes with check-jsonschema finds wrong in a file; empty if nothing."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


@needs_schemas
@pytest.mark.parametrize("schema", ["vendor.github-workflows", "custom.github-workflows-require-timeout"])
@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda p: p.name)
def test_workflows_are_valid(path, schema):
    """Each workflow has the form its host wants, and no job can run for ever."""
    assert complaints(schema, path) == ""


@needs_schemas
def test_a_wrong_workflow_would_be_found(tmp_path):
    """The check above can fail: a job without steps to run on a machine is refused."""
    wrong = tmp_path / "wrong.yml"
    wrong.write_text("name: wrong\non: push\njobs: {one: {runs-on: ubuntu-latest, stepps: []}}\n", encoding="utf-8")

    assert "stepps" in complaints("vendor.github-workflows", wrong)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda p: p.name)
def test_workflows_may_only_read_and_know_no_secret(path):
    """Permissions of a whole workflow are to read the contents; none asks for more, and none names a secret."""
    text = path.read_text(encoding="utf-8")
    workflow = yaml.safe_load(text)

    assert workflow["permissions"] == {"contents": "read"}
    assert [name for name, job in workflow["jobs"].items() if "permissions" in job] == []
    assert "secrets" not in text


def test_every_promised_python_is_tested_on_every_system():
    """The matrix begins with the oldest Python that the metadata allow, and has Linux, Windows and macOS."""
    matrix = yaml.safe_load((ROOT / ".github" / "workflows" / "tests.yml").read_text(encoding="utf-8"))
    promised = matrix["jobs"]["everything"]["strategy"]["matrix"]
    named = [c.removeprefix("Programming Language :: Python :: ") for c in PROJECT["classifiers"]]

    assert PROJECT["requires-python"] == f">={promised['python'][0]}"
    assert [n for n in named if "." in n] == promised["python"]
    assert {s.split("-")[0] for s in promised["system"]} == {"ubuntu", "windows", "macos"}


@needs_schemas
def test_the_citation_is_valid():
    """CITATION.cff has the form of its standard."""
    assert complaints("vendor.citation-file-format", ROOT / "CITATION.cff") == ""


def test_the_citation_names_the_newest_release():
    """Version and date are those of the newest release in the changelog."""
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))

    assert (citation["version"], citation["date-released"]) == RELEASES[0]


def test_the_version_is_a_release_or_leads_to_the_next():
    """What `--version` prints is the newest release, or a development version while changes are unreleased."""
    if ".dev" in __version__:
        assert f"## [{__version__.split('.dev')[0]}] - unreleased" in CHANGES
    else:
        assert __version__ == RELEASES[0][0]


def test_every_change_stands_under_what_it_is():
    """Below each release there are only the headings Added, Changed, Deprecated, Removed, Fixed and Security."""
    known = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}

    assert set(re.findall(r"^### (.*)$", CHANGES, re.MULTILINE)) <= known
    for release in re.split(r"^## ", CHANGES, flags=re.MULTILINE)[1:]:
        assert release.split("\n### ")[0].count("\n- ") == 0


def test_the_licences_of_the_metadata_are_there():
    """Each licence named by its standard name has its file, and the README names both files."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    assert PROJECT["license"] == "MIT AND CC-BY-4.0"
    for name in PROJECT["license-files"]:
        assert (ROOT / name).is_file()
        assert f"({name})" in readme


def test_commit_hooks_need_no_network():
    """Hooks are local and run the programs of the environment: nothing is fetched from anywhere."""
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))

    assert [r["repo"] for r in hooks["repos"]] == ["local"]
    assert {h["language"] for h in hooks["repos"][0]["hooks"]} == {"system"}
