"""Why a proposed wording does not become an instruction. Each message says how to write it."""

from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from consultations.errors import ConsultationsError

_LONGEST = 60  # characters of a line that the message quotes


class AfterPoints(ConsultationsError):
    """A line after the last point of a list, which the law would keep as a part of that point."""

    message = _(
        "“%(line)s” stands after the last point of a list. A sentence there belongs to no point, and the law would keep"
        " it as a part of the last one. Write it before the points, or as a provision with a number of its own."
    )

    def __init__(self, line: str = "") -> None:
        super().__init__(str(self.message) % {"line": Truncator(line).chars(_LONGEST)})
