"""In which code page an old web page is written: its byte order mark says it, else its own head, else it is UTF-8."""

import codecs
import re

from amendments.importers.file_errors import UnsaidEncoding

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_MARKS_OF_NO_PAGE = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)  # the first one begins like that of UTF-16
_HEAD = 4096  # bytes, within which a page must say it
_SAID = re.compile(
    rb"(?i)<(?:meta|\?xml)[^>]{0,400}?(?:charset|encoding)\s*=\s*[\"']?\s*([a-z0-9_:.-]{2,40})"
)
_KNOWN = re.compile(
    r"(?i)utf-?8|utf-?16(le|be)?|(windows|cp)-?125\d|iso-?8859-\d{1,2}|koi8-[ru]|us-ascii|latin-?\d{1,2}"
)
_USUAL = "utf-8"


def decoded(data: bytes) -> str:
    """The text of a page; a byte that its code page does not have is refused, because a wrong letter is worse."""
    if data.startswith(_MARKS_OF_NO_PAGE):
        raise UnsaidEncoding("utf-32")
    name = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "") or _said(data)
    try:
        text = data.decode(_codec(name))
    except (UnicodeDecodeError, LookupError) as error:
        raise UnsaidEncoding(name) from error
    if "\0" in text:  # each letter has two or four bytes, and nothing says so
        raise UnsaidEncoding(name)
    return text


def _said(data: bytes) -> str:
    found = _SAID.search(data[:_HEAD])
    return found[1].decode("ascii") if found else _USUAL


def _codec(name: str) -> str:
    """The name of a known text encoding; other codecs of Python unpack and do more."""
    if name != "utf-8-sig" and not _KNOWN.fullmatch(name):
        raise LookupError(name)
    return name.replace("windows-", "cp") if name.lower().startswith("windows-") else name
