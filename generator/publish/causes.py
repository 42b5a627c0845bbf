"""Operating system errors in words.

Takes any `OSError` raised while the output is written and turns it into a `PublishError` whose message is one
sentence with its cause. It does not repair anything.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from generator.errors import PublishError

_RIGHTS = "give your user the right to read and write there and in the folder above it"
_CAUSES = {
    errno.ENOSPC: ("the disk is full", "make room on the disk, then build again"),
    errno.EDQUOT: ("the disk quota is used up", "make room on the disk, then build again"),
    errno.EFBIG: ("a file is larger than this system allows", "look for a very large picture or page"),
    errno.EACCES: ("no permission", _RIGHTS),
    errno.EPERM: ("not permitted", _RIGHTS),
    errno.EROFS: ("the disk is read-only", "choose another folder with --output"),
    errno.EXDEV: (
        "the folder is on another disk than the folder above it",
        "publish into a folder below the mounted one with --output",
    ),
    errno.EBUSY: (
        "the folder is in use as a mount point",
        "publish into a folder below the mounted one with --output",
    ),
    errno.EMFILE: ("too many files are open", "close other programs, or raise the limit (ulimit -n)"),
    errno.ENFILE: ("too many files are open on this computer", "close other programs"),
    errno.ENAMETOOLONG: ("a name is too long for this disk", "shorten the id or the folder's path"),
    errno.EIO: ("the disk reports a fault", "check the disk before you build again"),
    errno.ENOLCK: ("this disk knows no locks", "choose a folder on a local disk with --output"),
    errno.ENOTDIR: ("a file stands where a folder is needed", "move that file, or choose another --output"),
}


@contextmanager
def as_publish_error(action: str) -> Iterator[None]:
    """Turn an `OSError` of the block into `PublishError`; `action` is what failed: `cannot write public`."""
    try:
        yield
    except OSError as error:
        cause, help = _CAUSES.get(error.errno or 0, (error.strerror or str(error) or "unknown error", ""))
        place = f" ({error.filename})" if isinstance(error.filename, str) else ""
        raise PublishError(f"{action}: {cause}{place}", help) from error
