"""What is measured on a redline, the same for every engine: see the columns of the report."""

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field

from rapidfuzz.distance import Indel

from amendments.redline.alignment.kept_order import longest_rising

Op = tuple[str, str, int | None]
WORD = re.compile(r"\w+")
FIGURE = re.compile(r"\d+(?:[.,/:–-]\d+)*(?:-\w+)?|\w*\d\w*")


@dataclass(frozen=True)
class Result:
    """A redline in the form of `--jsonl`: runs of the merged document and the inner runs of moves."""

    ops: list[Op]
    moves: dict[int, list[tuple[str, str]]] = field(default_factory=dict)
    is_stopped: bool = False  # whether a limit of time stopped the comparison


@dataclass(frozen=True)
class Edit:
    """One marked run with its place on its side, and how it reads there."""

    mark: str
    start: int
    text: str


@dataclass
class Reading:
    """A result laid out on both texts."""

    kept: list[tuple[int, int, int]] = field(default_factory=list)  # place before, place after, length
    edits: list[Edit] = field(default_factory=list)
    islands: list[str] = field(default_factory=list)
    between: list[str] = field(default_factory=list)  # kept runs that stand between two edits
    spans: int = 0
    words: int = 0


def read(result: Result) -> Reading:
    """Lay a result out; a move counts as one span and its inner edits once."""
    reading = Reading()
    places: dict[int, list[int]] = {}
    b = a = 0
    for position, (mark, text, move) in enumerate(result.ops):
        if move is not None:
            place = places.setdefault(move, [-1, -1])
            side = 0 if mark == "-" else 1
            place[side] = place[side] if place[side] >= 0 else (b, a)[side]
        elif mark == "=":
            reading.kept.append((b, a, len(text)))
            if 0 < position < len(result.ops) - 1:
                reading.between.append(text)
        else:
            _edit(reading, mark, b if mark == "-" else a, text)
        b += len(text) * (mark != "+")
        a += len(text) * (mark != "-")
    for move, (b, a) in places.items():
        reading.spans += 1
        _read_move(reading, result.moves[move], b, a)
    return reading


def _read_move(reading: Reading, runs: list[tuple[str, str]], b: int, a: int) -> None:
    for position, (mark, text) in enumerate(runs):
        if mark == "=":
            reading.kept.append((b, a, len(text)))
            if 0 < position < len(runs) - 1:
                reading.between.append(text)
        else:
            _edit(reading, mark, b if mark == "-" else a, text)
        b += len(text) * (mark != "+")
        a += len(text) * (mark != "-")


def _edit(reading: Reading, mark: str, start: int, text: str) -> None:
    reading.edits.append(Edit(mark, start, text))
    reading.spans += 1
    reading.words += len(WORD.findall(text))


@dataclass
class Score:
    """Sums over the pairs; the report divides."""

    counts: Counter[str] = field(default_factory=Counter)

    def add(self, pair: dict, result: Result) -> None:
        """Measure one redline."""
        count = self.counts
        count["pairs"] += 1
        count["exact"] += _is_exact(pair, result)
        reading = read(result)
        count["spans"] += reading.spans
        count["words"] += reading.words
        self._cuts(pair, reading)
        count["between"] += len(reading.between)
        count["crumbs"] += sum(map(is_crumb, reading.between))
        self._provisions(pair, reading)
        self._units(pair, reading)
        for edit in pair.get("gold_edits", ()):
            outcome = _gold(edit, reading)
            if outcome:
                count["gold"] += 1
                count["gold_one"] += outcome[0]
                count["gold_confined"] += outcome[1]

    @property
    def effort(self) -> int:
        """What a reader has to take in."""
        return 3 * self.counts["spans"] + self.counts["words"]

    def share(self, part: str, whole: str) -> float:
        """A percentage, 0 of 0 being 0."""
        return 100 * self.counts[part] / self.counts[whole] if self.counts[whole] else 0.0

    def _cuts(self, pair: dict, reading: Reading) -> None:
        for side, mark in (("before", "-"), ("after", "+")):
            text = pair[side]
            ends = sorted(
                {p for e in reading.edits if e.mark == mark for p in (e.start, e.start + len(e.text))}
            )
            self.counts["ends"] += len(ends)
            self.counts["cut_words"] += sum(
                1 for p in ends if 0 < p < len(text) and text[p - 1].isalnum() and text[p].isalnum()
            )
            for p in ends:
                near = text[max(0, p - 40) : p + 40]
                cut = any(
                    m.start() < p - max(0, p - 40) < m.end()
                    for m in FIGURE.finditer(near)
                    if "\n" not in m[0]
                )
                self.counts["cut_figures"] += cut

    def _provisions(self, pair: dict, reading: Reading) -> None:
        kept = sorted(reading.kept)
        same, moved = truth(pair)
        for b0, b1, a0, a1 in moved:
            overlap = _overlap(kept, b0, b1, a0, a1)
            self.counts["moved"] += 1
            self.counts["moved_found"] += overlap >= 0.5 * min(b1 - b0, a1 - a0)
        for b0, b1, a0, a1 in same:
            if pair["before"][b0:b1].strip() == pair["after"][a0:a1].strip():
                self.counts["identical"] += 1
                whole = len(pair["before"][b0:b1].strip())
                self.counts["identical_touched"] += _overlap(kept, b0, b1, a0, a1) < whole

    def _units(self, pair: dict, reading: Reading) -> None:
        """Kept text that joins two units of which the official ids say that they are not the same."""
        if "units_before" not in pair:
            return
        before, after = (
            sorted(pair["units_before"], key=lambda u: u[1]),
            sorted(pair["units_after"], key=lambda u: u[1]),
        )
        known = {u[0] for u in before} & {u[0] for u in after}
        starts = [u[1] for u in after]
        for fid, b0, b1 in before:
            if fid not in known:
                continue
            for kb, ka, length in reading.kept:
                low, high = max(b0, kb), min(b1, kb + length)
                if low >= high:
                    continue
                self.counts["kept_units"] += high - low
                unit = after[max(0, bisect_right(starts, ka + low - kb) - 1)]
                if unit[0] in known and unit[0] != fid and unit[2] > ka + low - kb:
                    self.counts["misaligned"] += high - low


def is_crumb(text: str) -> bool:
    """A kept run between two edits too small to help: no word, or one of up to four letters, on one line."""
    words = WORD.findall(text)
    return "\n" not in text and (not words or (len(words) == 1 and len(words[0]) <= 4))


def truth(pair: dict) -> tuple[list[tuple[int, int, int, int]], list[tuple[int, int, int, int]]]:
    """Provisions that are the same on both sides, and those of them that were renumbered or moved."""
    if pair["truth"] == "fid":
        after = {p[0]: p for p in pair["prov_after"]}
        same = [(p, after[p[0]]) for p in pair["prov_before"] if p[0] in after]
    else:
        same = _same_wording(pair)
    places = {id(q): k for k, q in enumerate(pair["prov_after"])}
    stayed = set(longest_rising([places[id(q)] for _, q in same]))
    moved = [(p, q) for k, (p, q) in enumerate(same) if k not in stayed or p[1] != q[1]]
    return [(*p[2:4], *q[2:4]) for p, q in same], [(*p[2:4], *q[2:4]) for p, q in moved]


def _same_wording(pair: dict) -> list[tuple[list, list]]:
    """Provisions of one heading or one body that stand once on each side and are alike."""
    found: list[tuple[list, list]] = []
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    for aspect in (_body, _heading):
        sides = []
        for side in ("before", "after"):
            texts = [aspect(pair[side][p[2] : p[3]], p[1]) for p in pair[f"prov_{side}"]]
            once = Counter(texts)
            sides.append({t: k for k, t in enumerate(texts) if once[t] == 1 and len(t) >= 12})
        for text, k in sides[0].items():
            q = sides[1].get(text)
            if q is None or k in taken_old or q in taken_new:
                continue
            old, new = pair["prov_before"][k], pair["prov_after"][q]
            words = [WORD.findall(pair[s][p[2] : p[3]]) for s, p in (("before", old), ("after", new))]
            if Indel.normalized_similarity(*words) >= 0.5:
                found.append((old, new))
                taken_old.add(k)
                taken_new.add(q)
    return sorted(found, key=lambda pq: pq[0][2])


def _body(text: str, label: str) -> str:
    return text.split("\n", 1)[0].replace(label, "", 1).strip("#* .\n") + text.partition("\n")[2].strip()


def _heading(text: str, label: str) -> str:
    return text.split("\n", 1)[0].replace(label, "", 1).strip("#* .\n")


def _overlap(kept: list[tuple[int, int, int]], b0: int, b1: int, a0: int, a1: int) -> int:
    """Kept characters that lie in both ranges."""
    total = 0
    for b, a, length in kept:
        if b >= b1:
            break
        low, high = max(b, b0, b + a0 - a), min(b + length, b1, b + a1 - a)
        total += max(0, high - low)
    return total


def _is_exact(pair: dict, result: Result) -> bool:
    return all(
        "".join(text for m, text, _ in result.ops if m != mark) == pair[side]
        for side, mark in (("before", "+"), ("after", "-"))
    )


def _gold(gold: list, reading: Reading) -> tuple[bool, bool] | None:
    """Whether an official edit is shown as one span, and whether what is shown lies within the official words."""
    _, old, new, b, a, _ = gold
    if not new:
        return None
    touching = [
        e for e in reading.edits if e.mark == "+" and e.start < a + len(new) and e.start + len(e.text) > a
    ]
    if not touching:
        return False, False
    slack = 2  # the space or comma that joins
    confined = all(e.start >= a - slack and e.start + len(e.text) <= a + len(new) + slack for e in touching)
    if b >= 0 and old:
        deleted = [
            e for e in reading.edits if e.mark == "-" and e.start < b + len(old) and e.start + len(e.text) > b
        ]
        confined &= all(
            e.start >= b - slack and e.start + len(e.text) <= b + len(old) + slack for e in deleted
        )
        return len(touching) == 1 and len(deleted) <= 1, confined
    return len(touching) == 1, confined
