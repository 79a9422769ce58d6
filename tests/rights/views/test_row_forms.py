"""The form of a row of the concordance: nothing that was typed is lost, nothing is chosen for the person."""

from django.urls import reverse

from rights.forms.row_form import JudgeRowForm
from rights.models import ConcordanceRow
from tests.factories import law
from tests.rights.concordance_rows import keys_of
from tests.rights.drafts import other_draft

BACKEND = "django.contrib.auth.backends.ModelBackend"


def test_another_text_is_chosen_without_losing_what_was_typed(office, client):
    client.force_login(office.analyst, backend=BACKEND)
    world = office.world
    forms = (
        reverse("concordance:write_row", args=[world.base.instrument_id]),
        reverse("rights:open", args=keys_of(world.base, "2.1")),
    )
    for url in forms:
        offered = client.get(url).content.decode()
        other = f"?text={world.text.pk}"
        # a browser would keep an empty field from being sent
        assert f'formnovalidate formaction="{other}"' in offered
        typed = {"summary": "A court decides", "title": "A court decides", "look": "1"}
        answer = client.post(url + other, typed)
        assert (answer.status_code, "A court decides" in answer.content.decode()) == (200, True)
        current = answer.content.decode().partition(other)[2].partition("</button>")[0]
        assert 'aria-current="true"' in current


def test_the_texts_of_a_new_degree_stand_in_the_order_of_time(office):
    world = office.world
    other = other_draft(office, "Another amendment", "30 coins")
    adopted = law.adopt(world.draft, world.drafter, "2-L")
    texts = [world.base, world.text, other, adopted]
    offered = [(one, str(one)) for one in reversed(texts)]
    assert list(JudgeRowForm(offered=offered).fields["text"].queryset) == texts


def test_the_degree_of_a_new_row_is_chosen_and_not_the_first_of_the_list(office, client):
    url = reverse("concordance:write_row", args=[office.world.base.instrument_id])
    client.force_login(office.world.drafter, backend=BACKEND)
    choices = (
        " ".join(client.get(url).content.decode().split())
        .partition('<select name="degree"')[2]
        .partition("</select>")[0]
    )
    assert choices.partition("<option")[2].startswith(' value="" selected')
    form = {
        "treaty": "CRC",
        "articles": "3",
        "summary": "x",
        "provisions": "2.1",
        "rights": ["B01"],
        "degree": "",
    }
    assert client.post(url, form).status_code == 422
    assert not ConcordanceRow.objects.exists()
