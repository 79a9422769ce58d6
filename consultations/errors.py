"""Why an action of this app is refused. Each message says what to do."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from amendments.errors import AmendmentsError


class ConsultationsError(AmendmentsError):
    """The base of every refusal that is not a question of rights."""


class RoundNotOpen(ConsultationsError):
    """The round is not in a phase in which this can be done."""

    message = _(
        "The round is not open for this now. Your text is kept. After the closing time a focal point can ask the "
        "secretary to accept it late."
    )


class BadPeriod(ConsultationsError):
    """The times of a round do not fit."""

    message = _("The round must close after it opens, and an extension must close later than before.")


class EndsBeforeStart(ConsultationsError):
    """A body, a seat or a membership ends before it began."""

    message = _("The last day must not be before the first.")


class CommitteeFixed(ConsultationsError):
    """The people of a committee have acted on the amendment, so no other committee takes it over."""

    message = _("The committee cannot be changed any more: it has released a draft or opened a round.")


class OwnOffice(ConsultationsError):
    """Nobody gives an office to oneself."""

    message = _("You cannot give an office to yourself. Another administrator gives it to you.")


class PublicReasonNeeded(ConsultationsError):
    """A change to a round is announced with its reason."""

    message = _("Give the reason. It is shown to everybody who may see the round.")


class ReasonNeeded(ConsultationsError):
    """The step or the answer needs a reason."""

    message = _("Give a reason.")


class TargetNeeded(ConsultationsError):
    """The answer says what it led to."""

    message = _("Name the instruction, the provision or the comment that this answer points at.")


class NotComplete(ConsultationsError):
    """A comment lacks something without which it is not considered."""

    message = _("A comment is not complete. Open it and add what is missing.")


class NothingToSubmit(ConsultationsError):
    """A submission without comments is a nil return, and says so."""

    message = _("There is no comment to submit. If you have none, send a nil return.")


class AlreadyAnswered(ConsultationsError):
    """A nil return beside comments would contradict them."""

    message = _("There are comments of this institution in the round. Withdraw them before a nil return.")


class StepNotPossible(ConsultationsError):
    """The state does not allow this step."""

    message = _("This cannot be done any more. Load the page again to see what has changed.")


class CommentNotEditable(ConsultationsError):
    """Nobody edits a submitted comment."""

    message = _(
        "A comment that was signed off or submitted cannot be changed. Return it to its author first."
    )


class EditConflict(ConsultationsError):
    """Somebody else saved in between."""

    message = _(
        "Somebody else saved this comment in the meantime. Your text is kept below; compare and save again."
    )


class NotOnThisVersion(ConsultationsError):
    """The passage does not stand in the version of the round or in its base."""

    message = _("These words are not in the text of this round. Choose them again.")


class NumberInSeveralActs(ConsultationsError):
    """The draft changes several acts, and more than one has a provision of this number."""

    message = _(
        "Several acts of this draft have a provision with this number. Leave the field empty and name "
        "the act in the reason."
    )


class NotInVocabulary(ConsultationsError):
    """No row that can be chosen has this code."""

    def __init__(self, code: str) -> None:
        words = _("The list has no entry “%(code)s”. Choose an entry by its name.")
        super().__init__(words % {"code": code[:100]})


class ShortNameTaken(ConsultationsError):
    """Two bodies, or two committees, never have one address."""

    message = _("Another institution has this short name. Choose a different one.")


class CommitteeNameTaken(ConsultationsError):
    """A committee of this name stands already."""

    message = _("There is already a committee with this name. Choose it above.")


class NotComparable(ConsultationsError):
    """The proposed wording cannot become an operation."""

    message = _("The proposed wording is the same as the text, so there is no change to propose.")


class ReceivedAtNoTime(ConsultationsError):
    """What is entered on behalf of a body reached the secretariat after the round opened and before now."""

    message = _("Give a time of receipt after the round opened and before now.")


class EnteredOtherwise(ConsultationsError):
    """What was entered is never changed by entering it again."""

    def __init__(self, reference: str) -> None:
        words = _(
            "The same words were already entered as %(number)s, with other details. An entered comment "
            "cannot be changed. To enter it again, write in “Reference” that this is a correction."
        )
        super().__init__(words % {"number": reference})


class SourceNeeded(ConsultationsError):
    """What is entered on behalf of a body names where it came from."""

    message = _("Say where this comes from: the letter, the e-mail or the minutes, with its date.")


class BadRow(ConsultationsError):
    """A row of a vocabulary cannot be written as it is."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__(_("This cannot be saved: %(faults)s.") % {"faults": "; ".join(faults)})


class CodeTaken(ConsultationsError):
    """Two rows of a list never have one code."""

    message = _("Another entry of this list has this code. Choose a different one.")


class RowChanged(ConsultationsError):
    """Somebody changed the row after it was shown."""

    message = _("Somebody changed this entry in the meantime. Read it again before you go on.")


class StillNamed(ConsultationsError):
    """Rows in use stand under this one."""

    message = _("Entries in use belong to this one. Move or retire them first.")


class BadBenchmarks(ConsultationsError):
    """The vocabularies of the plugins cannot be loaded as they are."""

    def __init__(self, faults: Sequence[str]) -> None:
        words = _("The vocabularies cannot be loaded: %(faults)s.")
        super().__init__(words % {"faults": "; ".join(faults[:10])})
