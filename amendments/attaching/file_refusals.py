"""Why a file is not attached. Each message names the file and says what to do."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from amendments.errors import AmendmentsError


class FileRefused(AmendmentsError):
    """The base: one file is refused."""

    words: Promise = _("“%(name)s” cannot be attached.")

    def __init__(self, name: str, **more: Any) -> None:
        super().__init__(str(self.words) % {"name": name, **more})


class OtherKind(FileRefused):
    """The ending of the name belongs to no kind that can be attached."""

    words = _(
        "“%(name)s” is of a kind that cannot be attached. Save it as PDF, DOCX, ODT, PNG, JPEG or TXT and attach "
        "that file."
    )


class OtherContent(FileRefused):
    """The content is not of the kind that the ending names."""

    words = _(
        "“%(name)s” ends like a file of the kind %(kind)s, but its content is of another kind. Open it, save it "
        "as %(kind)s and attach that file."
    )


class EmptyFile(FileRefused):
    """There is nothing in the file."""

    words = _("“%(name)s” is empty. Save it again and attach that file.")


class TooLarge(FileRefused):
    """The file has more bytes than the site allows."""

    words = _(
        "“%(name)s” is larger than %(size)s MB. Make it smaller, for example with smaller pictures, or divide it."
    )


class TooManyPixels(FileRefused):
    """The picture has more pixels than the library of pictures takes."""

    words = _("“%(name)s” has too many pixels. Make the picture smaller and attach that file.")


class TooManyFiles(FileRefused):
    """The comment, or the item of a note, has as many files as the site allows."""

    words = _(
        "“%(name)s” is one file too many: at most %(count)s can be attached here. Remove another one first, or "
        "put several into one file."
    )


class RunsPrograms(FileRefused):
    """The file holds macros, scripts or other files, which could run on a reader's computer."""

    words = _(
        "“%(name)s” contains macros, scripts or other files, which could run on a reader's computer. Save it "
        "without them, for example as a new PDF, and attach that file."
    )


class Computes(FileRefused):
    """A cell of a CSV file is a formula, which could run or fetch something."""

    words = _(
        "“%(name)s” has cells that a spreadsheet computes, because they begin with = or @, or with + or - before a "
        "word. Save it with values in their place and attach that file."
    )


class HasPassword(FileRefused):
    """The file can only be opened with a password."""

    words = _(
        "“%(name)s” is protected by a password, so nobody could read it. Save it without one and attach that file."
    )


class Unreadable(FileRefused):
    """The file is damaged, or unpacks to far more than a document needs."""

    words = _(
        "“%(name)s” is damaged or made in an unusual way. Open it on your computer, save it again and attach "
        "that file."
    )


class OtherEncoding(FileRefused):
    """The text is not in UTF-8."""

    words = _(
        "“%(name)s” is no text in UTF-8, so others would read wrong letters. Save it with the encoding UTF-8 and "
        "attach that file."
    )


class FoundByScanner(FileRefused):
    """A scanner of the site found something in the file."""

    words = _(
        "“%(name)s” is refused: the scanner of this site found %(found)s in it. Do not send it to anybody."
    )


class NotScanned(FileRefused):
    """The scanner of the site cannot be asked."""

    words = _("“%(name)s” cannot be looked through now. Try again in a few minutes.")
