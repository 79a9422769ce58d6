"""What the provisions room refuses, one class per reason."""

from collections.abc import Sequence

from amendments.provisions.messages import Told, message as _


class ProvisionError(Told, ValueError):
    """Base of everything that this room refuses."""


class NotText(ProvisionError):
    """The file is not text in UTF-8."""


class BadNumber(ProvisionError):
    """The text is not a number under which a provision can be printed."""

    def __init__(self, printed: str) -> None:
        super().__init__(
            _(
                "“%(printed)s” is not the number of a provision (expected e.g. 12, 12-1, 9.3.4-1, IV, a).",
                printed=printed,
            )
        )
        self.printed = printed


class BadLayout(ProvisionError):
    """A layout names a slot that does not exist or holds a stray brace."""


class ProvisionNotFound(ProvisionError):
    """No provision of the act bears the cited number."""

    def __init__(self, cited: str) -> None:
        super().__init__(_("The act has no provision “%(cited)s”.", cited=cited))
        self.cited = cited


class ProvisionAmbiguous(ProvisionError):
    """Several provisions bear the cited number: the citation must say more."""

    def __init__(self, cited: str, eids: list[str], names: Sequence[str] = ()) -> None:
        """`names` are those by which the provisions are cited, where there are some."""
        super().__init__(
            _(
                "“%(cited)s” names %(count)s provisions (%(found)s): cite it more fully.",
                cited=cited,
                count=len(eids),
                found=", ".join(names or eids),
            )
        )
        self.cited = cited
        self.eids = eids


class SchemeNotFound(ProvisionError):
    """No scheme is registered for the country and language."""

    def __init__(self, country: str, language: str, known: list[str]) -> None:
        super().__init__(
            _(
                "No numbering scheme for country “%(country)s” and language “%(language)s”. Registered: %(known)s.",
                country=country,
                language=language,
                known=", ".join(known),
            )
        )


class CountryUnclear(ProvisionError):
    """Several countries are installed and none was named."""

    def __init__(self, language: str, known: list[str]) -> None:
        super().__init__(
            _(
                "Several countries have acts in the language “%(language)s”: %(known)s. Name one.",
                language=language,
                known=", ".join(known),
            )
        )


class SchemeRefused(ProvisionError):
    """A scheme cannot be registered: wrong type, or its country and language are taken."""


class KeyTaken(ValueError):
    """Two provisions have one key: a fault of ours. One of them would be lost from the law without a word."""
