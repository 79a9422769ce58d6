"""Why something new is not written a second time, say after the browser's way back to a form that was sent."""

from django.utils.translation import gettext_lazy as _

from rights.errors import RightsError


class WrittenAlready(RightsError):
    """The base of the refusals that name what stands."""

    def __init__(self, reference: str) -> None:
        super().__init__(self.message % {"reference": reference})


class OpenedAlready(WrittenAlready):
    """An issue with this title was raised on the same provisions of the same text."""

    message = _(
        "%(reference)s has the same title and the same provisions. If you mean another issue, give it another title."
    )


class ComparedAlready(WrittenAlready):
    """A row of the table compares the same article with the same provisions, in the same words."""

    message = _(
        "%(reference)s compares the same article with the same provisions. Change that row, or say in other words "
        "what the article asks for."
    )


class RecommendedAlready(WrittenAlready):
    """The opinion has a recommendation with this title on the same provision."""

    message = _(
        "Recommendation %(reference)s has the same title and the same provision. If you mean another one, give it "
        "another title."
    )


class BegunAlready(RightsError):
    """The draft of an opinion with this title, on the same amendment or act, waits to be issued."""

    message = _(
        "The draft of an opinion with this title is begun already. If you mean another one, give it another title."
    )


class SummedUpAlready(RightsError):
    """A summary of evidence with these words stands on the issue."""

    message = _(
        "A summary with the same words stands already. Raise its number of cases, or say what is different here."
    )


class NotedAlready(RightsError):
    """A note of the person with these words was written on the issue this day."""

    message = _(
        "You have written a note with the same words today. If you mean another one, say what is new."
    )
