"""The command line: options to pipeline to exit code. One module per command.

Exit codes: 0 done; 1 findings; 2 usage or configuration (`mkdocs.yml`, its hooks and plugins), or an output that cannot
be written; 3 a fault of the program; 130 stopped with Ctrl-C. Findings and summaries go to stdout, progress and faults
to stderr. Nobody sees a traceback unless PORTAL_DEBUG is set.
"""

from __future__ import annotations

from generator.cli.program import main

__all__ = ["main"]
