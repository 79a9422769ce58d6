"""Why a step of the legal check is refused, and a change of the text while it is checked."""

from collections.abc import Iterable
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from amendments.errors import AmendmentsError


class UnderCheck(AmendmentsError):
    """A reviewer of the legal service has the text; nobody changes it until the answer."""

    def __init__(self, reviewer: str, due: date) -> None:
        words = _(
            "%(reviewer)s is checking this text for the legal service until %(due)s, so nobody can change it now. "
            "To go on drafting before the answer, call the check back."
        )
        super().__init__(words % {"reviewer": reviewer, "due": date_format(due, "DATE_FORMAT")})


class NotChecked(AmendmentsError):
    """Only a text that passed the legal check is sealed."""

    message = _("The legal service has not passed this text yet. Ask for the legal check first.")


class ChangedSinceCheck(AmendmentsError):
    """The working text is another one than the text that passed."""

    def __init__(self, reviewer: str, day: date) -> None:
        words = _(
            "The text has changed since %(reviewer)s passed it on %(day)s. Ask for the legal check of the new text."
        )
        super().__init__(words % {"reviewer": reviewer, "day": date_format(day, "DATE_FORMAT")})


class PassedAlready(AmendmentsError):
    """The same text has passed."""

    message = _("This text has passed the legal check. Seal it.")


class CheckClosed(AmendmentsError):
    """The check was answered or called back in the meantime."""

    message = _("This check is closed. Open the page again to see what came of it.")


class NotAReviewer(AmendmentsError):
    """The person has no right to review, took part in the drafting, or belongs to no legal service that checks it."""

    message = _(
        "Choose a person of the legal service. Whoever drafts the amendment cannot check it, and you cannot check "
        "what you asked for."
    )


class NotCheckable(AmendmentsError):
    """The amendment is in a state in which its text is not worked on."""

    message = _(
        "The legal check can be asked for while the amendment is being drafted. Begin drafting first."
    )


class FindingsInTheWay(AmendmentsError):
    """A text does not pass with what must be corrected in it."""

    message = _("Some findings must be corrected. Return the text, or mark these findings as advice.")


class FindingNeeded(AmendmentsError):
    """A text is returned with at least one finding."""

    message = _("Write down at least one finding before you return the text.")


class FindingWithoutPlace(AmendmentsError):
    """A finding is about one instruction or one provision of the working text."""

    message = _(
        "Choose the instruction that the finding is about, or give the number of a provision of this text."
    )


class FindingsNotTicked(AmendmentsError):
    """What the last check returned must be dealt with before the next one."""

    def __init__(self, numbers: Iterable[int]) -> None:
        words = _("Tick off what must be corrected before you ask again: %(findings)s.")
        super().__init__(words % {"findings": ", ".join(map(str, numbers))})


class ReviewerNeeded(AmendmentsError):
    """The legal check begins when a reviewer is named."""

    message = _("Name the reviewer: ask for the legal check.")


class DayInDoubt(AmendmentsError):
    """The answer is due before it was asked for."""

    message = _("Choose a day that is still to come.")
