"""Why a file cannot be imported, one class per reason; every message says what to do."""

from amendments.provisions.messages import Message, Told, message as _


class ImportFailed(Told, ValueError):
    """The file cannot be read; the message says what to do."""


class UnknownFormat(ImportFailed):
    """No importer reads files with this ending."""

    def __init__(self, name: str, suffixes: list[str]) -> None:
        super().__init__(
            _(
                "%(name)s: this kind of file cannot be imported. Save it as one of %(suffixes)s.",
                name=name,
                suffixes=", ".join(suffixes),
            )
        )


class UnknownEncoding(ImportFailed):
    """The text is not UTF-8."""

    def __init__(self, line: int, offset: int, byte: int) -> None:
        super().__init__(
            _(
                "The text is not UTF-8: byte 0x%(byte)s in line %(line)s (byte %(offset)s of the file). "
                "Save the file again with the encoding UTF-8.",
                byte=f"{byte:02X}",
                line=line,
                offset=offset,
            )
        )
        self.line = line
        self.offset = offset


class OldWordFile(ImportFailed):
    """A Word file of the kind written before 2007."""

    def __init__(self) -> None:
        super().__init__(_("This is a Word 97–2003 file (.doc). Open it in Word and save it as .docx."))


class MacroFile(ImportFailed):
    """A Word file with macros."""

    def __init__(self) -> None:
        super().__init__(_("This is a Word file with macros (.docm). Open it in Word and save it as .docx."))


class EncryptedFile(ImportFailed):
    """A file that opens only with a password."""

    def __init__(self) -> None:
        super().__init__(
            _("The file is protected by a password. Remove the password in Word and save it again.")
        )


class CorruptFile(ImportFailed):
    """A damaged file, or one that only bears the ending."""

    def __init__(self, reason: Message) -> None:
        self.reason = reason
        super().__init__(
            _(
                "The file is damaged or is not a Word file (%(reason)s). Open it in Word and save it again.",
                reason=reason,
            )
        )


class CorruptXml(ImportFailed):
    """Damaged XML that no word processor wrote."""

    def __init__(self, reason: Message) -> None:
        super().__init__(_("The XML of this file is damaged (%(reason)s). Export it again.", reason=reason))


class UnsafeXml(ImportFailed):
    """XML that declares entities, which nothing that it holds needs."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "The XML of this file declares entities or a document type, which is unsafe. Export it without them."
            )
        )


class DeepXml(ImportFailed):
    """XML with elements within each other, deeper than any act."""

    def __init__(self, most: int) -> None:
        super().__init__(
            _(
                "The XML of this file has elements within each other, more than %(most)s deep. Check how it was exported.",
                most=most,
            )
        )


class DeepPage(ImportFailed):
    """A web page with parts within each other, deeper than any page of an act."""

    def __init__(self, most: int) -> None:
        super().__init__(
            _(
                "The page has parts within each other, more than %(most)s deep. Copy its text into a document and import that.",
                most=most,
            )
        )


class OversizedFile(ImportFailed):
    """A file that would unpack to more than the importer accepts."""

    def __init__(self, reason: Message | str) -> None:
        super().__init__(
            _(
                "The file is too large to import (%(reason)s). Remove pictures and embedded files first.",
                reason=reason,
            )
        )


class OversizedText(ImportFailed):
    """A text that is longer than any act."""

    def __init__(self, reason: Message | str) -> None:
        super().__init__(
            _(
                "The text is too long to import (%(reason)s). Leave out what does not belong to the act.",
                reason=reason,
            )
        )


class UnsafeFile(ImportFailed):
    """A file whose XML declares entities, which no word processor writes."""

    def __init__(self, part: str) -> None:
        super().__init__(
            _(
                "The file declares XML entities in %(part)s, which is unsafe. Open it in Word and save it again.",
                part=part,
            )
        )


class HiddenCharacterInFile(ImportFailed):
    """A control character, or one that turns the direction of a line: the text would not be what readers see."""

    def __init__(self, line: int, character: str) -> None:
        super().__init__(
            _(
                "Line %(line)s holds a character that readers cannot see (%(character)s). Remove it.",
                line=line,
                character=character,
            )
        )


class LongLine(ImportFailed):
    """A line that no provision of a law has."""

    def __init__(self, line: int, most: int) -> None:
        super().__init__(
            _(
                "Line %(line)s is longer than %(most)s characters. Check that this is the text of an act.",
                line=line,
                most=most,
            )
        )


class NestedTooDeeply(ImportFailed):
    """Tables or other parts within each other, deeper than any document of a word processor."""

    def __init__(self, part: str, most: int) -> None:
        super().__init__(
            _(
                "%(part)s holds parts within each other, more than %(most)s deep. Take the tables out of each other.",
                part=part,
                most=most,
            )
        )


class UnsafeLink(ImportFailed):
    """A file that fetches a part of itself from the network when it is opened."""

    def __init__(self, target: str) -> None:
        super().__init__(
            _(
                "The file fetches a part of itself from %(target)s when it is opened. Save it with that part inside, "
                "or take it out.",
                target=target,
            )
        )


class NoActInFile(ImportFailed):
    """XML of another kind."""

    def __init__(self) -> None:
        super().__init__(_("This XML file is no act in Akoma Ntoso 3.0 or 2.0."))


class UnsaidEncoding(ImportFailed):
    """A page that does not say in which code page it is written, or says one that its bytes do not keep to."""

    def __init__(self, encoding: str) -> None:
        super().__init__(
            _(
                "The page cannot be read in the encoding %(encoding)s. Save it again as “Web page, filtered” with the "
                "encoding UTF-8.",
                encoding=encoding,
            )
        )
