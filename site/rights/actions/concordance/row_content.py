"""The content of a row of the concordance, and how it is written."""

from dataclasses import dataclass
from datetime import date

from consultations.actions.comments.naming import named_rows
from consultations.models import Institution, Treaty
from consultations.models.named import Named
from rights.errors import NoArticle, NoSummary
from rights.models import ConcordanceRow
from rights.shown_people import refuse_identifiers
from rights.values import Degree

ROW_WORDS = ("summary", "quote", "completion")  # sentences, which show nobody
PLAIN = ("articles", *ROW_WORDS, "quote_language")


@dataclass(frozen=True, slots=True)
class RowContent:
    """Everything of a row but its provisions and degrees. Rights are given by their codes."""

    treaty: Treaty
    articles: str
    summary: str
    quote: str = ""
    quote_language: str = ""
    rights: tuple[str, ...] = ()
    completion: str = ""
    authority: Institution | None = None
    deadline: date | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """A degree with a comment on it."""

    degree: Degree
    comment: str = ""

    @property
    def words(self) -> str:
        """The comment as it is kept."""
        return self.comment.replace("\r\n", "\n").strip()


def fill_row(row: ConcordanceRow, content: RowContent) -> bool:
    """Put the content into the row, and say whether anything changes. `write_rights` writes the rights it names."""
    if not content.articles.strip():
        raise NoArticle
    if not content.summary.strip():
        raise NoSummary
    standing = () if row._state.adding else tuple(row.rights.all())
    rights = named_rows(content.rights, (), (), Named(standing)).rights
    wanted: dict[str, object] = {name: getattr(content, name).replace("\r\n", "\n").strip() for name in PLAIN}
    wanted |= {"authority": content.authority, "deadline": content.deadline, "treaty": content.treaty}
    for name in ROW_WORDS:
        refuse_identifiers(str(wanted[name]))
    changed = row._state.adding or {one.pk for one in rights} != {one.pk for one in standing}
    changed = changed or any(getattr(row, name) != value for name, value in wanted.items())
    for name, value in wanted.items():
        setattr(row, name, value)
    row.new_rights = tuple(rights)
    return changed


def write_rights(row: ConcordanceRow) -> None:
    """Write the rights of the saved row; the history has them already."""
    row.rights.set(row.new_rights or ())
    row.new_rights = None
