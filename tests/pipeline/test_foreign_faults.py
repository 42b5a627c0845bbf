"""Hooks and plugins that mkdocs.yml names and that fail: named with file, line and cure, and what is live stays."""

from __future__ import annotations

import json
import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.builds import ROOT, build, replaced, state

HOOK = "tools/hook.py"
HOOKS = f"hooks: [{HOOK}]\n"
SHOWN = """\
def on_config(config):
    config.extra["odd"] = Odd()


class Odd:
    def __str__(self):
        raise RuntimeError("not to be shown")
"""
HELP = "  help: correct the hook, or take it out of mkdocs.yml; the live sites stay as they are\n"
PLUGIN_HELP = (
    "  help: correct what mkdocs.yml says of the plugin, or take it out there; "
    "the live sites stay as they are\n"
)


@dataclass(frozen=True, slots=True)
class Fault:
    """A hook, and what the build must say of it behind its name."""

    text: str
    said: str


FAULTS = {
    "on-config": Fault("def on_config(config, **_):\n    config.none()\n", ":2 failed on broen/da"),
    "on-files": Fault("def on_files(files, **_):\n\n    return files[None]\n", ":3 failed on broen/"),
    "on-env": Fault("def on_env(env, **_):\n    return 1 // 0\n", ":2 failed on broen/"),
    "on-page-content": Fault(
        "def on_page_content(html, page, **_):\n"
        "    if page.file.dest_uri == 'places/odense/index.html':\n"
        "        raise LookupError('no\\nplace')\n"
        "    return html\n",
        ":3 failed on broen/da: places/odense/index.html: LookupError: no place\n",
    ),
    "on-post-build": Fault("def on_post_build(**_):\n    raise ValueError\n", ":2 failed on broen/"),
    "in-a-helper": Fault(
        "from json import loads\n\n\ndef on_nav(nav, **_):\n    loads('{')\n", ":5 failed on broen/"
    ),
    "wrong-signature": Fault(
        "# counts from here\ndef on_page_content(html):\n    return html\n", ":2 failed on broen/"
    ),
    "on-purpose": Fault(
        "from mkdocs.exceptions import PluginError\n\n\n"
        "def on_pre_build(config):\n    raise PluginError('not today')\n",
        ":5 failed on broen/da: PluginError: not today\n",
    ),
    "leaves": Fault(
        "def on_pre_build(config):\n    raise SystemExit(0)\n",
        ":2 failed on broen/da: SystemExit: 0\n",
    ),
    "interrupts": Fault(
        "def on_pre_build(config):\n    raise KeyboardInterrupt\n",
        ":2 failed on broen/da: KeyboardInterrupt\n",
    ),
    "leaves-for-good": Fault(
        "class Enough(BaseException):\n    pass\n\n\ndef on_pre_build(config):\n    raise Enough('gone')\n",
        ":6 failed on broen/da: Enough: gone\n",
    ),
    "import": Fault("import os\nimport none_such\n", ":2 cannot be loaded: ModuleNotFoundError: No module"),
}


@pytest.fixture
def portal(live: Path) -> Path:
    """The small portal with a theme and settings of its own, and a site that is live."""
    shutil.copytree(ROOT / "theme", live / "theme")
    shutil.copy(ROOT / "mkdocs.yml", live / "mkdocs.yml")
    return live


def refused(root: Path, *arguments: str, finding: bool = False, **environment: str) -> str:
    """Build what must be refused and must change nothing; return what was said, on stdout if it is a `finding`."""
    before = state(root / "public")
    done = build(root, *arguments, **environment)
    said, other = (done.stdout, done.stderr) if finding else (done.stderr, done.stdout)
    assert (done.returncode, other) == (2, "")
    assert before == state(root / "public")
    assert "Traceback" not in said
    return said


def with_hook(root: Path, text: str) -> Path:
    """Have a hook run."""
    (root / HOOK).parent.mkdir()
    (root / HOOK).write_text(text, "utf-8")
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write(HOOKS)
    return root


@pytest.mark.parametrize("fault", [pytest.param(fault, id=name) for name, fault in FAULTS.items()])
def test_a_hook_that_fails(fault: Fault, portal: Path) -> None:
    """Whenever it is run, the hook is named with its line, what happened and what helps."""
    said = refused(with_hook(portal, fault.text))
    assert said.startswith(f"portal: the hook {HOOK}{fault.said}")
    assert said.endswith(HELP)


def test_a_value_of_a_hook_that_fails(portal: Path) -> None:
    """What a hook gave to a template is the hook's, too, though MkDocs runs no event of it."""
    replaced(portal / "theme/shell/main.html", "</body>", "{{ config.extra.odd }}</body>")
    said = refused(with_hook(portal, SHOWN))
    assert said.startswith(f"portal: the hook {HOOK}:7 failed on broen/")
    assert said.endswith(f": RuntimeError: not to be shown\n{HELP}")


@pytest.mark.parametrize("jobs", ["1", "2", "3"])
def test_in_whatever_process(jobs: str, portal: Path) -> None:
    """In this process, in a worker, in one that got ready early: the same words, in the language of the run."""
    root = with_hook(portal, "def on_pre_build(config):\n    raise ValueError('odd')\n")
    said = refused(root, "--jobs", jobs, "--messages", "de")
    first, help, _ = said.split("\n")
    assert first.startswith(f"portal: der Hook {HOOK}:2 ist bei broen/da")
    assert first.endswith(" gescheitert: ValueError: odd")
    assert help.startswith("  Hilfe: den Hook berichtigen oder aus mkdocs.yml herausnehmen")


@pytest.mark.parametrize("jobs", ["1", "2", "3"])
@pytest.mark.parametrize(
    ("end", "said"),
    [
        ("os._exit(0)", "ended unexpectedly (exit code 0)"),
        ("os.kill(os.getpid(), 9)", "was ended by SIGKILL"),
    ],
    ids=["leaves", "killed"],
)
def test_a_hook_that_ends_its_process(end: str, said: str, jobs: str, portal: Path) -> None:
    """What was being built is told and what it may have been, also where one process would be enough."""
    root = with_hook(portal, f"import os\n\n\ndef on_env(env, **_):\n    {end}\n")
    before = state(root / "public")
    done = build(root, "--jobs", jobs)
    assert (done.returncode, done.stdout, before) == (3, "", state(root / "public"))
    assert done.stderr.replace("broen/en", "broen/da") == (
        f"portal: broen/da: the process that built it {said}\n"
        f"  help: hooks and plugins of mkdocs.yml run in that process, and one of them may have ended it: {HOOK}\n"
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "import os\ndef on_env(env)\n",
            ":2:16  error  PP013  the hook {hook} cannot be loaded: SyntaxError: expected ':'",
        ),
        (
            f"x = {'1 + ' * 20_000}1\n",
            ":1:1  error  PP013  the hook {hook} cannot be loaded: RecursionError: maximum",
        ),
    ],
    ids=["syntax", "too-much"],
)
def test_a_hook_that_is_no_python(text: str, said: str, portal: Path) -> None:
    """It is a finding, as in a check, with its line."""
    out = refused(with_hook(portal, text), finding=True)
    assert out.startswith(f"{HOOK}{said.format(hook=HOOK)}")
    assert "explain: portal explain PP013" in out
    assert out.splitlines()[-1].startswith("not built, nothing changed: 1 error")


def test_a_hook_that_is_not_there(portal: Path) -> None:
    """A name without a file is told as a mistake in mkdocs.yml."""
    (with_hook(portal, "") / HOOK).unlink()
    said = refused(portal, finding=True)
    assert re.match(r"mkdocs\.yml:\d+:1  error  PP013  hooks cannot be used: ", said)
    assert HOOK in said


def test_settings_that_cannot_be_used(portal: Path) -> None:
    """Other mistakes in mkdocs.yml end a build in the same way; what a hook does is told beside them."""
    replaced(portal / "mkdocs.yml", "plugins:\n", "plugins:\n  - none-such\n")
    said = refused(portal, finding=True)
    line = (portal / "mkdocs.yml").read_text("utf-8").splitlines().index("plugins:") + 1
    assert said.startswith(
        f'mkdocs.yml:{line}:1  error  PP013  plugins cannot be used: The "none-such" plugin is not installed'
    )
    assert "\n  help: correct what stands under plugins, or take it out\n" in said
    (portal / "mkdocs.yml").write_text("theme: [\n", "utf-8")
    before = state(portal / "public")
    done = build(portal, "--format", "json")
    report = json.loads(done.stdout)
    assert (done.returncode, done.stderr, before) == (2, "", state(portal / "public"))
    assert report["built"] is False
    (found,) = report["findings"]
    assert (found["code"], found["file"], found["line"]) == ("PP013", "mkdocs.yml", 2)
    assert (found["column"], found["message"]) == (1, "The file ends here, but a value is expected.")
    assert found["help"] == "Close the brackets that are open."


def test_a_hook_that_fails_beside_one_that_is_no_python(portal: Path) -> None:
    """The build stops at the first; what a check would find of the second is told in the same run."""
    (portal / "other.py").write_text("def on_env(:\n", "utf-8")
    with_hook(portal, "import none_such\n")
    replaced(portal / "mkdocs.yml", HOOKS, f"hooks: [{HOOK}, other.py]\n")
    done = build(portal)
    assert (done.returncode, done.stdout.split("  ")[0]) == (2, "other.py:1:12")
    assert done.stderr.startswith(f"portal: the hook {HOOK}:1 cannot be loaded: ModuleNotFoundError")


def test_content_and_settings_are_told_together(portal: Path) -> None:
    """A build that stops at records says what is wrong with mkdocs.yml, too, so that one run is enough."""
    replaced(
        portal / "content/coordinators/broen-odense.yml", "review_by: 2027-10-01", "review_by: 1.10.2027"
    )
    replaced(portal / "mkdocs.yml", "plugins:\n", "strict: 3\nplugins:\n")
    done = build(portal)
    places = re.findall(r"^(\S+):\d+:\d+  error  (PP\d+)", done.stdout, re.MULTILINE)
    assert (done.returncode, done.stderr) == (1, "")
    assert places == [("content/coordinators/broen-odense.yml", "PP024"), ("mkdocs.yml", "PP013")]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("    def on_env(self, env, **_):\n        env.none()\n", "failed on broen/"),
        ("    def __init__(self):\n        raise OSError('no way')\n", "cannot be loaded: OSError: no way\n"),
    ],
    ids=["event", "loading"],
)
def test_a_plugin_that_fails(code: str, said: str, portal: Path, tmp_path: Path) -> None:
    """A plugin of others is named as it is in mkdocs.yml."""
    packages = tmp_path / "packages"
    info = packages / "odd_plugin-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: odd-plugin\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[mkdocs.plugins]\nodd = odd_plugin:Odd\n")
    head = "from mkdocs.plugins import BasePlugin\n\n\nclass Odd(BasePlugin):\n"
    (packages / "odd_plugin.py").write_text(head + code)
    replaced(portal / "mkdocs.yml", "plugins:\n", "plugins:\n  - odd\n")
    path = os.pathsep.join(filter(None, (str(packages), os.environ.get("PYTHONPATH"))))
    found = refused(portal, PYTHONPATH=path)
    assert found.startswith(f"portal: the plugin odd {said}")
    assert found.endswith(PLUGIN_HELP)
