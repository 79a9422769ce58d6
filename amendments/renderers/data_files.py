"""Texts, redlines and instructions as JSON for other programs. `schemas/` has a schema of each, which the site publishes."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from amendments.instructions.amending_act import ActArticle
from amendments.instructions.operations import to_json
from amendments.redline.text_redline import diff_text
from amendments.renderers.paper.documents import (
    ActFacts,
    AmendingActDocument,
    PaperDocument,
    PaperElement,
    PaperItem,
    RedlineDocument,
    TextDocument,
)

MEDIA_TYPE = "application/json"
SCHEMAS = ("text-1", "redline-1", "instructions-1")
"""Names of the schemas; a change that could break a program gets another number, and the old one stays."""


def as_text_data(document: TextDocument) -> bytes:
    """The provisions of each act in reading order."""
    acts = [
        {
            **_act(act.block.title, act.language),
            **({"facts": _facts(act.facts)} if act.facts else {}),
            "provisions": [_provision(each) for item in act.items for each in item.after],
        }
        for act in document.acts
    ]
    return _written("text-1", document, {"acts": acts})


def as_redline_data(document: RedlineDocument) -> bytes:
    """What became of each provision, in the reading order of both texts."""
    acts = [
        {**_act(act.block.title, act.language), "changes": [_change(item) for item in act.items]}
        for act in document.acts
    ]
    return _written("redline-1", document, {"acts": acts})


def as_instruction_data(document: AmendingActDocument) -> bytes:
    """The amending act: its instructions as operations and in words."""
    law = document.law
    said = {
        "law": {"title": law.title, "language": law.language},
        "articles": [_article(article) for article in law.articles],
        "entering": [{"label": each.label, "words": each.words} for each in law.entering],
    }
    return _written("instructions-1", document, said)


def _written(schema: str, document: PaperDocument, more: Mapping[str, Any]) -> bytes:
    said = {
        "schema": schema,
        "title": document.title,
        "body": document.author,
        "sealed": document.at.isoformat(),
        "hash": document.identity,
        "official": False,
        **more,
    }
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


def _act(title: str, language: str) -> dict[str, Any]:
    return {"title": title, "language": language}


def _facts(facts: ActFacts) -> dict[str, Any]:
    events = [
        {"day": event.day.isoformat(), "kind": event.kind, "source": event.source} for event in facts.events
    ]
    return {
        "country": facts.country,
        "kind": facts.kind,
        "number": facts.number,
        "adopted": facts.adopted and facts.adopted.isoformat(),
        "version": facts.version,
        "day": facts.day.isoformat(),
        "events": events,
    }


def _provision(each: PaperElement) -> dict[str, Any]:
    element = each.element
    return {
        "id": element.key,
        "parent": element.parent or None,
        "eid": element.eid,
        "kind": element.kind.value,
        "number": element.number,
        "label": each.scheme.label(element).strip(),
        "heading": element.heading,
        "text": element.text,
        "language": each.language,
        "repealed": element.repealed,
        "notes": [
            {"number": mark.number, "field": mark.field, "offset": mark.offset} for mark in element.marks
        ],
    }


def _change(item: PaperItem) -> dict[str, Any]:
    said: dict[str, Any] = {
        "change": item.change.value,
        "place": "new" if item.is_new_place else "old",
        "before": [_provision(each) for each in item.before],
        "after": [_provision(each) for each in item.after],
    }
    for part in ("heading", "text"):
        said[part] = [
            [mark.value, words]
            for mark, words in diff_text(_joined(item.before, part), _joined(item.after, part))
        ]
    return said


def _joined(elements: Iterable[PaperElement], part: str) -> str:
    return "\n".join(getattr(each.element, part) for each in elements)


def _article(article: ActArticle) -> dict[str, Any]:
    return {
        "label": article.label,
        "opening": article.opening,
        "instructions": [
            {
                "label": said.label,
                "language": said.language,
                "words": list(said.paragraphs),
                "operation": to_json(said.operation),
            }
            for said in article.instructions
        ],
    }
