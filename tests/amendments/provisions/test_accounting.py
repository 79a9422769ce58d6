"""Nothing is lost silently: every line that begins like a provision is one or is counted by a finding."""

import json

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from amendments.provisions.recognising.lines import split_lines
from amendments.provisions.schemes import DEFAULTS, find
from azerbaijan.schemes import SCHEMES
from tests.amendments.provisions.accounting import COUNTING, LOOKING, lost
from tests.examples import examples

ALL = [*SCHEMES, *DEFAULTS]
LINES = [
    "Maddə 1. Ad", "Maddə 2. Ad", "Maddə 12", "Article 1. Name", "Article 2. Name", "Section 3. Name", "Статья 1. Имя",
    "Fəsil I", "1-ci fəsil", "BİRİNCİ BÖLMƏ", "Chapter 1", "Глава 1. Имя", "1. Mətn.", "2. Mətn.", "3. Mətn.", "1.1. Mətn.",
    "1.2. Mətn.", "2.1. Mətn.", "1.1.1. Mətn;", "12.1.2-1. Mətn.", "1) söz;", "2) söz.", "(1) Words.", "(a) words;", "a) söz;",
    "IV. Mətn.", "Mündəricat", "Contents", "Əlavə 2", "Annex", "Schedule 1", "“1. Mətn.", "Mətn.”", "Ad aşağıdakı kimi verilsin:",
    "Ad\tQiymət", "1. Lampa\t5", "1.1. Lampa\t5", "Dəyişikliklərin siyahısı", "List of amendments", "[1] Qeyd.", "Prezidenti", "№ 12",
    "HAS ADOPTED THIS LAW:", "Sadə mətn burada durur.", "Ad", "", "Qeyd: 1. Mətn.", "5 Fees", "6 Ends", "© 2023", "10.5 manat",
    "I I f ə s i l", "M a d d ə  1 2 . Ad", "C H A P T E R  I I", "Maddə\u20033.\u2002Ad", "1.3.\u2002Mətn.", "(b)\u3000words;", "7\u2002Name",
    "I bölmə Ad Birinci fəsil Ad", "PART I A CHAPTER 1 B", "F13[(2) Words.]", "4[3. Words.]", "NRS 1.010  Courts.", "İ.Əliyevin imzası", "“2.1. Mətn.", "Geçici Madde 1- (Ek)", "SCHEDULES", "Schedule 1 (items 43, 44)", "Schedule 10 (item 1)", "1 Short title 5", "2 Ends 6",
]  # fmt: skip
# Lines that an act of some country begins a provision with, whatever the scheme knows.
ANYWHERE = [
    "[Maddə 9. Yekun]", "Maddə (9). Yekun", "GEÇİCİ MADDE 9- (1) Söz", "Rule 9. Powers", "Статья З. Итог", "[Глава 9. Итог]", "§ 9. Söz",
    "NRS 1.010  Courts.", "F13[(9) Powers]", "4[9A. Powers.—Words.]", "9", "9A", "ya) sözlər;", "xx) words;", "- d. Words", "**E.**",
    "“9. Söz.", "«9. Слово.", "THE FIRST SCHEDULE", "Приложение 9 к Закону", "Qanuna 9 nömrəli əlavə", "## Yekun", "Artículo 9. Objeto",
]  # fmt: skip
_SENTENCE = "Bu cümlə burada bitir."
texts = st.lists(st.sampled_from(LINES), max_size=60).map("\n".join)


def unaccounted(scheme, text):
    """Lines that a label of the scheme begins, and that neither open a provision nor are counted."""
    parsed = scheme.parse(text)
    recogniser = scheme._recogniser
    lines, __ = split_lines(text)
    forms = [
        label
        for line in lines
        if (label := recogniser.read(line.content)) and label.value and label.is_marked
    ]
    counted = sum(finding.count for finding in parsed.warnings if finding.code in COUNTING)
    provisions = sum(1 for element in parsed.tree if element.number)
    initials = sum(1 for label in forms if label.form == "item" and not label.number[0].isdecimal())
    notes = sum(1 for label in forms if label.form == "note")
    return len(forms) - provisions - counted - initials - notes


@given(texts, st.sampled_from(ALL))
@settings(max_examples=examples(300), deadline=None, suppress_health_check=list(HealthCheck))
def test_every_number_of_the_scheme_is_a_provision_or_counted(text, scheme):
    assert unaccounted(scheme, text) <= 0


def law_with(inserted):
    """A law of three articles, with lines between its sentences; and how many lines begin something."""
    lines = ["QANUN", "Maddə 1. Ad", "1.1. Mətn bir.", "Maddə 2. Ad", "2.1. Mətn iki."]
    for line in inserted:
        lines += [_SENTENCE, line, _SENTENCE]
    return "\n".join([*lines, "Maddə 3. Ad", "3.1. Mətn üç."]) + "\n", 6 + len(inserted)


@given(st.lists(st.sampled_from(ANYWHERE), max_size=8), st.sampled_from(ALL))
@settings(max_examples=examples(200), deadline=None, suppress_health_check=list(HealthCheck))
def test_what_any_act_would_number_is_a_provision_or_counted(inserted, scheme):
    text, numbered = law_with(inserted)
    parsed = scheme.parse(text)
    counted = sum(finding.count for finding in parsed.warnings if finding.code in {*COUNTING, *LOOKING})
    assert numbered <= sum(1 for element in parsed.tree if element.number) + counted


def acts_of(real_data):
    for path in sorted((real_data / "az").glob("*.txt")):
        yield path.stem, "az", path.read_text(encoding="utf-8")
    for path in sorted((real_data / "redline").glob("*.jsonl")):
        for record in filter(None, path.read_text(encoding="utf-8").split("\n")):
            pair = json.loads(record)
            yield pair["id"], pair["lang"][:2], pair["before"]


@pytest.mark.real_data
def test_no_line_of_a_real_act_is_lost_silently(real_data):
    seen, alarms = 0, {}
    for name, language, text in acts_of(real_data):
        scheme = find(ALL, "az" if language == "az" else "", language if language in {"az", "ru"} else "en")
        parsed = scheme.parse(text)
        assert lost(parsed, text) == 0, name
        if language == "az":
            alarms[name] = {finding.code for finding in parsed.stopping}
        seen += 1
    assert seen > 140
    alarmed = {name: codes for name, codes in alarms.items() if codes}
    # What stops here is lost or misprinted in the copy: the heading of a chapter or an article ("Maddə 2" above 2.1), the
    # first point of a list (144.1.1), a number with a blank in it ("322.0. 10.").
    assert set().union(*alarmed.values()) <= {"duplicate_number", "gap", "missing_parent"}
    assert len(alarmed) <= 3 * len(alarms) // 5
