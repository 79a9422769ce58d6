"""Why an instruction does not fit the text, in the reader's language and with what to do.

The pure core says what is wrong; where more can be advised on this site, a sentence here takes its place, by code.
"""

from django.utils.translation import gettext_lazy as _

from amendments.instructions.designations import WHOLE_ACT
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import Op, Operation
from amendments.text.saying import say

EXPLANATIONS = {
    "missing_target": _(
        "There is no provision %(target)s in the working text. Check its number: part “1.” or “(1)” of Article 90 is "
        "90(1), part “90.1.” is 90.1."
    ),
    "ambiguous_target": _(
        "Several provisions have the number %(target)s. Name the article too, for example 4(3)."
    ),
    "target_repealed": _("%(target)s is repealed. Restate it if it is to be law again."),
    "target_exists": _(
        "There is a provision %(target)s already. Choose a free number, for example with a suffix: 12-1."
    ),
    "missing_parent": _("There is no place for %(target)s: the provision above it is missing."),
}
OF_WORDS = {
    "missing_anchor": _("The words “%(words)s” are not in %(target)s. Copy them from the text as it is now."),
    "ambiguous_anchor": _(
        "The words “%(words)s” occur more than once in %(target)s. Say which occurrence is meant, or "
        "quote more words."
    ),
    "count_mismatch": _(
        "The words “%(words)s” do not occur in %(target)s as many times as you wrote. Count them again."
    ),
}

IN_THE_ACT = {
    "missing_anchor": _(
        "The words “%(words)s” stand nowhere in the act. Copy them from the text as it is now."
    ),
    "ambiguous_anchor": _(
        "The words “%(words)s” occur more than once in the act. Say which occurrence is meant."
    ),
    "count_mismatch": _(
        "The words “%(words)s” do not occur in the act as many times as you wrote. Count them again."
    ),
}
# Of a redesignation these are about the new numbers, which the core names.
_OF_NEW_NUMBERS = frozenset({"target_exists", "missing_parent"})


def explain(refusal: Refused, operation: Operation) -> str:
    """The refusal as a sentence for the drafter."""
    words = operation.old or operation.anchor
    is_whole = operation.all_targets == (WHOLE_ACT,)
    known = {**EXPLANATIONS, **(IN_THE_ACT if is_whole else OF_WORDS)} if words else EXPLANATIONS
    is_new_number = operation.op is Op.RENUMBER_AND_ADD and refusal.code in _OF_NEW_NUMBERS
    # the provision above a new one, or the one that it stands after, may be the one that several are named like
    is_other = refusal.message.values.get("cited", operation.target) not in operation.all_targets
    sentence = None if is_new_number or is_other else known.get(refusal.code)
    if sentence is None:
        return say(refusal)
    taken = refusal.message.values.get("number") if refusal.code == "target_exists" else None
    return sentence % {
        "target": taken or ", ".join(operation.all_targets),  # one of several new provisions
        "words": words,
    }
