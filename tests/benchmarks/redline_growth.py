"""How time and memory of the redline grow with the size of an act: each case in a process of its own."""

import argparse
import json
import math
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from amendments.redline.plain import compare_plain
from tests.benchmarks.redline_peers import dmp_lines_then_words
from tests.benchmarks.tables import Target, at_least, at_most, print_table

ROOT = Path(__file__).resolve().parents[2]
WORDS = 8_000
PARAGRAPH = "one paragraph, every 20th word changed"
REWRITTEN, SHUFFLED, MANY_WORDS = (
    "rewritten whole",
    "shuffled, one word changed in each",
    "every 7th word changed",
)
PEER_AT = 1  # megabytes: diff-match-patch is measured beside us at this size
_PEER_COLUMNS = ["peer's time", "peer keeps"]
_LEGEND = f"""
`memory` is the peak above the two texts, in multiples of both, the highest of all sizes; `kept` is the share of the
old text that is found again. The peer is diff-match-patch over lines, then words, at {PEER_AT} MB, in multiples of our
time: after its limit of one second it gives up and keeps less."""
_SECONDS = {REWRITTEN: 0.7, SHUFFLED: 0.6, MANY_WORDS: 1.8}  # asked at 1 MB


@dataclass(frozen=True)
class Growth:
    """One case at one size, in CPU seconds; `memory` is the peak above the texts in multiples of both."""

    case: str
    megabytes: float
    seconds: float
    memory: float
    kept: float  # share of the old text that is found again
    peer_seconds: float | None = None
    peer_kept: float | None = None


def act(size: int, seed: int) -> list[str]:
    """An act of about that many characters, one numbered article a line."""
    source = random.Random(seed)  # noqa: S311 - words, no secrets
    words = vocabulary()
    lines: list[str] = []
    written = 0
    while written < size:
        sentence = " ".join(source.choices(words, k=source.randrange(20, 120))).capitalize()
        lines.append(f"Article {len(lines) + 1}. {sentence}.\n")
        written += len(lines[-1])
    return lines


def vocabulary() -> list[str]:
    """Words of two to nine letters."""
    source = random.Random(7)  # noqa: S311 - words, no secrets
    return ["".join(source.choices("abcdefghijklmnoprstuv", k=source.randrange(2, 10))) for _ in range(WORDS)]


def with_changed_words(lines: list[str], every: int) -> list[str]:
    """Every so-manieth word another one."""
    words = " ".join(lines).split(" ")
    others = vocabulary()
    for place in range(every, len(words), every):
        if words[place].isalpha():
            words[place] = others[place * 31 % WORDS]
    return [" ".join(words)]


def shuffled(lines: list[str]) -> list[str]:
    """The articles in another order, one word of each changed."""
    edited = [line.replace(" ", " anew ", 3).replace(" anew ", " ", 2) for line in lines]
    return random.Random(3).sample(edited, len(edited))  # noqa: S311 - an order, no secret


CASES: dict[str, Callable[[list[str]], list[str]]] = {
    "amended here and there": lambda lines: with_changed_words(lines, 2_000),
    "every 20th word changed": lambda lines: with_changed_words(lines, 20),
    MANY_WORDS: lambda lines: with_changed_words(lines, 7),
    REWRITTEN: lambda lines: act(sum(map(len, lines)), seed=2),
    SHUFFLED: shuffled,
    PARAGRAPH: lambda lines: with_changed_words(lines, 20),
}


def measured(sizes: Sequence[float]) -> list[Growth]:
    """Every case at every size."""
    return [_in_a_process(case, size) for case in CASES for size in sizes]


def _in_a_process(case: str, megabytes: float) -> Growth:
    command = [sys.executable, "-m", "tests.benchmarks.redline_growth", case, str(megabytes)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return Growth(**json.loads(done.stdout))


def one(case: str, megabytes: float) -> Growth:
    """One case at one size, here."""
    before, after = _texts(case, megabytes)
    compare_plain(before[:2_000], after[:2_000])
    resting = _resident_bytes()
    start = time.process_time()
    redline = compare_plain(before, after)
    seconds = time.process_time() - start
    memory = (_peak_bytes() - resting) / len((before + after).encode())
    kept = sum(
        len(p.span.text) for p in redline.passages if p.span.mark == "=" or (p.move and p.span.mark == "-")
    )
    growth = Growth(case, megabytes, seconds, memory, kept / len(before))
    return _beside_the_peer(growth, before, after) if megabytes == PEER_AT else growth


def _beside_the_peer(growth: Growth, before: str, after: str) -> Growth:
    start = time.process_time()
    result = dmp_lines_then_words(before, after)
    seconds = time.process_time() - start
    kept = sum(len(text) for mark, text, _ in result.ops if mark == "=") / len(before)
    return replace(growth, peer_seconds=seconds, peer_kept=kept)


def _texts(case: str, megabytes: float) -> tuple[str, str]:
    lines = act(int(megabytes * 1_000_000), seed=1)
    before, after = "".join(lines), "".join(CASES[case](lines))
    if case == PARAGRAPH:
        return before.replace("\n", " "), after.replace("\n", " ")
    return before, after


def _resident_bytes() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


def _peak_bytes() -> int:
    status = Path("/proc/self/status").read_text()  # ru_maxrss would count the parent's pages too
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")) * 1024


def print_growth(found: Sequence[Growth]) -> None:
    """One row a case: seconds, the exponent of growth, the peak of memory, and the peer beside us."""
    sizes = list(dict.fromkeys(growth.megabytes for growth in found))
    header = ["two texts", *(f"{size:g} MB" for size in sizes), "exponent", "memory", "kept", *_PEER_COLUMNS]
    rows = [_row(case, group) for case, group in _by_case(found).items()]
    print_table("Redline: growth of CPU time and memory", header, rows)
    print(_LEGEND)


def _row(case: str, group: Sequence[Growth]) -> list[str]:
    beside = next((growth for growth in group if growth.peer_seconds), None)
    peer = ["–", "–"]
    if beside:
        peer = [f"{beside.peer_seconds / beside.seconds:.1f} ×", f"{100 * beside.peer_kept:.0f} %"]
    return [
        case,
        *(f"{growth.seconds:.2f} s" for growth in group),
        f"{_exponent(group):.2f}",
        f"{max(growth.memory for growth in group):.1f} ×",
        f"{100 * group[-1].kept:.0f} %",
        *peer,
    ]


def targets(found: Sequence[Growth]) -> list[Target]:
    """What is asked of time, memory and a long paragraph."""
    groups = _by_case(found)
    asked = [at_most(f"growth, exponent: {case}", _exponent(group), 1.2) for case, group in groups.items()]
    asked.append(at_most("peak memory, × both texts", max(growth.memory for growth in found), 20))
    for case, limit in _SECONDS.items():
        asked += [at_most(f"1 MB, {case}", g.seconds, limit, " s") for g in groups[case] if g.megabytes == 1]
    kept = min(growth.kept for growth in groups[PARAGRAPH])
    asked.append(at_least("one paragraph is compared, not replaced: kept", 100 * kept, 80, " %"))
    return asked


def _by_case(found: Sequence[Growth]) -> dict[str, list[Growth]]:
    groups: dict[str, list[Growth]] = {}
    for growth in found:
        groups.setdefault(growth.case, []).append(growth)
    return groups


def _exponent(group: Sequence[Growth]) -> float:
    first, last = group[0], group[-1]
    return math.log(last.seconds / first.seconds) / math.log(last.megabytes / first.megabytes)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.redline_growth", description=__doc__)
    parser.add_argument("case", choices=CASES)
    parser.add_argument("megabytes", type=float)
    options = parser.parse_args()
    print(json.dumps(asdict(one(options.case, options.megabytes))))
