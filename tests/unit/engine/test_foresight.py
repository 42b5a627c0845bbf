"""What sites are made of can be found out early: the answer is the same, and only for the very views that were seen."""

from __future__ import annotations

from pathlib import Path

from generator.clock import read_clock
from generator.engine.kept import Foresight
from generator.verdict.portal import check_portal
from tests.support.portal import TODAY, copy_small


def test_an_early_answer_is_the_answer(tmp_path: Path) -> None:
    """Found out while the rules are at work, or when it is asked for: it makes no difference."""
    paths, clock = copy_small(tmp_path / "portal"), read_clock(TODAY)
    early, late = Foresight(clock), Foresight(clock)
    checked = check_portal(paths, clock, planned=early.look)
    assert checked.plans
    for plan in checked.plans:
        assert early.of(plan.view) == late.of(plan.view)
        assert early.of(plan.view) is early.of(plan.view)


def test_another_view_of_a_site_is_looked_at_anew(tmp_path: Path) -> None:
    """What was found out of yesterday's view is no answer for today's."""
    paths, clock = copy_small(tmp_path / "portal"), read_clock(TODAY)
    early = Foresight(clock)
    check_portal(paths, clock, planned=early.look)
    path = paths.content / "coordinators/broen-odense.yml"
    path.write_text(path.read_text("utf-8") + "# changed\n", "utf-8")
    for plan in check_portal(paths, clock).plans:
        assert early.of(plan.view) == Foresight(clock).of(plan.view)


def test_places_in_a_circle_are_told_and_not_followed_for_ever(tmp_path: Path) -> None:
    """What is found out early is found out of content with errors, too."""
    paths, clock = copy_small(tmp_path / "portal"), read_clock(TODAY)
    places = sorted(path for path in (paths.content / "places").glob("*.yml") if "." not in path.stem)[:2]
    for path, other in zip(places, reversed(places), strict=True):
        lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("part_of:")]
        path.write_text("\n".join((*lines, f"part_of: {other.stem}", "")), "utf-8")
    early = Foresight(clock)
    checked = check_portal(paths, clock, planned=early.look)
    assert "PP104" in {found.code for found in checked.findings}


def test_only_the_sites_that_are_asked_for_are_looked_at(tmp_path: Path) -> None:
    """The others are not built."""
    paths, clock = copy_small(tmp_path / "portal"), read_clock(TODAY)
    early = Foresight(clock, ("another",))
    check_portal(paths, clock, planned=early.look)
    assert not early._known
