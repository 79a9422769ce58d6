"""What the core tells a person, kept so that it can be said in another language: an English template and its values.

The core knows no other language; `amendments.text.saying.say` translates at the edge of the site. Mark every sentence with
`_`, under which extraction finds it:

    from amendments.provisions.messages import message as _
    raise Refused("missing_target", _("There is no provision %(number)s.", number=number))

A sentence about a number of things is marked with `ngettext`, the name under which extraction finds both of its forms:

    from amendments.provisions.messages import counted as ngettext
    ngettext("%(count)s line is left out.", "%(count)s lines are left out.", count)
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence in English with named gaps; what fills a gap may be a message itself.

    `template` is the sentence for one thing, if it is about `values["count"]` things and `plural` is the other form.
    """

    template: str
    values: Mapping[str, "str | int | Message"] = field(default_factory=dict, hash=False)
    plural: str = ""

    def __str__(self) -> str:
        template = self.plural if self.plural and self.values["count"] != 1 else self.template
        return template % self.values if self.values else template


class Told(Exception):
    """The base of whatever the core refuses: what it says to people is a `Message`.

    A bare string is taken as it is, for what only developers and plugins' command lines read.
    """

    def __init__(self, told: Message | str) -> None:
        self.message = told if isinstance(told, Message) else Message(told)
        super().__init__(str(self.message))


def message(template: str, **values: str | int | Message) -> Message:
    """A message; imported as `_`, so that the template is extracted for translation."""
    return Message(template, values)


def counted(singular: str, plural: str, count: int, **values: str | int | Message) -> Message:
    """A message about a number of things; imported as `ngettext`, so that both forms are extracted for translation."""
    return Message(singular, {"count": count, **values}, plural)
