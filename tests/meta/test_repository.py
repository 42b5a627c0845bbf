"""The house rules that a machine can check: sizes, forbidden calls, and documents that say what is true."""

from __future__ import annotations

import ast
import re
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.errors import PortalError

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted(path for path in (ROOT / "generator").rglob("*.py"))
TEMPLATES = sorted((ROOT / "theme").rglob("*.html"))
_LINK = re.compile(r"`([\w./<>*-]+/[\w./<>*-]*|[\w-]+\.(?:md|toml|yml|txt))`")


def errors_below(kind: type[PortalError]) -> Iterator[type[PortalError]]:
    for below in kind.__subclasses__():
        yield below
        yield from errors_below(below)


def lines_of(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_module_has_one_job(path: Path) -> None:
    """A module has at most 350 lines and says at its top what it takes, returns and leaves out."""
    assert lines_of(path) <= 350
    if path.name != "__init__.py":
        assert ast.get_docstring(ast.parse(path.read_text("utf-8")))


def test_pipeline_fits_a_page() -> None:
    """The program can be read top to bottom in a hundred lines of code."""
    text = (ROOT / "generator/pipeline.py").read_text("utf-8")
    assert len([line for line in text.splitlines() if line.strip()]) <= 100


def test_modules_are_small() -> None:
    """Half of all modules have no more than 190 lines."""
    assert statistics.median(lines_of(path) for path in MODULES) <= 190


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_template(path: Path) -> None:
    """A template has at most 120 lines, no inline style or handler, and switches escaping off nowhere."""
    text = path.read_text("utf-8")
    assert lines_of(path) <= 120
    assert not re.search(r"\sstyle=|\son[a-z]+=|autoescape false", text)


def calls_in(path: Path) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    return {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}


@pytest.mark.parametrize(
    ("calls", "allowed"),
    [
        ({"datetime.now", "date.today", "time.time"}, {"generator/clock.py"}),
        ({"random.random", "random.choice", "uuid.uuid4"}, set()),
        ({"print"}, set()),
        ({"os.listdir"}, set()),
    ],
    ids=["now", "chance", "print", "listdir"],
)
def test_forbidden_calls(calls: set[str], allowed: set[str]) -> None:
    """There is one place for the time; nothing is left to chance; nobody prints but the command line."""
    users = {path.relative_to(ROOT).as_posix() for path in MODULES if calls_in(path) & calls}
    assert users <= allowed


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", "SECURITY.md"])
def test_documents_name_files_that_exist(document: str) -> None:
    """Every path that a document names is there."""
    text = (ROOT / document).read_text("utf-8")
    made = ("public", ".portal/", "/")
    named = {name for name in _LINK.findall(text) if "<" not in name and not name.startswith(made)}
    missing = {
        name for name in named if not list(ROOT.glob(name)) and not list(ROOT.glob(f"generator/{name}"))
    }
    assert missing - {"about.md", "about.da.md", "components.css", "shell.css", "site.yml"} == set()


def test_readme_commands_exist() -> None:
    """Every portal command that the README and CONTRIBUTING show is one."""
    shown = subprocess.run(
        [sys.executable, "-m", "generator.cli", "--help"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    ).stdout
    known = set(re.findall(r"^  ([a-z]+) ", shown, re.MULTILINE))
    text = (ROOT / "README.md").read_text("utf-8") + (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    used = set(re.findall(r"(?:bin/|`)portal ([a-z]+)", text))
    assert used <= known


def test_readme_names_every_exit_code() -> None:
    """Scripts that depend on the codes find all of them: those of the errors, done, and stopped."""
    text = (ROOT / "README.md").read_text("utf-8")
    listed = text.partition("exit codes:")[2].partition("Findings go")[0]
    known = {
        str(code)
        for code in {0, 130} | {kind.exit_code for kind in (PortalError, *errors_below(PortalError))}
    }
    assert known == set(re.findall(r"(?:^|, )\s*(\d+) ", listed))


def test_given_packages_are_pinned() -> None:
    """The output depends on three packages; they are pinned exactly, in ranges and in the constraints alike."""
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    pinned = dict(re.findall(r'"(mkdocs|mkdocs-material|mkdocs-static-i18n)==([\d.]+)"', project))
    locked = dict(
        re.findall(r"^([\w-]+)==([\w.]+)$", (ROOT / "constraints.txt").read_text("utf-8"), re.MULTILINE)
    )
    assert pinned == {name: locked[name] for name in ("mkdocs", "mkdocs-material", "mkdocs-static-i18n")}


def test_set_up_names_no_host() -> None:
    """The set-up uses the ordinary clients with their own settings; no registry's address is in the repository."""
    files = subprocess.run(
        ["git", "ls-files"], capture_output=True, text=True, check=True, cwd=ROOT
    ).stdout.split("\n")
    named = [name for name in files if name in ("constraints.txt", "Makefile", "pyproject.toml", ".ci/run")]
    assert [name for name in named if re.search(r"https?://|--index", (ROOT / name).read_text("utf-8"))] == []
