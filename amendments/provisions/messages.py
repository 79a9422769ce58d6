"""What the core tells a person, kept so that it can be said in another language: an English template and its values.

The core knows no other language; `amendments.text.saying.say` translates at the edge of the site. Mark every sentence with
`_`, under which extraction finds it:

    from amendments.provisions.messages import message as _
    raise Refused("missing_target", _("There is no provision %(number)s.", number=number))
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence in English with named gaps; what fills a gap may be a message itself."""

    template: str
    values: Mapping[str, "str | int | Message"] = field(default_factory=dict, hash=False)

    def __str__(self) -> str:
        return self.template % self.values if self.values else self.template


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
