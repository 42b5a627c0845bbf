"""Imports what renders: as much again as all else, and of no use to the many builds that have little to do."""

from __future__ import annotations

from importlib import import_module


def import_renderer() -> None:
    """Import all that `workshop` and `gallery` need."""
    for name in ("gallery", "kept", "recall", "workshop"):
        import_module(f"generator.engine.{name}")
