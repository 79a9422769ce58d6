"""What the act is called to which a citation in a text belongs."""

import re

from amendments.provisions.citing.citation_words import CitationWords

_INSIDE_NAMES = frozenset(("və", "haqqında", "üzrə", "nömrəli", "saylı", "tarixli"))
_FAR = 400  # letters between a citation and the end of the name of its act
LONGEST_NAME = 200
_OPENING, _CLOSING = frozenset('“«„"'), frozenset('”»"')
_GOES_ON = re.compile(  # verbs behind a citation, which names no act: "Article 2 applies in the rules"
    r"shall|must|may|can|will|do|is|are|was|were|ha[sd]|have|apply|[a-z]{2,}[^\Wius]s|не|[а-яё]{2,}[еиюя]т(?:ся)?"
)
_SENTENCE = re.compile(r"[.;:!?](?=\s)|\n")
_CLAUSE = re.compile(r"[,;:\n]|\.\s")


def named_act(text: str, start: int, end: int, words: CitationWords) -> str | None:
    """What the act of a citation is called: "" of the act itself, None where it cannot be told."""
    if words.puts_number_first:
        named = _behind_own(_SENTENCE.split(text[max(0, start - _FAR) : start])[-1].split(), words)
        place = len(named) - 1
        if not named or not words.names_act(named[-1]):
            return ""
    else:
        named = _clause(_SENTENCE.split(text[end : end + _FAR])[0].split())
        place = next((at for at, word in enumerate(named) if words.names_act(word)), -1)
        if place < 0 or _GOES_ON.fullmatch(named[0]):
            return ""
    near = 2 if words.puts_number_first else 3  # words: "настоящего Федерального конституционного закона"
    if any(words.is_own(word) for word in named[max(0, place - near) : place]):
        return ""
    return _name(named, place, leads=words.puts_number_first) or None


def follows_act(text: str, start: int, words: CitationWords) -> bool:
    """Whether the name of another act stands before a place, with a comma."""
    before = text[max(0, start - _FAR) : start].rstrip()
    if not before.endswith(","):
        return False
    named = _CLAUSE.split(before[:-1])[-1].split()
    place = next((at for at in reversed(range(len(named))) if words.names_act(named[at])), -1)
    if place < 0 or any(words.is_own(word) for word in named[max(0, place - 2) : place]):
        return False
    name = _name(named, place, leads=True)
    return bool(name) and " ".join(named).endswith(name)


def _behind_own(named: list[str], words: CitationWords) -> list[str]:
    """The words behind those for the act itself, unless these come last: "Bu Qanun Gömrük Məcəlləsinin"."""
    own = (
        at for at in range(1, len(named) - 1) if words.is_own(named[at - 1]) and words.names_act(named[at])
    )
    return named[max(own, default=-1) + 1 :]


def _clause(written: list[str]) -> list[str]:
    """The words before the first comma, or with the whole title that stands in quotation marks."""
    stop = next((at for at, word in enumerate(written) if word[-1] in ",;)"), len(written) - 1)
    if any(word[0] in _OPENING for word in written[: stop + 1]):
        stop = next((at for at, word in enumerate(written) if word.rstrip(",.;")[-1:] in _CLOSING), stop)
    return written[: stop + 1]


def _name(named: list[str], place: int, *, leads: bool) -> str:
    """The words around the one for the act that belong to its name: in capitals, in quotation marks, or with digits.

    One word between them may be small; where the name leads to the number, only one that joins: "Bu hal" is none of it.
    """
    first = last = place
    while first and (
        _belongs(named[first - 1])
        or (
            first > 1
            and _belongs(named[first - 2])
            and (not leads or named[first - 1].lower() in _INSIDE_NAMES)
        )
    ):
        first -= 1
    while last + 1 < len(named) and (
        _belongs(named[last + 1]) or (last + 2 < len(named) and _belongs(named[last + 2]))
    ):
        last += 1
    closing = [at for at in range(max(0, first - 4), last + 1) if named[at].rstrip(",.;")[-1:] in _CLOSING]
    if closing:
        opened = [at for at in range(closing[0] + 1) if named[at][0] in _OPENING]
        first = min(first, opened[-1]) if opened else first
    return " ".join(named[first : last + 1])[:LONGEST_NAME] if last > first else ""


def _belongs(word: str) -> bool:
    return word[:1].isupper() or word[0] in _OPENING or any(map(str.isdigit, word))
