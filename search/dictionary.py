"""The dictionary of what everybody may read: which words there are, and which a misspelled one may stand for."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from functools import partial

from django.db import connection, transaction
from django.db.models import Q

from search.backends import embedded
from search.models.terms import LONGEST, PublicTerm
from search.query.azerbaijani import is_form, roots
from search.query.document import Terms
from search.query.plan import Plan, Word
from search.query.spelling import ONE_SLIP, begun, meant, slips
from search.query.stems import LANGUAGES, stems
from search.query.synonyms import fits
from search.sources import synonyms

_PIECE = 3  # letters at one end of a word that a slip does not change
_SHORT = 2 * _PIECE  # letters of a word in which one slip may touch both ends: its first letter is enough
_ENDING = 5  # letters by which a word may go on
_TABLE = PublicTerm._meta.db_table
_KNOWN = (
    f"INSERT INTO {_TABLE} (term, entries, begins, ends, length) VALUES (%s, %s, %s, %s, %s)"  # noqa: S608 - our own name
    " ON CONFLICT (term) DO "
)


def learn(documents: Iterable[Terms]) -> None:
    """Add the terms of public entries that were just written; after the transaction where another is adding some.

    Terms that are still not added then are counted by the next rebuild.
    """
    terms = sorted({term for document in documents for term in _terms(document)})
    if not _add(terms):
        transaction.on_commit(partial(_add_later, terms), robust=True)


def count() -> None:
    """Make the dictionary exact: delete terms that no entry contains any more and count the others."""
    with transaction.atomic():
        embedded.dialect().may_add_terms(waits=True)
        counted = dict(embedded.dialect().counted_terms())
        gone = set(PublicTerm.objects.values_list("pk", flat=True)) - counted.keys()
        with connection.cursor() as cursor:
            cursor.executemany(f"DELETE FROM {_TABLE} WHERE term = %s", [(term,) for term in gone])  # noqa: S608 - our own name
        _write(sorted(counted.items()), "UPDATE SET entries = excluded.entries")


def rarity(terms: Iterable[str]) -> dict[str, int]:
    """The number of public entries that contain each of these terms."""
    wanted = list(terms)
    if not wanted:
        return {}
    holes = ", ".join(["%s"] * len(wanted))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT term, entries FROM {_TABLE} WHERE term IN ({holes})", wanted)  # noqa: S608
        return dict(cursor.fetchall())


def knows(words: Collection[Word]) -> bool:
    """Whether each of these words, and there is one, stands in a public entry in one of its forms."""
    known = rarity(term for word in words for term in word.terms)
    return bool(words) and all(not known.keys().isdisjoint(word.terms) for word in words)


def corrected(plan: Plan, *, is_eager: bool = False) -> Plan:
    """The plan in which each word that stands in no text is also searched in its likely spellings.

    A word of which another form stands in a text is not corrected. The stem of an Azerbaijani word may be that of other
    words too, so it counts only if a text has a word of the same root. A word that begins like an entry of the lists of
    everyday words is corrected only to words of this entry, and not at all if it is the entry with an ending or part of a
    phrase of the lists. With `is_eager` the word itself must stand in a text, and short words are corrected too. A short
    word, or one of a letter more that stands alone, is corrected only if it can be no right word. All corrections are of
    the language of the other words.
    """
    doubtful = [word for word in plan.words if slips(word.exact, is_eager=is_eager)]
    sure = ONE_SLIP + (len(plan.wanted) == 1)  # letters
    known = rarity(term for word in doubtful for term in ((word.exact,) if is_eager else word.terms))
    unknown = {word for word in doubtful if not _is_known(word, known)}
    listed = {word: synonyms().beginnings(word.exact) for word in unknown}
    phrased = {
        one for said, _ in synonyms().of([word.exact for word in plan.words]) if len(said) > 1 for one in said
    }
    likely = {
        word.exact: tuple(_likely(word, listed[word], is_eager=is_eager))
        for word in unknown
        if word.exact not in phrased and (len(word.exact) >= sure or _is_odd(word.exact))
    }
    if not any(likely.values()):
        return plan
    language = _language([word for word in plan.wanted if not likely.get(word.exact)])
    kept = {exact: tuple(_of_language(language, list(words))) for exact, words in likely.items()}
    return replace(plan, words=tuple(replace(word, meant=kept.get(word.exact, ())) for word in plan.words))


def _language(words: Collection[Word]) -> str:
    """The one language in whose texts all of these words stand; "" where there is none, or several."""
    known = rarity(term for word in words for term in word.stems)
    spoken = [
        language
        for language in LANGUAGES
        if words and all(not known.keys().isdisjoint(stems(word.exact, language)) for word in words)
    ]
    return spoken[0] if len(spoken) == 1 else ""


def _is_odd(word: str) -> bool:
    """Whether no word of a text begins like it, or none ends so: "jdge", and not "cell"."""
    first = word[:2]
    alike = PublicTerm.objects.filter(begins__gte=first, begins__lt=first[0] + chr(ord(first[1]) + 1))
    return not (alike.exists() and PublicTerm.objects.filter(ends=word[-_PIECE:]).exists())


def _is_known(word: Word, known: Collection[str]) -> bool:
    standing = [term for term in word.terms if term in known]
    if not all(term.startswith("az:") for term in standing):
        return True
    read_as = roots(word.exact) if standing else ()
    near = (
        PublicTerm.objects.filter(begins=word.exact[:_PIECE]).values_list("pk", flat=True) if standing else ()
    )
    return any(is_form(other, root) for other in near for root in read_as)


def _likely(word: Word, listed: list[str], *, is_eager: bool) -> list[str]:
    if any(is_form(word.exact, one.rstrip("*")) for one in listed):
        return []
    found = _meant(word, slips(word.exact, is_eager=is_eager))
    if not listed:
        return _of_language(word.language, found)
    fitting = [other for other in found if any(fits(one, other) for one in listed)]
    as_long = [other for other in fitting if abs(len(other) - len(word.exact)) <= slips(word.exact)]
    return _of_language("az", fitting) or ([] if word.language else as_long)


def _meant(word: Word, most: int) -> list[str]:
    """The words that it may stand for: those of about its length; of a long word, else longer ones that begin so."""
    begins, length = word.exact[:_PIECE], len(word.exact)
    # an index answers it, unlike LIKE
    one_first = Q(begins__gte=begins[0], begins__lt=chr(ord(begins[0]) + 1))
    is_short = length <= _SHORT
    like = one_first if is_short else Q(begins=begins)
    known = PublicTerm.objects.values_list("pk", "entries")
    alike = known.filter(like | Q(ends=word.exact[-_PIECE:]), length__range=(length - most, length + most))
    found = meant(word.exact, most, alike)
    if found or is_short:
        return found
    first = known.filter(one_first, length__range=(length - most, length + most))
    if found := meant(word.exact, most, first):  # a slip in the first letters, and another ending
        return found
    longer = known.filter(begins=begins, length__range=(length + most + 1, length + most + _ENDING))
    return begun(word.exact, most, longer)


def _of_language(language: str, words: list[str]) -> list[str]:
    """The words that stand in texts of the language; all of them if any language will do."""
    if not language:
        return words
    found = rarity(term for word in words for term in stems(word, language))
    return [word for word in words if not found.keys().isdisjoint(stems(word, language))]


def _add(terms: list[str]) -> bool:
    if is_alone := embedded.dialect().may_add_terms():
        _write(((term, 1) for term in terms), "NOTHING")
    return is_alone


def _add_later(terms: list[str]) -> None:
    with transaction.atomic():
        _add(terms)


def _terms(document: Terms) -> Iterator[str]:
    yield from document.heading_stems
    yield from document.body_stems
    for run in (*document.headings, *document.bodies):
        yield from run


def _write(counted: Iterable[tuple[str, int]], otherwise: str) -> None:
    rows = [
        (term, entries, term[:_PIECE], term[-_PIECE:], len(term))
        if term.isalpha()
        else (term, entries, "", "", 0)
        for term, entries in counted
        if len(term) <= LONGEST
    ]
    with connection.cursor() as cursor:
        cursor.executemany(_KNOWN + otherwise, rows)
