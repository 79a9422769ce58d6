"""Why a translation is refused. Each message says what to do."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from amendments.errors import AmendmentsError


class SameLanguage(AmendmentsError):
    """The language is that of the authentic text, or no language of this site."""

    message = _("Choose a language of this site that is not the language of the authentic text.")


class TitleTooLong(AmendmentsError):
    """A translated title is longer than lists and mails show."""

    def __init__(self, length: int, most: int) -> None:
        words = _("The title has %(length)s characters. Shorten it to %(most)s.")
        super().__init__(words % {"length": length, "most": most})


class TranslatorTooLong(AmendmentsError):
    """The name of the person or office that translated is longer than pages show."""

    def __init__(self, length: int, most: int) -> None:
        words = _("“Translated by” has %(length)s characters. Shorten it to %(most)s.")
        super().__init__(words % {"length": length, "most": most})


class NoTranslator(AmendmentsError):
    """Nobody says who translated."""

    message = _("Say who translated the text. Readers see it.")


class UnevenTranslation(AmendmentsError):
    """A translation lacks a heading or a text that the wording has, has one too many, or other cells in a table."""

    def __init__(self, provisions: Iterable[str]) -> None:
        words = _(
            "Nothing is saved. A translation has a heading and a text exactly where the authentic text has them, and "
            "as many cells in a table. Correct: %(provisions)s."
        )
        super().__init__(words % {"provisions": ", ".join(provisions)})


class ChangedWording(AmendmentsError):
    """A provision stands no longer in the text with the words that were translated."""

    def __init__(self, provisions: Iterable[str]) -> None:
        words = _(
            "Nothing is saved. The text of these provisions changed while you translated: %(provisions)s. "
            "Open the page again."
        )
        super().__init__(words % {"provisions": ", ".join(provisions)})


class NoNewWords(AmendmentsError):
    """The words stand in another text too, whose translation would change with theirs."""

    def __init__(self, provisions: Iterable[str]) -> None:
        words = _(
            "Nothing is saved. The amendment brings no new words here: %(provisions)s. Whoever translates the law "
            "translates them."
        )
        super().__init__(words % {"provisions": ", ".join(provisions)})
