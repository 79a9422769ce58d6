"""The form of the log: one line, or one JSON object a line, and no traceback for what the site refuses."""

import json
import logging
from http import HTTPStatus


class RefusalsInOneLine(logging.Filter):
    """Takes the traceback off refusals: answers below 500 and requests that Django calls suspicious."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record through."""
        status = getattr(record, "status_code", HTTPStatus.INTERNAL_SERVER_ERROR)
        if status < HTTPStatus.INTERNAL_SERVER_ERROR or record.name.startswith("django.security."):
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
