"""The amending act of a draft as a document."""

from collections.abc import Sequence

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amendments.instructions.amending_act import AmendingAct
from amendments.models import Draft, Version
from amendments.queries.files.downloads import draft_file_name, drafting_body_of
from amendments.renderers.paper.documents import AmendingActDocument, PaperAct, TitleBlock
from amendments.text.language import reader_language


def amending_act_document(draft: Draft, versions: Sequence[Version], law: AmendingAct) -> AmendingActDocument:
    """Under the title block of the draft."""
    sealed = date_format(timezone.localtime(draft.sealed_at), "DATETIME_FORMAT")
    day = date_format(timezone.localtime(draft.sealed_at), "DATE_FORMAT")
    what = _("Draft amending act")
    of_text = [str(draft.label), _("sealed %(date)s") % {"date": sealed}, draft.sealed_by_label]
    block = TitleBlock(
        title=what,
        lines=(draft.shown_title, " · ".join(filter(None, of_text))),
        running=f"{what} · {draft.label} · {day}",
        foot=f"{_('check code')} {draft.root_hash}",
        warning=_("Not an official text."),
        page_of=_("page %(page)s of %(pages)s"),
        language=reader_language(),
    )
    name = draft_file_name(draft, versions, law.title)
    return AmendingActDocument(
        name=_("%(name)s, amending act") % {"name": name},
        title=f"{law.title} – {draft.label}",
        author=drafting_body_of(draft),
        at=timezone.localtime(draft.sealed_at),
        identity=draft.root_hash,
        language=reader_language(),
        acts=(PaperAct(block, (), law.language),),
        law=law,
    )
