"""What goes with a bill by Articles 48.2 and 48.3 of the Constitutional Law on Normative Legal Acts."""

from django.utils.translation import gettext_lazy as _

from amendments.note_items import NoteItem, NoteItems

ITEMS = NoteItems(
    "azerbaijan",
    "az",
    (
        NoteItem(
            "aims",
            _("Aims of the draft, and what its provisions that change the law in force regulate"),
            source="48.3.1",
        ),
        NoteItem(
            "analysis",
            _("Analysis of legislation and of its application"),
            _(
                "Also the law of foreign states, publications of the media, and appeals of people and legal entities."
            ),
            source="48.3.2",
        ),
        NoteItem("effects", _("Forecast of the likely effects of the act"), source="48.3.3"),
        NoteItem(
            "follow-up",
            _("Decisions of the Cabinet and acts of central bodies to be repealed, changed or prepared"),
            source="48.3.4",
        ),
        NoteItem("costs", _("Financial and economic justification"), source="48.2.1"),
        NoteItem("cover", _("Cover letter"), source="48.2.1", is_paper=True),
        NoteItem(
            "conformity",
            _("Statement on what is done so that the draft conforms, with further drafts if there are any"),
            source="48.2.1",
            is_paper=True,
        ),
        NoteItem(
            "agreement", _("Documents on the agreement of other bodies"), source="48.2.2", is_paper=True
        ),
        NoteItem("opinions", _("Opinions of experts on the draft"), source="48.2.3", is_paper=True),
        NoteItem("authors", _("List of those who prepared the draft"), source="48.2.4", is_paper=True),
        NoteItem(
            "papers",
            _("Other documents, as the body that submits it decides"),
            source="48.2.5",
            is_paper=True,
        ),
    ),
)
