"""Servers for as long as they are needed."""

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.search.nodes.node import Node, save

VARIABLE = "MADDA_TEST_NODES"
"""Names the file that describes the servers that run."""


@contextmanager
def running(*starts: Callable[[Path], Node]) -> Iterator[Path]:
    """Start servers of these kinds; the file that describes them. Afterwards they are stopped and leave nothing."""
    with tempfile.TemporaryDirectory(prefix="madda-nodes-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        nodes: list[Node] = []
        try:
            for start in starts:
                place = folder / start.__name__
                place.mkdir()
                began = time.monotonic()
                nodes.append(start(place))
                print(f"{start.__name__}: {nodes[-1].url} after {time.monotonic() - began:.0f} s", flush=True)
            save(nodes, folder / "nodes.json")
            yield folder / "nodes.json"
        finally:
            for node in nodes:
                node.stop()
