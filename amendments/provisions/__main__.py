"""Command-line front: an act in, its provisions as JSON or the act itself out."""

import argparse
import importlib
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from amendments.plugins.fronts import quiet_at_a_closed_pipe, read_text
from amendments.provisions.errors import ProvisionError
from amendments.provisions.scheme import Finding, Parsed, Scheme
from amendments.provisions.schemes import DEFAULTS, find, registry
from amendments.provisions.tree import Element, Tree

_ROOT = Path(__file__).resolve().parents[2]


def main(arguments: Sequence[str] | None = None) -> int:
    """Parse one file and print it in the chosen format."""
    options = _options(arguments)
    try:
        scheme = find(installed_schemes(), options.country, options.language)
        text = read_text(options.file)
    except (ProvisionError, OSError, ImportError) as error:
        print(f"{options.file}: {error}", file=sys.stderr)
        return 2
    parsed = scheme.parse(text)
    output = as_json(parsed) + "\n" if options.format == "json" else scheme.render(parsed.tree)
    sys.stdout.buffer.write(output.encode("utf-8"))
    return 0


def installed_schemes() -> list[Scheme]:
    """The schemes for any country and those of the plugins named in MADDA_PLUGINS."""
    sys.path.insert(0, str(_ROOT / "site"))
    names = os.environ.get("MADDA_PLUGINS", "azerbaijan").replace(",", " ").split()
    plugins = [importlib.import_module(f"{name}.schemes").SCHEMES for name in names]
    return list(registry(DEFAULTS, *plugins).values())


def as_json(parsed: Parsed) -> str:
    """{"elements": [...], "warnings": [...]}, one object per provision in reading order."""
    return json.dumps(
        {
            "elements": [_element(element, parsed.tree) for element in parsed.tree],
            "warnings": [_finding(finding) for finding in parsed.warnings],
        },
        ensure_ascii=False,
        indent=1,
    )


def _element(element: Element, tree: Tree) -> dict[str, object]:
    return {
        "kind": str(element.kind),
        "number": element.number,
        "eid": element.eid,
        "heading": element.heading,
        "text": element.text,
        "parent": tree.by_key[element.parent].eid if element.parent else None,
        "notes": [mark.number for mark in element.marks],
    }


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "line": finding.line,
        "code": finding.code,
        "message": str(finding.message),
        "count": finding.count,
        "stops": finding.stops,
    }


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m amendments.provisions", description=__doc__)
    parser.add_argument("file", help="UTF-8 text of an act, - for standard input")
    parser.add_argument("--country", default="", help="ISO 3166 code, e.g. az; empty = any")
    parser.add_argument("--language", default="en", help="ISO 639-1 code, e.g. az")
    parser.add_argument("--format", choices=("json", "text"), default="json")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    quiet_at_a_closed_pipe()
    sys.exit(main())
