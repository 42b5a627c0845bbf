"""The way in for `python -m generator.cli`."""

from __future__ import annotations

from generator.cli.program import main

if __name__ == "__main__":
    main()
