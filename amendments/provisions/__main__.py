"""Command-line front: an act in, its provisions as JSON or the act itself out.

The findings are part of the JSON; beside the text they go to standard error.
"""

import argparse
import json
import sys
from collections.abc import Sequence

from amendments.plugins.fronts import quiet_at_a_closed_pipe, read_text
from amendments.plugins.installed import contributed, country_of
from amendments.provisions.provision_errors import ProvisionError
from amendments.provisions.scheme import Finding, Parsed, Scheme
from amendments.provisions.schemes import DEFAULTS, find, registry
from amendments.provisions.tree import Element, Tree


def main(arguments: Sequence[str] | None = None) -> int:
    """Parse one file and print it in the chosen format."""
    options = _options(arguments)
    try:
        known = installed_schemes()
        scheme = find(known, country_of(known, options.country, options.language), options.language)
        text = read_text(options.file)
    except (ProvisionError, OSError, ImportError) as error:
        print(f"{options.file}: {error}", file=sys.stderr)
        return 2
    parsed = scheme.parse(text)
    output = as_json(parsed) + "\n" if options.format == "json" else scheme.render(parsed.tree)
    sys.stdout.buffer.write(output.encode("utf-8"))
    if options.format == "text":
        sys.stderr.writelines(f"{options.file}: {_told(finding)}\n" for finding in parsed.warnings)
    return 0


def installed_schemes() -> list[Scheme]:
    """The schemes for any country and those of the plugins that are installed."""
    return list(registry(DEFAULTS, contributed("schemes", "SCHEMES")).values())


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


def _told(finding: Finding) -> str:
    """A finding as one line; those that stop an import say so."""
    stops = ", stops the import until it is confirmed" if finding.stops else ""
    return f"line {finding.line}: {finding.message} ({finding.code}, {finding.count}{stops})"


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m amendments.provisions", description=__doc__)
    parser.add_argument("file", help="UTF-8 text of an act, - for standard input")
    parser.add_argument(
        "--country", default="", help="ISO 3166 code, e.g. az; needed if several countries have the language"
    )
    parser.add_argument("--language", default="en", help="ISO 639-1 code, e.g. az")
    parser.add_argument("--format", choices=("json", "text"), default="json")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    quiet_at_a_closed_pipe()
    sys.exit(main())
