"""The provisions of a sealed text that somebody names by a number or a citation, however it was typed."""

import re
from uuid import UUID

from amendments.instructions.derivation.names_in_text import cite
from amendments.instructions.execute import words_of
from amendments.models import Version
from amendments.plugins.registry import scheme_for
from amendments.provisions.citing import address
from amendments.provisions.citing.citation_words import PLAIN, CitationWords
from amendments.provisions.provision_errors import ProvisionAmbiguous, ProvisionNotFound
from amendments.provisions.tree import Element, Kind, Tree
from amendments.queries.showing.trees import tree_of

_LETTER = re.compile(r"\(?([^()\s]+)\)")
_BETWEEN = re.compile(r"[,;\n]+")
# "57 (2)", "part 2 of Article 57", not "II III"
_OF_ONE = re.compile(r"(?i)\s\(|\b(?![ivxlcdm]+\b)[^\W\d_]{3}")


def typed_number(words: str) -> str:
    """A number as entries store it, however it was typed: "5.3.", "a)" and "(a)"."""
    number = words.strip().rstrip(".")
    in_brackets = _LETTER.fullmatch(number)
    return in_brackets[1] if in_brackets else number


def typed_names(words: str) -> list[str]:
    """The numbers and citations of a field that takes several, with commas, semicolons, lines or spaces between them."""
    found: list[str] = []
    for name in _BETWEEN.split(words):
        found += [name.strip()] if _OF_ONE.search(name) else name.split()
    return [name for name in dict.fromkeys(found) if name]


def name_to_type(version: Version, provision: str) -> str:
    """The shortest name by which `provisions_named` finds the provision with this key; "" where the text does not hold it."""
    tree = _tree(version)
    element = tree.by_key.get(provision)
    return cite(tree, element) if element is not None else ""


def provisions_named(version: Version, cited: str) -> list[UUID]:
    """The keys of the provisions that are named, in the order of the law; those that the text repeals only if no other is.

    “12.3.”, “a)”, “57(2)” and “part 2 of Article 57” name one; “2” names several where each article counts its parts anew,
    unless an article has the number, which is meant then. The text is read only if the number alone does not tell.
    """
    rows = version.entries.filter(number=typed_number(cited)).exclude(number="").order_by("order")
    is_item = _LETTER.fullmatch(cited.strip()) is not None  # "1)" is no article
    if is_item:
        rows = rows.exclude(provision__kind=Kind.ARTICLE)
    same = list(rows.values_list("provision", "is_repealed"))
    named = (same if is_item or len(same) == 1 else _found(version, cited)) or same
    return [key for key, is_repealed in named if not is_repealed] or [key for key, _is_repealed in named]


def _found(version: Version, cited: str) -> list[tuple[UUID, bool]]:
    """The keys of the provisions that the text has under this name, and whether it repeals them."""
    act = version.instrument
    scheme = scheme_for(act.country, act.language)
    tree = _tree(version)
    named = [element for element in tree if scheme.cite(element) == cited]
    found = named or _at(tree, cited, words_of(scheme) or PLAIN)
    return [(UUID(element.key), element.repealed) for element in found]


def _tree(version: Version) -> Tree:
    """Kept on the object, because one field may name many provisions; the text of a version never changes."""
    kept: Tree | None = version.__dict__.get("_madda_tree")
    if kept is None:
        kept = version.__dict__["_madda_tree"] = tree_of(version)
    return kept


def _at(tree: Tree, cited: str, words: CitationWords) -> list[Element]:
    try:
        return [address.find(tree, cited, words)]
    except ProvisionAmbiguous as several:
        return [tree.by_eid[eid] for eid in several.eids]
    except ProvisionNotFound:
        return []
