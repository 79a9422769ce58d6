"""Files of acts as text: one module a format. `read_act` chooses by the file's ending."""


class ImportFailed(ValueError):
    """The file cannot be read; the message says what to do."""


def read_act(name: str, data: bytes) -> str:
    """The text of an uploaded file."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ImportFailed(f"{name} is not UTF-8 text (byte {error.start}).") from error
