"""A citation in words names the provision that it says, or none: never another one."""

from itertools import product

import pytest

from amendments.instructions.designations import Designation
from amendments.instructions.execution.tree_edits import find
from amendments.instructions.following import number_of
from amendments.instructions.instruction_errors import BadOperation, Refused
from amendments.instructions.prose import russian_references
from amendments.instructions.prose.english_wording import GRAMMAR
from amendments.instructions.wording import Mood
from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.russian_scheme import RUSSIAN
from amendments.provisions.tree import Kind
from azerbaijan.schemes import SCHEMES
from azerbaijan.wordings import places
from azerbaijan.wordings.forms import Case

AZERBAIJANI = SCHEMES[0]
_CITED = (Kind.ANNEX, Kind.ARTICLE, Kind.PART, Kind.POINT, Kind.SUBPOINT)
_WORDS = {
    ENGLISH: ("Annex", "Article", "paragraph", "point", "subpoint"),
    RUSSIAN: ("приложение", "статьи", "части", "пункта", "подпункт"),
    AZERBAIJANI: ("əlavənin", "maddənin", "hissəsinin", "bəndinin", "yarımbəndi"),
}
_LISTS = {ENGLISH: ("(a)", "(b)", "(c)"), RUSSIAN: ("1)", "2)", "3)"), AZERBAIJANI: ("a)", "b)", "c)")}


def items(scheme, place, *, decimals=False):
    """Three items with lists and, in the first, with lists below; `place` tells the words of one from another's."""
    one, two, three = _LISTS[scheme]
    below = {ENGLISH: ("(i)", "(ii)"), RUSSIAN: ("а)", "б)"), AZERBAIJANI: ("1)", "2)")}[scheme]
    lines = [f"1. Item {place}:", f"{one} thing:", *(f"{each} sort;" for each in below), f"{two} thing;"]
    lines += [f"{three} thing.", f"2. Item {place}:", f"{one} thing;", f"{two} thing;", f"{three} thing."]
    return [*lines, "3. Item.", *(["3.1. Deep item.", "3.2. Deep item."] if decimals else [])]


def articles(scheme):
    """Articles whose parts have the numbers of other articles."""
    heading = {ENGLISH: "Article {}. Matter", RUSSIAN: "Статья {}. Предмет", AZERBAIJANI: "Maddə {}. Mövzu"}[
        scheme
    ]
    return [line for n in range(1, 4) for line in (heading.format(n), *items(scheme, n))]


def annex(scheme, number, *, decimals=False):
    """An annex with points and a table."""
    word = {ENGLISH: "Annex", RUSSIAN: "Приложение", AZERBAIJANI: "Əlavə"}[scheme]
    column = {ENGLISH: "No.", RUSSIAN: "№", AZERBAIJANI: "S/s"}[scheme]
    table = [f"{column}\tName", "1\tRed", "2\tBlue"]
    return [f"{word} {number}".strip(), "Rules", *items(scheme, "of it", decimals=decimals), *table]


ACTS = [
    pytest.param(scheme, "\n".join(lines), id=f"{scheme.language}-{name}")
    for scheme in (ENGLISH, RUSSIAN, AZERBAIJANI)
    for name, lines in (
        ("articles", [*articles(scheme), *annex(scheme, "1"), *annex(scheme, "2", decimals=True)]),
        ("only annex", [*articles(scheme), *annex(scheme, "")]),
        ("items", [*items(scheme, "here"), *annex(scheme, "I" if scheme is ENGLISH else "1")]),
    )
]


def read(tree, scheme, cited):
    """The provision that a typed citation names; None where it is refused."""
    try:
        return find(tree, Designation(cited, scheme.citation_words))
    except (BadOperation, Refused):
        return None


def worded(scheme, number):
    """A provision in the words of an amending act, in every case."""
    try:
        if scheme is ENGLISH:
            return [GRAMMAR.reference((number,), "obj", Mood.IMPERATIVE)]
        if scheme is RUSSIAN:
            return [
                russian_references.reference((number,), at) for at in range(len(russian_references.CASES))
            ]
        return [places.provisions([number], case) for case in Case]
    except Refused:
        return []


@pytest.mark.parametrize(("scheme", "text"), ACTS)
def test_the_words_of_an_amending_act_name_what_they_were_written_for(scheme, text):
    tree = scheme.parse(text).tree
    for element in tree:
        for said in (scheme.cite(element), *worded(scheme, number_of(tree, element))):
            found = read(tree, scheme, said)
            is_item = element.kind in _CITED and "." not in element.number
            assert found is element or (found is None and not is_item), said


def mixed(scheme, levels):
    """A provision cited by words, brackets or both, from the outside and from the inside."""
    for brackets in product((False, True), repeat=len(levels) - 1):
        groups = [[levels[0]]]
        for level, is_within in zip(levels[1:], brackets, strict=True):
            groups[-1:] = [[*groups[-1], level]] if is_within else [groups[-1], [level]]
        if not groups[0][0].number and len(groups[0]) > 1:
            continue
        said = [in_words(scheme, *group) for group in groups]
        yield " ".join(said)
        if scheme is not AZERBAIJANI:
            yield (" of " if scheme is ENGLISH else " ").join(reversed(said))


def in_words(scheme, head, *below):
    """ "Article 4(2)", "4(2) maddənin"."""
    word = _WORDS[scheme][_CITED.index(head.kind)]
    number = head.number + "".join(f"({each.number})" for each in below)
    return (f"{number} {word}" if scheme is AZERBAIJANI else f"{word} {number}").strip()


@pytest.mark.parametrize(("scheme", "text"), ACTS)
def test_a_citation_of_words_and_brackets_names_no_other_provision(scheme, text):
    tree = scheme.parse(text).tree
    for element in tree:
        if element.kind not in _CITED or "." in element.number:
            continue
        outer = [above for above in tree.above(element) if above.kind in _CITED]
        for cited in mixed(scheme, [*reversed(outer), element]):
            assert read(tree, scheme, cited) is element, cited


@pytest.mark.parametrize(
    ("scheme", "cited", "name"),
    [
        (ENGLISH, "point (c) of Article 2 (1)", "2(1)(c)"),
        (ENGLISH, "Article 2 point (c) of Annex 1", "annex 1 article 2(c)"),
        (ENGLISH, "the note to Article 2(1)", "2(1) note"),
        (ENGLISH, "row 2 of table 1 of Annex 1", "annex 1 table 1 row 2"),
        (ENGLISH, "Article 4(1) part", "4(1)"),
        (ENGLISH, "4(1) paragraph", "4(1)"),
        (RUSSIAN, "статья 4(1) часть", "4(1)"),
        (AZERBAIJANI, "4(1) hissəsi", "4(1)"),
        (AZERBAIJANI, "4-cü maddə(2) hissəsi", "4(2)"),
        (AZERBAIJANI, "4(2) hissəsinin (a) bəndi", "4(2)(a)"),
        (AZERBAIJANI, "maddə 4(2)(a) bənd", "4(2)(a)"),
        (RUSSIAN, "п. 1 ст. 3(2)", "3(2)(1)"),
        (RUSSIAN, "пункт 1(2) приложения", "annex point 1(2)"),
        (RUSSIAN, "строка 2 таблицы 1 приложения 1", "annex 1 table 1 row 2"),
        (AZERBAIJANI, "4-cü maddənin 2-ci hissəsinin (c) bəndi", "4(2)(c)"),
        (AZERBAIJANI, "əlavənin “a” bəndi", "annex point a"),
        (AZERBAIJANI, "1 nömrəli əlavənin cədvəlinin 2-ci sətri", "annex 1 table row 2"),
        (AZERBAIJANI, "əlavə 1 hissə 2", "annex 1 part 2"),
    ],
)
def test_what_lies_in_what_is_read_from_words_and_brackets(scheme, cited, name):
    assert Designation(cited, scheme.citation_words) == name


@pytest.mark.parametrize(
    ("scheme", "cited"),
    [
        (ENGLISH, "point 2, Article 4, part 1"),
        (ENGLISH, "point 2 Article 4 part 1"),
        (ENGLISH, "Article 4(2) of point (c)"),
        (ENGLISH, "point (c) of"),
        (RUSSIAN, "пункт 2 статьи 4 части 1"),
        (RUSSIAN, "пункт 2 пункта 1"),
    ],
)
def test_what_cannot_lie_so_names_nothing(scheme, cited):
    with pytest.raises(BadOperation):
        Designation(cited, scheme.citation_words)
