"""Plans the looser hits: what says each word of a query, as the public dictionary knows it, the rarest first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from search.dictionary import rarity
from search.models import PublicEntry, PublicTerm
from search.query.azerbaijani import is_form, roots
from search.query.plan import Plan, Word
from search.query.senses import FORM, HALF_KIN, Likeness, Places, Sense, kinship, telling
from search.query.stems import LANGUAGES
from search.query.synonyms import Beginnings, fits
from search.sources import synonyms

_BEGINS = 3  # letters by which the dictionary is looked through
_ENDING = 4
_SIMILAR = 60  # kin of one word: those that stand in most entries
_ROOT = 0.85  # of the weight of a word as typed: an Azerbaijani word of the same root
_BELONG = 3  # words of the dictionary that make a root
_MEANT = 0.8  # of the weight of a word as typed: what it means in law
_SLIPPED = 0.95  # a word that the typed one, which stands nowhere, may be with a slip
_SOUGHT = 6_000  # entries that are looked at: what is commoner only ranks them

Known = Mapping[str, int]
"""Words of the dictionary with the number of entries that have them."""


def likeness(plan: Plan) -> Likeness | None:
    """What the looser hits are looked for by; None where nothing looser can be found."""
    if not plan.wanted:
        return None
    meant = synonyms().of([word.exact for word in plan.words])
    known = _known(plan.wanted, (beginning for _, ways in meant for way in ways for beginning in way))
    stems = rarity([stem for word in plan.wanted for stem in word.terms])
    senses = [
        _sense(word, [ways for said, ways in meant if said == (word.exact,)], known, stems)
        for word in plan.wanted
    ]
    senses += [Sense({}, phrases=_phrases(ways, known)) for said, ways in meant if len(said) > 1]
    total, counts = PublicEntry.objects.count() + 1, {**known, **stems}
    counted = [(_having(sense, counts, total), sense) for sense in senses]
    counted = sorted(((having, sense) for having, sense in counted if having), key=lambda one: one[0])
    if not counted or (len(counted) == 1 and counted[0][0] > _SOUGHT):
        return None
    sought = left = 0
    for having, _ in counted:
        left += having
        sought += left <= _SOUGHT
    weighed = (
        replace(sense, weight=telling(total, _typed(sense, counts) or having)) for having, sense in counted
    )
    return Likeness(tuple(weighed), sought)


def _known(words: Iterable[Word], beginnings: Iterable[str]) -> Known:
    """The words that begin as one of these, in one look into the dictionary."""
    starts = {one[:_BEGINS].rstrip("*") for one in (*(word.exact for word in words), *beginnings)}
    rows = PublicTerm.objects.filter(begins__in=starts - {""})
    return dict(rows.values_list("pk", "entries"))


def _sense(word: Word, ways: Sequence[tuple[Beginnings, ...]], known: Known, counts: Known) -> Sense:
    word_stems = frozenset(word.stems)
    least = HALF_KIN if counts.keys().isdisjoint(word.terms) else 0.0
    near = {other: kinship(word.exact, other) for other in known if other[:_BEGINS] == word.exact[:_BEGINS]}
    near = {other: how if how >= least else 0.0 for other, how in near.items()}
    if _is_azerbaijani(word, counts):
        near |= dict.fromkeys(_of_root(word.exact, near), _ROOT)
    alike = sorted(
        (other for other, how in near.items() if how), key=lambda other: (-near[other], -known[other], other)
    )
    words = {other: near[other] for other in alike[:_SIMILAR]}
    for way in (one for some in ways for one in some if len(one) == 1):
        words |= {other: max(words.get(other, 0.0), _MEANT) for other in known if fits(way[0], other)}
    forms = (other for other in near if near[other] or len(other) < _ENDING + _BEGINS)
    words |= dict.fromkeys(
        (other for other in forms if not word_stems.isdisjoint(Word.of(other, word.language).stems)), FORM
    )
    words |= dict.fromkeys(word.meant, _SLIPPED)
    words[word.exact] = 1.0
    return Sense(
        words,
        word.stems,
        tuple(phrase for some in ways for phrase in _phrases(some, known) if len(phrase) > 1),
    )


def _is_azerbaijani(word: Word, counts: Known) -> bool:
    """By its letters; where they may be of any language, by the texts that have it: many type Azerbaijani in ASCII."""
    if word.language:
        return word.language == "az"
    having = {
        language: max((counts.get(stem, 0) for stem in word.stems if stem.startswith(language)), default=0)
        for language in LANGUAGES
    }
    return having["az"] == max(having.values())


def _of_root(word: str, near: Iterable[str]) -> list[str]:
    """The words of the longest root of an Azerbaijani word that has some, else of the one that has most."""
    found = list[str]()
    for root in roots(word):
        forms = [other for other in near if is_form(other, root)]
        found = max(found, forms, key=len)
        if len(found) >= _BELONG:
            break
    return found


def _phrases(ways: Iterable[Beginnings], known: Known) -> tuple[Places, ...]:
    """The ways, as the words that fit each of their places; those whose words all stand in the dictionary."""
    placed = [tuple(frozenset(word for word in known if fits(one, word)) for one in way) for way in ways]
    return tuple(phrase for phrase in placed if all(phrase))


def _typed(sense: Sense, counts: Known) -> int:
    """How many entries have the word as typed or in the commonest of its forms: what else says it makes it no commoner."""
    typed = (word for word, well in sense.words.items() if well in (1.0, _ROOT))
    return max((counts.get(term, 0) for term in (*sense.stems, *typed)), default=0)


def _having(sense: Sense, counts: Known, total: int) -> int:
    """About how many entries say it: as if its words stood independently of each other."""
    without = 1.0
    for term in (*sense.stems, *sense.words):
        without *= 1 - min(counts.get(term, 0) / total, 1)
    for phrase in sense.phrases:
        without *= 1 - min(min(sum(counts[word] for word in place) for place in phrase) / total, 1)
    return round(total * (1 - without))
