"""The form of the log: one line, or one JSON object a line.

What the site refuses and what an operator mends has no traceback.
"""

import json
import logging
from http import HTTPStatus

from portal.troubles import is_of_version, remedy_of


class RefusalsInOneLine(logging.Filter):
    """Takes the traceback off refusals: answers below 500 and requests that Django calls suspicious."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record through."""
        status = getattr(record, "status_code", HTTPStatus.INTERNAL_SERVER_ERROR)
        if status < HTTPStatus.INTERNAL_SERVER_ERROR or record.name.startswith("django.security."):
            record.exc_info = record.exc_text = None
        return True


class TroublesInOneLine(logging.Filter):
    """Says what to do when the database is away, full or without its tables, instead of the traceback."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record through."""
        error = record.exc_info[1] if record.exc_info else None
        if said := remedy_of(error):
            record.msg, record.args = f"{record.getMessage()}: {said}", ()
            if not is_of_version(error):
                record.exc_info = record.exc_text = None
        return True


class JsonLines(logging.Formatter):
    """One JSON object a line: time, level, logger, message, and the traceback of an error."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        said: dict[str, object] = {
            "time": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if status := getattr(record, "status_code", None):
            said["status"] = int(status)
        if record.exc_info:
            said["traceback"] = self.formatException(record.exc_info)
        return json.dumps(said, ensure_ascii=False)
