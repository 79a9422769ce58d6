"""Command-line front: two files in, their redline out; or pairs of texts in, one a line, and their redlines out."""

import argparse
import json
import sys
import time
import traceback
from collections.abc import Iterable, Sequence

from amendments.plugins.fronts import quiet_at_a_closed_pipe, read_text
from amendments.plugins.installed import country_of
from amendments.provisions.provision_errors import NotText, ProvisionError, SchemeNotFound
from amendments.provisions.scheme import Scheme
from amendments.provisions.schemes import find
from amendments.redline.plain import compare_plain
from amendments.redline.printed import PrintedProvision, compare_acts, compare_lines
from amendments.renderers.redline_html import as_html
from amendments.renderers.redline_json import as_data, plain_as_data
from amendments.renderers.redline_text import as_text


class BadPair(ValueError):
    """A line of the input is no pair of texts."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare what the command line names."""
    options = _options(arguments)
    if options.jsonl:
        for line in answers(sys.stdin.buffer):
            print(line, flush=True)
        return 0
    try:
        before, after = _read(options.before), _read(options.after)
        scheme = _scheme(options.country, options.language) if options.language else None
    except (OSError, ImportError, ProvisionError) as error:
        print(error, file=sys.stderr)
        return 2
    provisions = compare_acts(before, after, scheme) if scheme else compare_lines(before, after)
    sys.stdout.buffer.write(_printed(provisions, options).encode("utf-8"))
    return 0


def answers(lines: Iterable[bytes]) -> Iterable[str]:
    """One JSON object for each line with a pair {"id", "before", "after"}; a bad line gets its number and the reason."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield json.dumps(_answer(number, line))


def _answer(number: int, line: bytes) -> dict[str, object]:
    try:
        pair = _pair(line)
        start = time.perf_counter()
        redline = compare_plain(str(pair["before"]), str(pair["after"]))
        seconds = time.perf_counter() - start
    except BadPair as error:
        return {"line": number, "error": f"Line {number}: {error}"}
    except Exception as error:  # one pair must not take the others along
        traceback.print_exc()
        return {"line": number, "error": f"Line {number}: {type(error).__name__}: {error}"}
    return {"id": pair.get("id"), "seconds": round(seconds, 6), **plain_as_data(redline)}


def _pair(line: bytes) -> dict[str, object]:
    try:
        pair = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadPair(f"no JSON: {error}") from error
    if not isinstance(pair, dict):
        raise BadPair("no JSON object.")
    for key in ("before", "after"):
        if not isinstance(pair.get(key), str):
            raise BadPair(f"“{key}” must be a text.")
    return pair


def _read(name: str) -> str:
    try:
        return read_text(name)
    except NotText as error:
        raise NotText(f"{name}: {error}") from error


def _scheme(country: str, language: str) -> Scheme | None:
    """The scheme asked for; a language without one is compared line by line."""
    from amendments.provisions.__main__ import installed_schemes

    schemes = installed_schemes()
    try:
        return find(schemes, country_of(schemes, country, language), language)
    except SchemeNotFound:
        print(f"No numbering scheme for language “{language}”: lines stand for provisions.", file=sys.stderr)
        return None


def _printed(provisions: list[PrintedProvision], options: argparse.Namespace) -> str:
    if options.format == "html":
        return as_html(provisions, options.language)
    if options.format == "text":
        return as_text(provisions)
    return json.dumps(as_data(provisions), ensure_ascii=False) + "\n"


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m amendments.redline", description=__doc__)
    parser.add_argument("before", nargs="?", help="UTF-8 text of the old state, - for standard input")
    parser.add_argument("after", nargs="?", help="UTF-8 text of the new state, - for standard input")
    parser.add_argument(
        "--country", default="", help="ISO 3166 code, e.g. az; needed if several countries have the language"
    )
    parser.add_argument(
        "--language", default="", help="ISO 639-1 code, e.g. az; empty = compare line by line"
    )
    parser.add_argument("--format", choices=("text", "html", "json"), default="text")
    parser.add_argument(
        "--jsonl", action="store_true", help="read pairs from standard input, one JSON object a line"
    )
    options = parser.parse_args(arguments)
    if not options.jsonl and not (options.before and options.after):
        parser.error("two files are needed, or --jsonl")
    if options.before == options.after == "-":
        parser.error("standard input holds one text, not two")
    return options


if __name__ == "__main__":
    quiet_at_a_closed_pipe()
    sys.exit(main())
