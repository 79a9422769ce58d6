"""Starts the servers, runs a command beside them, stops them; without a command they run until Ctrl-C."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from tests.search.nodes import kinds
from tests.search.nodes.running import VARIABLE, running


def main(command: list[str]) -> int:
    """Run the command; its exit status is ours."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with running(kinds.elasticsearch, kinds.opensearch) as described:
        return _beside(command, described)


def _beside(command: list[str], described: Path) -> int:
    if command:
        return subprocess.run(command, env=os.environ | {VARIABLE: str(described)}, check=False).returncode
    print(f"export {VARIABLE}={described}", flush=True)
    try:
        signal.pause()
    except KeyboardInterrupt:
        return 0
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
