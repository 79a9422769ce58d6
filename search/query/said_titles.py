"""What a query says of the titles of acts, and which of those that it says alike are meant."""

from dataclasses import dataclass

_WHOLE = 2 / 3  # of the weight of a title: what is left are endings such as "of the Republic"
_PART = 0.4  # of the weight: enough where that is twice what is said of any other; so are two words of one title alone
_HALF = 0.5  # of the weight of each title that one name says alike
SHORT_OF = 0.99  # of a title without what it has in brackets: a whole title says more


@dataclass(frozen=True, slots=True)
class Said:
    """What a query says of a title."""

    act: str
    words: int  # a bit for each word of the query that does
    places: int  # words of the title
    share: float  # of its weight
    own: float  # of the weight of what it is about: of two codes with one name the state does not tell


def says_less(words: int, other: int, laws: int) -> bool:
    """Whether one title says less of a query than another; that it is a law says nothing where other words say more."""
    telling = words & ~laws
    return words & other == words or (telling & other == telling != other & ~laws)


def fitting(alike: list[Said], *, is_all: bool, is_act: bool) -> set[str]:
    """The acts that may be meant, of those with the same words in their names.

    `is_all`: no further word names an act; `is_act`: it is said to be one, and then what no other act says is enough.
    """
    own = max(one.own for one in alike)
    acts = {one.act for one in alike if one.own == own}
    best = max((one for one in alike if one.own == own), key=lambda one: (one.share, one.places))
    other = max((one.share for one in alike if one.act not in acts), default=0.0)
    is_part = best.share >= _PART or ((best.places > 1 or is_act) and not other)
    is_sure = own >= _WHOLE if len(acts) > 1 else own >= SHORT_OF or best.share >= 2 * other
    if (best.share >= _WHOLE and own >= _HALF) or (is_all and is_part and is_sure):
        return acts
    near = {one.act for one in alike if one.share >= _HALF}
    return near if is_all and len(near) > 1 else set()
