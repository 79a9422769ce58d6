"""Starts the servers, runs a command beside them, stops them; without a command they run until Ctrl-C."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.search.nodes import kinds
from tests.search.nodes.node import Node, save

VARIABLE = "MADDA_TEST_NODES"


def main(command: list[str]) -> int:
    """Run the command; its exit status is ours."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with tempfile.TemporaryDirectory(prefix="madda-nodes-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        described = folder / "nodes.json"
        nodes: list[Node] = []
        try:
            for start in (kinds.elasticsearch, kinds.opensearch):
                place = folder / start.__name__
                place.mkdir()
                began = time.monotonic()
                nodes.append(start(place))
                print(f"{start.__name__}: {nodes[-1].url} after {time.monotonic() - began:.0f} s", flush=True)
            save(nodes, described)
            return _beside(command, described)
        finally:
            for node in nodes:
                node.stop()


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
