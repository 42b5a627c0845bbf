"""Which findings a build of some sites tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.clock import read_clock
from generator.errors import UsageError
from generator.outcome import concerned, refuse_output
from generator.paths import PortalPaths
from generator.verdict.portal import check_portal
from tests.support.portal import TODAY, apply_example, copy_small

_SECOND = """\
# content/organisations/havnen.yml
language: da
name: Havnen
country: DK
assured_on: 2026-11-23
# content/organisations/loose.yml
language: da
name: Nobody's
country: DK
assured_on: 2026-11-23
# content/organisations/broen.yml
assured_on: 2026-11-23
# content/media/loose.jpg
x
# sites/havnen/site.yml
language: da
name: Havnen
summary: Havnens mentorer.
organisation: havnen
url: https://havnen.example.org/
languages: [da]
jurisdiction: DK
timezone: Europe/Copenhagen
select: [{organisations: [havnen]}]
brand: {colour: "#ffd400"}
# sites/broen/site.yml
brand: {colour: "#ff0000"}
"""
_COMMON = {"content/media/loose.jpg", "content/organisations/loose.yml"}
_BROEN = {"content/organisations/broen.yml", "sites/broen/site.yml"}
_HAVNEN = {"content/organisations/havnen.yml", "sites/havnen/site.yml"}


@pytest.mark.parametrize(
    ("sites", "expected"),
    [
        (("broen",), _COMMON | _BROEN),
        (("havnen",), _COMMON | _HAVNEN),
        (("broen", "havnen"), _COMMON | _BROEN | _HAVNEN),
    ],
)
def test_findings_of_other_sites_are_left_aside(
    sites: tuple[str, ...], expected: set[str], tmp_path: Path
) -> None:
    """What another site alone shows is not told; what no site shows, and a picture without record, is."""
    paths = copy_small(tmp_path / "portal")
    apply_example(paths, _SECOND)
    checked = check_portal(paths, read_clock(TODAY))
    assert expected == {finding.position.file for finding in concerned(checked, sites)}


@pytest.mark.parametrize(
    ("output", "reason"),
    [
        ("content", "content is a source of the portal"),
        ("sites/broen/public", "sites is a source of the portal"),
        (".", "{root}/content lies in it, a source of the portal"),
        ("..", "{root}/content lies in it, a source of the portal"),
    ],
)
def test_an_output_above_or_among_the_sources(output: str, reason: str, tmp_path: Path) -> None:
    """It is said which folder is in the way, and whether it is around the output or in it."""
    root = tmp_path / "portal"
    (root / "content").mkdir(parents=True)
    target = root / output
    with pytest.raises(UsageError) as caught:
        refuse_output(PortalPaths(root), target)
    assert caught.value.message == f"{target} cannot be the output: {reason.format(root=root)}"
    assert caught.value.help == "name a folder for the output alone, neither above the sources nor among them"
