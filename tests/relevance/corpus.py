"""The acts that relevance is measured on: real ones, read where `MADDA_DATA` has them."""

import json
import os
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from search.sources import Entry, Text

DATA = Path(os.environ.get("MADDA_DATA", Path(__file__).resolve().parents[2] / ".." / "shared" / "data"))
ACTS = {"az": "az", "ca-en": "en"}  # files of whole acts and their languages
CODES = ("migration_code_2023-05", "constitution_2023-05", "law_on_normative_legal_acts_2023-05")
TITLES = {  # of these: official ones in each language, then as they are called for short
    CODES[0]: {
        "az": ("Azərbaycan Respublikasının Miqrasiya Məcəlləsi", "Miqrasiya Məcəlləsi"),
        "en": ("Migration Code of the Republic of Azerbaijan", "Migration Code"),
        "ru": ("Миграционный кодекс Азербайджанской Республики", "Миграционный кодекс"),
    },
    CODES[1]: {
        "az": ("Azərbaycan Respublikasının Konstitusiyası", "Konstitusiya"),
        "en": ("Constitution of the Republic of Azerbaijan", "Constitution"),
        "ru": ("Конституция Азербайджанской Республики", "Конституция"),
    },
    CODES[2]: {
        "az": (
            "Normativ hüquqi aktlar haqqında Azərbaycan Respublikasının Konstitusiya Qanunu",
            "Normativ hüquqi aktlar haqqında Konstitusiya Qanunu",
        ),
        "en": ("Constitutional Law on Normative Legal Acts", "Law on Normative Legal Acts"),
        "ru": (
            "Конституционный закон Азербайджанской Республики о нормативных правовых актах",
            "Конституционный закон о нормативных правовых актах",
        ),
    },
}
_AGAIN = ("Miqrasiya Məcəlləsi", "Konstitusiya")  # of `articles`: they are among `provisions`
_HEADING = re.compile(r"(?:Maddə\s+)?(?P<number>\d[\d.-]*)\.?\s*(?P<heading>.*)")


@dataclass(frozen=True)
class Item:
    """An article or a smaller unit of a real act."""

    id: str
    act: str
    language: str
    number: str
    heading: str
    body: str


@dataclass(frozen=True)
class Act:
    """What an act is called: its number, and by language its title and how it is called for short."""

    number: str
    titles: Mapping[str, tuple[str, ...]]


def library() -> tuple[list[Item], dict[str, Act]]:
    """Articles and provisions of all acts, each once, and the acts."""
    items = [item for item in articles() if item.act not in _AGAIN] + provisions()
    languages = {item.act: item.language for item in items}
    return items, {
        act: Act(f"{place}-IVQ", TITLES.get(act, {language: _titles(act)}))
        for place, (act, language) in enumerate(languages.items(), 101)
    }


def _titles(act: str) -> tuple[str, ...]:
    """The title as the act prints it, where it is an Azerbaijani code, and as it is called."""
    return (f"Azərbaycan Respublikasının {act}", act) if act.endswith("Məcəlləsi") else (act,)


def articles() -> list[Item]:
    """The articles of many acts, each with its heading: the newest version that there is of each act."""
    found: dict[str, list[Item]] = {}
    for name, language in ACTS.items():
        with (DATA / "redline" / f"{name}.jsonl").open(encoding="utf-8") as file:
            for row in sorted(map(json.loads, file), key=lambda row: row["date"]):
                found[row["title"]] = list(_articles(row, language))
    return [item for act in found.values() for item in act]


def provisions() -> list[Item]:
    """Every numbered unit of three Azerbaijani acts; the first is the Migration Code."""
    found = []
    for name in CODES:
        nodes = json.loads((DATA / "az" / f"{name}.json").read_text(encoding="utf-8"))["nodes"]
        for node in nodes:
            number = (node.get("num") or "").strip(".")
            if number[:1].isdigit() and node["kind"] != "chapter":
                found.append(
                    Item(
                        f"{name}:{node['eid']}", name, "az", number, node["heading"] or "", node["text"] or ""
                    )
                )
    return found


def _articles(row: dict[str, Any], language: str) -> Iterator[Item]:
    for _key, _label, start, end in row["prov_after"]:
        first, _, body = row["after"][start:end].lstrip("# ").partition("\n")
        read = _HEADING.match(first.strip())
        if read and read["heading"] and body.strip():
            body = body.split("\n#")[0].strip()  # what comes next is the title of a part
            number = read["number"].strip(".")
            yield Item(f"{row['title']}:{number}", row["title"], language, number, read["heading"], body)


class Source:
    """Items as entries, for everybody or for those who hold a token."""

    name = "law"
    label = "Laws"
    statuses: dict[str, str] = {}

    def __init__(
        self, items: Collection[Item], acts: Mapping[str, Act] | None = None, *, with_headings: bool = True
    ) -> None:
        self.items = {item.id: item for item in items}
        self.acts = acts or {}
        self.with_headings = with_headings
        self.secret: dict[str, str] = {}  # item: the token of those who may read it

    def entries(self, ids: Collection[str] | None) -> Iterator[Entry]:
        """All, or those asked for."""
        for place, item in enumerate(self.items.values()):
            if ids is None or item.id in ids:
                yield self._entry(item, place)

    def _entry(self, item: Item, place: int) -> Entry:
        unit = "Maddə" if item.language == "az" else "Section"
        cited = f"{unit} {item.number}" if item.number.isdigit() or item.language == "en" else item.number
        heading = ". ".join(filter(None, (cited, item.heading))) if self.with_headings else ""
        act = self.acts.get(item.act, Act(item.act, {item.language: (item.act,)}))
        official = [title for title, *_ in act.titles.values()]
        return Entry(
            id=item.id,
            url="/",
            texts=(Text(item.language, heading, item.body),),
            audience=frozenset({self.secret.get(item.id, "public")}),
            cite=(item.number,) if self.with_headings else (),
            instrument=act.number,
            instrument_title=official[place % len(official)],
            context=item.act,
            place=place,
        )

    def visible_to(self, user: Any, ids: Collection[str]) -> set[str]:
        """All: the audiences have chosen already."""
        return set(ids)
