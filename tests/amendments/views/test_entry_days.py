"""On the pages: days of entry into force of one act and of several, recorded, corrected and named."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import override

from amendments.actions.importing.import_act import ImportAct
from amendments.actions.importing.particulars import Particulars
from amendments.audit.actor import Actor
from amendments.models import Amendment, Commencement, StateChange
from amendments.queries.law.act_facts import act_facts
from amendments.queries.law.in_force_now import is_coming
from amendments.queries.way.steps import Way
from amendments.states import State, day_field
from tests.factories import law, several

TODAY = localdate()
SOON, LATER = TODAY + timedelta(days=20), TODAY + timedelta(days=385)


def step_url(amendment):
    return reverse("amendments:change_state", args=[amendment.pk, State.IN_FORCE])


def correct_url(amendment):
    return reverse("amendments:correct_entry_days", args=[amendment.pk])


def publish(amendment):
    Amendment.objects.filter(pk=amendment.pk).update(state=State.PUBLISHED)
    amendment.refresh_from_db()


def page_of(answer):
    return " ".join(answer.content.decode().split())


@pytest.fixture
def adopted(stage):
    text = law.adopt(stage.draft, stage.world.drafter)
    publish(stage.world.amendment)
    return text


@pytest.fixture
def three(stage):
    """An amendment of three acts, published, without days."""
    world = stage.world
    amendment = several.make_amendment(world.section, world.base, world.drafter)
    law.adopt(law.seal(amendment, world.drafter), world.drafter, "3-L")
    publish(amendment)
    return amendment


def fields(amendment, *days):
    texts = Way(amendment).adopted
    return {day_field(text.instrument_id): day for text, day in zip(texts, days, strict=True)}


def test_a_tab_opened_before_the_day_was_recorded_does_not_say_that_it_recorded_another(stage, adopted):
    client, url = stage.client("drafter"), step_url(stage.world.amendment)
    client.post(url, {"in_force": SOON})
    same = page_of(client.post(url, {"in_force": SOON}, follow=True))
    assert "The day of entry into force is recorded." in same
    for typed in ({"in_force": LATER}, {"in_force": TODAY}, {}):
        answer = client.post(url, typed)
        assert answer.status_code == 422
        assert f"recorded already. Law 1-L: {date_format(SOON)}." in page_of(answer)
    assert adopted.commencements.last().date == SOON


def test_such_a_tab_with_a_day_for_each_act_is_told_the_recorded_days(stage, three):
    client, url = stage.client("drafter"), step_url(three)
    given = fields(three, SOON, LATER, LATER)
    for _click in range(2):
        said = page_of(client.post(url, given, follow=True))
        assert "The days of entry into force are recorded." in said
    answer = client.post(url, fields(three, LATER, LATER, LATER))
    assert answer.status_code == 422
    first, second, third = (text.instrument for text in Way(three).adopted)
    said = f"{first}: {date_format(SOON)}; {second}: {date_format(LATER)}; {third}: {date_format(LATER)}."
    assert page_of(answer).count(said) == 2  # beside what stands in the way
    assert Commencement.objects.filter(version__text_of__draft__amendment=three).count() == 6


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Correct the day of entry into force"),
        ("az", "Qüvvəyəminmə gününü düzəltmək"),
        ("ru", "Исправить день вступления в силу"),
    ],
)
def test_a_drafter_corrects_a_day_from_the_page_of_the_amendment(stage, adopted, language, words):
    amendment, client = stage.world.amendment, stage.client("drafter")
    client.post(step_url(amendment), {"in_force": LATER})
    with override(language):
        assert words in page_of(client.get(amendment.url))
        form = page_of(client.get(correct_url(amendment)))
    assert f'value="{LATER.isoformat()}"' in form
    seen = Way(amendment).last_recorded
    given = {"seen": seen, **fields(amendment, SOON)}
    assert client.post(correct_url(amendment), given).status_code == 422
    answer = client.post(correct_url(amendment), {**given, "reason": "The year was mistyped."})
    assert answer.status_code == 302
    assert adopted.commencements.last().date == SOON


def test_an_old_page_of_a_correction_shows_the_day_that_somebody_else_gave(stage, adopted):
    amendment, client = stage.world.amendment, stage.client("drafter")
    client.post(step_url(amendment), {"in_force": LATER})
    given = {"seen": Way(amendment).last_recorded, "reason": "The year was mistyped."}
    answer = client.post(correct_url(amendment), {**given, **fields(amendment, SOON)}, follow=True)
    assert "The day of entry into force is corrected." in page_of(answer)
    other = TODAY + timedelta(days=21)
    answer = client.post(correct_url(amendment), {**given, **fields(amendment, other)}, follow=True)
    assert "Nothing was changed" in page_of(answer)
    assert f'value="{SOON.isoformat()}"' in page_of(answer)
    far = {**given, **fields(amendment, "2999-01-01"), "seen": Way(amendment).last_recorded}
    assert "more than 20 years away" in page_of(client.post(correct_url(amendment), far))


def test_a_day_that_came_while_the_page_was_open_is_not_said_to_be_corrected(stage, adopted):
    amendment, client = stage.world.amendment, stage.client("drafter")
    client.post(step_url(amendment), {"in_force": SOON})
    given = {"seen": Way(amendment).last_recorded, "reason": "The year was mistyped."}
    Commencement.objects.create(version=adopted, date=TODAY, recorded_at=timezone.now())
    answer = client.post(correct_url(amendment), {**given, **fields(amendment, LATER)})
    assert "is corrected" not in page_of(answer)
    assert "There is no day to correct" in page_of(client.get(correct_url(amendment)))


WORDS = {
    "en": ("not in force yet: the day is not known", "enters into force on", "Not in force yet."),
    "az": ("hələ qüvvədə deyil, günü məlum deyil", "qüvvəyə minmə tarixi:", "Hələ qüvvədə deyil."),
    "ru": ("ещё не действует: день не известен", "вступает в силу", "Ещё не действует."),
}


@pytest.mark.parametrize("language", list(WORDS))
def test_the_page_of_an_amendment_names_each_act_with_its_day(stage, three, language):
    stage.release("public")
    law.release(three.drafts.get(), "public", stage.world.drafter, stage.world.secretary)
    client = stage.client("public")
    unknown, ahead, _not_yet = WORDS[language]
    with override(language):
        assert page_of(client.get(three.url)).count(unknown) == 3
        for text, day in zip(Way(three).adopted, (TODAY, SOON, LATER), strict=True):
            Commencement.objects.create(version=text, date=day, recorded_at=timezone.now())
        page = page_of(client.get(three.url))
        assert f"{ahead} {date_format(SOON)}" in page
        assert f"{ahead} {date_format(LATER)}" in page
        assert page.count(date_format(TODAY)) >= 1
    assert unknown not in page


def test_before_the_publication_a_day_is_for_who_may_read_the_text(stage, adopted):
    amendment = stage.world.amendment
    Commencement.objects.create(version=adopted, date=LATER, recorded_at=timezone.now())
    stage.release("public")
    Amendment.objects.filter(pk=amendment.pk).update(state=State.SIGNED)
    said = f"enters into force on {date_format(LATER)}"
    assert said not in page_of(stage.client("public").get(amendment.url))
    assert said in page_of(stage.client("drafter").get(amendment.url))


def test_the_way_of_an_amendment_does_not_repeat_a_day_that_was_corrected(stage, adopted):
    amendment = stage.world.amendment
    given = {"state": State.PUBLISHED, "at": timezone.now(), "by": stage.world.secretary}
    StateChange.objects.create(amendment=amendment, in_force=LATER, source="Gazette 9", **given)
    Commencement.objects.create(version=adopted, date=SOON, recorded_at=timezone.now())
    page = page_of(stage.client("drafter").get(amendment.url))
    assert "(Gazette 9)" in page
    assert date_format(LATER) not in page


@pytest.mark.parametrize("language", list(WORDS))
@pytest.mark.parametrize("day", [None, LATER])
def test_the_page_of_the_act_and_a_comparison_say_that_a_text_is_not_in_force_yet(
    stage, adopted, language, day
):
    Commencement.objects.create(version=adopted, date=day, recorded_at=timezone.now())
    unknown, ahead, not_yet = WORDS[language]
    act, client = adopted.instrument, stage.client("drafter")
    with override(language):
        texts = page_of(client.get(act.url)).partition('id="texts"')[2]
        assert (unknown if day is None else f"{ahead} {date_format(day)}") in texts
        for numbers in ("1/2", "2/1"):
            page = page_of(client.get(f"{act.url}compare/{numbers}/"))
            assert page.count(not_yet) == 1
            assert day is None or date_format(day) in page


def test_a_comparison_of_texts_in_force_says_nothing_of_it(stage, adopted):
    Commencement.objects.create(version=adopted, date=TODAY, recorded_at=timezone.now())
    page = page_of(stage.client("drafter").get(f"{adopted.instrument.url}compare/1/2/"))
    assert "Not in force yet." not in page


def test_the_day_of_adoption_is_not_said_to_be_that_of_the_entry_into_force(stage):
    given = Particulars("On Rafts", "8-L", "en", date=date(2020, 1, 1))
    actor = Actor.now(stage.world.drafter)
    text = ImportAct(stage.world.section, law.parse(), given, actor=actor).execute()
    assert (text.commencements.get().date, is_coming(text)) == (None, False)
    for url in (text.url, text.instrument.url):
        page = page_of(stage.client("drafter").get(url))
        assert "in force from" not in page
        assert "not in force yet" not in page.lower()
    assert act_facts(stage.world.drafter, text).day == date(2020, 1, 1)


def test_a_printed_text_says_from_when_it_is_in_force(stage, adopted):
    Commencement.objects.create(version=adopted, date=TODAY, recorded_at=timezone.now())
    page = page_of(stage.client("drafter").get(adopted.url))
    printed = page.partition('class="title-block only-print"')[2].partition("</div>")[0]
    assert f"in force from {date_format(TODAY)}" in printed
