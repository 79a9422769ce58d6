"""Why a file cannot be imported, one class per reason; every message says what to do."""


class ImportFailed(ValueError):
    """The file cannot be read; the message says what to do."""


class UnknownFormat(ImportFailed):
    """No importer reads files with this ending."""

    def __init__(self, name: str, suffixes: list[str]) -> None:
        super().__init__(
            f"{name}: this kind of file cannot be imported. Save it as one of {', '.join(suffixes)}."
        )


class UnknownEncoding(ImportFailed):
    """The text is not UTF-8."""

    def __init__(self, line: int, offset: int, byte: int) -> None:
        super().__init__(
            f"The text is not UTF-8: byte 0x{byte:02X} in line {line} (byte {offset} of the file). "
            "Save the file again with the encoding UTF-8."
        )
        self.line = line
        self.offset = offset


class OldWordFile(ImportFailed):
    """A Word file of the kind written before 2007."""

    def __init__(self) -> None:
        super().__init__("This is a Word 97–2003 file (.doc). Open it in Word and save it as .docx.")


class EncryptedFile(ImportFailed):
    """A file that opens only with a password."""

    def __init__(self) -> None:
        super().__init__(
            "The file is protected by a password. Remove the password in Word and save it again."
        )


class CorruptFile(ImportFailed):
    """A damaged file, or one that only bears the ending."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"The file is damaged or is no Word file ({reason}). Open it in Word and save it again."
        )


class OversizedFile(ImportFailed):
    """A file that would unpack to more than the importer accepts."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"The file is too large to import ({reason}). Remove pictures and embedded files first."
        )


class UnsafeFile(ImportFailed):
    """A file whose XML declares entities, which no word processor writes."""

    def __init__(self, part: str) -> None:
        super().__init__(
            f"The file declares XML entities in {part}, which is unsafe. Open it in Word and save it again."
        )
