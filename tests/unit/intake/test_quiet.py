"""The collector is kept from records, and only as long as it was asked to."""

from __future__ import annotations

import gc
from weakref import ref

import pytest

from generator.intake.quiet import set_aside, without_collector
from generator.workers.pool import Job, run_units


def _frozen(task: int) -> int:
    return gc.get_freeze_count() * task


def test_nothing_is_collected_inside() -> None:
    """The collector rests inside, also inside of another rest, and works again afterwards."""
    assert gc.isenabled()
    with without_collector():
        with without_collector():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


@pytest.mark.usefixtures("only_one_thread")
def test_what_is_set_aside_stays_there_until_the_end() -> None:
    """Workers that come and go in between find it set aside, and leave it so; a fault ends it, too."""
    gc.unfreeze()
    with set_aside(object()):
        before = gc.get_freeze_count()
        assert all(found > 0 for found in run_units(Job((1, 2), _frozen), 2))
        assert gc.get_freeze_count() > before // 2 > 0  # a few may be done with meanwhile
    assert gc.get_freeze_count() == 0
    assert run_units(Job((1, 2), _frozen), 2)
    assert gc.get_freeze_count() == 0
    with pytest.raises(ValueError, match="x"), set_aside(None):
        raise ValueError("x")
    assert gc.get_freeze_count() == 0


class Record:
    """Something that can be watched."""


def test_only_the_last_records_are_kept() -> None:
    """What was set aside lives on after the block, until something else is set aside."""
    first, second = Record(), Record()
    seen = ref(first), ref(second)
    with set_aside(first):
        del first
    assert seen[0]() is not None
    with set_aside(second):
        del second
    assert (seen[0](), seen[1]() is not None) == (None, True)
