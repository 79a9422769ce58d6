"""What else compares texts, each as its own documentation uses it, with results in one form."""

import difflib
import re
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from html import escape

import fast_diff_match_patch
from diff_match_patch import diff_match_patch

from tests.benchmarks.redline_measures import Result

Runs = list[tuple[int, str]]
_TOKEN = re.compile(r"\w+|\s|[^\w\s]")
_MARKS = {-1: "-", 0: "=", 1: "+"}


def ours(before: str, after: str) -> Result:
    """Our redline."""
    from amendments.redline.plain import compare_plain

    redline = compare_plain(before, after)
    ops = [(str(p.span.mark), p.span.text, p.move) for p in redline.passages]
    return Result(ops, {n: [(str(s.mark), s.text) for s in inner] for n, inner in redline.moves.items()})


def dmp_characters(before: str, after: str) -> Result:
    """diff-match-patch as it comes, with its limit of one second."""
    engine = diff_match_patch()
    runs = engine.diff_main(before, after)
    engine.diff_cleanupSemantic(runs)
    return _result(runs)


def dmp_words(before: str, after: str) -> Result:
    """diff-match-patch over words, with its limit of one second."""
    return _result(
        _by_tokens(
            _TOKEN.findall(before), _TOKEN.findall(after), lambda old, new: _cleaned(_python_runs(old, new))
        )
    )


def dmp_lines_then_words(before: str, after: str) -> Result:
    """diff-match-patch by its usual recipe: over lines, over the words of what differs, then one semantic clean-up.

    Each comparison has its limit of one second. A clean-up of the lines as well would enlarge what is compared by words.
    """
    seconds: list[float] = []

    def timed(old: str, new: str) -> Runs:
        start = time.perf_counter()
        runs = _python_runs(old, new)
        seconds.append(time.perf_counter() - start)
        return runs

    result = _result(_cleaned(_lines_then_words(before, after, timed, timed)))
    return replace(result, is_stopped=max(seconds) >= diff_match_patch().Diff_Timeout)


def cpp_lines_then_words(before: str, after: str) -> Result:
    """The same in C++, which needs no limit; it cleans up while it compares, so the words of each block."""
    return _result(_lines_then_words(before, after, _cpp_runs, partial(_cpp_runs, cleanup="Semantic")))


def difflib_words(before: str, after: str) -> Result:
    """difflib over words, as it comes."""
    return _difflib(_TOKEN.findall(before), _TOKEN.findall(after))


def difflib_without_junk(before: str, after: str) -> Result:
    """difflib over words, without its rule that frequent words are junk."""
    return _difflib(_TOKEN.findall(before), _TOKEN.findall(after), autojunk=False)


def wagtail_compare(before: str, after: str) -> Result:
    """What Wagtail shows between two revisions."""
    from wagtail.admin.compare import diff_text

    marks = {"equal": "=", "deletion": "-", "addition": "+"}
    return Result([(marks[kind], text, None) for kind, text in diff_text(before, after).changes])


def xmldiff_actions(before: str, after: str) -> int:
    """How many actions xmldiff needs with one element a line; its moves are among them."""
    from xmldiff import main

    return len(main.diff_texts(_xml(before), _xml(after)))


def _xml(text: str) -> bytes:
    lines = (re.sub(r"[^\t\x20-\ud7ff\ue000-\ufffd]", " ", line) for line in text.splitlines())
    return f"<act>{''.join(f'<p>{escape(line)}</p>' for line in lines)}</act>".encode()


def _result(runs: Iterable[tuple[int, str]]) -> Result:
    return Result([(_MARKS[operation], text, None) for operation, text in runs if text])


def _difflib(before: Sequence[str], after: Sequence[str], *, autojunk: bool = True) -> Result:
    ops: list[tuple[str, str, int | None]] = []
    matcher = difflib.SequenceMatcher(None, before, after, autojunk)
    for tag, b0, b1, a0, a1 in matcher.get_opcodes():
        if tag == "equal":
            ops.append(("=", "".join(before[b0:b1]), None))
        else:
            ops += [("-", "".join(before[b0:b1]), None)] * (b1 > b0)
            ops += [("+", "".join(after[a0:a1]), None)] * (a1 > a0)
    return Result(ops)


def _python_runs(before: str, after: str) -> Runs:
    runs: Runs = diff_match_patch().diff_main(before, after, False)
    return runs


def _cleaned(runs: Runs) -> Runs:
    diff_match_patch().diff_cleanupSemantic(runs)
    return runs


def _cpp_runs(before: str, after: str, cleanup: str = "No") -> Runs:
    found = fast_diff_match_patch.diff(
        before, after, timelimit=0, checklines=False, cleanup=cleanup, counts_only=False
    )
    return [({"-": -1, "=": 0, "+": 1}[operation], text) for operation, text in found]


def _by_tokens(before: Sequence[str], after: Sequence[str], engine: Callable[[str, str], Runs]) -> Runs:
    """Runs of text from an engine that sees one private character a token."""
    codes = {token: chr(0xE000 + k) for k, token in enumerate(dict.fromkeys([*before, *after]))}
    tokens = {code: token for token, code in codes.items()}
    runs = engine("".join(map(codes.__getitem__, before)), "".join(map(codes.__getitem__, after)))
    return [(operation, "".join(map(tokens.__getitem__, coded))) for operation, coded in runs]


def _lines_then_words(
    before: str, after: str, over_lines: Callable[[str, str], Runs], over_words: Callable[[str, str], Runs]
) -> Runs:
    found: Runs = []
    old = new = ""
    lines = _by_tokens(before.splitlines(True), after.splitlines(True), over_lines)
    for operation, text in [*lines, (0, "")]:
        if operation < 0:
            old += text
        elif operation > 0:
            new += text
        else:
            if old or new:
                found += _by_tokens(_TOKEN.findall(old), _TOKEN.findall(new), over_words)
            found.append((0, text))
            old = new = ""
    return found
