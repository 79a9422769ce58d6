"""Numbers of submissions and comments: one sequence for the whole site, never given twice."""

from consultations.models import Register


def next_number(kind: str, wanted: int | None = None) -> int:
    """The next number; a `wanted` one (from an earlier register) is kept and the sequence goes on after it."""
    register, _created = Register.objects.select_for_update().get_or_create(kind=kind)
    number = register.last + 1 if wanted is None else wanted
    register.last = max(register.last, number)
    register.save(update_fields=["last"])
    return number
