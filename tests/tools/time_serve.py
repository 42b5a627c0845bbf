"""Measures `portal serve` on the sample: from saving a file until the open page has been loaded again.

    python tests/tools/time_serve.py [PORTAL]

Works on a copy. Prints milliseconds: the median of ten edits of a phone number, seen on a small and on a large site,
in Chromium; of these, how long the server read. Not a test: how long it takes depends on the machine.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from generator.paths import PortalPaths  # noqa: E402
from tests.support.browsing import launched  # noqa: E402
from tests.support.builds import replaced  # noqa: E402
from tests.support.serving import Served, serving, until  # noqa: E402

FILE = "content/coordinators/kvinfo-odense.yml"
NUMBERS = ("32123456", "34412345")
EDITS = 10


def measure(page: Page, served: Served, root: Path) -> tuple[list[float], list[float]]:
    """Return for each edit the time until the page shows it, and the time of reading, in milliseconds."""
    shown, read = [], []
    for edit in range(EDITS):
        old, new = NUMBERS[edit % 2], NUMBERS[(edit + 1) % 2]
        page.wait_for_timeout(1000)
        before = len(served.heard.seconds)
        number = "-".join(new[start : start + 2] for start in range(0, 8, 2))
        begun = time.perf_counter()
        replaced(root / FILE, f"number: {old}", f"number: {new}")
        page.locator(f'#coordinator-kvinfo-odense a[href="tel:+45-{number}"]').first.wait_for(
            state="attached"
        )
        shown.append((time.perf_counter() - begun) * 1000)
        until(lambda before=before: len(served.heard.seconds) > before)
        read.append(served.heard.seconds[-1] * 1000)
    page.wait_for_load_state()
    return shown, read


def main() -> None:
    """Serve a copy of the portal and edit it."""
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT
    with tempfile.TemporaryDirectory() as folder, launched() as browser:
        root = Path(folder) / "portal"
        for name in ("content", "sites"):
            shutil.copytree(source / name, root / name)
        replaced(root / FILE, "  - number: 34 41 23 45\n    type: cell\n", "  - number: 80123456\n")
        begun = time.perf_counter()
        with serving(PortalPaths(root)) as served:
            print(f"start: {(time.perf_counter() - begun) * 1000:.0f} ms")
            page = browser.new_page()
            for place in ("kvinfo/coordinators/", "network/coordinators/", "network/ar/coordinators/"):
                page.goto(f"{served.serving.address}{place}")
                shown, read = measure(page, served, root)
                print(
                    f"{place:26} saved to shown: median {statistics.median(shown):.0f}, "
                    f"most {max(shown):.0f} ms; of it reading {statistics.median(read):.0f} ms"
                )


if __name__ == "__main__":
    main()
