"""The way in: `portal`, or `python -m generator`. Loads the commands so that stopping early is quiet, too.

Takes the command line, leaves with the exit code of `cli`.
"""

from __future__ import annotations

import atexit
import gc
import os
import signal
import sys
import threading


def main() -> None:
    """Run the command and leave; Ctrl-C ends it without a traceback even while the program is being loaded."""
    # What is valid is said by this program and by no plugin.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    gc.disable()  # what is imported stays, so there is nothing to collect
    try:
        from generator.cli import main as run

        gc.enable()
        run()
    except KeyboardInterrupt:
        sys.stderr.write("stopped\n")
        _leave(130)
    except SystemExit as end:
        _leave(end.code)


def _leave(code: object) -> None:
    """End the process without freeing every record of a large portal one by one, which takes longer than a check.

    What others want done at the end is done, and all that was said is out. Leaves in the usual way when that fails,
    when another thread is at work, or when the code is none.
    """
    if not isinstance(code, int) or threading.active_count() > 1:
        sys.exit(code if isinstance(code, (int, str)) else None)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # it is ending already
    try:
        atexit._run_exitfuncs()
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
    except (OSError, ValueError, AttributeError):  # closed, or the reader has gone
        sys.exit(code)
    os._exit(code)


if __name__ == "__main__":
    main()
