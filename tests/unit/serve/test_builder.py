"""Whoever waits at a page goes before what is made in advance; a builder that is lost is told and replaced."""

from __future__ import annotations

import os
import signal
import threading
from pathlib import Path

import pytest

from generator.clock import read_clock
from generator.diagnostics import Position
from generator.engine.settings_check import settings_findings
from generator.serve.builder import Builder, BuilderLostError, Turns
from generator.serve.snapshot import Fault, ServeOptions
from generator.store.store import NOTHING_KEPT
from tests.support.builds import ROOT
from tests.support.portal import TODAY, copy_small
from tests.support.serving import until


def test_the_hurried_go_first() -> None:
    """Of all that wait, the hurried come before the others."""
    turns, order = Turns(), list[str]()

    def take(name: str, hurried: bool) -> None:
        with turns.taken(hurried=hurried):
            order.append(name)

    with turns.taken(hurried=True):
        threads = [
            threading.Thread(target=take, args=(name, name == "hurried")) for name in ("ahead", "hurried")
        ]
        for thread in threads:
            thread.start()
        until(lambda: turns._hurried == 1)
    for thread in threads:
        thread.join()
    assert order == ["hurried", "ahead"]


def test_lost_and_replaced(tmp_path: Path) -> None:
    """A question to a process that was killed says by what; the next one is answered by another process."""
    builder = Builder(copy_small(tmp_path / "portal"), ServeOptions())
    clock = read_clock(TODAY)
    try:
        assert builder.read(clock, "").faces is not None
        assert builder._process is not None
        os.kill(builder._process.pid or 0, signal.SIGKILL)
        with pytest.raises(BuilderLostError, match="broen/index.html: .* ended by SIGKILL"):
            builder.file("broen", "index.html")
        assert builder.read(clock, "").faces is not None
        assert isinstance(builder.file("broen", "index.html"), bytes)
    finally:
        builder.close()


def test_a_hook_that_fails(tmp_path: Path) -> None:
    """What cannot be made because of a hook is told with the line of the hook."""
    portal = copy_small(tmp_path / "portal")
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    (portal.root / "mkdocs.yml").write_text(f"{settings}\nhooks: [hook.py]\n", "utf-8")
    (portal.root / "hook.py").write_text("\n\ndef on_env(env, **_):\n    return 1 / 0\n", "utf-8")
    builder = Builder(portal, ServeOptions())
    try:
        assert builder.read(read_clock(TODAY), "").faces is not None
        answer = builder.file("broen", "index.html")
        assert isinstance(answer, Fault)
        (finding,) = answer.findings
        assert (finding.code, finding.position) == ("", Position("hook.py", 4))
        assert finding.text == "the hook hook.py:4 failed on broen/da: ZeroDivisionError: division by zero"
    finally:
        builder.close()


def test_settings_that_cannot_be_used(tmp_path: Path) -> None:
    """A mistake in mkdocs.yml is told with its place and code, as a check tells it."""
    portal = copy_small(tmp_path / "portal")
    (portal.root / "mkdocs.yml").write_text("theme:\n  name: material\nstrict: 3\n", "utf-8")
    builder = Builder(portal, ServeOptions())
    try:
        assert builder.read(read_clock(TODAY), "").faces is not None
        answer = builder.file("broen", "index.html")
        assert isinstance(answer, Fault)
        assert answer.findings == settings_findings(portal, NOTHING_KEPT)
        assert [(found.code, found.position.line) for found in answer.findings] == [("PP013", 3)]
    finally:
        builder.close()


def test_another_theme_another_process(tmp_path: Path) -> None:
    """What a process keeps of the theme is gone with it when the theme has changed."""
    builder = Builder(copy_small(tmp_path / "portal"), ServeOptions())
    try:
        keys, processes = [], []
        for theme in ("1", "1", "2"):
            faces = builder.read(read_clock(TODAY), theme).faces
            assert faces is not None
            assert builder._process is not None
            keys.append(faces[0].key)
            processes.append(builder._process.pid)
        assert [keys[0] == key for key in keys] == [True, True, False]
        assert [processes[0] == pid for pid in processes] == [True, True, False]
    finally:
        builder.close()


def test_new_process_without_pages(tmp_path: Path) -> None:
    """A process that could not read the portal yet gives no pages; that alone is no fault of the program."""
    paths = copy_small(tmp_path / "portal")
    builder = Builder(paths, ServeOptions())
    clock = read_clock(TODAY)
    file = paths.content / "coordinators/broen-odense.yml"
    good = file.read_bytes()
    try:
        assert builder.read(clock, "1").faces is not None
        file.write_bytes(b"role: [\n")
        assert builder.read(clock, "2").faces is None
        asked = [builder.file("broen", "index.html"), builder.unit("broen", "en"), builder.others("broen")]
        assert asked == [Fault()] * 3
        file.write_bytes(good)
        assert builder.read(clock, "1").faces is not None
        assert isinstance(builder.file("broen", "index.html"), bytes)
        assert builder.process_number == 3
    finally:
        builder.close()


def test_closed(tmp_path: Path) -> None:
    """After closing, no process is started any more."""
    builder = Builder(copy_small(tmp_path / "portal"), ServeOptions())
    builder.close()
    with pytest.raises(BuilderLostError, match="closed"):
        builder.file("broen", "index.html")
    assert builder._process is None


def test_fault_instead_of_an_answer(tmp_path: Path) -> None:
    """A question that cannot be answered gives a fault with a finding, and the process lives on."""
    builder = Builder(copy_small(tmp_path / "portal"), ServeOptions())
    try:
        builder.read(read_clock(TODAY), "")
        fault = builder._ask("not_found", "broen")
        assert isinstance(fault, Fault)
        (finding,) = fault.findings
        assert (finding.code, finding.text[:24]) == ("", "a fault of the program: ")
        assert builder.file("broen", "nowhere.html") is None
    finally:
        builder.close()
