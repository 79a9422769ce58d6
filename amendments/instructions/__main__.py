"""Command-line front: word, parse, execute or derive instructions, one JSON object a line in and out."""

import argparse
import json
import sys
import traceback
from collections.abc import Callable, Sequence
from typing import Any

from amendments.instructions import wordings
from amendments.instructions.derive import derive
from amendments.instructions.execute import execute, words_of
from amendments.instructions.fragments import execute_on_text, text_as_tree
from amendments.instructions.instruction_errors import BadOperation, InstructionError, Refused
from amendments.instructions.operations import designated, from_json, to_json
from amendments.instructions.wording import Mood, Wording
from amendments.plugins.fronts import print_line, quiet_at_a_closed_pipe
from amendments.plugins.installed import contributed, country_of
from amendments.provisions import schemes
from amendments.provisions.messages import message as _
from amendments.provisions.provision_errors import ProvisionError
from amendments.provisions.scheme import Scheme

Line = dict[str, Any]  # Any: an object of JSON


class BadLine(InstructionError):
    """A line of the input is not the object that the command reads."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Answer every line of standard input with one line."""
    options = _options(arguments)
    try:
        answer = _answer(options)
    except (InstructionError, ProvisionError, ImportError) as error:
        print(error, file=sys.stderr)
        return 2
    refusal = "unread" if options.command == "parse" else "refused"
    for number, line in enumerate(sys.stdin.buffer, start=1):
        if line.strip():
            reason, answered = _answered(answer, line, number)
            print_line({refusal: reason} if reason else answered)
    return 0


def _answered(answer: Callable[[Line], Line], line: bytes, number: int) -> tuple[str, Line]:
    """The answer to a line, or why it is refused. The other lines are answered in any case."""
    try:
        return "", answer(_object(line))
    except (InstructionError, ProvisionError) as error:
        return _reason(error, number), {}
    except Exception as error:  # the edge of the process
        traceback.print_exc()
        return f"Line {number}: {type(error).__name__}: {error}", {}


def _reason(error: Exception, line: int) -> str:
    """Why a line is refused; what is wrong with the line itself names it."""
    if isinstance(error, BadLine | BadOperation | ProvisionError):
        return f"Line {line}: {error}"
    if isinstance(error, Refused) and error.index:
        return f"Operation {error.index + 1}: {error}"
    return str(error)


def _object(line: bytes) -> Line:
    try:
        found = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise BadLine(f"no JSON in UTF-8 ({error}).") from None
    if not isinstance(found, dict):
        raise BadLine("not an object.")
    return found


def _answer(options: argparse.Namespace) -> Callable[[Line], Line]:
    known: list[Scheme] = [*schemes.DEFAULTS, *contributed("schemes", "SCHEMES")]
    if options.command in {"execute", "derive"}:
        answer = _executed if options.command == "execute" else _derived
        return lambda line: answer(line, known)
    found: list[Wording] = [*wordings.DEFAULTS, *contributed("wordings", "WORDINGS")]
    country = country_of(found, options.country, options.language)
    wording = wordings.find(found, country, options.language)
    if options.command == "parse":
        return lambda line: _parsed(line, wording)
    mood = Mood(options.mood)
    words = words_of(schemes.find(known, country, options.language))
    return lambda line: {"text": wording.word(designated(from_json(line), words), mood)}


def _text(line: Line, key: str) -> str:
    value = line.get(key)
    if not isinstance(value, str):
        raise BadLine(f"“{key}” must be a string.")
    return value


def _parsed(line: Line, wording: Wording) -> Line:
    year = line.get("year")
    if year is not None and (isinstance(year, bool) or not isinstance(year, int)):
        raise BadLine("“year” must be a whole number.")
    operations = wording.parse(_text(line, "text"), year)
    return {"operations": [to_json(operation) for operation in operations]}


def _executed(line: Line, known: Sequence[Scheme]) -> Line:
    given = line.get("operations")
    if not isinstance(given, list):
        raise BadLine("“operations” must be a list.")
    before, scheme = _text(line, "before"), _scheme(line, known)
    operations = [from_json(each, words_of(scheme)) for each in given]
    if scheme is None:
        return {"after": execute_on_text(before, operations)}
    return {"after": scheme.render(execute(scheme.parse(before).tree, operations, scheme))}


def _derived(line: Line, known: Sequence[Scheme]) -> Line:
    before, after, scheme = _text(line, "before"), _text(line, "after"), _scheme(line, known)
    if scheme is None:
        operations = derive(text_as_tree(before), text_as_tree(after))
    else:
        tree = scheme.parse(before).tree
        operations = derive(tree, scheme.parse(after).tree)
        if scheme.render(execute(tree, operations, scheme)) != after:
            raise Refused(
                "not_derivable", _("The two texts differ in how they are printed, not only in words.")
            )
    return {"operations": [to_json(operation) for operation in operations]}


def _scheme(line: Line, known: Sequence[Scheme]) -> Scheme | None:
    """How a whole act is read; None where the text is that of one provision."""
    if "language" not in line and "country" not in line:
        return None
    country, language = _text(line, "country") if "country" in line else "", _text(line, "language")
    return schemes.find(known, country_of(known, country, language), language)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m amendments.instructions", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("word", "parse", "execute", "derive"):
        command = commands.add_parser(name)
        if name in ("word", "parse"):
            command.add_argument(
                "--country",
                default="",
                help="ISO 3166 code, e.g. az; needed if several countries have the language",
            )
            command.add_argument("--language", default="en", help="ISO 639-1 code, e.g. az")
        if name == "word":
            command.add_argument(
                "--mood", choices=[mood.value for mood in Mood], default=Mood.IMPERATIVE.value
            )
    return parser.parse_args(arguments)


if __name__ == "__main__":
    quiet_at_a_closed_pipe()
    sys.exit(main())
