"""A marked file that holds several acts of an amendment: each act has its own part."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from django.db.models import QuerySet

from amendments.importers.markup import Markup
from amendments.markings.acts_in_file import Head, begin_in, head_of, holds_text, parts_of
from amendments.models import AmendedAct, MarkedFile
from amendments.provisions.tree import Tree
from amendments.queries.drafting.drafts import scheme_of, working_draft

_FIRST = 5  # provisions with the first lines of an act


def parts_by_act(act: AmendedAct, markup: Markup) -> dict[AmendedAct, Markup]:
    """The marks of each act that the file holds, each naming all of them; all marks for `act` where it is not divided."""
    acts = list(
        act.amendment.amended_acts.select_related("amendment", "instrument", "base_version__instrument")
    )
    if len(acts) < 2:
        return {act: markup}
    heads = {str(each.pk): _heads(each) for each in acts}
    parts = parts_of(markup, heads)
    if not parts:
        return {act: _naming(markup, (), _not_found(acts, markup.text, begin_in(markup.text, heads)))}
    held, missing = tuple(parts), tuple(act for act in heads if act not in parts)
    return {each: _naming(parts[str(each.pk)], held, missing) for each in acts if str(each.pk) in parts}


def _not_found(acts: Sequence[AmendedAct], text: str, found: Collection[str]) -> tuple[str, ...]:
    """The acts without their first lines in a file that holds the texts of several."""
    texts = {str(each.pk): scheme_of(each).render(working_draft(each).base) for each in acts}
    missing = [
        act
        for act, own in texts.items()
        if act not in found and holds_text(text, own, [texts[other] for other in texts if other != act])
    ]
    return tuple(missing) if len(missing) + len(found) > 1 else ()


def _naming(part: Markup, held: tuple[str, ...], missing: tuple[str, ...]) -> Markup:
    draft = part.on_draft and _naming(part.on_draft, held, missing)
    return replace(part, acts=held, not_found=missing, on_draft=draft)


def other_acts(file: MarkedFile) -> list[AmendedAct]:
    """The other acts whose texts the file holds."""
    return list(_acts(file, "acts").exclude(pk=file.amended_act_id))


def acts_not_found(file: MarkedFile) -> list[AmendedAct]:
    """The acts of the amendment whose first lines a file of several does not have: it may hold their texts."""
    return list(_acts(file, "not_found"))


def _acts(file: MarkedFile, named: str) -> QuerySet[AmendedAct]:
    acts = AmendedAct.objects.filter(amendment=file.amended_act.amendment_id)
    return acts.filter(pk__in=file.markup.get(named, ())).select_related("amendment", "instrument")


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
