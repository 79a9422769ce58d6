"""What the command-line fronts of the pure rooms share."""

import json
import signal
import sys
from collections.abc import Mapping
from pathlib import Path

from amendments.provisions.provision_errors import NotText


def quiet_at_a_closed_pipe() -> None:
    """Let a reader that has seen enough (`| head`) end the command without a traceback."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)


def read_text(name: str) -> str:
    """A file, or standard input for "-"; what is not UTF-8 is refused with the place of the first wrong byte."""
    data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        start = data.rfind(b"\n", 0, error.start) + 1
        column = len(data[start : error.start].decode("utf-8")) + 1
        byte = f"0x{data[error.start]:02X}"
        raise NotText(f"not UTF-8: byte {byte} in line {line}, column {column}.") from error


def print_line(answer: Mapping[str, object]) -> None:
    """One JSON object on one line of UTF-8, whatever the locale; a lone surrogate stays escaped."""
    line = json.dumps(answer, ensure_ascii=False) + "\n"
    sys.stdout.buffer.write(line.encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()
