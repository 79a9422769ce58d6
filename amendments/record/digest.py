"""The hash of the record."""

import hashlib
import json


def digest(content: object) -> str:
    """SHA-256 of the content as JSON with sorted keys, in hexadecimal."""
    return hashlib.sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
