"""How a query with operators was read, in words for the reader."""

from collections.abc import Iterable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, pgettext

from search.query.plan import Formula, Misread, Plan, Term

_WORDS: Mapping[Misread, str | Promise] = {
    Misread.SIGN: gettext_lazy("“%(typed)s” is no operator of this search and was left out."),
    Misread.STAR: gettext_lazy("“%(typed)s” was left out. All forms of a word are found without it."),
    Misread.FILTER: gettext_lazy("“%(typed)s” is no filter of this search and was not used as one."),
    Misread.UNFIT: gettext_lazy("“%(typed)s” was not understood, or no hit has it."),
    Misread.LACKING: gettext_lazy("No hit has “%(typed)s”."),
    Misread.SIDE: gettext_lazy("“%(typed)s” was left out, because nothing stands on one side of it."),
    Misread.BRACKET: gettext_lazy("The sign “%(typed)s” has no counterpart."),
    Misread.ONLY_OUT: gettext_lazy(
        "Leaving out “%(typed)s” is possible beside a word, not as an alternative. It was not used."
    ),
    Misread.ABSENT: gettext_lazy("The act that you name has no provision %(typed)s."),
    Misread.NOWHERE: gettext_lazy("No act that you may read has a provision %(typed)s."),
    Misread.MORE: gettext_lazy(
        "You name more provisions than are searched for at once. %(typed)s and those after it were left out."
    ),
    Misread.KEYBOARD: gettext_lazy(
        "Nothing was found as typed. On another keyboard layout it is “%(typed)s”, which was searched for."
    ),
    Misread.CAPITALS: gettext_lazy(
        "“%(typed)s” was not read as an operator, because all words are in capitals. A minus leaves a word out."
    ),
}

_IGNORED = gettext_lazy("“%(typed)s” in the address makes no sense and was not used.")


def notes(plan: Plan, ignored: Iterable[str] = ()) -> list[str]:
    """What of the query, and of the address that asks it, was not followed."""
    said = [str(_WORDS[reason]) % {"typed": typed} for reason, typed in plan.misread]
    return said + [str(_IGNORED) % {"typed": typed} for typed in ignored]


def reading(plan: Plan) -> str:
    """The query as it was understood: "residence and (permit or visa)"; "" where no operator joins its words."""
    if not plan.formula:
        return ""
    said = _said(plan.formula)
    return said[1:-1] if _is_joined(plan.formula) else said


def _is_joined(formula: Formula) -> bool:
    return len(formula.parts) + len(formula.left_out) > 1


def _said(part: Term | Formula) -> str:
    if isinstance(part, Term) or part.text:
        return part.typed
    between = (
        pgettext("between words of a query", "or")
        if part.is_any
        else pgettext("between words of a query", "and")
    )
    without = pgettext("between words of a query", "without")
    said = f" {between} ".join(map(_said, part.parts))
    said += "".join(f" {without} {_said(one)}" for one in part.left_out)
    return f"({said})" if _is_joined(part) else said
