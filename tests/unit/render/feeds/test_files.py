"""The files of a site that are made from data: which there are, and that they are made alike each time."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.support.feeds import files, portal, usual_files
from tests.support.output import ROOT

_HASHES = """
import hashlib
from tests.support.feeds import usual_files
whole = hashlib.sha256()
for path, data in sorted(usual_files().items()):
    whole.update(path.encode() + b"\\0" + data)
print(whole.hexdigest())
"""


def test_a_site_has_these_files() -> None:
    """In each language cards, calendars and feeds; open data and schemas once."""
    of_language = {
        "feeds/calls.xml",
        "feeds/calls/mentors/december.ics",
        "feeds/events.ics",
        "feeds/odense.vcf",
        "feeds/places/odense.ics",
        "feeds/stories.xml",
    }
    data = ("programmes", "coordinators", "calls", "events", "places", "next-change")
    found = {path for path in usual_files() if "feeds/" in path or path.startswith("api/")}
    assert found == {
        *of_language,
        *(f"da/{path}" for path in of_language),
        *(f"api/{name}.json" for name in data),
        *(f"api/schema/{name}.json" for name in data),
    }


def test_two_builds_are_equal() -> None:
    """The same plan, the same bytes."""
    assert files(portal()) == usual_files()


def test_machine_and_surroundings_leave_no_trace() -> None:
    """Another time zone, language and order of hashing give the same bytes."""
    results = set()
    for zone, language, seed in (("UTC", "C", "0"), ("Pacific/Kiritimati", "tr_TR.UTF-8", "7")):
        surroundings = {
            **os.environ,
            "TZ": zone,
            "LANG": language,
            "LC_ALL": language,
            "PYTHONHASHSEED": seed,
        }
        command = [sys.executable, "-c", _HASHES]
        done = subprocess.run(command, cwd=ROOT, env=surroundings, capture_output=True, text=True, check=True)
        results.add(done.stdout)
    assert len(results) == 1
