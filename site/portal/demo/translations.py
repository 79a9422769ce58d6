"""The translations of the demo: of the act, of what each draft changes in it, and of comments."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from amendments.actions.translating.prepare_translations import PrepareTranslations
from amendments.actions.translating.translate_title import TranslateTitle
from amendments.actions.translating.translation_rows import ActTranslation
from amendments.audit.actor import Actor
from amendments.models import AmendedAct, Amendment, Instrument
from amendments.provisions.tree import Element, Kind, Tree
from amendments.queries.drafting.drafts import working_draft
from amendments.queries.languages.translating import place_of
from amendments.queries.languages.translations import Words
from portal.demo.story import read


@cache
def _told() -> Any:  # Any: the shape is that of the file
    return read("translations_az")


def of_the_base(tree: Tree) -> ActTranslation:
    """The translation with which the act is imported."""
    told = _told()
    words = {element.eid: words for element, words in _found(tree, told["base"])}
    return ActTranslation(told["language"], told["source"], words)


def prepare(act: AmendedAct, draft: str, actor: Actor) -> None:
    """Translate what a draft ("first-v1") changes, before it is sealed."""
    told = _told()
    tree = working_draft(act).tree
    words = {place_of(element): words for element, words in _found(tree, told[draft])}
    PrepareTranslations(act, told["language"], words, told["source"], actor=actor).execute()


def title_of(page: Amendment | Instrument, title: str, actor: Actor) -> None:
    """What the act or the amendment is called in other languages."""
    for language, said in _told()["titles"][title].items():
        TranslateTitle(page, language, said, actor=actor).execute()


def of_comments() -> Mapping[str, str]:
    """The reasons of comments in Azerbaijani, by the names of the comments."""
    words: Mapping[str, str] = read("comments_az")
    return words


def _found(tree: Tree, told: Mapping[str, Any]) -> Iterable[tuple[Element, Words]]:
    """The provisions that the file names: by their numbers, those without one and chapters by their eIds."""
    for element in tree:
        key = element.eid if not element.number or element.kind is Kind.CHAPTER else element.number
        said = told.get(key)
        if said is not None:
            yield element, _words(said)


def _words(said: str | Mapping[str, str]) -> Words:
    if isinstance(said, str):
        return Words("", said)
    return Words(said.get("heading", ""), said.get("body", ""))
