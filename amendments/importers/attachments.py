"""Schedules and annexes of Akoma Ntoso, which stand beside the body: each gets a line of its own that says what it is.

Without it the chapters of a schedule would be read as further chapters of the law.
"""

import re
from typing import Any

from amendments.importers.element_numbers import name_of

Xml = Any  # an element of the standard library, which defusedxml gives without a type
_ATTACHED = frozenset({"attachment", "component"})
_HEADINGS = frozenset({"heading", "subheading"})
_BODIES = frozenset({"mainBody", "body"})
_NAMES = {"eng": "Annex", "aze": "Əlavə", "rus": "Приложение"}
_NAMED = re.compile(
    r"(?:the +)?(?:[^\W\d_]+ +)?(?:schedule|annex|annexe|appendix)(?: +[\w.-]{1,8})?"
    r"|əlavə(?: +(?:№ *)?[0-9]{1,3})?|[0-9]{1,3} +(?:nömrəli|saylı) +əlavə|приложение(?: +(?:№ *)?[0-9]{1,3})?",
    re.IGNORECASE,
)


def name_attachments(root: Xml, language: str) -> int:
    """Put the line above each of them: its own name, or the word for an annex where the file has no such name.

    Gives how many got the word.
    """
    worded = 0
    for attached in [each for each in root.iter() if is_attached(each)]:
        title = _titled(attached)
        heading = title.find("{*}heading") if title is not None else None
        said = "" if heading is None else " ".join("".join(heading.itertext()).split())
        alias = attached.find("{*}doc/{*}meta/{*}identification/{*}FRBRWork/{*}FRBRalias")
        named = "" if alias is None else alias.get("value", "")
        line = attached.makeelement(attached.tag.rpartition("}")[0] + "}block", {})
        name = next(filter(_NAMED.fullmatch, (said, named)), "")
        worded += not name
        line.text = name or annex_word(language)
        if title is not None and line.text == said:
            title.remove(heading)
        for each in attached:
            if name_of(each) in _HEADINGS:
                each.tag = line.tag  # as a heading it would be printed above the line
        attached.insert(0, line)
    return worded


def annex_word(language: str) -> str:
    """The word for an annex in the language of the act."""
    return _NAMES.get(language, _NAMES["eng"])


def is_attached(element: Xml) -> bool:
    """Whether it is an annex as a whole."""
    return name_of(element) in _ATTACHED


def _titled(attached: Xml) -> Xml | None:
    """What bears the heading: the attachment, or in older files the first provision in it, which has no number."""
    if attached.find("{*}heading") is not None:
        return attached
    body = next((each for each in attached.iter() if name_of(each) in _BODIES), None)
    first = next(iter(body), None) if body is not None else None
    return first if first is not None and first.find("{*}num") is None else None
