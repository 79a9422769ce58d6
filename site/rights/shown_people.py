"""What the office writes, and what it is told for others to read, shows nobody: the check and its words."""

from collections.abc import Iterable, Iterator, Mapping

from django.utils.translation import gettext, gettext_lazy as _

from rights.errors import ShowsSomebody
from rights.identifiers import Identifier, identifiers_in, likely_people_in
from rights.models import Opinion, Recommendation

MOST_NAMED = 3  # words that a warning names
KINDS: Mapping[Identifier, object] = {
    Identifier.EMAIL: _("an e-mail address"),
    Identifier.BIRTH: _("a date of birth"),
    Identifier.PHONE: _("a telephone number"),
    Identifier.DOCUMENT: _("the number of a document"),
    Identifier.NUMBER: _("a long number"),
}
OPINION = {"title": _("Title"), "text": _("Text")}
RECOMMENDATION = {"title": _("Title"), "reasons": _("Reasons"), "wording": _("Recommended wording")}


def refuse_identifiers(words: str) -> None:
    """Raise `ShowsSomebody` for the first words that would show who somebody is."""
    for refusal in _refusals(words):
        raise refusal


def refuse_identifiers_in(*rows: Opinion | Recommendation) -> None:
    """The same for all words of the rows that everybody will read, with the field and the place."""
    for row in rows:
        for where, words in _fields(row):
            for refusal in _refusals(words, where):
                raise refusal


def warnings_of(rows: Iterable[Opinion | Recommendation]) -> list[str]:
    """What the words of an opinion would show, and what may be a name or an address, as sentences for the office."""
    fields = [field for row in rows for field in _fields(row)]
    refused = [str(refusal) for where, words in fields for refusal in _refusals(words, where)]
    likely = [f"“{one}” ({where})" for where, words in fields for one in likely_people_in(words)]
    return [*refused, look_again(likely)] if likely else refused


def look_again(named: Iterable[str]) -> str:
    """The sentence about words that may be the name or the address of a person. They may be those of a body or a judgment.

    It has the first ones alone.
    """
    found = list(named)
    shown = [*found[:MOST_NAMED], "…"] if found[MOST_NAMED:] else found
    words = gettext(
        "Please look again: %(words)s may be the name or the address of a person. Nobody may be recognised."
    )
    return words % {"words": ", ".join(shown)}


def _refusals(words: str, where: str = "") -> Iterator[ShowsSomebody]:
    for found in identifiers_in(words):
        yield ShowsSomebody(found.words, KINDS[found.kind], where)


def _fields(row: Opinion | Recommendation) -> Iterator[tuple[str, str]]:
    """The name of each field, with the place of a recommendation, and its words."""
    place, labels = ("", OPINION) if isinstance(row, Opinion) else (_place(row), RECOMMENDATION)
    for name, label in labels.items():
        yield ", ".join(filter(None, (place, str(label)))), getattr(row, name)


def _place(row: Recommendation) -> str:
    """Its number, or its issue before it has one."""
    if row.place:
        return gettext("Recommendation %(place)s") % {"place": row.place}
    return row.issue.reference if row.issue is not None else ""
