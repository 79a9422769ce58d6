"""Why an action of this app is refused. Each message says what to do."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from amendments.errors import AmendmentsError
from amendments.provisions.messages import Message
from amendments.text.saying import say


class ConsultationsError(AmendmentsError):
    """The base of all refusals except refusals of permission."""


class RoundNotOpen(ConsultationsError):
    """The phase of the round does not allow the action."""

    message = _(
        "The round is not open for this now. Your text is kept. After the closing time a focal point can ask the "
        "secretary to accept it late."
    )


class BadPeriod(ConsultationsError):
    """The times of a round contradict each other."""

    message = _("The round must close after it opens, and an extension must close later than before.")


class OpensTooEarly(ConsultationsError):
    """A round would have opened before it is announced."""

    message = _("A round opens today at the earliest.")


class NoRoundNow(ConsultationsError):
    """The amendment is not ready for a round, or its way is over; the message says which step comes first."""


class AudienceTooWide(ConsultationsError):
    """A round is for people who may not read its draft."""

    message = _(
        "The draft is not released to these people, so they could not read what they are asked about. Choose a narrower "
        "audience, or release the draft first."
    )


class NothingCorrected(ConsultationsError):
    """The audience is the same as before."""

    message = _("Nothing is changed: the same people may take part as before.")


class EndsBeforeStart(ConsultationsError):
    """An institution, a seat or a membership would end before it begins."""

    message = _("The last day must not be before the first.")


class EndsEarlierAlready(ConsultationsError):
    """What has a last day gets an earlier one only, so that nothing that ended comes back."""

    message = _(
        "The last day is earlier already. Only an earlier day can be set. To go on after it, add it again."
    )


class InstitutionEnded(ConsultationsError):
    """An institution that has ended, or has not begun, becomes no drafting body."""

    message = _("The institution does not exist today. Change its first or last day first.")


class CommitteeFixed(ConsultationsError):
    """The people of a committee have acted on the amendment, so no other committee takes it over."""

    message = _("The committee can no longer be changed, because it has released a draft or opened a round.")


class OfficeStands(ConsultationsError):
    """The person holds the office without an end, so an office for a time would change nothing."""

    message = _("The person holds this office already, without a last day. To give it one, end the office.")


class OwnOffice(ConsultationsError):
    """Nobody gives an office to oneself."""

    message = _("You cannot give an office to yourself. Ask another administrator.")


class RoleFirst(ConsultationsError):
    """An office is given only to who has the role of the same name, which two administrators give."""

    message = _(
        "The account does not have the role of this office. Give the role in the list of accounts first; another "
        "administrator confirms it."
    )


class RolesExclude(ConsultationsError):
    """One account would hold two roles that exclude one another."""


class PublicReasonNeeded(ConsultationsError):
    """A change of a round needs a reason, which is announced."""

    message = _("Give the reason. It is shown to everybody who may see the round.")


class ReasonNeeded(ConsultationsError):
    """The step or the answer needs a reason."""

    message = _("Give a reason.")


class TargetNeeded(ConsultationsError):
    """The answer needs a target."""

    message = _("Name the instruction, the provision or the comment that this answer points at.")


class NotComplete(ConsultationsError):
    """A part is missing without which a comment is not considered."""

    message = _("A comment is not complete. Open it and add what is missing.")


class NothingToSubmit(ConsultationsError):
    """There is nothing to submit. An institution without comments sends a nil return."""

    message = _("There is no comment to submit. If you have none, send a nil return.")


class NothingWritten(ConsultationsError):
    """Nothing was written yet, so there is nothing to keep or to number."""

    message = _("Nothing is written yet. Choose what you think of it, give reasons or propose a text.")


class NothingToTranslate(ConsultationsError):
    """The comment gives no reasons, or the translation is empty."""

    message = _("Write the translation of the reasons. A comment without reasons needs none.")


class NotConfirmed(ConsultationsError):
    """Nobody signs without having seen who may read the comments."""

    message = _("Confirm first that you have checked who may read each comment.")


class AlreadyAnswered(ConsultationsError):
    """The institution has comments in the round, which a nil return would contradict."""

    message = _("There are comments of this institution in the round. Withdraw them before a nil return.")


class CommentNotEditable(ConsultationsError):
    """The comment was signed off or submitted."""

    message = _(
        "A comment that was signed off or submitted cannot be changed. Return it to its author first."
    )


class AwaitsSignOff(CommentNotEditable):
    """The submission was handed to the focal point, so that nothing is added to it or changed in it."""

    message = _(
        "The comments of your institution were handed to the focal point. Before you add or change one, ask "
        "the focal point to return them to the authors."
    )


class EditConflict(ConsultationsError):
    """Somebody else has saved since the form was opened."""

    message = _(
        "Somebody else saved this comment in the meantime. Your text is kept below; compare and save again."
    )


class AnswerConflict(EditConflict):
    """Somebody else has proposed an answer since the form was opened."""

    message = _(
        "Somebody else saved this answer in the meantime. Your text is kept below; compare and save again."
    )


class NotOnThisVersion(ConsultationsError):
    """The passage is neither in the draft of the round nor in its base."""

    message = _("These words are not in the text of this round. Choose them again.")


class NoSuchProvision(ConsultationsError):
    """The number is that of no provision of the draft."""

    message = _("The draft has no provision with this number. Check the number.")


class NumberInSeveralActs(ConsultationsError):
    """Several acts of the draft have a provision with this number."""

    message = _(
        "Several acts of this draft have a provision with this number. Leave the field empty and name "
        "the act in the reason."
    )


class NumberOfSeveral(ConsultationsError):
    """Several provisions of the act have this number."""

    message = _("Several provisions of this text have this number. Name the article too: 57(2).")


class NotInVocabulary(ConsultationsError):
    """The code belongs to no row that can be chosen."""

    def __init__(self, code: str) -> None:
        words = _("The list has no entry “%(code)s”. Choose an entry by its name.")
        super().__init__(words % {"code": code[:100]})


class ShortNameTaken(ConsultationsError):
    """The short name belongs to another institution."""

    message = _("Another institution has this short name. Choose a different one.")


class CommitteeNameTaken(ConsultationsError):
    """There is already a committee with this name."""

    message = _("There is already a committee with this name. Choose it above.")


class NotComparable(ConsultationsError):
    """No operation leads to the proposed wording."""

    message = _("The working text says this already, so there is no change to propose.")


class ReceivedAtNoTime(ConsultationsError):
    """The time of receipt is before the opening of the round or in the future."""

    message = _("Give a time of receipt after the round opened and before now.")


class EnteredOtherwise(ConsultationsError):
    """The same words were entered before, with other details."""

    def __init__(self, reference: str) -> None:
        words = _(
            "The same words were already entered as %(number)s, with other details. An entered comment "
            "cannot be changed. To enter it again, write in “Reference” that this is a correction."
        )
        super().__init__(words % {"number": reference})


class SourceNeeded(ConsultationsError):
    """A comment that is entered on behalf of an institution needs its source."""

    message = _("Say where this comes from: the letter, the e-mail or the minutes, with its date.")


class BadRow(ConsultationsError):
    """Something is wrong in a row of a vocabulary."""

    def __init__(self, faults: Sequence[Message]) -> None:
        super().__init__(_("This cannot be saved: %(faults)s.") % {"faults": "; ".join(map(say, faults))})


class CodeTaken(ConsultationsError):
    """The code belongs to another row of the list."""

    message = _("Another entry of this list has this code. Choose a different one.")


class RowChanged(ConsultationsError):
    """Somebody changed the row after it was shown."""

    message = _("Somebody changed this entry in the meantime. Read it again before you go on.")


class StillNamed(ConsultationsError):
    """Rows in use belong to this row."""

    message = _("Entries in use belong to this one. Move or retire them first.")


class BadBenchmarks(ConsultationsError):
    """Something is wrong in the vocabularies of the plugins."""

    def __init__(self, faults: Sequence[Message]) -> None:
        words = _("The vocabularies cannot be loaded: %(faults)s.")
        super().__init__(words % {"faults": "; ".join(map(say, faults[:10]))})
