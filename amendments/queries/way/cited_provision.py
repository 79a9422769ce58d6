"""The provision of a working text that a finding is about: one number may stand in an article, a chapter and an annex."""

from amendments.instructions.execute import words_of
from amendments.instructions.execution.tree_edits import find
from amendments.instructions.instruction_errors import Refused
from amendments.provisions.citing.citation_words import PLAIN
from amendments.provisions.tree import Element
from amendments.queries.drafting.drafts import WorkingDraft, scheme_of


def cited_in(draft: WorkingDraft, cited: str) -> Element | None:
    """The one that a key, a full citation or a number names; None if none does, or several do."""
    cited = cited.strip()
    if element := draft.tree.by_key.get(cited):
        return element
    scheme = scheme_of(draft.act)
    same = [element for element in draft.tree if cited and scheme.cite(element) == cited]
    if same:
        return same[0] if len(same) == 1 else None
    try:
        return find(draft.tree, cited, words_of(scheme) or PLAIN)
    except Refused:
        return None


def fully_cited(draft: WorkingDraft, key: str) -> str:
    """The citation of a provision that names it and no other, else its key; "" for what the text does not hold."""
    element = draft.tree.by_key.get(key)
    if element is None:
        return ""
    cited = scheme_of(draft.act).cite(element)
    return cited if cited_in(draft, cited) is element else key
