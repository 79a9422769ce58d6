"""The amending act of a draft with the texts that it changes, so that a program can execute it."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from typing import Any

from amendments.instructions.amending_act import AmendingAct
from amendments.instructions.entry_into_force import entry_said
from amendments.models import Draft, Version
from amendments.plugins.registry import scheme_for, wording_in
from amendments.queries.files.amending_act_documents import amending_act_document
from amendments.queries.law.act_facts import act_facts
from amendments.queries.showing.trees import tree_of
from amendments.renderers.paper.documents import ActCourse, ExecutableActDocument


def executable_act_document(
    user: Any, draft: Draft, versions: Sequence[Version], law: AmendingAct, *, is_whole: bool = True
) -> ExecutableActDocument:
    """As `amending_act_document`; without the texts, if it is not wanted whole."""
    plain = amending_act_document(draft, versions, law)
    said = {each.name: getattr(plain, each.name) for each in fields(plain)}
    courses = [
        ActCourse(
            act_facts(user, version),
            tree_of(version.parent),
            scheme_for(version.instrument.country, version.instrument.language),
            version.instrument.language,
        )
        for version in versions
        if is_whole and version.parent is not None
    ]
    return ExecutableActDocument(
        **said, courses=tuple(courses), enters=_days(law, versions[0].instrument.country)
    )


def _days(law: AmendingAct, country: str) -> tuple[date, ...]:
    """The days that its articles on the entry into force name."""
    said = (entry_said(each.words, wording_in(country, each.language)) for each in law.entering)
    return tuple(dict.fromkeys(entry.day for entry in said if entry and entry.day))
