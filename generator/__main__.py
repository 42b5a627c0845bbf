"""The way in: `portal`, or `python -m generator`. Loads the commands so that stopping early is quiet, too.

Takes the command line, leaves with the exit code of `cli`.
"""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command; Ctrl-C ends it without a traceback even while the program is being loaded."""
    try:
        from generator.cli import main as run

        run()
    except KeyboardInterrupt:
        sys.stderr.write("stopped\n")
        sys.exit(130)


if __name__ == "__main__":
    main()
