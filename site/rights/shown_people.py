"""What the office writes, and what it is told for others to read, shows nobody: the check and its words."""

from collections.abc import Iterable, Iterator, Mapping

from django.utils.translation import gettext, gettext_lazy as _

from rights.errors import ShowsSomebody
from rights.identifiers import Identifier, identifiers_in, likely_people_in
from rights.models import Opinion, Recommendation

MOST_NAMED = 3  # words that a warning names
MOST_REFUSED = 20  # words that a refusal names: a text may have hundreds
KINDS: Mapping[Identifier, object] = {
    Identifier.EMAIL: _("an e-mail address"),
    Identifier.ACCOUNT: _("the name of an account"),
    Identifier.BIRTH: _("a date of birth"),
    Identifier.PHONE: _("a telephone number"),
    Identifier.DOCUMENT: _("the number of a document"),
    Identifier.NUMBER: _("a long number"),
}
OPINION = {"title": _("Title"), "text": _("Text")}
RECOMMENDATION = {"title": _("Title"), "reasons": _("Reasons"), "wording": _("Recommended wording")}


def refuse_identifiers(words: str) -> None:
    """Raise `ShowsSomebody` with all words that would show who somebody is."""
    _refuse([_sentence(words)])


def refuse_identifiers_in(*rows: Opinion | Recommendation) -> None:
    """The same for all words of the rows that everybody will read, with the field and the place."""
    _refuse(_sentence(words, where) for row in rows for where, words in _fields(row))


def warnings_of(rows: Iterable[Opinion | Recommendation]) -> list[str]:
    """What the words of an opinion would show, and what may be a name or an address, as sentences for the office."""
    fields = [field for row in rows for field in _fields(row)]
    refused = [said for where, words in fields if (said := _sentence(words, where))]
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


def _refuse(sentences: Iterable[str]) -> None:
    if said := " ".join(filter(None, sentences)):
        raise ShowsSomebody(said)


def _sentence(text: str, where: str = "") -> str:
    """What the words would show, with the place where they stand; "" if nothing."""
    found = [(one.words, KINDS[one.kind]) for one in identifiers_in(text)]
    if not found:
        return ""
    if found[1:]:
        one = gettext("“%(words)s” (%(kind)s)")
        named = [one % {"words": words, "kind": kind} for words, kind in found[:MOST_REFUSED]]
        shown = ", ".join([*named, "…"] if found[MOST_REFUSED:] else named)
        told = gettext("%(words)s would show who somebody is. Leave them out.") % {"words": shown}
    else:
        words, kind = found[0]
        told = gettext("“%(words)s” would show who somebody is (%(kind)s). Leave it out.")
        told %= {"words": words, "kind": kind}
    return f"{where}: {told}" if where else told


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
