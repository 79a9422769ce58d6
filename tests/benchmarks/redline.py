"""The redline against its peers on real consecutive versions of laws, in one run: ratios, not seconds, are compared."""

import argparse
import json
import os
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks import redline_growth, redline_peers as peers
from tests.benchmarks.django_site import start_django
from tests.benchmarks.redline_measures import Result, Score
from tests.benchmarks.tables import Target, at_least, at_most, print_table, print_targets

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("MADDA_DATA", ROOT / ".." / "shared" / "data"))
OURS = "redline"
BASE = "diff-match-patch, lines then words"
CPP = "the same in C++"
SMALL = 40_000  # characters: slow peers see no larger pair
LIMIT = 5  # seconds a pair for slow peers

Engine = Callable[[str, str], Result]
FAST: dict[str, Engine] = {
    OURS: peers.ours,
    BASE: peers.dmp_lines_then_words,
    CPP: peers.cpp_lines_then_words,
}
SLOW: dict[str, Engine] = {
    **FAST,
    "diff-match-patch, characters": peers.dmp_characters,
    "diff-match-patch, words": peers.dmp_words,
    "difflib, words": peers.difflib_words,
    "difflib, words, no junk rule": peers.difflib_without_junk,
    "Wagtail's compare": peers.wagtail_compare,
}
COLUMNS = [
    "engine",
    "pairs",
    "time",
    "exact %",
    "effort",
    "cut words %",
    "cut figures %",
    "crumbs %",
    "moved found %",
    "same marked %",
    "misaligned %",
    "gold one %",
    "gold within %",
]
LEGEND = """
How to read it: `time`: CPU time as a multiple of ours. `exact`: both texts can be read back from the
redline, character for character. `effort`: how much a reader has to read, 3 × marks + marked words, as a multiple of
diff-match-patch over lines then words. `cut`: marks that begin or end inside a word or a figure. `crumbs`: unmarked
pieces between marks that are too short to help the reader. `moved found`: renumbered and moved provisions that were
recognised. `same marked`: provisions that did not change but are marked. `misaligned`: unmarked text that joins two
different provisions. `gold`: official amendments that are shown as one mark, and those whose marks stay within the
official words. If fewer than 100 %, `pairs` counts those that an engine finished within 5 seconds each."""


@dataclass
class Measured:
    """What one table measured, by engine."""

    scores: dict[str, Score] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    # Seconds where the base was not stopped by its limit
    unhurried: Counter[str] = field(default_factory=Counter)

    def ratio(self, name: str, other: str) -> float:
        """The time of one engine in multiples of another's."""
        return self.seconds[name] / self.seconds[other]

    def add(self, pair: dict, name: str, result: Result | None, spent: float) -> None:
        """Count what one engine made of a pair."""
        self.seconds[name] += spent
        if result is not None:
            self.scores[name].add(pair, result)


def run(arguments: list[str] | None = None) -> None:
    """Print the tables of real pairs, the growth, and the targets."""
    options = _options(arguments)
    start_django()
    pairs = [pair for pair in _pairs() if not options.sample or hash_of(pair) % options.sample == 0]
    targets: list[Target] = []
    if not pairs:
        print(f"No real laws at {DATA}: set MADDA_DATA to their folder.")
    else:
        print(LEGEND)
        everything = _measured(FAST, pairs, limit=None)
        _print(f"Redline: all {len(pairs)} real pairs", everything)
        small = [pair for pair in pairs if len(pair["before"]) <= SMALL][:: options.thin]
        some = _measured(SLOW, small, limit=LIMIT)
        _print(f"Redline: {len(small)} real pairs of up to {SMALL:,} characters, slow peers too", some)
        targets = [*_quality(everything.scores[OURS], everything.scores[BASE]), *_speed(everything, some)]
        targets.append(_xmldiff(small[: options.xml]))
    growth = redline_growth.measured(options.sizes)
    redline_growth.print_growth(growth)
    print_targets([*targets, *redline_growth.targets(growth)])


def hash_of(pair: dict) -> int:
    """The same for a pair in every run."""
    return sum(pair["id"].encode())


def _pairs() -> Iterator[dict]:
    for path in sorted((DATA / "redline").glob("*.jsonl")):
        with path.open(encoding="utf-8") as file:
            yield from map(json.loads, file)


def _measured(engines: dict[str, Engine], pairs: list[dict], limit: int | None) -> Measured:
    measured = Measured({name: Score() for name in engines}, dict.fromkeys(engines, 0.0))
    for pair in pairs:
        spent: dict[str, float] = {}
        is_unhurried = False
        for name, compare in engines.items():
            start = time.process_time()
            result = _limited(compare, pair, limit)
            spent[name] = time.process_time() - start
            is_unhurried |= name == BASE and result is not None and not result.is_stopped
            measured.add(pair, name, result, spent[name])
        if is_unhurried:
            measured.unhurried.update(spent)
    return measured


def _limited(compare: Engine, pair: dict, limit: int | None) -> Result | None:
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


def _print(title: str, measured: Measured) -> None:
    base = measured.scores[BASE]
    rows = [_row(name, score, base, measured.ratio(name, OURS)) for name, score in measured.scores.items()]
    print_table(title, COLUMNS, rows)


def _row(name: str, score: Score, base: Score, ratio: float) -> list[str]:
    count = score.counts
    is_whole = count["pairs"] == base.counts["pairs"]
    return [
        name,
        str(count["pairs"]),
        f"{ratio:.2f} ×",
        f"{score.share('exact', 'pairs'):.1f}",
        f"{score.effort / base.effort:.3f}" if is_whole else "–",
        f"{score.share('cut_words', 'ends'):.2f}",
        f"{score.share('cut_figures', 'ends'):.2f}",
        f"{score.share('crumbs', 'between'):.1f}",
        _share(score, "moved_found", "moved", 1),
        _share(score, "identical_touched", "identical", 2),
        _share(score, "misaligned", "kept_units", 3),
        _share(score, "gold_one", "gold", 1),
        _share(score, "gold_confined", "gold", 1),
    ]


def _share(score: Score, part: str, whole: str, digits: int) -> str:
    return f"{score.share(part, whole):.{digits}f}" if score.counts[whole] else "–"


def _quality(ours: Score, base: Score) -> list[Target]:
    return [
        at_least("round trip exact", ours.share("exact", "pairs"), 100, " %"),
        at_most("words cut", ours.counts["cut_words"], 0),
        at_most("figures, dates and citations cut", ours.counts["cut_figures"], 0),
        at_most("effort, × diff-match-patch over lines then words", ours.effort / base.effort, 0.92),
        at_most("crumbs", ours.share("crumbs", "between"), 2, " %"),
        at_least("moved and renumbered provisions found", ours.share("moved_found", "moved"), 95, " %"),
        at_most("kept text that is misaligned", ours.share("misaligned", "kept_units"), 0.05, " %"),
        at_least("official amendments shown as one mark", ours.share("gold_one", "gold"), 95, " %"),
        at_least("official amendments within their words", ours.share("gold_confined", "gold"), 100, " %"),
    ]


def _speed(everything: Measured, some: Measured) -> list[Target]:
    unhurried = everything.unhurried[OURS] / everything.unhurried[BASE]
    return [
        at_most("time, × diff-match-patch over lines then words", everything.ratio(OURS, BASE), 0.25),
        at_most("time, × the same where it keeps within its second", unhurried, 0.2),
        at_most("time, × the same in C++", everything.ratio(OURS, CPP), 1),
        *(at_most(f"time, × {name}", some.ratio(OURS, name), 1) for name in SLOW if name not in FAST),
    ]


def _xmldiff(pairs: list[dict]) -> Target:
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
        f"\nxmldiff, one element a line: {done} of {len(pairs)} pairs, {actions} actions, {seconds / base:.0f} × our time"
    )
    return at_most("time, × xmldiff", base / seconds, 1)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.redline", description=__doc__)
    parser.add_argument("--sample", type=int, default=0, help="about one pair in so many")
    parser.add_argument("--thin", type=int, default=3, help="slow peers see one small pair in so many")
    parser.add_argument("--xml", type=int, default=8, help="pairs for xmldiff")
    parser.add_argument(
        "--sizes", type=float, nargs="+", default=[0.25, 1, 5], help="megabytes for the growth"
    )
    return parser.parse_args(arguments)


if __name__ == "__main__":
    run()
