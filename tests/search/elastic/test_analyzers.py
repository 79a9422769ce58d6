"""The analyzers of a server take words apart as `search.query` does."""

import json
from pathlib import Path

import polib
import pytest

from search.query.analysis import tokens
from search.query.stems import stems

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def analyzed(live):
    """The terms that an analyzer of the server makes, by position."""

    def analyze(analyzer, text):
        found = live.client.indices.analyze(index=live.names.alias("public"), analyzer=analyzer, text=text)
        terms = {}
        for token in found["tokens"]:
            terms.setdefault(token["position"], set()).add(token["token"])
        return list(terms.values())

    return analyze


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Əcnəbilərin İŞIQLI yaşayışı", ["ecnebilerin", "isiqli", "yasayisi"]),
        ("Ёлка ёлки Йод", ["елка", "елки", "йод"]),
        ("The state’s o'clock", ["the", "state", "oclock"]),
        ("Article 12.3 of 27-L", ["article", "12.3", "of", "27", "l"]),
        ("148-1, 1-1-1 and 2020-2021", ["148_1", "1_1_1", "and", "2020_2021"]),
        ("1-2-3-4 and 12-1-1-1-1", ["1_2_3_4", "and", "12_1_1_1_1"]),
        ("per\u00admit café NAÏVE", ["permit", "cafe", "naive"]),
        ("საქართველოს კანონი", ["საქართველოს", "კანონი"]),
    ],
)
def test_words_are_folded_alike(analyzed, text, words):
    assert analyzed("madda_exact", text) == [{word} for word in words]


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("az", ["vətəndaşlığın", "VƏTƏNDAŞLIQ", "vetendasligi"]),
        ("az", ["qanun", "qanunun", "qanunda", "QANUNLAR"]),
        ("en", ["detains", "detained", "DETAINING"]),
        ("ru", ["гражданин", "граждане", "гражданами", "граждан"]),
        ("ru", ["порядок", "порядка", "порядком"]),
        ("ru", ["беженец", "беженца", "беженцам"]),
        ("ru", ["ребёнок", "ребенка"]),
    ],
)
def test_the_forms_of_a_word_share_a_term(analyzed, language, forms):
    made = [analyzed(f"madda_{language}", form)[0] for form in forms]
    assert set.intersection(*made)


@pytest.mark.parametrize(("language", "text"), [("az", "və ilə"), ("en", "the of"), ("ru", "и на")])
def test_stop_words_are_left_out(analyzed, language, text):
    assert analyzed(f"madda_{language}", text) == []


def alike(analyzed, language, text):
    """The share of the words of a text that have the stems which the embedded engine gives them."""
    words = sorted({token.word for token in tokens(text) if stems(token.word, language)})
    made = analyzed(f"madda_{language}", " ".join(words))
    ours = [{stem.removeprefix(f"{language}:") for stem in stems(word, language)} for word in words]
    assert len(made) == len(ours) > 250
    return sum(one == other for one, other in zip(made, ours, strict=True)) / len(ours)


@pytest.mark.real_data
def test_the_words_of_a_real_act_have_the_same_stems(analyzed, real_data):
    nodes = json.loads((real_data / "az" / "migration_code_2023-05.json").read_text(encoding="utf-8"))[
        "nodes"
    ]
    assert alike(analyzed, "az", " ".join(node.get("text") or "" for node in nodes)) == 1


def test_the_words_of_the_demo_act_have_the_same_stems(analyzed):
    assert (
        alike(analyzed, "en", (ROOT / "site/portal/demo/data/base_law.txt").read_text(encoding="utf-8"))
        >= 0.99
    )  # the Snowball of a server is older than ours


def test_the_words_of_our_russian_catalogue_have_the_same_stems(analyzed):
    catalogue = polib.pofile(str(ROOT / "consultations/locale/ru/LC_MESSAGES/django.po"))
    assert alike(analyzed, "ru", " ".join(entry.msgstr for entry in catalogue)) == 1
