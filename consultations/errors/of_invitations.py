"""Why an institution is not invited to a round."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from consultations.errors import ConsultationsError


class CannotReadDraft(ConsultationsError):
    """Institutions are invited that could not read the draft."""

    message = _(
        "The draft is released to its committee alone, and these have no seat there: %(names)s. Leave them out, give "
        "them a seat, or release the draft to a wider audience first."
    )

    def __init__(self, institutions: Iterable[object]) -> None:
        super().__init__(self.message % {"names": ", ".join(map(str, institutions))})
