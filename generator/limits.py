"""Every numeric limit, in one place, with its reason.

Content is untrusted: each limit keeps a pull request from stalling a build. They are generous for people
and tight for machines. Nothing is computed here.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of loading and rendering. Sizes in bytes unless a name says otherwise."""

    file_bytes: int = 256 * 1024
    """A record is a page of facts; 256 KiB is over a hundred pages of text."""

    depth: int = 32
    """Nesting of one document; real records use 5. Counted on the event stream, before any recursion."""

    settings_depth: int = 100
    """Nesting of `mkdocs.yml`: far more than people write, a third of what its readers stand."""

    nodes: int = 20_000
    """Keys, values and list items of one document."""

    scalar_characters: int = 64 * 1024
    """One text: a long guide chapter."""

    key_characters: int = 200
    """One key."""

    id_characters: int = 80
    """An id: it is a file name and part of addresses, and some systems stop at 255 bytes with its suffixes."""

    prose_characters: int = 64 * 1024
    """What the Markdown renderer is given at once."""

    label_characters: int = 300
    """A one-line text: titles, names, captions."""

    media_bytes: int = 8 * 1024 * 1024
    """One picture as delivered by an editor."""

    media_pixels: int = 50_000_000
    """One picture as delivered: what a good telephone takes. Decoded it needs four bytes for each."""

    media_ratio: int = 10
    """How many times longer one side of a picture may be than the other; beyond that no page has a place for it."""

    picture_bytes: int = 150_000
    """One picture as published: over that, a page is slow on a telephone."""

    records: int = 50_000
    """Files below content/."""

    first_year: int = 1900
    """Of every day that is written: before it nothing of this trade happened; a slip of the hand is more likely."""

    last_year: int = 2200
    """So that a day has days after it, and sums of days and years stay within what a calendar holds."""

    findings_per_file: int = 200
    """After that many findings in one file the rest is counted, not listed."""


LIMITS = Limits()
