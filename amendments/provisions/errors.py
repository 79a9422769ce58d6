"""What the provisions room refuses, one class per reason."""


class ProvisionError(ValueError):
    """Base of everything that this room refuses."""


class NotText(ProvisionError):
    """The file is not text in UTF-8."""


class BadNumber(ProvisionError):
    """The text is not a number under which a provision can be printed."""

    def __init__(self, printed: str) -> None:
        super().__init__(
            f"“{printed}” is not the number of a provision (expected e.g. 12, 12-1, 9.3.4-1, IV, a)."
        )
        self.printed = printed


class BadLayout(ProvisionError):
    """A layout names a slot that does not exist or holds a stray brace."""


class ProvisionNotFound(ProvisionError):
    """No provision of the act bears the cited number."""

    def __init__(self, cited: str) -> None:
        super().__init__(f"The act has no provision “{cited}”.")
        self.cited = cited


class ProvisionAmbiguous(ProvisionError):
    """Several provisions bear the cited number: the citation must say more."""

    def __init__(self, cited: str, eids: list[str]) -> None:
        super().__init__(f"“{cited}” names {len(eids)} provisions ({', '.join(eids)}): cite it more fully.")
        self.cited = cited
        self.eids = eids


class SchemeNotFound(ProvisionError):
    """No scheme is registered for the country and language."""

    def __init__(self, country: str, language: str, known: list[str]) -> None:
        super().__init__(
            f"No numbering scheme for country “{country}” and language “{language}”. Registered: {', '.join(known)}."
        )


class SchemeRefused(ProvisionError):
    """A scheme cannot be registered: wrong type, or its country and language are taken."""
