"""Acts in English, of any country that has no scheme of its own."""

from amendments.provisions.conventions import Citation, Cited, Conventions, HeadingWord, compound_numerals
from amendments.provisions.numbering import NumberingScheme
from amendments.provisions.tree import Kind

_UNITS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth"
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_TEN_VALUES = {ten: value for value, ten in zip(range(20, 100, 10), _TENS, strict=True)}
_NUMERALS = {
    **compound_numerals(
        _TEN_VALUES, _TEN_VALUES, {word: value for value, word in enumerate(_UNITS.split(), 1)}, "-"
    ),
    **compound_numerals(
        _TEN_VALUES,
        {ten[:-1] + "ieth": value for ten, value in _TEN_VALUES.items()},
        {word: value for value, word in enumerate(_ORDINALS.split(), 1)},
        "-",
    ),
}

# Collections of laws of the United States, each of whose sections carries the letters: "NRS 1.010  Courts of justice."
_COLLECTIONS = ("nrs", "ors", "rcw", "krs", "c.r.s.", "a.r.s.", "r.s.mo.")

CONVENTIONS = Conventions(
    country="",
    language="en",
    headings=(
        HeadingWord(
            Kind.ANNEX,
            ("annex", "appendix", "schedule", "annexes", "appendices", "schedules", "the schedule"),
            rank=-2,
            stands_alone=True,
        ),
        HeadingWord(Kind.SECTION, ("book",), rank=0),
        HeadingWord(Kind.SECTION, ("part", "title", "amendment"), rank=1),
        HeadingWord(Kind.SECTION, ("subtitle", "subpart"), rank=2),
        HeadingWord(
            Kind.SECTION, ("section", "section.", "sections", "sec.", "secs."), rank=2, may_be_article=True
        ),
        HeadingWord(Kind.CHAPTER, ("chapter",), rank=2),
        HeadingWord(Kind.DIVISION, ("subchapter", "division"), rank=3),
        HeadingWord(Kind.DIVISION, ("subdivision",), rank=4),
        HeadingWord(Kind.DIVISION, ("§", "§§"), rank=5, may_be_article=True),
        HeadingWord(Kind.ARTICLE, ("article", "article.", "articles", "art.", *_COLLECTIONS)),
    ),
    usual={
        Kind.ANNEX: "ANNEX {number}\n{heading}",
        Kind.SECTION: "SECTION {number}\n{heading}",
        Kind.CHAPTER: "CHAPTER {number}\n{heading}",
        Kind.DIVISION: "§ {number}. {heading}",
        Kind.ARTICLE: "Article {number}. {heading}",
        Kind.NOTE: "Note {number}: {text}",
    },
    usual_item="({number}) {text}",
    citation=Citation(
        {
            Kind.ANNEX: Cited("Annex {number}", "Annex {number}", "the Annex", "the Annex"),
            Kind.SECTION: Cited("Section {number}", "Section {number}"),
            Kind.CHAPTER: Cited("Chapter {number}", "Chapter {number}"),
            Kind.DIVISION: Cited("§ {number}", "§ {number}"),
            Kind.ARTICLE: Cited("Article {number}", "Article {number}"),
            Kind.PART: Cited("part {number}", "part {number}"),
            Kind.POINT: Cited("point {number}", "point {number}"),
            Kind.SUBPOINT: Cited("subpoint {number}", "subpoint {number}"),
            Kind.NOTE: Cited("the note", "the note"),
            Kind.TABLE: Cited("table {number}", "table {number}", "the table", "the table"),
            Kind.ROW: Cited("row {number}", "row {number}"),
        },
        outer_first=False,
        joiner=" of ",
    ),
    acts=("act", "code", "law", "constitution", "convention", "regulation", "directive", "rules", "treaty"),
    own=("this", "present"),
    ordinal_endings=("-st", "-nd", "-rd", "-th"),
    short={
        "art": Kind.ARTICLE,
        "arts": Kind.ARTICLE,
        "para": Kind.PART,
        "paras": Kind.PART,
        "subpara": Kind.POINT,
        "pt": Kind.POINT,
        "ch": Kind.CHAPTER,
        "sec": Kind.SECTION,
        "sch": Kind.ANNEX,
    },
    numeral_words=_NUMERALS,
    number_series=True,
    ranges=("to", "and", "through"),
    small_roman_lists=True,
    untitled=(
        "general part",
        "special part",
        "general provisions",
        "final provisions",
        "transitional provisions",
        "transitional and final provisions",
        "final and transitional provisions",
        "concluding provisions",
    ),
    notes=("note", "notes"),
    editorial=("footnote", "editor's note", "editor’s note", "editorial note", "note by the editor"),
    amended_by=(
        "as amended by",
        "amended by the",
        "amended by law",
        "is amended by",
        "was amended by",
        "in the wording of",
        "as reworded by",
        "is excluded by",
        "was excluded by",
        "was repealed by",
        "is supplemented",
        "was supplemented",
        "was inserted by",
        "was substituted by",
    ),
    row_numbers=(
        "no.",
        "no",
        "nos.",
        "nr",
        "№",
        "#",
        "number",
        "item",
        "item no.",
        "serial no.",
        "sl. no.",
        "s. no.",
        "row",
        "ref.",
    ),
    annex_owners=("law", "code", "act", "decree", "decision", "regulation", "resolution", "order"),
    to_owner=("to", "to the", "to this", "of the", "of this"),
    approvals=("approved by", "adopted by", "confirmed by"),
    contents=(
        "contents",
        "table of contents",
        "arrangement of act",
        "arrangement of the act",
        "arrangement of articles",
        "arrangement of clauses",
        "arrangement of paragraphs",
        "arrangement of provisions",
        "arrangement of regulations",
        "arrangement of rules",
        "arrangement of sections",
        "table of articles",
        "table of provisions",
        "table of sections",
    ),
    apparatus=(
        "list of source documents",
        "list of sources used",
        "list of amendments",
        "schedule of amendments",
        "table of amendments",
        "list of amending acts",
        "list of amending instruments",
        "amendment history",
        "legislative history",
        "footnotes",
        "endnotes",
    ),
    offices=(
        "president",
        "prime minister",
        "minister",
        "chairman",
        "chairperson",
        "speaker",
        "king",
        "queen",
        "governor",
    ),
    number_signs=("№", "no.", "no", "nr"),
    repealed=(
        "repealed",
        "omitted",
        "revoked",
        "deleted",
        "no longer in force",
        "has lost force",
        "ceased to have effect",
        "weggefallen",  # acts of Germany and Austria, whose "§ 12" this scheme reads
        "aufgehoben",
    ),
    bare_articles=True,
    enacting=("have adopted this", "has adopted this", "hereby enact", "hereby enacts", "enacts as follows"),
    signing=("done at", "signed by", "done in", "given at", "given under", "for the", "on behalf of"),
    repealed_by=("by", "with", "from", "as", "on"),
)

ENGLISH = NumberingScheme(CONVENTIONS)
