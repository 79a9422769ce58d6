"""How the acts of one country are drafted in one language, as data: a scheme is mostly an instance of this class.

Words are written in small letters, as in a dictionary; recognition ignores case, letter-spacing and the look-alikes
named in `folds`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from amendments.provisions.messages import Message
from amendments.provisions.numbers import LATIN
from amendments.provisions.tree import Kind


@dataclass(frozen=True, slots=True)
class HeadingWord:
    """A word that with a number heads a provision: "fəsil" before or after it.

    A smaller `rank` stands further out; of equal ranks the one that an act uses first is the outer.
    """

    kind: Kind
    words: tuple[str, ...]
    rank: int = 0
    stands_alone: bool = False  # also a heading without any number, when it is the whole line
    may_be_article: bool = False  # "§ 5" is the article of an act that has no other


@dataclass(frozen=True, slots=True)
class Cited:
    """How one kind is named in a citation: alone, and as the owner of what is named before or after it."""

    alone: str  # "{number}{ordinal} maddə"
    owner: str  # "{number}{ordinal} maddənin"
    alone_unnumbered: str = ""  # of the only annex: "əlavə"
    owner_unnumbered: str = ""  # "əlavənin"


@dataclass(frozen=True, slots=True)
class Citation:
    """The grammar of a citation that names several levels: "point (a) of part 1 of Article 9"."""

    kinds: Mapping[Kind, Cited]
    outer_first: bool
    joiner: str = " "
    letter: str = "({})"  # how the letter of a point is quoted


def no_ordinal(number: str) -> str:
    """For languages that print no ordinal suffix after a number."""
    return ""


@dataclass(frozen=True)
class Conventions:
    """Words, numerals, printed forms and grammar of one (country, language)."""

    country: str
    language: str
    headings: tuple[HeadingWord, ...]
    usual: Mapping[Kind, str]  # the layout of a new provision, without the blank lines before it
    citation: Citation
    usual_roman: Mapping[Kind, str] = field(default_factory=dict)  # where it differs for roman numbers
    usual_item: str = "{number}) {text}"  # of a point that has no decimal number
    alphabet: str = LATIN  # list letters in order
    skipped: Mapping[str, str] = field(default_factory=dict)  # letters that few lists use: behind which ones
    folds: Mapping[str, str] = field(default_factory=dict)  # letters that are taken for one another
    ordinal: Callable[[str], str] = no_ordinal  # "12-1" -> "-ci"
    ordinal_endings: tuple[str, ...] = ()  # printed after a numeral in headings: "-ci"
    cites_number_first: bool = False  # "12-ci maddə" cites, "Maddə 12" is a heading
    short: Mapping[str, Kind] = field(default_factory=dict)  # "ст" cites as "ст."
    acts: tuple[str, ...] = ()  # how the words begin by which a text names acts: "məcəllə", "qanun"
    levels: Mapping[str, Kind] = field(default_factory=dict)  # words that texts use beside those of citations
    paragraphs: tuple[str, ...] = ()  # words for a paragraph without a number: "абзац первый"
    own: tuple[str, ...] = ()  # how the words begin that stand before the act itself: "bu" Qanun
    numeral_words: Mapping[str, int] = field(default_factory=dict)  # "birinci" -> 1
    untitled: tuple[str, ...] = ()  # headings without a number: "keçid müddəaları"
    notes: tuple[str, ...] = ()
    editorial: tuple[str, ...] = ()  # how an editor's note begins, which is no law: "footnote"
    amended_by: tuple[str, ...] = ()  # words by which a note shows that it is an editor's: "as amended by"
    amended_lines: tuple[str, ...] = ()  # the same in a line in brackets: "(п. 3 в ред. закона № 5)"
    annex_owners: tuple[str, ...] = ()  # endings of the line before an annex that names its act: "qanununa"
    to_owner: tuple[str, ...] = ()  # between an annex and its act in one line: "SCHEDULE to the Act"
    row_numbers: tuple[str, ...] = ()  # what heads the column that numbers the rows of a table
    contents: tuple[str, ...] = ()
    country_name: Message | None = None  # as readers know the country
    approvals: tuple[str, ...] = ()  # of a document below the act that approves it: "approved by …"
    approval_is_last: bool = False  # "… ilə təsdiq edilmişdir": these words end the caption
    apparatus: tuple[str, ...] = ()  # titles of the lists after the text
    offices: tuple[str, ...] = ()  # who signs
    number_signs: tuple[str, ...] = ("№", "no.", "no ")  # before the number of the act in the signature
    number_series: bool = False  # "Article L111-1", "Article R. 12": letters before the digits
    ranges: tuple[str, ...] = ()  # between numbers that are printed together: "4 to 6"
    small_roman_lists: bool = False  # "(i)" may open a list below "(a)"
    inserts_with_dots: bool = False  # within an article "1.1." is printed after "1.", not below it
    bare_articles: bool = False  # "5 Fees" is an article: a number and no more
    enacting: tuple[str, ...] = ()  # "have adopted this …": numbers above are those of recitals
    signing: tuple[str, ...] = ()  # lines among signatures: "done at …", "for the Council"
    repealed: tuple[str, ...] = ()  # how a provision is printed that is no longer in force
    repealed_by: tuple[str, ...] = ()  # words that may follow: "by Law No. 5"


def compound_numerals(
    tens: Mapping[str, int], ordinal_tens: Mapping[str, int], units: Mapping[str, int], joiner: str = " "
) -> dict[str, int]:
    """Numerals in words up to 99: units, whole tens, and tens with a unit ("on" + "birinci" = 11)."""
    compounds = {
        f"{ten}{joiner}{unit}": tens_value + unit_value
        for ten, tens_value in tens.items()
        for unit, unit_value in units.items()
        if unit_value < 10
    }
    return {**units, **ordinal_tens, **compounds}
