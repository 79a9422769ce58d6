"""Why an action of this app is refused. Each message says what to do."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.core.exceptions import PermissionDenied
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from amendments.instructions.operations import Operation
from amendments.provisions.hidden import Hidden


class AmendmentsError(Exception):
    """The base of all refusals except refusals of permission."""

    message = _("This cannot be done.")

    def __init__(self, message: str = "") -> None:
        super().__init__(message or str(self.message))


class NotAllowed(PermissionDenied):
    """The person's role does not include this action on this object."""


class NoActor(AmendmentsError):
    """An action was called without saying who does it."""

    message = _("Every action needs a named person.")


class StaleInstruction(AmendmentsError):
    """The provision changed since the instruction was written."""

    message = _(
        "The provision has changed since this instruction was written. Read the new text and save again."
    )


class RefusedInstruction(AmendmentsError):
    """The instruction cannot be carried out on the text."""


class CannotBeFolded(RefusedInstruction):
    """The change of words that stand only in the draft cannot be said against the text in force.

    `offer` restates the provision instead; None where nothing does.
    """

    def __init__(self, message: str, offer: Operation | None) -> None:
        super().__init__(message)
        self.offer = offer


class AddedBefore(AmendmentsError):
    """The person added an equal instruction before, and may mean the same one."""

    message = _(
        "%(key)s says the same already. If you mean the same words at another place, or once more, save it again."
    )

    def __init__(self, key: str) -> None:
        super().__init__(self.message % {"key": key})


class NothingChanged(AmendmentsError):
    """The edit does not change the text."""

    message = _("The text is the same as before.")


class ActsNeeded(AmendmentsError):
    """No act was chosen, or one act was chosen twice."""

    message = _("Choose at least one act, and each act only once.")


class ActAmendedAlready(AmendmentsError):
    """The act is already part of the amendment."""

    message = _("This act is already part of the amendment.")


class ActInUse(AmendmentsError):
    """An instruction was written on the act or a draft was sealed with it, so the record names it."""

    message = _(
        "An instruction was written on this act or a draft was sealed with it, so it stays in the amendment. "
        "Withdraw its instructions if it is not to be changed."
    )


class ActWithoutInstruction(AmendmentsError):
    """Nobody has written an instruction on one of the acts."""

    def __init__(self, act: object) -> None:
        words = _("There is no instruction on %(act)s yet. Write one, or take the act out of the amendment.")
        super().__init__(words % {"act": act})


class TitleNeeded(AmendmentsError):
    """An amendment without a title."""

    message = _("Give the amendment a title.")


class BasisNotTaken(AmendmentsError):
    """The enacting formula of the amended acts cannot say these words as the basis of the act."""

    message = _("Give only the number of the point, or several numbers with commas between them: 21.")


class AlreadyAdopted(AmendmentsError):
    """Nothing can be added after the adoption."""

    message = _("The adoption of this amendment is recorded already.")


class ReleasedWithItsDraft(AmendmentsError):
    """A version of a draft has no release of its own."""

    message = _("A draft is released with all of its acts. Ask for the release of the draft.")


class NothingToSeal(AmendmentsError):
    """The draft has no instructions, or nothing has changed since the last seal."""

    message = _("Nothing has changed since the last sealed draft.")


class ProposalsLeftOut(AmendmentsError):
    """Somebody proposed an instruction after the drafter read what the seal leaves out."""

    def __init__(self, keys: Iterable[str]) -> None:
        words = _("There is a new proposal: %(keys)s. Read again what is sealed and what is left out.")
        super().__init__(words % {"keys": ", ".join(keys)})


class NotAdoptable(AmendmentsError):
    """The draft is not adopted, is not the last one, or is based on an older text of the act."""

    message = _("Another draft was sealed in the meantime. Open this page again.")


class NumberTooLong(AmendmentsError):
    """A number is too long for pages and identifiers; nothing was saved."""

    def __init__(self, number: str) -> None:
        super().__init__(_("The number %(number)s… is too long. Shorten it.") % {"number": number[:30]})


class HiddenCharacter(AmendmentsError):
    """The text contains a character that readers cannot see."""

    def __init__(self, hidden: Hidden) -> None:
        super().__init__(
            _("“%(place)s” contains an invisible character (%(character)s) at ▯. Remove it.")
            % {"character": hidden.character, "place": hidden.place}
        )


class AudienceNotWider(AmendmentsError):
    """The text is already released to this audience or a wider one."""

    message = _("The text is already released to this audience or a wider one. Choose a wider audience.")


class UnknownAudience(AmendmentsError):
    """No plugin of this site registers the audience."""

    message = _("This site has no such audience. Load the page again and choose another one.")


class ReleaseStopped(AmendmentsError):
    """Something must be done before the audience may read the text; the audiences say what."""


class ReleaseNotRequested(AmendmentsError):
    """A draft is released only after its drafting body asked for it."""

    message = _("The drafting body has not requested this release. It must do so first.")


class ReleaseNotApproved(AmendmentsError):
    """This site releases only after the chair approved."""

    message = _("The chair has not approved this release. The chair must approve it first.")


class StepStopped(AmendmentsError):
    """Something stands in the way of the step; the message says what."""


class DetailsNeeded(AmendmentsError):
    """The step is not recorded without what its form asks."""

    message = _("Give the day and the number or the publication of this step.")


class DayAhead(AmendmentsError):
    """What has not happened yet is not recorded."""

    message = _("This day is still to come. Record the step when it has happened.")


class DayTooEarly(AmendmentsError):
    """A day lies before one on which the law must have been there already. `asked` names the field."""

    def __init__(self, earliest: date, asked: str) -> None:
        words = _("This day is too early: by the record it cannot be before %(day)s. Correct the day.")
        super().__init__(words % {"day": date_format(earliest, "DATE_FORMAT")})
        self.asked = asked


class NumberOfAmendedAct(AmendmentsError):
    """The law cannot have the number of an act that it amends; the message says so."""


class NothingToTakeBack(AmendmentsError):
    """The last step is another person's or of another day."""

    message = _(
        "This step can no longer be taken back. A step is taken back by the person who took it, on the same day, while "
        "nothing has followed from it."
    )


class StepBuiltOn(NothingToTakeBack):
    """Something followed from the step, and the message says what."""

    def __init__(self, followed: Iterable[str]) -> None:
        words = _("This step can no longer be taken back, because of what followed from it: %(followed)s")
        super().__init__(words % {"followed": " ".join(followed)})


class TransitionNotPossible(AmendmentsError):
    """The state does not follow the present one."""

    message = _("The amendment cannot move to this state now. Load the page again and choose another one.")


class ReasonNeeded(AmendmentsError):
    """The step needs a reason."""

    message = _("Give a reason for this step.")


class EditConflict(AmendmentsError):
    """Somebody else has saved since the form was opened."""

    message = _("Somebody else saved this in the meantime. Your text is kept below; compare and save again.")


class NotImportable(AmendmentsError):
    """The file cannot become an act; nothing was saved."""


class NotDiscardable(AmendmentsError):
    """Somebody may have read the act, or an amendment stands on it."""


class UnconfirmedFindings(AmendmentsError):
    """Law may be lost in the text, and nobody has confirmed that it is right as it stands; nothing was saved."""

    def __init__(self, said: Mapping[str, str]) -> None:
        """`said`: what each finding tells a person, by its code."""
        super().__init__(
            _(
                "Nothing is saved: law may be lost. "
                "Correct the text, or confirm each of these findings with a reason: %(findings)s"
            )
            % {"findings": " ".join(f"[{code}] {words}" for code, words in said.items())}
        )
        self.codes = tuple(said)


class NothingMarked(AmendmentsError):
    """The file holds no tracked change and no comment."""

    message = _(
        "The file holds no tracked changes and no comments. Others mark their changes in Word with “Track changes”."
    )


class TooMuchMarked(AmendmentsError):
    """The file holds more marks than a person looks at on one page."""

    def __init__(self, most: int) -> None:
        words = _(
            "The file holds more than %(most)s changes and comments. Accept in Word what is agreed, or divide it."
        )
        super().__init__(words % {"most": most})


class MarkedFileDecided(AmendmentsError):
    """The marks of the file were taken in or left out already."""

    message = _("The changes of this file were taken in or left out already. Upload the file again.")
