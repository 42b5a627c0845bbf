"""Where the time of a build went, as a table and as a trace that browsers show (chrome://tracing, ui.perfetto.dev).

Takes stages, returns text or JSON. Measures nothing.
"""

from __future__ import annotations

import json

from generator.console.phrases import spoken
from generator.console.safe import neutral, plain
from generator.console.words import Words
from generator.diagnostics import Phrase
from generator.spans import Span, Stages

_SLOWEST = 10
_STAGES = {
    "check": Phrase("reading and checking"),
    "pictures": Phrase("plans and pictures"),
    "live": Phrase("what is live already"),
    "pages": Phrase("pages and sites"),
    "publish": Phrase("publishing"),
}


def format_timings(stages: Stages, words: Words, trace: str) -> str:
    """Return the stages in their order with seconds and shares, and the slowest tasks; `trace` has all of them."""
    whole = sum(span.seconds for span in stages.stages) or 1.0
    rows = [
        (spoken(words, _STAGES[span.name], plain), f"{span.seconds:8.3f} s", f"{span.seconds / whole:5.0%}")
        for span in stages.stages
    ]
    slowest = sorted(stages.tasks, key=lambda span: -span.seconds)[:_SLOWEST]
    if slowest:
        head = words.number_of(len(stages.tasks), "{n} task in the processes", "{n} tasks in the processes")
        busy = sum(span.seconds for span in stages.tasks)
        rows += [
            (head, f"{busy:8.3f} s", ""),
            *((f"  {one.name}", f"{one.seconds:8.3f} s", "") for one in slowest),
        ]
    width = max(len(name) for name, _, _ in rows)
    table = "".join(
        f"{neutral(name):{width}}  {seconds}  {share}".rstrip() + "\n" for name, seconds, share in rows
    )
    more = len(stages.tasks) - len(slowest)
    return table + (words.say("  … and {n} more, all in {file}", n=more, file=trace) + "\n" if more else "")


def format_trace(stages: Stages) -> str:
    """Return the trace: one complete event for each stage and task, in microseconds from the beginning."""
    events = [_event(span, stages.begun, "stage") for span in stages.stages]
    events += [_event(span, stages.begun, "task") for span in stages.tasks]
    return json.dumps({"traceEvents": events, "displayTimeUnit": "ms"}, ensure_ascii=False) + "\n"


def _event(span: Span, begun: int, category: str) -> dict[str, object]:
    return {
        "name": span.name,
        "cat": category,
        "ph": "X",
        "ts": (span.begun - begun) / 1000,
        "dur": (span.ended - span.begun) / 1000,
        "pid": span.process,
        "tid": span.process,
    }
