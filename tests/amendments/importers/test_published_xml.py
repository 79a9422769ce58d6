"""Acts in Akoma Ntoso as parliaments and collections of law publish them."""

import pytest

from amendments.importers import load_act
from amendments.provisions.tree import Kind
from tests.amendments.renderers.word.documents import scheme_of

OLD = """<akomaNtoso xmlns="http://www.akomantoso.org/2.0"><act contains="singleVersion"><meta/>
<preface><p>LAW</p><p>On <ref href="#x">Ferries</ref></p></preface><body>
<chapter id="c1"><num>CHAPTER 1</num><heading>GENERAL</heading>
<article id="a1"><num>Article 1.</num><heading>Scope</heading>
<paragraph id="p1"><num>1.1.</num><intro><p>This Law applies to:</p></intro>
<point><num>(a)</num><content><p>ferries<authorialNote marker="1"><p>Since 2020.</p></authorialNote>;</p></content></point>
<point><num>(b)</num><content><p>rafts.<eol/>And boats. <del>gone</del></p></content></point></paragraph>
</article></chapter></body></act></akomaNtoso>"""


def test_the_older_version_of_the_standard_is_read_too():
    imported = load_act("act.akn", OLD.encode())
    assert imported.text.splitlines() == [
        "LAW",
        "On Ferries",
        "CHAPTER 1 GENERAL",
        "Article 1. Scope",
        "1.1. This Law applies to:",
        "(a) ferries [1];",
        "(b) rafts.",
        "And boats.",
        "[1] Since 2020.",
    ]
    assert [str(each) for each in imported.notices] == ["Tracked changes: 1 deletion was left out."]


BARE = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0" xmlns:m="urn:madda:provisions"><act><meta>
<identification><FRBRExpression><FRBRlanguage language="{language}"/></FRBRExpression></identification></meta><body>
<part><num>II</num><heading>Lamps</heading><chapter {own}><num>1.</num><heading>General</heading>
<section><num>1.</num><heading>Scope</heading><content><p>Lamps are lit.</p></content></section></chapter>
<chapter><num>Chapter 2</num><heading>Oil</heading></chapter></part></body></act></akomaNtoso>"""


@pytest.mark.parametrize(
    ("language", "own", "lines", "notice"),
    [
        (
            "eng",
            "",
            ["Part II Lamps", "Chapter 1. General"],
            "2 articles, chapters or parts have a number alone",
        ),
        (
            "eng",
            'm:number="1"',
            ["Part II Lamps", "1. General"],
            "1 article, chapter or part has a number alone",
        ),
        (
            "rus",
            "",
            ["Раздел II Lamps", "Глава 1. General"],
            "2 articles, chapters or parts have a number alone",
        ),
        (
            "swa",
            "",
            ["Part II Lamps", "Chapter 1. General", "Section 1. Scope"],
            "3 articles, chapters or parts have a number alone",
        ),
    ],
)
def test_a_chapter_whose_number_stands_alone_is_told_from_an_article(language, own, lines, notice):
    """As Laws.Africa and others write it: the word is that of the element."""
    imported = load_act("act.xml", BARE.format(language=language, own=own).encode())
    below = [] if lines[-1].endswith("Scope") else ["1. Scope"]
    assert imported.text.splitlines() == [*lines, *below, "Lamps are lit.", "Chapter 2 Oil"]
    assert [str(each).partition(" in the file")[0] for each in imported.notices] == (
        [notice] if notice else []
    )


ARTICLES = """<akomaNtoso xmlns="{namespace}"><act><meta><identification><FRBRExpression><FRBRlanguage language="eng"/>
</FRBRExpression></identification></meta><body>
<article><num>{word}7</num><heading>Lamps</heading><paragraph><num>1{stop}</num><content><p>Lamps are lit.</p></content></paragraph></article>
<article><num>{word}8</num><paragraph><num>1{stop}</num><content><p>Oil is kept.</p></content></paragraph>
<paragraph><num>2{stop}</num><content><p>It is sold.</p></content></paragraph></article></body></act></akomaNtoso>"""
STANDARD = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
LAMPS = """Article 7 Lamps
1. Lamps are lit.
Article 8
1. Oil is kept.
2. It is sold.
"""


@pytest.mark.parametrize(
    ("word", "stop", "notices"),
    [
        ("Article ", ".", []),
        ("", ".", ["2 articles, chapters or parts have a number alone"]),
        ("Article ", "", ["3 numbers stand alone"]),
    ],
)
def test_the_number_of_an_article_is_never_made_of_two(word, stop, notices):
    """The European Union, Italy and Switzerland write parts with numbers under articles without a heading."""
    data = ARTICLES.format(namespace=STANDARD, word=word, stop=stop).encode()
    imported = load_act("act.xml", data)
    assert imported.text == LAMPS
    assert [str(each).partition(" in the file")[0] for each in imported.notices] == notices
    numbers = [each.number for each in scheme_of("en").parse(imported.text).tree]
    assert numbers == ["7", "1", "8", "1", "2"]


@pytest.mark.parametrize(
    "namespace",
    [
        f"{STANDARD}/CSD13",
        f"{STANDARD}/WD17",
        "http://www.akomantoso.org/1.0",
        "http://Inhaltsdaten.LegalDocML.de/1.8.2/",
    ],
)
def test_drafts_and_profiles_of_the_standard_are_read(namespace):
    data = ARTICLES.format(namespace=namespace, word="Article ", stop=".").encode()
    assert load_act("act.xml", data).text == LAMPS


def test_the_blocks_of_a_structure_within_words_stand_apart():
    words = """Law A<authorialNote marker="1"><p>It says:</p><embeddedStructure><part><num>A</num><heading>Lamps</heading>
    <paragraph><num>i</num><content><p>Content<del>gone</del></p></content></paragraph></part></embeddedStructure></authorialNote>
    reads:<quotedStructure><article><num>5.</num><heading>Oil</heading><content><p>Oil is kept.</p><p>And <b>s</b>old.</p></content>
    </article></quotedStructure>"""
    data = f'<akomaNtoso xmlns="{STANDARD}"><act><body><p>{words}</p></body></act></akomaNtoso>'
    assert load_act("act.xml", data.encode()).text.splitlines() == [
        "Law A [1] reads:",
        "5. Oil",
        "Oil is kept.",
        "And sold.",
        "[1] It says: A Lamps (i) Content",
    ]


NUMBERS_ALONE = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><preface><p>Lamps Act</p></preface>
<body>
<toc><tocItem href="#s1" level="1"><span>1.</span><span>Lamps</span></tocItem>
<tocItem href="#s2" level="1"><span>2.</span><span>Oil</span></tocItem></toc>
<section><num>1</num><heading>Lamps</heading>
  <subsection><num>1</num><intro><p>A lamp is lit—</p></intro>
    <paragraph><num>a</num><content><p>at night, and</p></content></paragraph>
    <paragraph><num>b</num><intro><p>in fog, if</p></intro>
      <subparagraph><num>i</num><content><p>it is thick, or</p></content></subparagraph>
      <subparagraph><num>ii</num><content><p>it lasts.</p></content></subparagraph></paragraph></subsection>
  <subsection><num>2</num><content><p>In section 9 of the Oil Act insert—</p>
    <p><mod><quotedStructure startQuote="“" endQuote="”">
      <subsection><num>2A</num><content><p>Oil is kept.</p></content></subsection>
      <subsection><num>2B</num><content><p>It is sold.</p></content></subsection>
    </quotedStructure></mod></p></content></subsection>
  <subsection><num>3</num><content><p>In section 4 after “wick” insert
    <mod><quotedText startQuote="“" endQuote="”"> and oil </quotedText></mod>.</p></content></subsection></section>
<section><num>2</num><heading>Oil</heading><content><p>Oil is kept.</p></content></section>
</body></act></akomaNtoso>"""


def test_numbers_without_brackets_and_the_marks_of_what_is_quoted_are_printed_as_the_names_of_elements_say():
    """The British, who number all levels in this way; the contents beside the law are no law."""
    imported = load_act("act.xml", NUMBERS_ALONE.encode())
    tree = scheme_of("en").parse(imported.text).tree
    assert [(each.kind, each.number) for each in tree if each.number] == [
        (Kind.ARTICLE, "1"),
        (Kind.PART, "1"),
        (Kind.POINT, "a"),
        (Kind.POINT, "b"),
        (Kind.SUBPOINT, "i"),
        (Kind.SUBPOINT, "ii"),
        (Kind.PART, "2"),
        (Kind.PART, "3"),
        (Kind.ARTICLE, "2"),
    ]
    quoted = tree.numbered("2")[0]
    assert "insert—\n“(2A) Oil is kept.\n(2B) It is sold.”" in quoted.text.replace("\n\n", "\n")
    assert "insert “and oil”." in tree.numbered("3")[0].text
    assert [str(each).partition(" in the file")[0] for each in imported.notices] == [
        "9 numbers stand alone",
        "1 table of contents was left out: the headings of the act make it.",
    ]


def test_a_heading_of_the_file_that_is_read_as_words_is_told():
    imported = load_act("act.xml", NUMBERS_ALONE.encode())
    assert imported.headings == ("1 Lamps", "2 Oil")


def test_changes_are_accepted_and_rejected():
    marked = OLD.replace("This Law applies to:", "This Law <del>is for</del><ins>applies to</ins>:")
    imported = load_act("act.akn", marked.encode())
    assert "1.1. This Law applies to:" in imported.text.splitlines()
    assert imported.original.text == imported.text.replace("applies to", "is for").replace(
        "boats.", "boats. gone"
    )
    assert [str(each) for each in imported.original.notices] == ["Tracked changes: 3 were rejected."]


ATTACHED = """<akomaNtoso xmlns="{namespace}"><act><meta><identification><FRBRExpression><FRBRlanguage language="{language}"/>
</FRBRExpression></identification></meta><body>
<chapter><num>{chapter} 1</num><heading>Aims</heading><article><num>{article} 1.</num><heading>Light</heading><content><p>It is lit.</p></content></article></chapter>
</body>{attached}</act></akomaNtoso>"""
CHAPTERS = """<mainBody><chapter><num>{chapter} 1</num><heading>Lamps</heading><paragraph><num>1.</num><content><p>E.</p></content></paragraph>
</chapter></mainBody>"""
COMPONENT = """<components><component><doc><meta><identification><FRBRWork><FRBRalias value="{name}"/></FRBRWork></identification></meta>
%s</doc></component></components>"""
ATTACHMENT = "<attachments><attachment><heading>{name}</heading><subheading>Rates</subheading><doc>%s</doc></attachment></attachments>"


@pytest.mark.parametrize("form", [COMPONENT, ATTACHMENT])
@pytest.mark.parametrize(
    ("language", "code", "chapter", "article", "name", "number", "word"),
    [
        ("en", "eng", "Chapter", "Article", "Schedule 2", "2", ""),
        ("en", "eng", "Chapter", "Article", "First Schedule", "First", ""),
        ("en", "swa", "Chapter", "Article", "Jedwali", "", "Annex"),
        ("ru", "rus", "Глава", "Статья", "Приложение № 2", "2", ""),
        ("ru", "rus", "Глава", "Статья", "Тарифы", "", "Приложение"),
        ("az", "aze", "Fəsil", "Maddə", "2 nömrəli əlavə", "2", ""),
        ("az", "aze", "Fəsil", "Maddə", "Cədvəl", "", "Əlavə"),
    ],
)  # fmt: skip
def test_the_chapters_of_a_schedule_are_none_of_the_law(
    form, language, code, chapter, article, name, number, word
):
    """The word for an annex is told, where the file calls it otherwise."""
    attached = (form % CHAPTERS).format(chapter=chapter, name=name)
    data = ATTACHED.format(
        namespace=STANDARD, language=code, chapter=chapter, article=article, attached=attached
    )
    imported = load_act("act.xml", data.encode())
    told = [str(each) for each in imported.notices if "annex" in str(each)]
    assert told == ([f"1 annex is not called so in the file: “{word}” was put above it."] if word else [])
    parsed = scheme_of(language).parse(imported.text)
    (annex,) = parsed.tree.of_kind(Kind.ANNEX)
    assert annex.number == number
    assert [each.parent for each in parsed.tree.of_kind(Kind.CHAPTER)] == ["", annex.key]
    assert not parsed.stopping


def _table(rows):
    printed = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in printed)}</table>"


@pytest.mark.parametrize(
    ("tables", "notice"),
    [
        ([[["1."], ["2."]]], "1 table has numbered lines"),
        ([[["1.", "Oil"]], [["2.", "Wick"]]], "2 tables have numbered lines"),
        ([[["Kind", "Fees"], ["Oil", "<p>1. Day</p><p>2. Night</p>"]]], "1 table has numbered lines"),
        ([[["No", "Kind"], ["1.", "Oil"], ["2.", "Wick"]]], ""),
        ([[["1.", "Oil", "5"]]], ""),
        ([[["Oil"], ["Wick"]]], ""),
    ],
)
@pytest.mark.parametrize(
    ("code", "head", "annex", "place"),
    [
        ("eng", "Article 1. Lamps", "", "Article 1. Lamps"),
        ("rus", "Статья 1. Лампы", "Приложение № 2", "Приложение № 2"),
        ("aze", "Maddə 1. Lampalar", "2 nömrəli əlavə", "2 nömrəli əlavə"),
    ],
)
def test_a_table_whose_lines_may_pass_for_provisions_is_told_with_its_place(
    tables, notice, code, head, annex, place
):
    printed = "".join(map(_table, tables))
    number, _, heading = head.rpartition(" ")
    article = (
        f"<article><num>{number}</num><heading>{heading}</heading><content><p>A:</p>{{}}</content></article>"
    )
    attached = (ATTACHMENT % f"<mainBody>{printed}</mainBody>").format(name=annex) if annex else ""
    data = f"""<akomaNtoso xmlns="{STANDARD}"><act><meta><identification><FRBRExpression><FRBRlanguage language="{code}"/>
    </FRBRExpression></identification></meta><body>{article.format("" if annex else printed)}</body>{attached}</act></akomaNtoso>"""
    told = [str(each) for each in load_act("act.xml", data.encode()).notices]
    assert told == ([f"{notice}, which may be read as provisions: check {place}."] if notice else [])


def test_of_many_tables_the_first_places_are_named():
    frame = "<content><table><tr><td>1.</td></tr></table></content>"
    articles = "".join(
        f"<article><num>Article {number}</num>{frame}</article>" for number in (1, 2, 2, 3, 4, 5, 6)
    )
    data = f'<akomaNtoso xmlns="{STANDARD}"><act><body>{frame}{articles}</body></act></akomaNtoso>'
    (told,) = load_act("act.xml", data.encode()).notices
    assert str(told).startswith("8 tables have")
    assert str(told).endswith("check 1.; Article 1; Article 2; Article 3; Article 4; ….")
