"""Gives an act the title that the law in force gives it."""

from wagtail.log_actions import log
from wagtail.models import Page

from amendments.audit.actor import Actor
from amendments.models import Instrument
from amendments.queries.law.act_titles import title_of_law

_LONGEST = 255


def name_by_law(act: Instrument, actor: Actor) -> None:
    """Store the title of the text in force; translations of the former title are none of this one.

    Call it inside a transaction, when a text enters into force or is opened to everybody.
    """
    title, former = title_of_law(act)[:_LONGEST], str(act.title)
    if title == former:
        return
    if act.latest_revision_id:  # what an editor publishes next
        page = act.get_latest_revision_as_object()
        page.title = title
        page.save_revision(user=actor.user, log_action=False, clean=False)
    Page.objects.filter(pk=act.pk).update(title=title, draft_title=title)
    Instrument.objects.filter(pk=act.pk).update(titles={})
    data = {"title": {"old": former, "new": title}, "translations": act.titles}
    log(instance=act, action="wagtail.rename", user=actor.user, data=data, timestamp=actor.at)
    act.title, act.draft_title, act.titles = title, title, {}
