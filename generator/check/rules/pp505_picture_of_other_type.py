"""A picture's file is not what its name says.

What it does
    Reads the first bytes of the file and compares them with the ending of its name.

Why it matters
    A renamed file is not shown by every browser. A page or a program that is called a picture is an attack.

Example
    # content/media/conversation.png
    Notes about the picture.
    # content/media/conversation.yml
    file: conversation.png  # PP505

Use instead
    # content/media/conversation.yml
    file: conversation.png
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.pictures import existing_pictures, file_type
from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity


def check(context: Context) -> Iterator[Flaw]:
    """Yield pictures whose content and name differ."""
    for media, path in existing_pictures(context):
        said = path.suffix.lstrip(".").replace("jpeg", "jpg")
        found = file_type(path)
        if found != said:
            values = {"file": media.file, "found": found, "said": said}
            message = "{file} is a {found} file" if found else "{file} is no picture"
            help = "save the picture as {said}, or rename the file and this line"
            yield Flaw(media, ("file",), message, values, help if found else "put the picture itself here")


RULE = Rule("PP505", Severity.ERROR, "0.1", __doc__, check)
