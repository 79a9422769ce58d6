"""Which provision of a stored text each provision of a file is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from amendments.provisions.tree import Tree
from amendments.redline.alignment.blocks import Provisions
from amendments.redline.merged import outline
from amendments.redline.provision_redline import Change
from amendments.redline.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Matched:
    """By the number of a provision of the file the key of the stored one; `alike` counts those with the same words."""

    keys: Mapping[int, str]
    alike: int


def matched(file: Tree, stored: Tree) -> Matched:
    """The provisions by place, wording and likeness, as a redline pairs them."""
    vocabulary = Vocabulary()
    elements = stored.elements
    keys: dict[int, str] = {}
    alike = 0
    for step in outline(Provisions(vocabulary, file), Provisions(vocabulary, stored)):
        if len(step.old) == len(step.new) == 1:
            keys[step.old[0]] = elements[step.new[0]].key
            alike += step.change is Change.UNCHANGED
    return Matched(keys, alike)


def paired(texts: Iterable[Mapping[int, str]], working: Tree) -> dict[int, str]:
    """The provisions of the draft by those of a file, as the first text says that has both; each is one of the file."""
    keys: dict[int, str] = {}
    for text in texts:
        taken = set(keys.values())
        keys |= {
            place: key
            for place, key in text.items()
            if place not in keys and key in working.by_key and key not in taken
        }
    return keys
