"""A large site made of real laws: provisions in wordings old and new, and comments that quote them."""

import datetime
import json
import os
import random
import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from search.sources import Entry, Text

DATA = Path(os.environ.get("MADDA_DATA", Path(__file__).resolve().parents[2] / ".." / "shared" / "data"))
LAWS = {"az": "az", "ca-en": "en", "ca-fr": "fr"}  # files of real laws and their languages
SHORTEST = 40  # letters of a line that is a provision
OF_ACT = 250  # provisions
WORDINGS = 4  # one provision in so many has an earlier wording
STATUSES = ("submitted", "accepted", "partly_accepted", "not_accepted", "noted")
BODIES = tuple(f"Institution {number} of Caspia" for number in range(1, 24))
RIGHTS = tuple(f"Right {number}" for number in range(1, 41))
_SENTENCE = re.compile(r"(?<=[.;:])\s+")


def lines() -> list[tuple[str, str]]:
    """Every different line of the real laws with its language, in one order for ever."""
    found: dict[str, str] = {}
    for name, language in LAWS.items():
        with (DATA / "redline" / f"{name}.jsonl").open(encoding="utf-8") as file:
            for row in file:
                pair = json.loads(row)
                for line in (pair["before"] + "\n" + pair["after"]).splitlines():
                    if SHORTEST <= len(line.strip()) <= 3000:
                        found.setdefault(line.strip(), language)
    return [(language, line) for line, language in found.items()]


class Laws:
    """A source of provisions: each a real line, or the sentences of two; some with an earlier wording."""

    name = "law"
    label = "Provisions"
    statuses = {"current": "in force", "earlier": "earlier wording"}

    def __init__(self, count: int) -> None:
        self.count = count
        self.lines = lines()

    def entries(self, ids: Collection[str] | None) -> Iterator[Entry]:
        """All, or those asked for."""
        chosen = range(self.count) if ids is None else sorted(map(int, ids))
        return map(self.entry, chosen)

    def entry(self, number: int) -> Entry:
        """Provision `number`; it is the same whenever it is asked for."""
        chance = random.Random(number)  # noqa: S311 - no secret
        language, words = self.words(number, chance)
        is_current = number % WORDINGS != 1
        act = number // OF_ACT
        started = datetime.date(1995 + act % 30, 1 + act % 12, 1)
        heading, _, body = words.partition(". ")
        article = f"{number % OF_ACT // 5 + 1}.{number % 5 + 1}"
        return Entry(
            id=str(number),
            url=f"/law/{number}/",
            texts=(Text(language, f"Article {article}. {heading[:80]}", body or words),),
            audience=frozenset({"public" if number % 50 else "version:7"}),
            cite=(article,),
            instrument=f"{act + 1}-L",
            instrument_title=f"Law {act + 1}",
            context=f"Law {act + 1}",
            status="current" if is_current else "earlier",
            date=started if is_current else started - datetime.timedelta(days=1000),
            place=number % OF_ACT,
            is_current=is_current,
            valid_from=started if is_current else started - datetime.timedelta(days=1000),
            valid_to=None if is_current else started,
            group=str(number if is_current else number - 1),
        )

    def words(self, number: int, chance: random.Random) -> tuple[str, str]:
        """The text of a provision and its language."""
        language, line = self.lines[(number * 7919) % len(self.lines)]
        if number < len(self.lines):
            return language, line
        for _ in range(20):
            other_language, other = self.lines[chance.randrange(len(self.lines))]
            if other_language == language:
                return language, mixed(line, other, chance)
        return language, line

    def visible_to(self, user: Any, ids: Collection[str]) -> set[str]:
        """Everything: the audiences have chosen already."""
        return set(ids)


class Remarks:
    """A source of comments: what somebody of the demo said, on words that stand in the laws."""

    name = "remark"
    label = "Comments"
    statuses = {status: status for status in STATUSES}

    def __init__(self, count: int, laws: Laws) -> None:
        self.count, self.laws = count, laws
        written = json.loads((DATA / "demo" / "comments.json").read_text(encoding="utf-8"))
        self.sentences = [
            sentence
            for comment in written
            for text in (comment["rationale"], comment["proposed_text"])
            for sentence in _SENTENCE.split(text or "")
            if sentence
        ]

    def entries(self, ids: Collection[str] | None) -> Iterator[Entry]:
        """All, or those asked for."""
        chosen = range(self.count) if ids is None else sorted(map(int, ids))
        return map(self.entry, chosen)

    def entry(self, number: int) -> Entry:
        """Comment `number`; one in five is for some readers only."""
        chance = random.Random(-number - 1)  # noqa: S311 - no secret
        about = chance.randrange(self.laws.count)
        language, quoted = self.laws.words(about, chance)
        own = " ".join(chance.sample(self.sentences, 2))
        act = about // OF_ACT
        audience = {"public"} if number % 5 else {f"org:{number % 23}", "role:secretary"}
        return Entry(
            id=str(number),
            url=f"/remark/{number}/",
            texts=(
                Text(language, f"C-{number:06}, Article {about % OF_ACT // 5 + 1}", f"{own} {quoted[:400]}"),
            ),
            audience=frozenset(audience),
            instrument=f"{act + 1}-L",
            instrument_title=f"Law {act + 1}",
            context=f"Amendment to law {act + 1}",
            status=chance.choice(STATUSES),
            institution=BODIES[number % 23],
            rights=tuple(chance.sample(RIGHTS, number % 3)),
            date=datetime.date(2015 + number % 10, 1 + number % 12, 1),
            place=about % OF_ACT,
        )

    def visible_to(self, user: Any, ids: Collection[str]) -> set[str]:
        """Everything: the audiences have chosen already."""
        return set(ids)


def mixed(one: str, other: str, chance: random.Random) -> str:
    """Sentences of two lines of law."""
    sentences = [*_SENTENCE.split(one), *_SENTENCE.split(other)]
    chance.shuffle(sentences)
    return " ".join(sentences)[:2000]
