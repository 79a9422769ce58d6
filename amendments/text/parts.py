"""Parts of a provision as drafters write them: "sentence 2" in the reader's language."""

import re

from amendments.instructions.execution.levels import NAMES
from amendments.text.saying import say

_STEP = re.compile(r"(\w+)(?:[\s:]+(\d+))?")


def part_in_words(level: str) -> str:
    """A part of a provision for a form: "paragraph:3/sentence:1" is "paragraph 3/sentence 1"."""
    steps = (step.partition(":") for step in level.split("/")) if level else ()
    return "/".join(f"{say(NAMES[name])} {ordinal}".strip() for name, __, ordinal in steps)


def part_in(typed: str) -> str:
    """The part that somebody wrote in the reader's language or in English; what is none stays as it was typed."""
    names = {
        **{str(name): name for name in NAMES},
        **{say(name).casefold(): key for key, name in NAMES.items()},
    }
    steps = [_STEP.fullmatch(step.strip()) for step in typed.split("/")]
    found = [(names.get(step[1].casefold(), ""), step[2]) for step in steps if step]
    if len(found) < len(steps) or not all(name for name, __ in found):
        return typed.strip()
    return "/".join(f"{name}:{ordinal}" if ordinal else name for name, ordinal in found)
