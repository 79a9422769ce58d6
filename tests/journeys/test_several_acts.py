"""An amending law on three acts, from the import of the acts to their three consolidated texts."""

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.urls import reverse

from tests.journeys.checking import names, passes
from tests.journeys.enacting import asks_for_release, closes
from tests.journeys.hands import Keys
from tests.journeys.moving import moves
from tests.journeys.people import Person
from tests.journeys.test_spine import signs_off

pytestmark = pytest.mark.journey

FERRIES = """LAW OF THE REPUBLIC OF CASPIA
On Ferries

Article 1. Fares
1.1. The fare is 10 coins. It is paid before the crossing.
1.2. Children under 6 years of age travel free of charge.
"""
BRIDGES = """LAW OF THE REPUBLIC OF CASPIA
On Bridges

Article 1. Tolls
1.1. The toll is 3 coins. It is paid on the bridge.
1.2. Cyclists cross free of charge.
"""
TUNNELS = """LAW OF THE REPUBLIC OF CASPIA
On Tunnels

Article 1. Lamps
1.1. A tunnel has 40 lamps.
1.2. The lamps burn at night.
"""


@dataclass(frozen=True)
class Laws:
    """The acts of the journey, with names that the demo does not use."""

    where: str
    number: int

    @property
    def texts(self) -> dict[str, str]:
        """The texts by title, in the order in which they are amended."""
        names = {"Ferries": FERRIES, "Bridges": BRIDGES, "Tunnels": TUNNELS}
        return {f"Code of {name} {self.where}": text for name, text in names.items()}

    @property
    def titles(self) -> list[str]:
        """The three titles."""
        return list(self.texts)

    @property
    def amending(self) -> str:
        """The title of the amendment."""
        return f"Law amending three laws {self.where}"


def imports(drafter: Person, folder: Path, laws: Laws) -> dict[str, str]:
    """The addresses of the acts by title."""
    found = {}
    for place, (title, text) in enumerate(laws.texts.items()):
        file = folder / f"{place}.txt"
        file.write_text(text, encoding="utf-8")
        drafter.go("/cms/amendments/import/")
        drafter.attach("file", file).fill("title", title).fill("number", f"{laws.number + place}-L")
        drafter.choose("language", "en").choose("country", "").press("Preview")
        drafter.press("Save and seal").sees("Consolidated text 1")
        found[title] = drafter.page.url
    return found


def releases(secretary: Person, about: str, version: str) -> None:
    """From the task in “My work” to the button."""
    secretary.go(reverse("all_work", args=["waiting"]))
    task = secretary.page.locator(".work-task", has_text=about).filter(has_text=version)
    secretary.follow(f"Release {version}", within=task).follow("Release to").press("Release now").sees(
        "is released"
    )


def opens(drafter: Person, laws: Laws) -> str:
    """Choose one act in the list, a second one with it, and a third in the workspace, after removing a wrong one."""
    first, second, third = laws.titles
    drafter.go("/cms/amendments/")
    drafter.follow("Amend", within=drafter.page.locator("tr", has_text=first))
    drafter.fill("title", laws.amending)
    drafter.hands.tick(drafter.page.get_by_label(re.compile(rf"{re.escape(second)}, .*Consolidated text 1")))
    drafter.checks_access().press("Open the amendment").sees(laws.amending)
    workspace = drafter.page.url.removeprefix(drafter.address).partition("?")[0]
    drafter.follow("Add or remove acts").checks_access()
    wrong = drafter.page.locator("tr:has(form[action$='/add/'])").filter(has_not_text=laws.where).first
    drafter.press("Add", within=wrong).follow("Add or remove acts")
    out = drafter.page.locator("form[action$='/remove/']").last
    drafter.press("Take out", within=out).sees("is out of the amendment").fill("words", third).press_enter()
    drafter.press("Add", within=drafter.page.locator("tr", has_text=third)).sees("is part of the amendment")
    assert drafter.go(workspace).page.locator(".madda-acts a").count() == 3
    drafter.checks_access()
    return workspace


def shows(drafter: Person, workspace: str, title: str) -> None:
    """Choose an act of the workspace."""
    drafter.go(workspace).follow(title, within=drafter.page.locator(".madda-acts"))


def adds(drafter: Person, workspace: str, title: str, op: str, **fields: str) -> None:
    shows(drafter, workspace, title)
    drafter.follow("Add an instruction").choose("op", op)
    for name, words in fields.items():
        drafter.fill(name, words)
    drafter.press("Preview").sees("What it does").press("Save").sees("The instruction is saved")


def drafts(drafter: Person, reviewer: Person, laws: Laws, workspace: str) -> str:
    """The page of the amendment."""
    first, second, third = laws.titles
    adds(drafter, workspace, first, "replace_number", target="1.1", old="10", new="12")
    adds(drafter, workspace, second, "replace_words", target="1.2", old="free of charge", new="at half toll")
    names(drafter, workspace)
    drafter.is_refused().sees(f"There is no instruction on {third} yet")
    adds(drafter, workspace, third, "replace_words", target="1.2", old="at night", new="day and night")
    passes(drafter, reviewer, workspace)
    drafter.checks_access().follow("Seal as the next draft").press("Seal draft 1").sees("Draft 1 is sealed")
    return urlsplit(drafter.page.url).path


def reads_three_acts(public: Person, laws: Laws, redline: str) -> None:
    for view in ("inline", "side", "table", "changed"):
        public.go(f"{redline}?view={view}").sees("3 changes").sees("day and").checks_access()
        assert public.page.locator(".act-name").all_inner_texts() == laws.titles
    public.follow(laws.titles[1], within=public.page.locator(".act-choice"))
    public.sees("at half toll").does_not_see("day and").sees("1 change").checks_access()
    assert public.page.locator(".act-name").all_inner_texts() == [laws.titles[1]]
    public.follow("All acts").sees("day and")


def opens_a_round(secretary: Person, laws: Laws) -> str:
    secretary.go("/consultations/manage/")
    entry = secretary.page.locator("li", has_text=laws.amending).first
    secretary.follow("Open a round", within=entry)
    secretary.tick("audience", "public").press("Announce the round").sees(laws.amending)
    return secretary.page.url.removeprefix(secretary.address)


def comments(author: Person, laws: Laws, redline: str) -> None:
    """On a provision of the second act, whose number the other acts have too."""
    author.go(redline).follow(laws.titles[1], within=author.page.locator(".act-choice"))
    author.follow("Comment on 1.2").sees(laws.titles[1]).checks_access()
    author.tick("stance", "opposes").fill("rationale", "Children of poor families cycle to school.")
    author.fill("proposed_text", "Cyclists and walkers cross free of charge.")
    author.press("Save and send for sign-off").sees("C-")


def answers(secretary: Person, laws: Laws, round_: str) -> None:
    secretary.go(round_.replace("/consultations/rounds/", "/consultations/board/"))
    row = secretary.page.locator("tr", has_text=laws.titles[1])
    secretary.checks_access()
    secretary.go(row.locator("a[href*='value=accepted']").first.get_attribute("href") or "").checks_access()
    secretary.press("proposed instruction").sees("is proposed to the drafters")


def takes_the_wording(drafter: Person, reviewer: Person, laws: Laws, workspace: str) -> None:
    """Take the proposal on the second act, after the instruction that it contradicts was withdrawn."""
    shows(drafter, workspace, laws.titles[1])
    drafter.sees("1 proposed").sees("Proposed, not in the draft").press("Take into the draft").sees(
        "is in the draft"
    )
    passes(drafter, reviewer, workspace)
    drafter.follow("Seal as the next draft").press("Seal draft 2").sees("Draft 2 is sealed")


def adopts(drafter: Person, laws: Laws, workspace: str) -> None:
    """Let two acts enter into force on one day and the third on another."""
    drafter.go(workspace).follow("Record the adoption").sees("What will happen").checks_access()
    days = drafter.page.locator("input[type=date]:not([name=adopted])")
    assert days.count() == 3
    for place, day in enumerate(("2027-01-01", "2027-01-01", "2027-07-01")):
        days.nth(place).fill(day)
    drafter.fill("law_number", f"{laws.number}9-L").tick("is_compared").press("Seal the texts of 3 acts")
    drafter.sees("The texts of 3 acts are sealed")


def test_an_amending_law_on_three_acts(come, tmp_path):
    """The drafter works with keys alone, all others with a mouse."""
    laws = Laws("of the North", 810)
    drafter, secretary, public = come("drafter", Keys()), come("secretary"), come("")

    acts = imports(drafter, tmp_path, laws)
    for title, url in acts.items():
        asks_for_release(drafter, url)
        releases(secretary, title, "Consolidated text 1")

    workspace = opens(drafter, laws)
    reviewer = come("reviewer.justice")
    amendment = drafts(drafter, reviewer, laws, workspace)
    asks_for_release(drafter, amendment)
    releases(secretary, laws.amending, "Draft 1")
    redline = f"{amendment}v/1/redline/"
    reads_three_acts(public, laws, redline)
    phone = come("", width=390, language="az")
    phone.go(redline.replace("/en/", "/az/")).sees("at half toll").checks_access()

    moves(secretary, amendment, "Send it for interagency agreement")
    round_ = opens_a_round(secretary, laws)
    author = come("ngo_legal")
    comments(author, laws, redline)
    signs_off(come("focal.harbour"))
    closes(secretary, round_)

    answers(secretary, laws, round_)
    takes_the_wording(drafter, reviewer, laws, workspace)
    asks_for_release(drafter, amendment)
    releases(secretary, laws.amending, "Draft 2")
    author.go("/consultations/mine/").follow("C-").sees("Draft 2").sees("and walkers").sees(laws.titles[1])

    why = "As the law provides."
    moves(drafter, workspace, "Send it to the legal expertise", why)
    moves(drafter, workspace, "Submit it to the rule-making body", why)
    moves(drafter, workspace, "Record the signing", why, number=f"{laws.number}9-L")
    adopts(drafter, laws, workspace)

    for title, url in acts.items():
        asks_for_release(drafter, url)
        releases(secretary, title, "Consolidated text 2")
    for (url, words), day in zip(
        zip(acts.values(), ("12 coins", "and walkers", "day and night"), strict=True),
        ("1 January 2027", "1 January 2027", "1 July 2027"),
        strict=True,
    ):
        public.go(url).sees("Consolidated text 2").sees(day).follow("Read the text in force from").sees(words)
