"""The only annex of an act, which has no number, is named before its rows and tables."""

import pytest

from amendments.instructions.completing.completed import completed
from amendments.instructions.completing.whole_names import with_whole_names
from amendments.instructions.derivation.names_in_text import cite
from amendments.instructions.designations import Designation
from amendments.instructions.execute import execute
from amendments.instructions.execution.tree_edits import find
from amendments.instructions.operations import Op, Operation
from amendments.instructions.printed_labels import printed_labels
from amendments.instructions.wording import Mood, quoting_with
from amendments.plugins.registry import wording_for
from amendments.provisions.tree import Kind
from azerbaijan.schemes import SCHEMES

ROWS = "№\tAd\tManat\n1\tGəmi\t10\n2\tQayıq\t15\n"
ACT = f"Maddə 1. Əhatə\n1.1. Cədvəl:\n{ROWS}\nƏlavə\nRüsumlar\n{ROWS}"
SAID = {
    "annex row 2": ("əlavənin 2-ci sətrində", "строке 2 приложения", "row 2 of the annex"),
    "annex table 1": ("əlavənin 1-ci cədvəlində", "таблице 1 приложения", "table 1 of the annex"),
    "annex": ("əlavədə", "приложении", "the annex"),
    "annex note": ("əlavənin “Qeyd” hissəsində", "примечании к приложению", "the note to the annex"),
    "annex note point 1": (
        "əlavənin “Qeyd” hissəsinin 1-ci bəndində",
        "пункте 1 примечания к приложению",
        "point 1 of the note to the annex",
    ),
}
ORDERS_ON_ITS_NOTE = [
    Operation(Op.REPLACE_WORDS, "annex note", old="ona", new="iyirmi"),
    Operation(Op.INSERT_AFTER, "annex note", anchor="ona", new="tam"),
    Operation(Op.DELETE_WORDS, "annex note", old="ona"),
    Operation(Op.RESTATE, "annex note", new="Yeni qeyd."),
    Operation(Op.ADD_SENTENCE, "annex note", level="sentence", new="Yeni cümlə."),
    Operation(Op.INSERT_ELEMENT, "annex note", new="Yeni qeyd."),
    Operation(Op.REPEAL, "annex note"),
]


@pytest.mark.parametrize("name", SAID)
@pytest.mark.parametrize("place", range(3))
def test_official_wording_names_the_annex(name, place):
    wording = wording_for("az" if place == 0 else "", ("az", "ru", "en")[place])
    operation = Operation(Op.REPLACE_NUMBER, name, old="15", new="18")
    for mood in Mood:
        said = wording.word(operation, mood)
        assert SAID[name][place] in said
        (read,) = wording.parse(said)
        assert f"{read.target} {read.level.replace(':', ' ')}".rstrip() == name


@pytest.mark.parametrize("operation", ORDERS_ON_ITS_NOTE, ids=[each.op for each in ORDERS_ON_ITS_NOTE])
@pytest.mark.parametrize(
    ("country", "language", "note"),
    [("az", "az", "“Qeyd”"), ("", "ru", "примечание"), ("", "en", "note to the annex")],
)
def test_each_order_on_its_note_names_the_note_and_is_read_back(country, language, note, operation):
    wording = wording_for(country, language)
    said = wording.word(operation, Mood.IMPERATIVE)
    order = said.partition(":")[0].lower()
    assert note.lower()[:-1] in order
    assert "note" not in order or language == "en"
    (read,) = wording.parse(said)
    assert (read.target, read.new) == (operation.target, operation.new)


def test_a_note_is_said_to_be_to_what_it_stands_in():
    wording = wording_for("", "ru")
    for name, said in {
        "4(2)": "части 2 статьи 4",
        "11(a)": "пункту «a» статьи 11",
        "chapter 2": "главе 2",
    }.items():
        order = wording.word(Operation(Op.REPEAL, f"{name} note"), Mood.IMPERATIVE)
        assert order == f"Примечание к {said} признать утратившим силу."
        assert wording.parse(order)[0].target == f"{name} note"


def test_its_note_is_found_by_its_name_and_stands_last_where_it_is_new():
    scheme = SCHEMES[0]
    tree = scheme.parse("Maddə 1. Əhatə\nTətbiq edilir.\n\nƏlavə\nRüsumlar\nRüsum ondur.\n").tree
    operation = completed(tree, Operation(Op.INSERT_ELEMENT, "annex note", new="Rüsum illikdir."), scheme)
    after = execute(tree, [operation], scheme)
    assert scheme.render(after).endswith("Rüsum ondur.\n\nQeyd: Rüsum illikdir.\n")
    note = find(after, "annex note")
    assert note.kind is Kind.NOTE
    assert cite(after, note) == "annex note"


def test_every_row_is_cited_with_what_its_table_stands_in():
    tree = SCHEMES[0].parse(ACT).tree
    cited = [cite(tree, each) for each in tree if each.kind in (Kind.ROW, Kind.TABLE, Kind.ANNEX)]
    assert cited == [
        *("1.1 table 1", "1.1 row 1", "1.1 row 2"),
        *("annex", "annex table 1", "annex row 1", "annex row 2"),
    ]
    assert [Designation(each) for each in cited] == cited
    assert find(tree, "annex row 2").text == "Qayıq\t15"


def test_a_row_that_was_typed_alone_is_named_with_its_annex():
    tree = SCHEMES[0].parse(ACT.replace(f"Cədvəl:\n{ROWS}", "Cədvəl.\n")).tree
    typed = Operation(Op.REPLACE_NUMBER, "row 2", old="15", new="18")
    assert with_whole_names(tree, typed).target == "annex row 2"


POINTS = "Maddə 1. Əhatə\nTətbiq edilir.\n\nƏlavə\nPasport\n1. Ad yazılır.\n2. Say göstərilir.\n"


@pytest.mark.parametrize(
    ("operation", "said", "printed"),
    [
        (
            Operation(Op.RESTATE, "annex", new="1. Soyad yazılır.\n2. Yer göstərilir:\na) kənd."),
            "“Əlavə\nPasport\n1. Soyad yazılır.\n2. Yer göstərilir:\na) kənd.”.",
            "Əlavə\nPasport\n1. Soyad yazılır.\n2. Yer göstərilir:\na) kənd.\n",
        ),
        (
            Operation(Op.INSERT_ELEMENT, "annex(3)", new="Tarix qoyulur."),
            "“3. Tarix qoyulur.”.",
            f"{POINTS[POINTS.index('Əlavə') :]}3. Tarix qoyulur.\n",
        ),
        (
            Operation(Op.REPLACE_WORDS, "annex(2)", old="Say", new="Yer"),
            "“Say” sözü “Yer” sözü ilə əvəz edilsin.",
            "Əlavə\nPasport\n1. Ad yazılır.\n2. Yer göstərilir.\n",
        ),
    ],
)
def test_its_points_stay_below_it(operation, said, printed):
    scheme = SCHEMES[0]
    tree = scheme.parse(POINTS).tree
    operation = completed(tree, operation, scheme)
    after = execute(tree, [operation], scheme)
    assert scheme.render(after).endswith(printed)
    wording = quoting_with(wording_for("az", "az"), printed_labels([operation], after, scheme))
    assert wording.word(operation, Mood.IMPERATIVE).endswith(said)


@pytest.mark.parametrize(
    ("country", "language", "name"), [("az", "az", "Əlavə"), ("", "ru", "Приложение"), ("", "en", "Annex")]
)
def test_it_is_quoted_without_a_number(country, language, name):
    operation = Operation(Op.RESTATE, "annex", heading="X", new="Y.")
    wording = wording_for(country, language)
    said = wording.word(operation, Mood.IMPERATIVE)
    assert f"{name} X\nY." in said
    assert wording.parse(said) == [operation]
