import pytest

from search.query.expression import matching
from search.query.parse import parse
from search.query.plan import Formula, Misread
from search.query.ranges import MAX_CITATIONS
from tests.search.query.test_expression import holds

RESIDENCE = ("residence", ("permit", "visa"))


def shape(part):
    """A formula as values: a tuple is all of its parts, a set any of them, "-" before what is left out."""
    if not isinstance(part, Formula):
        return " ".join(word.exact for word in part.words) or part.citation.key
    inner = [shape(one) for one in part.parts]
    if part.is_any:
        return frozenset(inner)
    found = (*inner, *(("-", shape(one)) for one in part.left_out))
    return found[0] if len(found) == 1 else found


@pytest.mark.parametrize(
    ("text", "shaped"),
    [
        ("residence permit OR visa", ("residence", {"permit", "visa"})),
        ("residence (permit OR visa)", ("residence", {"permit", "visa"})),
        ("residence permit|visa", ("residence", {"permit", "visa"})),
        ("(residence permit) OR visa", {("residence", "permit"), "visa"}),
        ("((residence permit) OR (visa AND fee))", {("residence", "permit"), ("visa", "fee")}),
        ("(visa OR permit) AND (work OR stay)", ({"visa", "permit"}, {"work", "stay"})),
        ("((visa OR permit) AND (work OR stay)) the", ({"visa", "permit"}, {"work", "stay"})),
        ("(вид ИЛИ виза) И (труд ИЛИ учёба)", ({"вид", "виза"}, {"труд", "учеба"})),
        ("yaşama (icazə VƏ YA viza)", ("yasama", {"icaze", "viza"})),
        ("icazə YA DA viza YAXUD vəsiqə", {"icaze", "viza", "vesiqe"}),
        ("вид ИЛИ виза", {"вид", "виза"}),
        ('"work permit" OR "family members"', {"work permit", "family members"}),
        ("visa -(permit OR work)", ("visa", ("-", frozenset({"permit", "work"})))),
        ("visa NOT (work permit)", ("visa", ("-", ("work", "permit")))),
        ("re-entry OR visa", {"re entry", "visa"}),
        ("fee OR the visa", {"fee", "visa"}),
        ("Article 12 OR 13", {frozenset({"12"}), frozenset({"13"})}),
        ("12(3) OR visa", {frozenset({"12.3"}), "visa"}),
        ("12.3 ИЛИ 14.1", {frozenset({"12.3"}), frozenset({"14.1"})}),
        ("VISA OR PERMIT", {"visa", "permit"}),
        ("visa OR permit -12(3) stay", (frozenset({"visa", "permit"}), "stay", ("-", "12.3"))),
        ("visa OR permit -Article 12 stay", (frozenset({"visa", "permit"}), "stay", ("-", "12"))),
        ("visa OR permit -the stay", (frozenset({"visa", "permit"}), "stay", ("-", "the"))),
        (
            "Article 12 of the Visa Act OR fee",
            {frozenset({"12", "visa act"}), "fee"},
        ),
    ],
)
def test_operators_make_a_formula(text, shaped):
    found = shape(parse(text).formula)
    assert found == (frozenset(shaped) if isinstance(shaped, set) else freeze(shaped))


def freeze(shaped):
    return tuple(frozenset(one) if isinstance(one, set) else one for one in shaped)


@pytest.mark.parametrize(
    "text",
    [
        "təqdim edilən və ya tələb olunan sənəd",
        "a visa or a permit",
        "ЗАКОН И ПОРЯДОК",
        "12(3)",
        "(a) the person",
        "point (a) of Article 12",
        "residence (permit)",
        "visa AND permit",
        '"visa fee" AND permit',
        "LAW AND ORDER",
        "12 && 13",
        '"a OR b"',
        "24/7",
        "what is it?",
        "https://example.org",
        "+994 12 and +visa",
        "s 3(1)(a)-(c)",
        "N/5",
        "w/3",
        "order N/5",
    ],
)
def test_words_and_numbers_are_no_operators(text):
    plan = parse(text)
    assert (plan.formula, plan.misread) == (None, ())


def test_a_word_of_negation_is_a_minus():
    assert parse("visa NOT refugee") == parse("visa -refugee")
    assert excluded("visa -refugee") == ["refugee"]
    assert excluded("виза НЕ беженец") == ["беженец"]
    assert excluded("residence (permit OR visa) NOT refugee") == ["refugee"]


def excluded(text):
    return [shape(part) for part in parse(text).excluded]


@pytest.mark.parametrize("text", ["visa -permit", "visa OR entry -permit"])
def test_a_word_is_left_out_in_every_form_and_a_quotation_as_it_is_written(text):
    node = matching(parse(text))
    assert holds(node, ["visa", "en:visa"])
    assert not holds(node, ["visa", "en:visa", "permits", "en:permit"])
    quoted = matching(parse(text.replace("permit", '"permit"')))
    assert holds(quoted, ["visa", "en:visa", "permits", "en:permit"])
    assert not holds(quoted, ["visa", "en:visa", "permit", "en:permit"])


@pytest.mark.parametrize("text", ["visa -re-entry", "visa OR work -re-entry"])
def test_parts_of_a_word_that_is_left_out_may_stand_apart(text):
    node = matching(parse(text))
    assert holds(node, ["re", "visa", "entry"])
    assert not holds(node, ["visa", "re", "entry"])


@pytest.mark.parametrize("text", ["visa -12(3)", "visa OR entry -12(3)"])
def test_a_cited_provision_is_left_out(text):
    assert not holds(matching(parse(text)), ["visa", "cite:12.3"])


@pytest.mark.parametrize(
    ("typed", "left_out", "looked_for"),
    [
        ("visa -Articles 12, 13 and 14 permit", "12 13 14", "visa permit"),
        ("visa -Articles 12 to 15", "12 13 14 15", "visa"),
        ("visa -12-ci və 13-cü maddələr", "12 13", "visa"),
        ("visa -статьи 12 и 13 сбор", "12 13", "visa сбор"),
        ("visa -Article 12 13.5", "12", "visa"),
        ("visa OR fee -Articles 12, 13 permit", "12 13", "visa fee permit"),
    ],
)
def test_a_list_of_provisions_behind_a_minus_is_left_out_whole(typed, left_out, looked_for):
    plan = parse(typed)
    excluded = plan.formula.left_out if plan.formula else plan.excluded
    assert [part.citation.key for part in excluded] == left_out.split()
    assert {word.exact for word in plan.words if not word.exact[0].isdigit()} == set(looked_for.split())


@pytest.mark.parametrize(
    "text", ["-Articles 12 to 90", "visa -Articles 12 to 90", "visa -Art. 1 -Articles 13-90"]
)
def test_the_rest_of_a_long_list_that_is_left_out_is_told(text):
    plan = parse(text)
    assert [reason for reason, _ in plan.misread] == [Misread.MORE]
    assert len(plan.excluded) == MAX_CITATIONS


def test_nothing_else_of_a_list_can_be_one_of_several():
    """A list behind OR and a minus is told whole, and the word behind it is looked for."""
    plan = parse("visa OR -Articles 12, 13 fee")
    assert [typed for _, typed in plan.misread] == ["Articles 12", "13"]
    assert not plan.excluded


@pytest.mark.parametrize("provision", ["Article 12", "maddə 12.3", "12-ci maddə", "пункт 3 статьи 12"])
def test_of_a_cited_provision_all_words_are_left_out_and_what_follows_is_looked_for(provision):
    plan = parse(f"visa -{provision} permit")
    assert [part.typed for part in plan.excluded] == [provision]
    assert [word.exact for word in plan.words] == ["visa", "permit"]
    assert not plan.citations
    quoted = parse(f'visa -"{provision}" "see -{provision}"')
    assert [part.typed for part in quoted.excluded] == [f'"{provision}"']


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("NOT (visa OR permit)", frozenset({"visa", "permit"})),
        ("-(visa permit)", ("visa", "permit")),
        ("-(visa)", "visa"),
    ],
)
def test_where_all_is_left_out_nothing_is_looked_for(text, left_out):
    assert parse(text).is_empty
    assert excluded(text) == [left_out]
    assert parse("-((-visa))").is_empty


@pytest.mark.parametrize(
    ("text", "misread", "words"),
    [
        ("visa OR", (Misread.SIDE, "OR"), ["visa"]),
        ("OR visa", (Misread.SIDE, "OR"), ["visa"]),
        ("visa OR OR permit", (Misread.SIDE, "OR"), ["visa", "permit"]),
        ("visa NOT", (Misread.SIDE, "NOT"), ["visa"]),
        ("visa AND", (Misread.SIDE, "AND"), ["visa"]),
        ("&& visa", (Misread.SIDE, "&&"), ["visa"]),
        ("AND", (Misread.SIDE, "AND"), []),
        ("OR", (Misread.SIDE, "OR"), []),
        ("AND OR", (Misread.SIDE, "AND"), []),
        ("NOT", (Misread.SIDE, "NOT"), []),
        ("НЕ", (Misread.SIDE, "НЕ"), []),
        ("(visa OR permit", (Misread.BRACKET, "("), ["visa", "permit"]),
        ("visa) OR permit", (Misread.BRACKET, ")"), ["visa", "permit"]),
        ("fee (visa OR NOT permit)", (Misread.ONLY_OUT, "permit"), ["fee", "visa"]),
        ("visa (-permit) OR fee", (Misread.ONLY_OUT, "permit"), ["visa", "fee"]),
        ("visa NEAR/5 permit", (Misread.SIGN, "NEAR/5"), ["visa", "permit"]),
        ("visa w/5 permit", (Misread.SIGN, "w/5"), ["visa", "permit"]),
        ("visa XOR permit", (Misread.SIGN, "XOR"), ["visa", "permit"]),
        ("visa~2 permit^3", (Misread.SIGN, "~2"), ["visa", "permit"]),
        ("visa [a TO z]", (Misread.SIGN, "[a TO z]"), ["visa"]),
        ("visa ~", (Misread.SIGN, "~"), ["visa"]),
        ('visa "a fee"~3', (Misread.SIGN, "~3"), ["visa"]),
        ("dog AND (cat", (Misread.BRACKET, "("), ["dog", "and", "cat"]),
        ("visa) permit", (Misread.BRACKET, ")"), ["visa", "permit"]),
        ('visa "permit fee', (Misread.BRACKET, '"'), ["visa", "permit", "fee"]),
        ("visa «permit fee", (Misread.BRACKET, "«"), ["visa", "permit", "fee"]),
        ("foo:bar dog", (Misread.FILTER, "foo:"), ["foo", "bar", "dog"]),
        ('foo:"bar baz" dog', (Misread.FILTER, 'foo:"bar baz"'), ["dog"]),
        ("cites:“618-IQ 125” dog", (Misread.FILTER, "cites:“618-IQ 125”"), ["dog"]),
        ('müəllif:"bar baz" dog OR cat', (Misread.FILTER, 'müəllif:"bar baz"'), ["dog", "cat"]),
        ('-foo:"bar" dog', (Misread.FILTER, '-foo:"bar"'), ["dog"]),
        ('cited-by:"618-IQ 125"', (Misread.FILTER, 'cited-by:"618-IQ 125"'), []),
        ('title:"bar baz" dog', (Misread.FILTER, "title:"), ["dog"]),
        ("cited-by:857-IIIQ", (Misread.FILTER, "cited-by:"), ["857", "iiiq"]),
        ("cited_by:dog", (Misread.FILTER, "cited_by:"), ["dog"]),
        ("lok?ut", (Misread.STAR, "?"), ["lok", "ut"]),
        ("visa?fee", (Misread.STAR, "?"), ["visa", "fee"]),
        ("viza bitib?nə etməli", (Misread.STAR, "?"), ["viza", "bitib", "ne", "etmeli"]),
        ('Foo:"bar baz" dog', (Misread.FILTER, 'Foo:"bar baz"'), ["dog"]),
        (' Müəllif:"Əli" viza', (Misread.FILTER, 'Müəllif:"Əli"'), ["viza"]),
        ('Cited-by:"618-IQ 125" dog', (Misread.FILTER, 'Cited-by:"618-IQ 125"'), ["dog"]),
        ('Автор:"Али" виза', (Misread.FILTER, 'Автор:"Али"'), ["виза"]),
        ('q:"permit" dog', (Misread.FILTER, 'q:"permit"'), ["dog"]),
        ('Q:"x" parks', (Misread.FILTER, 'Q:"x"'), ["parks"]),
        ("dog NOT NOT cat", (Misread.SIDE, "NOT"), ["dog"]),
        ("perm*", (Misread.STAR, "*"), ["perm"]),
        ("title:visa", (Misread.FILTER, "title:"), ["visa"]),
        ("visa year:last", (Misread.FILTER, "year:last"), ["visa"]),
        ("visa on:2020-13-01", (Misread.FILTER, "on:2020-13-01"), ["visa"]),
        ("visa kind:zz", (Misread.FILTER, "kind:zz"), ["visa"]),
        ("since:2024-01-01 child", (Misread.FILTER, "since:2024-01-01"), ["child"]),
        ("until:last child", (Misread.FILTER, "until:last"), ["child"]),
        ("daterange:2024 child", (Misread.FILTER, "daterange:2024"), ["child"]),
        ("kind=zz divorce", (Misread.FILTER, "kind=zz"), ["divorce"]),
        ("НЕ ДОПУСКАЕТСЯ", (Misread.CAPITALS, "НЕ"), ["не", "допускается"]),
        ("ВИД ИЛИ ВИЗА", (Misread.CAPITALS, "ИЛИ"), ["вид", "или", "виза"]),
        ("İCAZƏ VƏ YA VİZA", (Misread.CAPITALS, "VƏ YA"), ["icaze", "ve", "ya", "viza"]),
        ("İCAZƏ YAXUD VİZA", (Misread.CAPITALS, "YAXUD"), ["icaze", "yaxud", "viza"]),
        ("fee OR -(visa OR permit)", (Misread.ONLY_OUT, "visa OR permit"), ["fee"]),
    ],
)
def test_what_is_not_understood_is_named_and_no_word(text, misread, words):
    plan = parse(text)
    assert misread in plan.misread
    assert [word.exact for word in plan.words] == words


def test_a_formula_has_an_end():
    plan = parse(" OR ".join(f"word{number}" for number in range(40)))
    assert len(plan.words) == 16
    assert plan.was_cut


@pytest.mark.parametrize(
    "text",
    [
        "point a) of a law",
        "12(3) (a fee)",
        "Əmək Məcəlləsi:maddə 12",
        "1) fee 2) visa",
        "nə etməli?kömək",
        'fee: "visa"',
        'Miqrasiya Məcəlləsi:"viza"',
        'пункт:"читатель"',
        'Закон:"О библиотеках"',
        'qanun:"Dövlət qulluğu haqqında"',
        'section:"a permit"',
    ],
)
def test_brackets_of_law_are_no_mistake(text):
    assert parse(text).misread == ()
