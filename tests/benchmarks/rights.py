"""Suggested rights beside those that people gave to the demo's comments, issues and rows of concordance.

Half of the cases was kept aside while the cues were written: a case belongs to it by the hash of its name. The cues were
written from the vocabulary and the treaties, for all 71 rights. Whoever wrote them had read the demo before, so that the kept
half is no blind test. In Azerbaijani there are the comments with the translated provisions.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from tests.benchmarks.django_site import start_django
from tests.benchmarks.tables import at_least, print_table, print_targets

SITE = Path(__file__).resolve().parents[2] / "site"
DEMO, CUES = SITE / "portal" / "demo" / "data", SITE / "azerbaijan" / "data" / "cues"
PRECISION, RECALL = 0.8, 0.6


@dataclass(frozen=True)
class Case:
    """A text and the rights that people see in it."""

    name: str
    text: str
    rights: frozenset[str]

    @property
    def is_kept_aside(self) -> bool:
        """Whether it was kept aside."""
        return bool(sha256(self.name.encode()).digest()[0] % 2)


@dataclass
class Score:
    """How often a suggestion is right, and how many of the rights are suggested."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Of the suggestions, those that are right."""
        return self.right / max(self.right + self.wrong, 1)

    @property
    def recall(self) -> float:
        """Of the rights, those that are suggested."""
        return self.right / max(self.right + self.missed, 1)


def run() -> None:
    """Print the scores, and the targets of the kept half."""
    start_django()  # which puts the plugins on the path
    rows, targets = [], []
    for language, cases in (("en", list(english())), ("az", list(azerbaijani()))):
        cues = cues_of(language)
        for half, is_kept in (("worked on", False), ("kept aside", True)):
            some = [case for case in cases if case.is_kept_aside == is_kept]
            score = scored(some, cues)
            figures = (f"{len(some)}", f"{score.precision:.2f}", f"{score.recall:.2f}")
            rows.append([f"{language}, {half}", *figures])
            if is_kept:
                targets.append(
                    at_least(f"precision of suggested rights, {language}", score.precision, PRECISION)
                )
                targets.append(at_least(f"recall of suggested rights, {language}", score.recall, RECALL))
    print_table("Suggested rights", ["", "texts", "precision", "recall"], rows)
    print_targets(targets)


def cues_of(language: str) -> Any:
    """The cues of a language."""
    from rights.suggesting.cues import read_cues

    with (CUES / f"{language}.txt").open(encoding="utf-8") as lines:
        return read_cues(lines)


def scored(cases: list[Case], cues: Any) -> Score:
    """The suggestions for these texts beside what people said."""
    from rights.suggesting.suggestion import suggestions

    score = Score()
    for case in cases:
        told = {one.right for one in suggestions(case.text, cues)}
        score.right += len(told & case.rights)
        score.wrong += len(told - case.rights)
        score.missed += len(case.rights - told)
    return score


def english() -> Iterator[Case]:
    """Comments with the provision that they are on, and the provisions of issues and of the concordance."""
    drafts = {
        f"v{number}": _provisions(draft)
        for number, draft in enumerate(_read("amendment_versions")["versions"], 1)
    }
    for comment in _read("comments"):
        said = [comment.get("anchor_quote"), comment["rationale"], comment.get("proposed_text")]
        yield from _case(
            comment["id"],
            [_text(drafts[comment["draft_version"]], comment["target"]), *said],
            comment["rights"],
        )
    for issue in _read("rights_issues"):
        said = [_text(drafts["v2"], issue["provision"]), issue["summary"]]
        yield from _case(issue["id"], said, [issue["right"]])
    for row in _read("concordance"):
        provisions = [_text(drafts["v3"], number) for number in row["national_provision"].split("; ")]
        yield from _case(row["id"], [*provisions, row["provision_summary"]], row["rights"])


def azerbaijani() -> Iterator[Case]:
    """Comments that are translated, with the translation of their provision in the law in force."""
    said, law = _read("comments_az"), _read("translations_az")["base"]
    provisions = {
        number: words if isinstance(words, str) else words.get("heading", "") for number, words in law.items()
    }
    for comment in _read("comments"):
        if comment["id"] in said:
            yield from _case(
                comment["id"], [_text(provisions, comment["target"]), said[comment["id"]]], comment["rights"]
            )


def _case(name: str, said: list[str | None], rights: list[str]) -> Iterator[Case]:
    if rights:
        yield Case(name, "\n".join(filter(None, said)), frozenset(rights))


def _provisions(draft: dict[str, Any]) -> dict[str, str]:
    return {row["num"]: f"{row['heading']} {row['text']}".strip() for row in draft["result"]}


def _text(provisions: dict[str, str], number: str) -> str:
    """A provision with the words that lead to it, as a reader sees it."""
    levels = number.split(".")
    above = [".".join(levels[:depth]) for depth in range(1, len(levels))]
    return "\n".join(provisions[each] for each in (*above, number) if each in provisions)


def _read(name: str) -> Any:
    return json.loads((DEMO / f"{name}.json").read_text(encoding="utf-8"))


if __name__ == "__main__":
    run()
