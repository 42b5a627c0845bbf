"""A portal with workflows in a repository of two commits, and the shell steps of its workflows run for real."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import yaml

from generator.scaffold.ci import ci_files
from generator.scaffold.portal import portal_files
from generator.scaffold.write import write_new
from tests.support.repositories import commit, edit, git

ROOT = Path(__file__).resolve().parents[2]
CONTACT = "content/coordinators/example-office.yml"


def workflow(name: str) -> dict[str, Any]:
    """Return a workflow; its `on` is under that word."""
    text = ci_files("github")[f".github/workflows/{name}.yml"]
    found: dict[str, Any] = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - keeps "on" a word; builds no objects
    return found


def step(name: str, job: str, title: str) -> str:
    """Return the shell text of one step."""
    (found,) = (step["run"] for step in workflow(name)["jobs"][job]["steps"] if step.get("name") == title)
    return str(found)


def portal_with_change(root: Path, old: str, new: str) -> Path:
    """Make a portal for GitHub with one commit, and a second one that changes its contact."""
    write_new(root, portal_files() | ci_files("github"))
    git(root, "init", "--quiet", "--initial-branch", "main")
    commit(root, "portal")
    edit(root, CONTACT, old, new)
    commit(root, "change")
    return root


def run(script: str, root: Path, temp: Path, **values: str) -> subprocess.CompletedProcess[str]:
    """Run a step as GitHub does: bash that stops at the first fault, with the folder of the runner."""
    temp.mkdir(exist_ok=True)
    known = {
        "RUNNER_TEMP": str(temp),
        "GITHUB_OUTPUT": str(temp / "output"),
        "GITHUB_STEP_SUMMARY": str(temp / "summary.md"),
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "HOME": str(temp),
        **values,
    }
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=root, env=known, capture_output=True, text=True, check=False,
    )  # fmt: skip


def harmless(temp: Path, files: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run the step that makes the text of an artefact harmless."""
    temp.mkdir(exist_ok=True)
    with zipfile.ZipFile(temp / "artefact.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    script = step("portal-comment", "comment", "Make the text harmless")
    return run(script, temp, temp, RUN_URL="https://example.org/runs/1")
