"""The workspace of an amendment on several acts: chosen, added, taken out, drafted one at a time, adopted."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate

from amendments.actions.drafting.change_state import ChangeState
from amendments.actions.publication.seal_consolidated import Adoption, SealConsolidated
from amendments.audit.actor import Actor
from amendments.errors.of_days import EntryDayNeeded
from amendments.models import Amendment, Instrument, StateChange, Version
from amendments.states import State
from tests.factories import law, several


@pytest.fixture
def amendment(stage, once):
    return once(_amendment, stage)


def _amendment(stage):
    return several.make_amendment(stage.world.section, stage.world.base, stage.world.drafter)


def workspace(amendment, act=""):
    return reverse("amendments_admin:workspace", args=[amendment.pk]) + (f"?act={act}" if act else "")


def test_an_amendment_is_opened_on_several_acts(stage, drafter):
    bridges, tunnels = several.make_acts(stage.world.section, stage.world.drafter)
    url = reverse("amendments_admin:open", args=[stage.world.base.pk])
    page = drafter.get(url).content.decode()
    assert "Law 11-L, Consolidated text 1" in page
    drafter.post(url, {"title": "Three laws", "others": [str(bridges.pk), str(tunnels.pk)]})
    acts = Amendment.objects.get(title="Three laws").amended_acts.all()
    assert [act.base_version for act in acts] == [stage.world.base, bridges, tunnels]


def test_what_one_may_not_read_is_not_on_offer(stage):
    hidden = law.make_act(stage.world.section, stage.world.drafter, number="50-L")
    other = stage.client("other drafter")
    stage.release("public")
    url = reverse("amendments_admin:open", args=[stage.world.base.pk])
    assert "50-L" not in other.get(url).content.decode()
    answer = other.post(url, {"title": "Mine", "others": [str(hidden.pk)]})
    assert "is not one of the available choices" in answer.content.decode()
    assert not Amendment.objects.filter(title="Mine").exists()


def test_the_workspace_shows_one_act_at_a_time(drafter, amendment):
    page = drafter.get(workspace(amendment)).content.decode()
    assert "2. Law 11-L" in page
    assert "The fare is" in page
    page = drafter.get(workspace(amendment, "law-11-l")).content.decode()
    assert 'href="?act=law-11-l" aria-current="page"' in page
    assert "The toll is" in page
    assert "The fare is" not in page
    assert f"{reverse('amendments_admin:new_instruction', args=[amendment.pk])}?act=law-11-l" in page
    assert drafter.get(workspace(amendment, "law-99"), follow=True).status_code == 404


def test_an_instruction_is_written_on_the_act_that_is_shown(drafter, amendment):
    url = reverse("amendments_admin:new_instruction", args=[amendment.pk]) + "?act=law-12-l"
    answer = drafter.post(
        url, {"op": "replace_number", "target": "1.1", "old": "40", "new": "60", "save": "1"}
    )
    assert answer["Location"] == workspace(amendment, "law-12-l")
    row = law.act_of(amendment, 3).instructions.get(operation__new="60")
    step = reverse("amendments_admin:instruction_step", args=[amendment.pk, row.pk, "withdraw"])
    assert drafter.post(step, {"reason": "No."})["Location"] == workspace(amendment, "law-12-l")


def test_a_provision_of_another_act_is_edited_in_place(drafter, amendment):
    element = law.text_in(law.seal(amendment, amendment.owner), 2).entries.get(number="1.2")
    url = reverse("amendments_admin:provision", args=[amendment.pk, element.provision_id])
    page = drafter.get(f"{url}?act=law-11-l").content.decode()
    assert "Cyclists cross at half toll." in page
    assert "?act=law-11-l&amp;op=replace_words&amp;target=1.2" in page
    assert drafter.get(url, follow=True).status_code == 404  # it does not stand in the first act


def test_the_draft_is_sealed_with_all_acts_whichever_is_shown(drafter, amendment):
    url = reverse("amendments_admin:seal", args=[amendment.pk]) + "?act=law-12-l"
    law.record_pass(amendment, amendment.owner)
    assert drafter.post(url)["Location"] == amendment.url
    assert amendment.drafts.get().versions.count() == 3


def test_acts_are_added_and_taken_out(stage, drafter):
    bridges, _tunnels = several.make_acts(stage.world.section, stage.world.drafter)
    amendment = law.make_amendment(stage.world.section, stage.world.base, stage.world.drafter, "Growing")
    page = reverse("amendments_admin:acts", args=[amendment.pk])
    assert "Take out" not in drafter.get(page).content.decode()
    assert "Law 12-L" not in drafter.get(page, {"words": "11-l"}).content.decode()
    answer = drafter.post(reverse("amendments_admin:add_act", args=[amendment.pk, bridges.pk]))
    assert answer["Location"] == workspace(amendment, "law-11-l")
    act = law.act_of(amendment, 2)
    out = reverse("amendments_admin:remove_act", args=[amendment.pk, act.pk])
    assert "Take out" in drafter.get(page).content.decode()
    law.add(amendment, stage.world.drafter, "repeal", "1.2", place=2)
    assert drafter.get(page).content.decode().count("Take out") == 1  # the first act has no instruction
    assert "so it stays in the amendment" in drafter.post(out, follow=True).content.decode()
    law.act_of(amendment, 2).instructions.all().delete()
    assert "Law 11-L is out of the amendment." in drafter.post(out, follow=True).content.decode()
    again = reverse("amendments_admin:add_act", args=[amendment.pk, stage.world.base.pk])
    assert drafter.post(again, follow=True).status_code == 200
    assert amendment.amended_acts.count() == 1


def test_each_act_enters_into_force_on_its_day(drafter, amendment):
    draft = law.seal(amendment, amendment.owner)
    Amendment.objects.filter(pk=amendment.pk).update(state=State.SIGNED)
    url = reverse("amendments_admin:adopt", args=[amendment.pk])
    page = drafter.get(url).content.decode()
    assert "Law 11-L: enters into force on" in page
    assert "Seal the texts of 3 acts" in page
    ferries, bridges, tunnels = (act.instrument for act in amendment.amended_acts.all())
    given = {
        "law_number": "30-L",
        "is_compared": "on",
        "draft": str(draft.pk),
        f"in_force_{ferries.pk}": "2027-01-01",
        f"in_force_{bridges.pk}": "2027-07-01",
    }
    answer = drafter.post(url, given, follow=True).content.decode()
    assert "The texts of 3 acts are sealed." in answer
    assert "Law 12-L: Adopted by 30-L: Consolidated text 2" in " ".join(answer.split())
    sealed = Version.objects.filter(law_number="30-L").order_by("text_of__order")
    days = [version.commencements.get().date for version in sealed]
    assert days == [date(2027, 1, 1), date(2027, 7, 1), None]
    assert tunnels.consolidated().first().number == 2


def _entering(amendment, *clauses):
    for place, words in enumerate(clauses, start=1):
        if words:
            law.add(amendment, amendment.owner, "commencement", "*", new=words, place=place)
    return law.seal(amendment, amendment.owner)


@pytest.mark.parametrize(
    ("clauses", "days"),
    [
        (("1 January 2027", "This Law enters into force on 1 July 2027."), [date(2027, 1, 1), date(2027, 7, 1), None]),
        (("1 January 2027",), [date(2027, 1, 1)] * 3),
        (("This Law enters into force on the day of its publication.",), [None] * 3),
    ],
)  # fmt: skip
def test_the_days_of_the_adoption_are_those_that_the_amendment_names(drafter, amendment, clauses, days):
    _entering(amendment, *clauses)
    Amendment.objects.filter(pk=amendment.pk).update(state=State.SIGNED)
    form = drafter.get(reverse("amendments_admin:adopt", args=[amendment.pk])).context["form"]
    fields = [f"in_force_{act.instrument.pk}" for act in amendment.amended_acts.all()]
    assert [form[name].value() for name in fields] == days


def test_the_day_of_the_publication_is_that_of_the_acts_that_name_no_other(drafter, amendment):
    _entering(amendment, "1 July 2027", "This Law enters into force on the day of its publication.")
    Amendment.objects.filter(pk=amendment.pk).update(state=State.PUBLISHED)
    StateChange.objects.create(
        amendment=amendment, state=State.PUBLISHED, at=timezone.now(), by=amendment.owner, in_force=date(2027, 1, 1)
    )  # fmt: skip
    form = drafter.get(reverse("amendments_admin:adopt", args=[amendment.pk])).context["form"]
    fields = [f"in_force_{act.instrument.pk}" for act in amendment.amended_acts.all()]
    assert [form[name].value() for name in fields] == [date(2027, 7, 1), date(2027, 1, 1), date(2027, 1, 1)]


def test_the_publication_asks_for_the_day_of_each_act_that_has_none(drafter, amendment):
    draft = _entering(amendment, "1 January 2027", "1 July 2027")
    law.adopt(draft, amendment.owner)
    Amendment.objects.filter(pk=amendment.pk).update(state=State.REGISTERED)
    url = reverse("amendments:change_state", args=[amendment.pk, "published"])
    form = drafter.get(url).context["form"]
    names = [f"in_force_{act.instrument.pk}" for act in amendment.amended_acts.all()]
    assert [form[name].value() for name in names] == [date(2027, 1, 1), date(2027, 7, 1), None]
    assert form[names[1]].label == "Law 11-L: enters into force on"
    Instrument.objects.update(date=date(2020, 1, 1))
    given = {"day": "2026-03-05", "source": "Gazette 5", names[0]: "2027-01-01", names[1]: "2027-07-01"}
    early = drafter.post(url, {**given, names[1]: "1950-01-01"})
    assert "it cannot be before" in early.context["form"].errors[names[1]][0]
    assert drafter.post(url, given).status_code == 302
    sealed = Version.objects.filter(text_of__draft=draft).order_by("text_of__order")
    assert [text.commencements.last().date for text in sealed] == [date(2027, 1, 1), date(2027, 7, 1), None]


GIVEN = {"day": "2026-03-05", "source": "Gazette 5"}


@pytest.fixture
def registered(amendment):
    """The amendment is registered, with the days on which its acts enter into force by its recorded adoption."""

    def record(*days):
        keys = amendment.amended_acts.values_list("base_version__instrument", flat=True)
        of_act = dict(zip(keys, days, strict=True))
        draft = law.seal(amendment, amendment.owner)
        Amendment.objects.filter(pk=amendment.pk).update(state=State.SIGNED)
        adoption = Adoption("2-L", None, of_act=of_act)
        SealConsolidated(draft, adoption, actor=Actor.now(amendment.owner)).execute()
        Amendment.objects.filter(pk=amendment.pk).update(state=State.REGISTERED)
        return [f"in_force_{key}" for key in keys]

    return record


def state_url(amendment, state):
    return reverse("amendments:change_state", args=[amendment.pk, state])


def days_of(amendment):
    sealed = Version.objects.filter(text_of__draft__amendment=amendment).order_by("text_of__order")
    return [text.commencements.last().date for text in sealed]


def test_one_day_that_was_typed_before_the_adoption_was_recorded_is_shown_for_each_act(
    drafter, amendment, registered
):
    """It was dropped without a word."""
    names = registered(date(2027, 5, 1), None, None)
    answer = drafter.post(state_url(amendment, "published"), {**GIVEN, "in_force": "2027-07-01"})
    assert answer.status_code == 422
    assert "The adoption was recorded after you had opened this page." in answer.content.decode()
    form = answer.context["form"]
    assert [name for name in names if name in form.fields] == names[1:]
    assert [form[name].value() for name in names[1:]] == ["2027-07-01", "2027-07-01"]
    posted = {**GIVEN, **{name: form[name].value() for name in names[1:]}}
    assert drafter.post(state_url(amendment, "published"), posted).status_code == 302
    assert days_of(amendment) == [date(2027, 5, 1), date(2027, 7, 1), date(2027, 7, 1)]


@pytest.mark.parametrize(("typed", "status"), [("2027-07-01", 302), ("2027-05-01", 422)])
def test_a_day_is_compared_with_those_of_an_adoption_that_was_recorded_meanwhile(
    drafter, amendment, registered, typed, status
):
    registered(*[date(2027, 7, 1)] * 3)
    url = state_url(amendment, "published")
    assert "in_force" not in drafter.get(url).context["form"].fields
    answer = drafter.post(url, {**GIVEN, "in_force": typed})
    assert answer.status_code == status
    if status == 422:
        assert "Law 1-L enters into force on 1 July 2027." in answer.content.decode()
        assert drafter.post(url, {**GIVEN, "in_force": ""}).status_code == 302
    assert days_of(amendment) == [date(2027, 7, 1)] * 3


def test_the_one_act_of_several_that_has_no_day_is_named(drafter, amendment, registered):
    *_others, name = registered(date(2026, 5, 1), date(2026, 5, 1), None)
    Amendment.objects.filter(pk=amendment.pk).update(state=State.PUBLISHED)
    url = state_url(amendment, "in_force")
    form = drafter.get(url).context["form"]
    assert (form[name].label, form.fields[name].required) == ("Law 12-L: enters into force on", True)
    assert "Law 12-L: enters into force on: This field is required." in drafter.post(url, {}).content.decode()
    with pytest.raises(EntryDayNeeded, match="entry into force: Law 12-L"):
        ChangeState(amendment, State.IN_FORCE, actor=Actor.now(amendment.owner)).execute()
    assert drafter.post(url, {name: "2026-06-01"}).status_code == 302
    assert days_of(amendment) == [date(2026, 5, 1), date(2026, 5, 1), date(2026, 6, 1)]


def test_a_day_is_asked_for_one_act_while_another_waits_for_its_own(drafter, amendment, registered):
    ahead = localdate() + timedelta(days=40)
    *_others, name = registered(date(2026, 5, 1), ahead, None)
    Amendment.objects.filter(pk=amendment.pk).update(state=State.PUBLISHED)
    answer = drafter.post(state_url(amendment, "in_force"), {name: ahead.isoformat()}, follow=True)
    assert "The days of entry into force are recorded." in answer.content.decode()
    assert days_of(amendment) == [date(2026, 5, 1), ahead, ahead]
