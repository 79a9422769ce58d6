"""Where a cited provision is looked for when its act is named: in the act itself, else above it, else in any act."""

import re
from collections.abc import Callable
from dataclasses import replace

from search.backends.question import Answer, Question, Sort
from search.queries.contents import Shown, load
from search.query.cited import cite_path
from search.query.plan import Plan

Find = Callable[[Question], Answer]


def in_its_act(question: Question, find: Find) -> Question:
    """Where the act that is named lacks the number, what holds the cited provision there, else what says its name.

    Other acts may have such a number; they were not asked for. Where nothing of the act is meant, the nearest provision is
    looked for in any act: an act may be named as another one is that the site has.
    """
    if not question.plan.acts or not question.plan.citations:
        return question
    plans = (question.plan, *question.plan.all_above())
    for plan in plans:
        asked, above = replace(question, plan=plan), plan.above
        first = _first_in(asked, plan.numbers_alone, find)
        if first and not (
            above and _is_printed_above(first, plan, _first_in(asked, above.numbers_alone, find))
        ):
            return asked
    without = replace(question, plan=question.plan.without_citations)
    if question.plan.leads_to_act or _first_in(without, without.plan, find):
        return without
    every = (replace(question, plan=plan) for plan in plans)
    return next((each for each in every if _is_anywhere(each, find)), question)


def _is_anywhere(question: Question, find: Find) -> bool:
    """Whether some act has the cited provisions."""
    one = replace(question, plan=question.plan.numbers_alone, by_act=False, offset=0, limit=1)
    return bool(find(one).total)


def _first_in(question: Question, plan: Plan, find: Find) -> Shown | None:
    """The first hit of the plan, if it is of an act that the question names."""
    one = replace(question, plan=plan, sort=Sort.RELEVANCE, by_act=False, offset=0, limit=1)
    contents = load(find(one).hits, question.private_tokens).values()
    return next((content for content in contents if content.instrument in plan.acts), None)


def _is_printed_above(first: Shown, plan: Plan, above: Shown | None) -> bool:
    """Whether "22(1)" is among the words of section 22, so that section 22.1, which has the same key, is another provision."""
    path = plan.citations[0].path
    if above is None or len(plan.citations) > 1 or ")(" not in path or path in map(cite_path, first.cites):
        return False
    level = re.escape(path[path.rindex("(") :])
    return any(re.search(rf"(?:^|\s){level}\s", text.body) for text in above.written)
