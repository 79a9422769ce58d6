"""A marked file that holds several acts of an amendment: each act has its own part."""

from dataclasses import replace

from django.db.models import QuerySet

from amendments.importers.markup import Markup
from amendments.markings.acts_in_file import Head, head_of, parts_of
from amendments.models import AmendedAct, MarkedFile
from amendments.provisions.tree import Tree
from amendments.queries.drafting.drafts import scheme_of, working_draft

_FIRST = 5  # provisions with the first lines of an act


def parts_by_act(act: AmendedAct, markup: Markup) -> dict[AmendedAct, Markup]:
    """The marks of each act that the file holds, each naming all of them; all marks for `act` where it holds one."""
    acts = list(
        act.amendment.amended_acts.select_related("amendment", "instrument", "base_version__instrument")
    )
    parts = parts_of(markup, {str(each.pk): _heads(each) for each in acts}) if len(acts) > 1 else {}
    held = tuple(parts)
    return {each: _naming(parts[str(each.pk)], held) for each in acts if str(each.pk) in parts} or {
        act: markup
    }


def _naming(part: Markup, held: tuple[str, ...]) -> Markup:
    return replace(part, acts=held, on_draft=part.on_draft and replace(part.on_draft, acts=held))


def other_acts(file: MarkedFile) -> list[AmendedAct]:
    """The other acts whose texts the file holds."""
    return [act for act in _acts_beside(file) if str(act.pk) in file.markup.get("acts", ())]


def acts_not_found(file: MarkedFile) -> list[AmendedAct]:
    """The acts of the amendment whose first lines a file of several does not have: it may hold their texts."""
    held = file.markup.get("acts", ())
    return [act for act in _acts_beside(file) if str(act.pk) not in held] if held else []


def _acts_beside(file: MarkedFile) -> QuerySet[AmendedAct]:
    acts = AmendedAct.objects.filter(amendment=file.amended_act.amendment_id)
    return acts.exclude(pk=file.amended_act_id).select_related("amendment", "instrument")


def _heads(act: AmendedAct) -> set[Head]:
    """The first lines of the text in force and of the draft."""
    draft, scheme = working_draft(act), scheme_of(act)
    return {head_of(scheme.render(Tree(tree.elements[:_FIRST]))) for tree in (draft.base, draft.tree)}


def act_with_the_head(act: AmendedAct, markup: Markup) -> AmendedAct:
    """The act of the amendment with whose first lines a file begins; `act` where it is none of them or several."""
    acts = act.amendment.amended_acts.select_related("amendment", "instrument", "base_version__instrument")
    head = head_of(markup.text)
    found = [each for each in acts if head in _heads(each)]
    return found[0] if len(found) == 1 else act
