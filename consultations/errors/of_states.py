"""Why a step is not possible in the state in which something is. Each message names the cause."""

from django.utils.translation import gettext_lazy as _

from consultations.errors import ConsultationsError


class StepNotPossible(ConsultationsError):
    """The state does not allow the action. Each class below names one cause."""


class NotSentYet(StepNotPossible):
    """Only what was sent can be withdrawn, answered or co-signed."""

    message = _("This was not sent yet.")


class SentAlready(StepNotPossible):
    """What was sent stays as it is."""

    message = _("This was sent already. To add something, write a new comment; to take it back, withdraw it.")


class WithdrawnAlready(StepNotPossible):
    """What was withdrawn stays withdrawn."""

    message = _("This was withdrawn, so nothing more can be done with it.")


class Replaced(StepNotPossible):
    """A later submission of the same sender replaces it."""

    message = _("A later submission of the same sender replaces this one. Go on with the later one.")


class NotSignedOff(StepNotPossible):
    """An institution sends only what its focal point has signed off."""

    message = _("This is not signed off yet. The focal point of the institution must sign it off first.")


class SignedOffAlready(StepNotPossible):
    """The focal point has signed off, so nobody has to ask for it."""

    message = _("This is signed off already. The focal point can send it, or return it to the authors.")


class WithItsAuthors(StepNotPossible):
    """A submission that its authors write cannot be returned to them."""

    message = _("This is with its authors already.")


class NeedsNoSignOff(StepNotPossible):
    """A person sends an individual view without a focal point."""

    message = _("An individual view needs no sign-off. You send it yourself.")


class NothingProposed(StepNotPossible):
    """Only a proposed answer can be decided."""

    message = _("No answer is proposed yet. Propose one before it is decided.")


class AnswersQuestion(StepNotPossible):
    """What answers a question of the round needs no answer of its own."""

    message = _("This answers a question of the round, so it gets no answer of its own.")


class AnswerDecided(StepNotPossible):
    """A decided answer stays."""

    message = _("The answer is decided and can no longer be changed.")


class DecidedMeanwhile(StepNotPossible):
    """Somebody has decided the answer in the meantime, or the same person elsewhere. Says what stands; nothing is changed."""

    def __init__(self, answer: str, person: str, decided_in: str) -> None:
        words = _("%(person)s has decided this answer already: “%(answer)s”. Your decision is not recorded.")
        in_words = _(
            "%(person)s has decided this answer already: “%(answer)s” (%(place)s). Your decision is not recorded."
        )
        said = {"person": person, "answer": answer, "place": decided_in}
        super().__init__((in_words if decided_in else words) % said)


class AnotherAnswerProposed(StepNotPossible):
    """Somebody has proposed another answer since the person read the one to decide."""

    message = _("Another answer was proposed in the meantime. Nothing is decided; read it, then decide.")


class CoveredMeanwhile(StepNotPossible):
    """Somebody has covered words since the person read them, or taken a cover off."""

    message = _(
        "Somebody else changed what readers see of this comment in the meantime. Nothing is saved. Your words are "
        "kept below; compare them with what readers see now, and save again."
    )


class OwnComment(StepNotPossible):
    """Nobody co-signs a comment of their own institution."""

    message = _("Your institution sent this comment itself, so it cannot co-sign it.")


class OfAnotherConsultation(StepNotPossible):
    """Comments are merged within one consultation."""

    message = _("Only comments of the same consultation can be merged, and none with itself.")


class MergedAlready(StepNotPossible):
    """A comment that is merged, or has others merged into it, is not merged into a third."""

    def __init__(self, reference: str) -> None:
        words = _("%(number)s is merged with another comment already. Choose comments that are not merged.")
        super().__init__(words % {"number": reference})


class NoLateRequest(StepNotPossible):
    """The request was answered in the meantime, or asked again in other words."""

    message = _("This request does not wait for an answer any more. Open the page of the round again.")


class DeclinedInTheseWords(StepNotPossible):
    """The secretary declined a request with the same reason."""

    message = _("The secretary declined this reason. Ask again with a new one.")


class NotInWorkingText(StepNotPossible):
    """The commented provision left the working text after the comment was written."""

    message = _("The provision is not in the working text any more, so its wording cannot be taken.")


class ChangedSince(StepNotPossible):
    """The working text has changed the very words that a wording of an earlier draft changes."""

    message = _(
        "The drafters have changed the same words since this draft, and the wording would undo that. Leave it to them to "
        "bring both together, or restate the provision."
    )


class LastWhoSigns(ConsultationsError):
    """A person would end the own membership, and nobody could sign for the institution or add members any more."""

    message = _("Nobody else signs for the institution after today. Add a focal point first.")
