"""A small mail server on a port of this machine, which a test can make refuse, hang or break off (RFC 5321)."""

import socketserver
import threading
from collections import Counter
from collections.abc import Callable
from email import message_from_bytes
from email.message import Message

HANG, BREAK_OFF = "hang", "break off"


class SmtpServer(socketserver.ThreadingTCPServer):
    """`answers` says by recipient what the server does: an answer to RCPT, or HANG or BREAK_OFF instead of the last one."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Conversation)
        self.answers: dict[str, str] = {}
        self.took: list[Message] = []
        self.asked: Counter[str] = Counter()
        self.is_over = threading.Event()

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def __enter__(self) -> "SmtpServer":
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.is_over.set()
        self.shutdown()
        self.server_close()


class _Conversation(socketserver.StreamRequestHandler):
    server: SmtpServer

    def handle(self) -> None:
        self.recipient = ""
        self._say("220 mail.caspia.example")
        while line := self.rfile.readline().decode().strip():
            word = line[:4].upper()
            if word == "QUIT":
                self._say("221 bye")
                return
            step: Callable[[str], bool] = getattr(self, f"_{word.lower()}", self._fine)
            if not step(line):
                return

    def _fine(self, _line: str) -> bool:
        return self._say("250 ok")

    def _rcpt(self, line: str) -> bool:
        self.recipient = line.partition("<")[2].partition(">")[0]
        self.server.asked[self.recipient] += 1
        answer = self.server.answers.get(self.recipient, "250 ok")
        return self._say("250 ok" if answer in (HANG, BREAK_OFF) else answer)

    def _data(self, _line: str) -> bool:
        self._say("354 go on")
        lines: list[bytes] = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line)
        answer = self.server.answers.get(self.recipient, "")
        if answer == HANG:
            self.server.is_over.wait(20)
            return False
        self.server.took.append(message_from_bytes(b"".join(lines)))
        return answer != BREAK_OFF and self._say("250 taken")

    def _say(self, words: str) -> bool:
        self.wfile.write(f"{words}\r\n".encode())
        return True
