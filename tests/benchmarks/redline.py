"""The redline against its peers on real consecutive versions of laws, in one run: ratios, not seconds, are compared."""

import argparse
import json
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import django

from amendments.redline import anchors, difference, engine
from tests.benchmarks import redline_growth, redline_peers as peers
from tests.benchmarks.redline_measures import Result, Score

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("MADDA_DATA", ROOT / ".." / "shared" / "data"))
BASE = "diff-match-patch, lines then words"
SMALL = 40_000  # characters: slow peers see no larger pair
LIMIT = 5  # seconds a pair for slow peers

FAST: dict[str, Callable[[str, str], Result]] = {
    "redline": peers.ours,
    "redline, accelerated": peers.ours,
    BASE: peers.dmp_lines_then_words,
    "the same in C++": peers.cpp_lines_then_words,
}
SLOW: dict[str, Callable[[str, str], Result]] = {
    **FAST,
    "diff-match-patch, characters": peers.dmp_characters,
    "diff-match-patch, words": peers.dmp_words,
    "difflib, words": peers.difflib_words,
    "Wagtail's compare": peers.wagtail_compare,
}
COLUMNS = "pairs  time  exact effort  cut words  figures  crumbs  moved found  touched  misaligned  gold one / confined"


def run(arguments: list[str] | None = None) -> None:
    """Print both tables, xmldiff and the growth."""
    options = _options(arguments)
    _start_django()
    pairs = [pair for pair in _pairs() if not options.sample or hash_of(pair) % options.sample == 0]
    if not pairs:
        print(f"No real laws at {DATA}: set MADDA_DATA to their folder.")
    else:
        _table(f"all {len(pairs)} pairs", FAST, pairs, limit=None)
        small = [pair for pair in pairs if len(pair["before"]) <= SMALL][:: options.thin]
        _table(f"{len(small)} pairs of up to {SMALL:,} characters", SLOW, small, limit=LIMIT)
        _xmldiff(small[: options.xml])
    redline_growth.report(options.sizes)


def _start_django() -> None:
    """Wagtail's compare cannot be imported without it."""
    sys.path.append(str(ROOT / "site"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.test")
    django.setup()


def hash_of(pair: dict) -> int:
    """The same for a pair in every run."""
    return sum(pair["id"].encode())


def _pairs() -> Iterator[dict]:
    for path in sorted((DATA / "redline").glob("*.jsonl")):
        with path.open(encoding="utf-8") as file:
            yield from map(json.loads, file)


def _table(
    title: str, engines: dict[str, Callable[[str, str], Result]], pairs: list[dict], limit: int | None
) -> None:
    print(f"\n{title}\n{'':36}{COLUMNS}")
    scores = {name: Score() for name in engines}
    seconds = dict.fromkeys(engines, 0.0)
    for pair in pairs:
        for name, compare in engines.items():
            _choose_build(name)
            start = time.process_time()
            result = _limited(compare, pair, limit)
            seconds[name] += time.process_time() - start
            if result is not None:
                scores[name].add(pair, result)
    for name in engines:
        print(_row(name, scores[name], scores[BASE], seconds[name] / seconds[BASE]))


def _choose_build(name: str) -> None:
    build = engine.fast_runs if name == "redline, accelerated" else engine.python_runs
    anchors.runs = difference.runs = build


def _limited(compare: Callable[[str, str], Result], pair: dict, limit: int | None) -> Result | None:
    try:
        with _time_limit(limit):
            return compare(pair["before"], pair["after"])
    except TimeoutError:
        return None


@contextmanager
def _time_limit(seconds: int | None) -> Iterator[None]:
    def stop(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds or 0)
    try:
        yield
    finally:
        signal.alarm(0)


def _row(name: str, score: Score, base: Score, ratio: float) -> str:
    c = score.counts
    effort = score.effort / base.effort if c["pairs"] == base.counts["pairs"] else float("nan")
    shares = [
        f"{c['pairs']:>5}{ratio:>6.2f}{score.share('exact', 'pairs'):>6.1f}%{effort:>7.3f}",
        f"{score.share('cut_words', 'ends'):>10.2f}%{score.share('cut_figures', 'ends'):>8.2f}%",
        f"{score.share('crumbs', 'between'):>7.1f}%{score.share('moved_found', 'moved'):>12.1f}%",
        f"{score.share('identical_touched', 'identical'):>8.2f}%{score.share('misaligned', 'kept_units'):>11.3f}%",
        f"{score.share('gold_one', 'gold'):>10.1f}% /{score.share('gold_confined', 'gold'):>6.1f}%",
    ]
    return f"{name:36}{''.join(shares)}"


def _xmldiff(pairs: list[dict]) -> None:
    seconds = base = 0.0
    done = actions = 0
    for pair in pairs:
        start = time.process_time()
        try:
            with _time_limit(LIMIT):
                actions += peers.xmldiff_actions(pair["before"], pair["after"])
                done += 1
        except TimeoutError:
            pass
        seconds += time.process_time() - start
        start = time.process_time()
        peers.ours(pair["before"], pair["after"])
        base += time.process_time() - start
    print(
        f"\nxmldiff: {done} of {len(pairs)} pairs in {LIMIT} s each, {actions} actions, {seconds / base:.0f} × our time"
    )


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.redline", description=__doc__)
    parser.add_argument("--sample", type=int, default=0, help="about one pair in so many")
    parser.add_argument("--thin", type=int, default=4, help="slow peers see one small pair in so many")
    parser.add_argument("--xml", type=int, default=8, help="pairs for xmldiff")
    parser.add_argument(
        "--sizes", type=float, nargs="+", default=[0.25, 1, 5], help="megabytes for the growth"
    )
    return parser.parse_args(arguments)


if __name__ == "__main__":
    run()
