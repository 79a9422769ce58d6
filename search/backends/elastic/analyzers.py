"""The text analysis of a server: the same folding, stop words and stems as in `search.query`, built from the server's own parts.

Every part belongs to the module analysis-common of a full Elasticsearch or OpenSearch; no plugin is needed.
"""

from typing import Any

from elasticsearch import dsl

from search.query import stems

# folded before lower case and accents, or the ə of az would be left and the I of az would become i with a dot
_LETTERS = {"ə": "e", "Ə": "E", "ı": "i", "İ": "I", "ё": "е", "Ё": "Е", "’": "'", "ʼ": "'"}
_JOINERS = ("\\u00ad", "\\u200c", "\\u200d", "\\u2060")  # that word processors put inside words

IN_NUMBERS = r"(?<=\d)-(?=\d)"
"""148-1 is one word, as 148.1 is: the tokenizer parts words at a hyphen and not at a low line."""

_fold = dsl.char_filter(
    "madda_fold",
    type="mapping",
    mappings=[
        *(f"{letter} => {plain}" for letter, plain in _LETTERS.items()),
        *(f"{one} => " for one in _JOINERS),
    ],
)
_numbers = dsl.char_filter("madda_numbers", type="pattern_replace", pattern=IN_NUMBERS, replacement="_")
_possessive = dsl.token_filter("madda_possessive", type="stemmer", language="possessive_english")
_apostrophes = dsl.token_filter("madda_apostrophes", type="pattern_replace", pattern="'", replacement="")
_FOLDED = ["lowercase", dsl.token_filter("madda_ascii", type="asciifolding"), _possessive, _apostrophes]


def _analyzer(name: str, *filters: Any) -> Any:
    return dsl.analyzer(
        name, tokenizer="standard", char_filter=[_fold, _numbers], filter=[*_FOLDED, *filters]
    )


def _stop(language: str) -> Any:
    return dsl.token_filter(
        f"madda_stop_{language}", type="stop", stopwords=sorted(stems.STOP_WORDS[language])
    )


def _bare(ending: str) -> str:
    """A pattern that captures what is left of a word without all its endings."""
    return f"^(.{{{stems.AZ_SHORTEST},}}?){ending.removesuffix('$')}+$"


def _azerbaijani() -> Any:
    endings = (stems.AZ_ENDING, stems.AZ_SHORT_ENDING)
    return _analyzer(
        "madda_az",
        _stop("az"),
        dsl.token_filter(
            "madda_az_endings",
            type="pattern_capture",
            preserve_original=True,
            patterns=[_bare(ending.pattern) for ending in endings],
        ),
        dsl.token_filter("madda_az_letters", type="truncate", length=stems.AZ_LETTERS),
        dsl.token_filter("madda_once", type="unique", only_on_same_position=True),
    )


def _english() -> Any:
    return _analyzer(
        "madda_en", _stop("en"), dsl.token_filter("madda_en_stems", type="stemmer", language="porter2")
    )


def _russian() -> Any:
    people = [
        f"{root + ending} => {root}" for root in stems.PEOPLE for ending in sorted(stems.PEOPLE_ENDINGS)
    ]
    losing = [f"{word} => {word[:-2]}к" for word in sorted(stems.LOSING_O)]
    return _analyzer(
        "madda_ru",
        _stop("ru"),
        dsl.token_filter("madda_ru_nouns", type="stemmer_override", rules=people + losing),
        dsl.token_filter("madda_ru_stems", type="stemmer", language="russian"),
        dsl.token_filter("madda_ru_ec", type="pattern_replace", pattern="^(.{3,})ец$", replacement="$1ц"),
        dsl.token_filter(
            "madda_ru_verb_like",
            type="pattern_replace",
            pattern=stems.VERB_LIKE.pattern,
            replacement="$1",
        ),
    )


def exact(word: str) -> str:
    """A word of the query as `EXACT` makes it of a text."""
    return word.replace("-", "_")


EXACT = _analyzer("madda_exact")
"""Folded words in the form in which they were written."""

STEMMED = {"az": _azerbaijani(), "en": _english(), "ru": _russian()}
"""By language: what the forms of one word share."""
