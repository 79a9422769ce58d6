"""The names of this app's actions in the log. Of those on issues only the office could read."""

from django.utils.translation import gettext_lazy as _

ACTIONS = {
    "rights.open_issue": _("Open a rights issue"),
    "rights.edit_issue": _("Change a rights issue"),
    "rights.move_issue": _("Move a rights issue on"),
    "rights.add_note": _("Write an internal note"),
    "rights.assess_text": _("Assess a text"),
    "rights.take_back_assessment": _("Take an assessment back"),
    "rights.ask_reply": _("Ask an institution for a reply"),
    "rights.give_reply": _("Reply to the Ombudsman's office"),
    "rights.follow_text": _("Follow the issues in a new text"),
    "rights.confirm_place": _("Confirm the place of an issue"),
    "rights.draft_opinion": _("Draft an opinion"),
    "rights.edit_opinion": _("Change an opinion"),
    "rights.gather_issues": _("Gather issues into an opinion"),
    "rights.edit_recommendation": _("Change a recommendation"),
    "rights.remove_recommendation": _("Take a recommendation out of an opinion"),
    "rights.issue_opinion": _("Issue an opinion"),
    "rights.write_row": _("Write a row of the table of concordance"),
    "rights.change_row": _("Change a row of the table of concordance"),
    "rights.judge_row": _("Give a degree to a row of the table of concordance"),
    "rights.take_back_judgement": _("Take a degree back"),
    "rights.remove_row": _("Take a row out of the table of concordance"),
    "rights.bring_back_row": _("Bring a row of the table of concordance back"),
    "rights.follow_rows": _("Follow the rows of the table of concordance in a new text"),
    "rights.take_recommendation": _("Take a recommended wording"),
    "rights.reply_to_recommendation": _("Reply to a recommendation"),
    "rights.export_report": _("Download the annual report on human rights"),
    "rights.follow_up": _("Say what became of a recommendation"),
}
