"""Provisions of several acts in one query, each of the act that is named beside it: «ст. 15 ГК и ст. 22 ТК»."""

from collections.abc import Callable
from dataclasses import replace

from search.query.cited import Phrase
from search.query.plan import Plan

Acts = frozenset[str]


def each_with_its_act(plan: Plan, named_in: Callable[[Phrase], Acts]) -> Plan:
    """The plan with an act for each provision, where the words around them name several; `named_in` finds those of words."""
    named = [named_in(run) for run in plan.around]
    if len(set(filter(None, named))) < 2:
        return plan
    is_behind = bool(named[-1])  # else the name of an act stands before its provisions
    own, last = list[Acts](), Acts()
    for acts in named[:0:-1] if is_behind else named[:-1]:
        last = acts or last
        own.append(last)
    cited = zip(plan.citations, own[::-1] if is_behind else own, strict=True)
    return replace(plan, citations=tuple(replace(one, acts=tuple(sorted(acts))) for one, acts in cited))
