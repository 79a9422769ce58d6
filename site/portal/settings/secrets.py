"""Secrets of a deployment: in the environment, or in a file that the environment names."""

import os
from pathlib import Path


def secret(name: str) -> str:
    """The value of `NAME`, or what stands in the file `NAME_FILE`; "" if neither is given."""
    if path := os.environ.get(f"{name}_FILE"):
        return Path(path).read_text(encoding="utf-8").strip()
    return os.environ.get(name, "")
