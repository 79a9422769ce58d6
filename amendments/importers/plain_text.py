"""Plain text in UTF-8, and in UTF-16 where a byte order mark says so."""

import codecs

from amendments.importers.file_errors import UnknownEncoding
from amendments.importers.limits import broken_into_lines
from amendments.importers.protocol import Imported


class TextImporter:
    """Takes the text as it is, without the byte order mark; a page break ends a line."""

    slug = "text"
    name = "Text"
    suffixes = (".txt", ".text")

    def read(self, data: bytes) -> Imported:
        """Decode strictly: a wrong letter in a law is worse than a refusal."""
        is_wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        is_wide = is_wide and not data.startswith(codecs.BOM_UTF32_LE)
        try:
            return Imported(broken_into_lines(data.decode("utf-16" if is_wide else "utf-8-sig")))
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            raise UnknownEncoding(line, error.start, data[error.start]) from error
