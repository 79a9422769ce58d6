"""What was said so far in the demo, by the names that its files give."""

from dataclasses import dataclass, field
from functools import cached_property

from consultations.models import Comment, Institution, Round, Submission
from consultations.queries.vocabulary.vocabulary_choices import grounds_to_choose
from portal.demo.law import Law


@dataclass
class Consulting:
    """What exists so far, by the names that the files give."""

    law: Law
    rounds: dict[str, Round] = field(default_factory=dict)
    submissions: dict[str, Submission] = field(default_factory=dict)
    comments: dict[str, Comment] = field(default_factory=dict)

    @cached_property
    def grounds(self) -> dict[str, str]:
        """The codes of the grounds of discrimination, which the files name in English."""
        return {row.labels["en"]: row.code for row in grounds_to_choose()}

    def body(self, slug: str | None) -> Institution | None:
        """An institution of the files, None for a person."""
        return self.law.cast.institutions[slug] if slug else None
