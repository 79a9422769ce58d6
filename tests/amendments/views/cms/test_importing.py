"""Import: preview, correct, save; a broken file is named with its line and nothing is saved."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from amendments.importers import limits
from amendments.models import ActImport, Instrument
from amendments.views.cms import import_preview, importing
from tests.factories import law

URL = "amendments_admin:import"
ROWBOATS = law.ACT.replace("On Ferries", "On Rowing Boats")


def particulars(stage, **given):
    return {"type": "law", "country": "", "language": "en", "section": stage.world.section.pk, **given}


def upload(text, name="act.txt"):
    return SimpleUploadedFile(name, text if isinstance(text, bytes) else text.encode())


def test_an_act_is_read_looked_at_and_saved(drafter, stage):
    page = drafter.get(reverse(URL)).content.decode()
    assert "Preview" in page
    assert "Save and seal" not in page
    shown = drafter.post(reverse(URL), particulars(stage, file=upload(ROWBOATS), preview="1"))
    form = shown.context["form"]
    assert form["title"].value() == "LAW OF THE REPUBLIC OF CASPIA On Rowing Boats"
    assert form["text"].value() == ROWBOATS
    assert "8 articles, parts and points" in shown.content.decode()
    assert Instrument.objects.count() == 1
    data = particulars(stage, title="Law on Rowing Boats", number="5-L", text=form["text"].value(), save="1")
    answer = drafter.post(reverse(URL), data)
    act = Instrument.objects.get(number="5-L")
    assert answer["Location"] == act.url
    assert act.versions.get().entries.count() == 10
    assert drafter.get(act.url).status_code == 200


def test_of_a_long_text_the_first_provisions_are_listed_and_the_text_is_folded(drafter, stage, monkeypatch):
    monkeypatch.setattr(import_preview, "PER_PAGE", 3)
    shown = drafter.post(reverse(URL), particulars(stage, text=ROWBOATS, preview="1")).content.decode()
    assert "Listed here: 1–3 of 10." in shown
    assert "<details" not in shown.partition("madda-split")[2].partition("madda-bar")[0]
    monkeypatch.setattr(import_preview, "LONG", 5)
    page = drafter.post(reverse(URL), particulars(stage, text=ROWBOATS, preview="1"))
    assert page.context["form"]["text"].value() == ROWBOATS
    folded = (
        page.content.decode().partition("madda-split")[2].partition("<details")[2].partition("</details>")[0]
    )
    assert "Correct the text: " in folded
    assert 'name="text"' in folded


def test_warnings_name_the_line_and_the_text_can_be_corrected(drafter, stage):
    wrong = ROWBOATS.replace("2.2. Children", "2.4. Children")
    shown = drafter.post(reverse(URL), particulars(stage, text=wrong, preview="1"))
    findings = shown.context["draft"].parsed.warnings
    assert findings
    assert f"Line {findings[0].line}" in shown.content.decode()
    assert "<code>" not in shown.content.decode()
    again = drafter.post(reverse(URL), particulars(stage, text=ROWBOATS, preview="1"))
    assert not again.context["draft"].parsed.warnings


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        (upload(b"Article 1. Scope\nBad \xff byte\n"), "0xFF in line 2"),
        (upload(b"PK\x03\x04 no archive", "act.docx"), "damaged"),
        (upload(b"x", "act.pdf"), "cannot be imported"),
    ],
)
def test_a_broken_file_is_refused_and_nothing_is_saved(drafter, stage, file, reason):
    file.seek(0)
    data = particulars(stage, title="Law", number="5-L", source="Gazette 7", file=file, save="1")
    page = drafter.post(reverse(URL), data).content.decode()
    assert reason in page
    assert "Gazette 7" in page
    assert Instrument.objects.count() == 1


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"preview": "1"}, "Choose a file."),
        ({"text": ROWBOATS, "save": "1"}, "This field is required."),
        ({"text": ROWBOATS, "title": "Law", "number": "1-L", "save": "1"}, "imported already: Law 1-L"),
        ({"text": " \n", "title": "Law", "number": "5-L", "save": "1"}, "Choose a file."),
        ({"text": ROWBOATS, "preview": "1", "section": "999"}, "Select a valid choice"),
        ({"text": "LAW ON NOTHING", "title": "Law", "number": "5-L", "save": "1"}, "No provision was found"),
        ({"text": "LAW\n1.1. A\u202eB", "preview": "1"}, "Line 2 holds a character"),
        (
            {"text": f"LAW\nArticle 1. A\n1.{'2.' * 39} Deep.", "title": "L", "number": "5-L", "save": "1"},
            "is too long",
        ),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_saved(drafter, stage, given, reason):
    answer = drafter.post(reverse(URL), particulars(stage, **given))
    assert reason in answer.content.decode()
    assert Instrument.objects.count() == 1


@pytest.mark.parametrize(
    "given",
    [
        {"title": "Law", "number": ""},
        {"title": "", "number": "5-L"},
        {"title": "q" * 256, "number": "5-L"},
        {"title": "Law", "number": "5-L", "date": "2020-02-02", "as_of": "2020-01-01"},
    ],
)
def test_a_refused_save_keeps_the_preview(drafter, stage, given):
    shown = drafter.post(reverse(URL), particulars(stage, text=ROWBOATS, save="1", **given))
    page = shown.content.decode()
    assert shown.context["form"].errors
    assert "8 articles, parts and points" in page
    assert "Save and seal" in page
    assert Instrument.objects.count() == 1
    kept = shown.context["form"]["title"].value()
    assert kept == given["title"]
    data = particulars(stage, text=shown.context["form"]["text"].value(), title="Law", number="5-L", save="1")
    assert drafter.post(reverse(URL), data)["Location"] == Instrument.objects.get(number="5-L").url


def test_a_refused_save_with_a_file_keeps_its_text(drafter, stage):
    shown = drafter.post(reverse(URL), particulars(stage, file=upload(ROWBOATS), title="Law", save="1"))
    assert shown.context["form"]["text"].value() == ROWBOATS
    assert "Save and seal" in shown.content.decode()


def test_a_refused_save_of_what_cannot_be_read_has_no_preview(drafter, stage):
    shown = drafter.post(reverse(URL), particulars(stage, text="LAW\n1.1. A\u202eB", save="1"))
    assert shown.context["draft"] is None
    assert "Line 2 holds a character" in shown.content.decode()


def test_a_drafter_imports_into_the_own_body_only(stage):
    data = particulars(stage, title="Law", number="5-L", text=ROWBOATS, save="1")
    answer = stage.client("other drafter").post(reverse(URL), data)
    assert "Select a valid choice" in answer.content.decode()
    assert Instrument.objects.count() == 1


def test_a_language_without_a_scheme_is_refused_at_its_field(drafter, stage):
    page = drafter.post(reverse(URL), particulars(stage, text=law.ACT, language="az", preview="1"))
    assert "cannot be read in this language" in str(page.context["form"].errors["country"])


def test_a_file_that_is_too_large_is_not_read(drafter, stage, monkeypatch):
    monkeypatch.setattr(limits, "MOST_BYTES", 10)
    page = drafter.post(reverse(URL), particulars(stage, file=upload(ROWBOATS), preview="1"))
    assert "more than 0 MB" in page.content.decode()


def test_a_long_act_is_listed_in_pages_and_read_once(drafter, stage, monkeypatch):
    monkeypatch.setattr(import_preview, "PER_PAGE", 4)
    read = []
    scheme = importing.scheme_for("", "en")
    monkeypatch.setattr(
        importing,
        "scheme_for",
        lambda *_: SimpleNamespace(
            parse=lambda text: read.append(1) or scheme.parse(text), label=scheme.label
        ),
    )
    text = ROWBOATS.replace("10 coins", "11 coins")
    shown = drafter.post(reverse(URL), particulars(stage, file=upload(text), preview="1")).content.decode()
    assert shown.count("<li data-kind=") == 4
    assert "Page 1 of 3" in shown
    assert 'name="page" value="2"' in shown
    for page, listed, words in (("2", 4, "Page 2 of 3"), ("3", 2, "Page 3 of 3"), ("x", 4, "Page 1 of 3")):
        shown = drafter.post(reverse(URL), particulars(stage, text=text, page=page)).content.decode()
        assert (shown.count("<li data-kind="), words in shown) == (listed, True)
    drafter.post(reverse(URL), particulars(stage, title="Law", number="5-L", text=text, save="1"))
    assert Instrument.objects.get(number="5-L").versions.get().entries.count() == 10
    assert len(read) == 1


def test_a_long_act_is_left_to_the_worker(drafter, stage, monkeypatch, django_capture_on_commit_callbacks):
    monkeypatch.setattr(importing, "MOST_AT_ONCE", 5)
    data = particulars(stage, title="Law", number="5-L", text=ROWBOATS, save="1")
    with django_capture_on_commit_callbacks(execute=True):
        answer = drafter.post(reverse(URL), data)
        assert drafter.post(reverse(URL), data)["Location"] == answer["Location"]
    asked = ActImport.objects.get()
    assert answer["Location"] == reverse("amendments_admin:import_state", args=[asked.pk])
    assert asked.version.instrument == Instrument.objects.get(number="5-L")
    shown = drafter.post(reverse(URL), data | {"number": "1-L"})
    assert "imported already: Law 1-L" in shown.content.decode()


def test_an_act_is_left_to_the_worker_while_it_saves_another(drafter, stage):
    data = particulars(stage, title="Law", number="5-L", text=ROWBOATS, save="1")
    now = timezone.now()
    standing = {"section": stage.world.section, "asked_by": stage.world.drafter, "asked_at": now, "given": {}}
    other = ActImport.objects.create(**standing, state=ActImport.State.SAVING, moved_at=now)
    answer = drafter.post(reverse(URL), data)
    asked = ActImport.objects.exclude(pk=other.pk).get()
    assert answer["Location"] == reverse("amendments_admin:import_state", args=[asked.pk])
    ActImport.objects.filter(pk=other.pk).update(moved_at=now - timedelta(minutes=3))  # it was cut off
    drafter.post(reverse(URL), data)
    assert Instrument.objects.filter(number="5-L").exists()


@pytest.mark.parametrize("button", ["preview", "save"])
def test_a_text_that_no_form_could_send_back_is_refused(drafter, stage, monkeypatch, button):
    monkeypatch.setattr(limits, "MOST_SENT_BACK", 100)
    monkeypatch.setattr(importing, "MOST_AT_ONCE", 5)
    data = particulars(stage, title="Law", number="5-L", file=upload(ROWBOATS))
    page = drafter.post(reverse(URL), {**data, button: "1"})
    assert "The text is too long to import" in page.content.decode()
    assert not ActImport.objects.exists()


def test_what_is_no_key_of_an_import_is_not_found(drafter):
    assert drafter.get(reverse(URL), {"again": "none"}).status_code == 404


def test_a_registrar_says_of_which_day_the_text_is_by_which_law_and_how_it_is_cited(drafter, stage):
    data = particulars(
        stage, text=ROWBOATS, title="Law on Rowing Boats", number="5-L", date="2010-05-01", as_of="2023-02-01",
        by_law="88-L", gazettes="Gazette, 2020, No. 11", save="1",
    )  # fmt: skip
    drafter.post(reverse(URL), data)
    version = Instrument.objects.get(number="5-L").versions.get()
    assert version.law_number == "88-L"
    assert version.instrument.gazette_references == "Gazette, 2020, No. 11"
    assert str(version.commencements.get().date) == "2023-02-01"


def test_a_text_is_not_older_than_its_act(drafter, stage):
    data = particulars(
        stage, text=ROWBOATS, title="Law", number="5-L", date="2010-05-01", as_of="2009-01-01", save="1"
    )
    page = drafter.post(reverse(URL), data).content.decode()
    assert "This day is before the day of adoption." in page
    assert Instrument.objects.count() == 1


def test_the_tree_is_named_as_the_file_prints_it(drafter, stage):
    text = "PART IV\nBOATS\n\n1. Scope\n(1) This Act is for boats.\n(a) small ones;\n(b) old ones.\n"
    lines = drafter.post(reverse(URL), particulars(stage, text=text, preview="1")).context["draft"].lines
    assert [(line.label, line.is_printed, line.level) for line in lines if line.element.number] == [
        ("PART IV", True, 0),
        ("1.", True, 1),
        ("(1)", True, 2),
        ("(a)", True, 3),
        ("(b)", True, 3),
    ]


TWICE = ROWBOATS.replace("2.2. Children", "2.1. Children")


def test_what_may_be_lost_stops_the_import_until_it_is_confirmed(drafter, stage):
    given = particulars(stage, text=TWICE, title="Law on Rowing Boats", number="5-L", save="1")
    refused = drafter.post(reverse(URL), given)
    assert Instrument.objects.count() == 1
    assert "Law may be lost." in refused.content.decode()
    [asked] = refused.context["draft"].confirmations
    assert asked.is_missing
    assert f'name="{asked.name}"' in refused.content.decode()
    drafter.post(reverse(URL), {**given, asked.name: " "})
    assert Instrument.objects.count() == 1
    drafter.post(reverse(URL), {**given, asked.name: "The gazette prints 2.1 twice."})
    [kept] = Instrument.objects.get(number="5-L").versions.get().confirmed_findings.all()
    assert (kept.code, kept.reason) == (asked.finding.code, "The gazette prints 2.1 twice.")


def test_a_preview_asks_for_no_reason_yet(drafter, stage):
    shown = drafter.post(reverse(URL), particulars(stage, text=TWICE, preview="1"))
    [asked] = shown.context["draft"].confirmations
    assert not asked.is_missing


def test_each_of_many_places_has_its_link(drafter, stage):
    text = TWICE + "".join(f"2.{number}. Again.\n" * 2 for number in range(2, 11))
    shown = drafter.post(reverse(URL), particulars(stage, text=text, preview="1"))
    [asked] = shown.context["draft"].confirmations
    assert len(asked.finding.lines) == 10
    for line in asked.finding.lines:
        assert f'data-line="{line}">{line}</a>' in shown.content.decode()


def test_the_reasons_go_with_an_act_that_the_worker_saves(drafter, stage, monkeypatch):
    monkeypatch.setattr(importing, "MOST_AT_ONCE", 1)
    given = particulars(stage, text=TWICE, title="Law on Rowing Boats", number="5-L", save="1")
    drafter.post(reverse(URL), given)
    assert not ActImport.objects.exists()
    drafter.post(reverse(URL), {**given, "confirm_duplicate_number": "The gazette prints 2.1 twice."})
    assert ActImport.objects.get().confirmed == {"duplicate_number": "The gazette prints 2.1 twice."}
