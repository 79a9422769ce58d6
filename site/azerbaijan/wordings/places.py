"""How Azerbaijani prose names the place of an amendment: "21.1-ci və 21.2-ci maddələrdə", "18.5-ci maddənin ikinci cümləsi"."""

import re
from collections.abc import Iterable

from amendments.instructions.errors import Refused
from amendments.instructions.operations import WHOLE_ACT, Operation
from azerbaijan.wordings.forms import ORDINAL_WORDS, Case, decline, ordinal

_STEP_NOUNS = {
    "heading": "ad",
    "text": "mətn",
    "sanction": "sanksiya",
    "disposition": "dispozisiya",
    "sentence": "cümlə",
    "paragraph": "abzas",
}
_STRUCTURE = {
    "section": "bölmə",
    "chapter": "fəsil",
    "division": "paraqraf",
    "annex": "əlavə",
    "article": "maddə",
}
_LOCAL = ("hissə", "bənd", "yarımbənd")
_STEP = re.compile(
    r"(?P<word>section|chapter|division|annex|article) (?P<named>[^\s(]+)"
    r"|\((?P<local>[^()]+)\)|(?P<note>note)|point (?P<point>\S+)|(?P<number>\d[^\s()]*)|(?P<unknown>\S+)"
)


def place(operation: Operation, case: Case) -> str:
    """The targets and the part of them that an operation means, in a case."""
    targets = operation.all_targets
    steps = [step for step in operation.level.split("/") if step]
    if targets == (WHOLE_ACT,):
        return f"{decline('Qanun', Case.GENITIVE)} {decline('mətn', case, possessed=True)}"
    if not steps:
        return provisions(targets, case)
    said = provisions(targets, Case.GENITIVE)
    for step in steps[:-1]:
        said += f" {part(step, Case.GENITIVE)}"
    return f"{said} {part(steps[-1], case)}"


def provisions(numbers: Iterable[str], case: Case) -> str:
    """Provisions by number, in a case; everything below an article is cited as maddə too."""
    chains = [_chain(number) for number in numbers]
    owners, (noun, _) = chains[0][:-1], chains[0][-1]
    if any(chain[:-1] != owners or chain[-1][0] != noun for chain in chains):
        raise Refused("not_worded", "Provisions of different kinds are named in one sentence each.")
    said = [_named(name, [number], Case.GENITIVE, possessed=i > 0) for i, (name, number) in enumerate(owners)]
    said.append(_named(noun, [chain[-1][1] for chain in chains], case, possessed=bool(owners)))
    return " ".join(said)


def part(step: str, case: Case) -> str:
    """One level of a provision: "ikinci cümləsində"."""
    name, _, number = step.partition(":")
    noun = decline(_STEP_NOUNS[name], case, possessed=True)
    return f"{ordinal_word(int(number))} {noun}" if number else noun


def ordinal_word(number: int) -> str:
    """2 → ikinci."""
    if number > len(ORDINAL_WORDS):
        raise Refused("not_worded", f"There is no word for number {number} here.")
    return ORDINAL_WORDS[number - 1]


def _chain(number: str) -> list[tuple[str, str]]:
    """The levels of a citation with their names: 11(1)(g) → maddə 11, hissə 1, bənd g."""
    if number == "preamble":
        return [("preambula", "")]
    chain: list[tuple[str, str]] = []
    for step in _STEP.finditer(number):
        depth = sum(noun in _LOCAL for noun, _ in chain)
        if step["word"]:
            chain.append((_STRUCTURE[step["word"]], step["named"]))
        elif step["number"]:
            chain.append(("maddə", step["number"]))
        elif step["note"]:
            chain.append(("hissə", "Qeyd"))
        elif depth < len(_LOCAL) and not step["unknown"]:
            chain.append((_LOCAL[depth], step["local"] or step["point"]))
        else:
            raise Refused("not_worded", f"There are no words for the citation {number}.")
    return chain


def _named(noun: str, numbers: list[str], case: Case, *, possessed: bool) -> str:
    printed = [f"“{n}”" if n == "Qeyd" or _is_letter(n) else ordinal(n) for n in numbers]
    joined = printed[0] if len(printed) == 1 else f"{', '.join(printed[:-1])} və {printed[-1]}"
    if noun == "preambula":
        return decline(noun, case)
    if noun == "əlavə":
        joined = f"{' və '.join(numbers)} nömrəli"
    return f"{joined} {decline(noun, case, plural=len(numbers) > 1, possessed=possessed)}"


def _is_letter(number: str) -> bool:
    is_roman = number.isupper() and set(number) <= set("IVXLC")
    return number.isalpha() and not is_roman
