"""The words under which our actions stand in Wagtail's site history."""

from django.utils.translation import gettext_lazy as _

ACTIONS = {
    "amendments.import_act": _("Act imported"),
    "amendments.discard_act": _("Act discarded"),
    "amendments.restore_act": _("Discarded act restored"),
    "amendments.request_import": _("Import of a long act requested"),
    "amendments.open_amendment": _("Amendment opened"),
    "amendments.add_amended_act": _("Act added to an amendment"),
    "amendments.remove_amended_act": _("Act taken out of an amendment"),
    "amendments.add_instruction": _("Instruction added"),
    "amendments.add_derived_instructions": _("Text edited in place"),
    "amendments.edit_instruction": _("Instruction changed"),
    "amendments.withdraw_instruction": _("Instruction withdrawn"),
    "amendments.take_instruction": _("Instruction taken into the draft"),
    "amendments.propose_instruction": _("Instruction proposed"),
    "amendments.move_instruction": _("Order of instructions changed"),
    "amendments.seal_draft": _("Draft sealed"),
    "amendments.seal_consolidated": _("Consolidated text sealed"),
    "amendments.rebase_amendment": _("Amendment moved to a newer text"),
    "amendments.request_release": _("Release requested"),
    "amendments.approve_release": _("Release approved"),
    "amendments.release_version": _("Version released"),
    "amendments.change_state": _("State changed"),
    "amendments.retry_mail": _("Undelivered mail sent again"),
}
