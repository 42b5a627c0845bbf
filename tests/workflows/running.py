"""A portal with workflows in a repository of two commits, and the shell steps of its workflows run for real."""

from __future__ import annotations

import json
import os
import subprocess
import sys
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


GH = f"""#!{sys.executable} -I
import json, os, pathlib, sys
import jq
temp, asked = pathlib.Path(os.environ["RUNNER_TEMP"]), sys.argv[1:]
if "--jq" not in asked:
    (temp / "sent.json").write_text(json.dumps(asked))
else:
    known = json.loads((temp / "known.json").read_text())
    print(*jq.compile(asked[asked.index("--jq") + 1]).input_value(known).all(), sep="\\n")
"""


def with_service(temp: Path, known: list[dict[str, Any]]) -> dict[str, str]:
    """Put a `gh` in place that answers questions from `known` and notes in sent.json what it was to send."""
    (temp / "bin").mkdir(parents=True)
    (temp / "known.json").write_text(json.dumps(known), "utf-8")
    (temp / "bin/gh").write_text(GH, "utf-8")
    (temp / "bin/gh").chmod(0o755)
    return {"PATH": f"{temp / 'bin'}:{Path(sys.executable).parent}:{os.environ['PATH']}"}


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
