"""Old addresses in a whole build: written, verified, and in neither the sitemap nor the search."""

from __future__ import annotations

from pathlib import Path

from tests.support.builds import must_build
from tests.support.portal import apply_example, copy_small

RENAMED = """\
# content/guides/first-meeting.yml
former_ids: [meeting-one]
"""


def test_renamed_guide_keeps_its_addresses(tmp_path: Path) -> None:
    """Both languages have a page at the old address that verification lets pass, and nothing lists it."""
    paths = copy_small(tmp_path / "portal")
    apply_example(paths, RENAMED)
    must_build(paths.root)
    site = paths.root / "public/broen"
    old = sorted(path.relative_to(site).as_posix() for path in site.rglob("meeting-one/index.html"))
    assert old == ["en/guides/meeting-one/index.html", "guides/meeting-one/index.html"]
    assert (site / "_redirects").read_text("utf-8").splitlines() == [
        "/en/guides/meeting-one/ /en/guides/first-meeting/ 301",
        "/guides/meeting-one/ /guides/first-meeting/ 301",
    ]
    listed = [
        path
        for path in ("sitemap.xml", "search/index.json")
        if "meeting-one" in (site / path).read_text("utf-8")
    ]
    assert listed == []
