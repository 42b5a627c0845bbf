"""Units on the disk, for tests that read pages as a browser does."""

from __future__ import annotations

from pathlib import Path

from generator.engine.builder import BaseConfig, build_unit
from generator.engine.unit import Unit, UnitResult


def write_unit(unit: Unit, folder: Path, base: BaseConfig) -> UnitResult:
    """Build a unit and write its files into `folder`."""
    result = build_unit(unit, base)
    for path, data in result.files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return result
