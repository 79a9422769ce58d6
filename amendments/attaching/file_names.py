"""What an attached file is called: the name that its author gave it, without what could deceive or harm a reader."""

import re
import unicodedata

from amendments.attaching.file_kinds import ending_of

LONGEST_NAME = 150  # characters; some systems allow 255 bytes, and a letter can have two
_FOLDERS = re.compile(r"^.*[/\\]", re.DOTALL)
_NOT_IN_NAMES = re.compile(r'[<>:"|?*]')
_UNNAMED = "file"


def plain_name(given: str) -> str:
    """The name without folders, invisible characters and characters that some systems refuse."""
    name = unicodedata.normalize("NFC", _FOLDERS.sub("", given.replace("\x00", "")))
    name = "".join(
        letter if letter.isspace() or unicodedata.category(letter)[0] != "C" else "" for letter in name
    )
    name = " ".join(_NOT_IN_NAMES.sub("_", name).split()).strip(" .")
    ending = ending_of(name)
    stem = name.removesuffix(ending).rstrip(" .") or _UNNAMED
    return stem[: LONGEST_NAME - len(ending)] + ending
