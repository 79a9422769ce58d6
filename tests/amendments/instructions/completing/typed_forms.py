"""What an instruction that is typed into the form becomes."""

from amendments.forms.instruction_forms import InstructionForm
from amendments.instructions.completing.completed import completed
from amendments.instructions.execute import execute, words_of


def said(text, scheme, op, target, new, heading=""):
    """The completed operation of a form on an act, and the act as it is printed with it."""
    tree = scheme.parse(text).tree
    form = InstructionForm(
        {"op": op, "target": target, "new": new, "heading": heading}, words=words_of(scheme)
    )
    assert form.is_valid(), form.errors
    operation = completed(tree, form.operation(), scheme)
    return operation, scheme.render(execute(tree, [operation], scheme))
