"""What the command-line fronts know beside the defaults: the plugins that are installed, found without Django."""

import importlib
import os
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any, Protocol, TypeVar

from amendments.provisions.provision_errors import CountryUnclear

_BESIDE = Path(__file__).resolve().parents[2] / "site"
GROUP = "madda.plugins"
"""The entry points by which an installed package says that it is a plugin."""


class Spoken(Protocol):
    """A scheme or a wording: it is for a language, of one country or of any."""

    @property
    def country(self) -> str:
        """Two letters, "" for any."""
        ...

    @property
    def language(self) -> str:
        """Two letters."""
        ...


S = TypeVar("S", bound=Spoken)


def names() -> list[str]:
    """The plugins that `MADDA_PLUGINS` names; without it those that are installed or lie in `site`."""
    sys.path.insert(0, str(_BESIDE))
    if (given := os.environ.get("MADDA_PLUGINS")) is not None:
        return given.replace(",", " ").split()
    beside = {path.parent.name for path in _BESIDE.glob("*/schemes.py")}
    return sorted(beside | {point.value for point in entry_points(group=GROUP)})


def contributed(module: str, name: str) -> Iterator[Any]:
    """What the plugins have under a name in a module of theirs; Any: each kind has its own type."""
    for plugin in names():
        yield from getattr(importlib.import_module(f"{plugin}.{module}"), name)


def country_of(known: Iterable[S], country: str, language: str) -> str:
    """The country that was named; else the only one that has the language, "" if any country may use it.

    Raises `CountryUnclear` where several countries have the language.
    """
    if country:
        return country
    found = sorted({one.country for one in known if one.language == language.lower()})
    if len(found) > 1 and found[0]:
        raise CountryUnclear(language, found)
    return found[0] if found else ""
