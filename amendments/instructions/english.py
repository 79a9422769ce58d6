"""Amending instructions in English, for acts of any country without a wording of its own."""

import re

from amendments.instructions.errors import Refused, Unread
from amendments.instructions.grammar import Agreement, Grammar
from amendments.instructions.operations import WHOLE_ACT
from amendments.instructions.prose import Prose
from amendments.instructions.wording import Mood, is_one_word
from amendments.provisions.messages import message as _

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_LAW = "the Law"
_CITATION = re.compile(
    r"(?:(?:section|chapter|division|annex) )?[\w.()-]+(?: (?:note|point|article)\b[ \w.()-]*)?"
)

_SENTENCES = {
    "global_replace": "Throughout {place.in}, {old.obj}{qualifier} {verb.replaced.old} by {new.by}.",
    "replace": "In {place.in}, {old.obj}{qualifier} {verb.replaced.old} by {new.by}.",
    "insert_after": "In {place.in}, after {anchor.gen}{qualifier} {new.obj} {verb.inserted.new}.",
    "insert_before": "In {place.in}, before {anchor.gen}{qualifier} {new.obj} {verb.inserted.new}.",
    "delete_words": "In {place.in}, {old.obj}{qualifier} {verb.deleted.old}.",
    "append_element": "At the end of {after.gen} the full stop {verb.replaced.single} by a semicolon and the following "
    "{numbers.obj} {verb.inserted.numbers}{block}.",
    "insert_beside": "After {after.gen} the following {numbers.obj} {verb.inserted.numbers}{block}.",
    "insert_element": "The following {numbers.obj} {verb.inserted.numbers}{block}.",
    "add_sentence": "{step.new} {verb.added.single} to {place.in}{block}.",
    "restate": "{place.obj} {verb.restated.place}{block}.",
    "renumber_and_add": "{what.obj} {verb.deemed.what} {number.by} and the following {numbers.obj} "
    "{verb.added.numbers}{block}.",
    "renumber": "{what.obj} {verb.deemed.what} {number.by}.",
    "repeal": "{place.obj} {verb.repealed.place}.",
    "delete_part": "{place.obj} {verb.deleted.place}.",
}


def _reference(numbers: tuple[str, ...], case: str, mood: Mood) -> str:
    """ "Article 3.2", "Articles 3.2 and 4"; "the Law" for the whole act; a chapter as it is cited."""
    if numbers == (WHOLE_ACT,):
        return _LAW
    listed = numbers[0] if len(numbers) == 1 else f"{', '.join(numbers[:-1])} and {numbers[-1]}"
    if not numbers[0][0].isdigit():
        return listed
    return f"Article{'s' if len(numbers) > 1 else ''} {listed}"


def _read_reference(said: str) -> tuple[str, ...]:
    if said.lower() == _LAW.lower():
        return (WHOLE_ACT,)
    bare = re.sub(r"\AArticles? ", "", said)
    numbers = tuple(re.split(r", | and ", bare[:1].lower() + bare[1:]))
    if not all(_CITATION.fullmatch(number) for number in numbers):
        raise Unread(_("“%(said)s” names no provision.", said=said))
    return numbers


def _part(step: str, case: str, mood: Mood) -> str:
    name, __, ordinal = step.partition(":")
    article = "a" if case == "new" else "the"
    if not ordinal:
        return f"{article} {name}"
    if int(ordinal) > len(_ORDINALS):
        raise Refused("not_worded", _("There is no word for number %(number)s here.", number=ordinal))
    return f"{article} {_ORDINALS[int(ordinal) - 1]} {name}"


def _quotation(words: str, case: str, is_figure: bool, mood: Mood) -> str:
    return f"the {'figure' if is_figure else 'word'}{'' if is_one_word(words) else 's'} “{words}”"


def _verb(name: str, agreement: Agreement, mood: Mood) -> str:
    if name == "deemed":
        return "shall become" if mood == Mood.IMPERATIVE else "has become"
    order = "as follows" if name == "restated" else ""
    if mood == Mood.IMPERATIVE:
        return f"shall be {name} {order}".rstrip()
    return f"{'have' if agreement.plural else 'has'} been {name}"


def _verb_pattern(name: str) -> str:
    if name == "deemed":
        return "(?:shall|has) become"
    return rf"(?:shall be|has been|have been) {name}(?: as follows)?"


GRAMMAR = Grammar(
    labels={"article": "Article", "chapter": "Chapter", "section": "Section", "division": "Division"},
    quotes=("“", "”"),
    sentences=_SENTENCES,
    commencement=r"[^“”]* enters? into force[^“”]*\.",
    qualifiers={
        "first": ", at the first occurrence,",
        "second": ", at the second occurrence,",
        "both": ", at both occurrences,",
        "all": ", at every occurrence,",
        "every_case": ", in the appropriate grammatical form,",
    },
    cases=("obj", "new"),
    reference=_reference,
    read_reference=_read_reference,
    part=_part,
    owner=" of ",
    quotation=_quotation,
    quotation_pattern="the (?P<{noun}>words?|figures?) “(?P<{words}>.+?)”",
    figure_noun="figure",
    verb=_verb,
    verb_pattern=_verb_pattern,
    gender_of_part=lambda step: "n",
    gender_of_reference=lambda number: "n",
    gender_of_figure="n",
    gender_of_word="n",
)


class English(Prose):
    """English prose for (any, en)."""

    def __init__(self) -> None:
        super().__init__("", "en", GRAMMAR)
