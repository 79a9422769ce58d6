"""How Azerbaijani prose names the place of an amendment: "21.1-ci və 21.2-ci maddələrdə", "18.5-ci maddənin ikinci cümləsi"."""

from collections.abc import Iterable

from amendments.instructions.citations import CitedLevel, is_letter, steps
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import WHOLE_ACT, Operation
from amendments.provisions.messages import message as _
from amendments.provisions.tree import Kind
from azerbaijan.wordings.forms import ORDINAL_WORDS, Case, decline, ordinal

_STEP_NOUNS = {
    "heading": "ad",
    "text": "mətn",
    "sanction": "sanksiya",
    "disposition": "dispozisiya",
    "sentence": "cümlə",
    "paragraph": "abzas",
    "table": "cədvəl",
}
_NOTE = "Qeyd"
_NOUNS = {
    Kind.PREAMBLE: "preambula",
    Kind.SECTION: "bölmə",
    Kind.CHAPTER: "fəsil",
    Kind.DIVISION: "paraqraf",
    Kind.ANNEX: "əlavə",
    Kind.ARTICLE: "maddə",
    Kind.PART: "hissə",
    Kind.POINT: "bənd",
    Kind.SUBPOINT: "yarımbənd",
    Kind.NOTE: "hissə",
    Kind.TABLE: "cədvəl",
    Kind.ROW: "sətir",
}
_APART = _(
    "Provisions of different kinds or places cannot be named together. Write one instruction for each kind and place."
)
ACTS = {
    "code": "Məcəllə",
    "law": "Qanun",
    "decree": "Fərman",
    "decision": "Qərar",
    "constitution": "Konstitusiya",
}
"""How acts of a kind are called."""
OTHER_ACT = "Akt"
PARTS_OF_ACT = {(WHOLE_ACT,): "mətn", ("title",): "ad"}


def place(operation: Operation, case: Case) -> str:
    """The targets of an operation, or the part of them that it changes, in a case; of the whole act, without its name."""
    targets = operation.all_targets
    parts = [step for step in operation.level.split("/") if step]
    if targets in PARTS_OF_ACT:
        if operation.level not in ("", "text"):
            raise Refused(
                "not_worded", _("A part of the whole act cannot be put into words. Name a provision.")
            )
        return decline(PARTS_OF_ACT[targets], case, possessed=True)
    if not parts:
        return provisions(targets, case)
    said = provisions(targets, Case.GENITIVE)
    for step in parts[:-1]:
        said += f" {part(step, Case.GENITIVE)}"
    return f"{said} {part(parts[-1], case)}"


def provisions(numbers: Iterable[str], case: Case) -> str:
    """Provisions by number, in a case. Everything below an article is called maddə too."""
    chains = [_chain(number) for number in numbers]
    owners, (noun, _) = chains[0][:-1], chains[0][-1]
    if any(chain[:-1] != owners or chain[-1][0] != noun for chain in chains):
        raise Refused("not_worded", _APART)
    last = _named(noun, [chain[-1][1] for chain in chains], case, possessed=bool(owners))
    return f"{_owners(owners, Case.GENITIVE)} {last}".lstrip()


def added(numbers: Iterable[str]) -> tuple[str, str]:
    """For new provisions: the provision that they are added to, in the dative ("" for the act), and their own name."""
    chains = [_chain(number) for number in numbers]
    owners, (noun, _) = chains[0][:-1], chains[0][-1]
    own = [chain[-1][1] for chain in chains]
    if any(chain[:-1] != owners or chain[-1][0] != noun for chain in chains):
        raise Refused("not_worded", _APART)
    said = _named(noun, own, Case.NOMINATIVE, possessed=any(map(_is_quoted, own)))
    return _owners(owners, Case.DATIVE), said


def _owners(chain: list[tuple[str, str]], case: Case) -> str:
    """A provision as the owner of others: "4-cü maddənin 3-cü hissəsinə"."""
    said = [
        _named(noun, [number], case if i == len(chain) - 1 else Case.GENITIVE, possessed=i > 0)
        for i, (noun, number) in enumerate(chain)
    ]
    return " ".join(said)


def part(step: str, case: Case) -> str:
    """One level of a provision: "ikinci cümləsində"."""
    name, _, number = step.partition(":")
    noun = decline(_STEP_NOUNS[name], case, possessed=True)
    return f"{ordinal_word(int(number))} {noun}" if number else noun


def ordinal_word(number: int) -> str:
    """2 → ikinci."""
    if number > len(ORDINAL_WORDS):
        raise Refused("not_worded", _("There is no word for number %(number)s here.", number=str(number)))
    return ORDINAL_WORDS[number - 1]


def ordinal_words(first: int, count: int, noun: str) -> str:
    """ "ikinci cümlə", "ikinci və üçüncü cümlələr"."""
    words = [ordinal_word(number) for number in range(first, first + max(count, 1))]
    joined = words[0] if len(words) == 1 else f"{', '.join(words[:-1])} və {words[-1]}"
    return f"{joined} {decline(noun, Case.NOMINATIVE, plural=len(words) > 1)}"


def _chain(citation: str) -> list[tuple[str, str]]:
    """The levels of a citation with their names: 11(1)(g) → maddə 11, hissə 1, bənd g."""
    chain = [
        (_NOUNS.get(step.kind, ""), _NOTE if step.kind is Kind.NOTE else _number(step))
        for step in steps(citation)
    ]
    if not chain or not all(noun for noun, _ in chain):
        raise Refused("not_worded", _("“%(said)s” names no provision.", said=citation))
    return chain


def _number(step: CitedLevel) -> str:
    return f"{step.number}:{step.place}" if step.place else step.number


def _ordinal(number: str) -> str:
    """12-1 → 12-1-ci; of rows that print one number 3:2 → ikinci 3-cü."""
    number, __, place = number.partition(":")
    return f"{ordinal_word(int(place))} {ordinal(number)}" if place else ordinal(number)


def _named(noun: str, numbers: list[str], case: Case, *, possessed: bool) -> str:
    printed = [f"“{n}”" if _is_quoted(n) else _ordinal(n) for n in numbers]
    joined = printed[0] if len(printed) == 1 else f"{', '.join(printed[:-1])} və {printed[-1]}"
    if noun == "preambula":
        return decline(noun, case)
    if noun == "əlavə":
        joined = f"{' və '.join(numbers)} nömrəli" if any(numbers) else ""
    return f"{joined} {decline(noun, case, plural=len(numbers) > 1, possessed=possessed)}".lstrip()


def _is_quoted(number: str) -> bool:
    return number == _NOTE or is_letter(number)
