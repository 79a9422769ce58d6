"""The way of one act through the site, each step as the person takes it who may."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from django.urls import reverse
from django.utils.timezone import localdate

from tests.journeys.checking import asks, passes, returns
from tests.journeys.moving import moves
from tests.journeys.people import Person

ACT = """LAW OF THE REPUBLIC OF CASPIA
On Ferries

CHAPTER 1
GENERAL PROVISIONS

Article 1. Scope
1.1. This Law applies to ferries in the territory of the Republic of Caspia.
1.2. This Law does not apply to:
1.2.1. rowing boats;
1.2.2. rafts.

Article 2. Fares
2.1. The fare is 10 coins. It is paid before the crossing.
2.2. Children under 6 years of age travel free of charge.
"""


@dataclass(frozen=True)
class Law:
    """The act of one run, with a name that a second run does not use again."""

    title: str
    number: str
    secret: str  # a word of the comment for the committee only

    @property
    def amending(self) -> str:
        """The title of the amendment."""
        return f"Law amending the {self.title}"


def imports_the_act(drafter: Person, file: Path, law: Law) -> str:
    drafter.go("/cms/amendments/import/").checks_access()
    drafter.attach("file", file).fill("title", law.title).fill("number", law.number)
    drafter.choose("language", "en").choose("country", "")
    drafter.press("Preview").sees("8 articles, parts and points").checks_access()
    drafter.press("Save and seal").sees(law.title).sees("Consolidated text 1").checks_access()
    return drafter.page.url


def asks_for_release(drafter: Person, url: str) -> None:
    drafter.go(url).choose("audience", "public").press("Ask for release").sees("requested")


def releases(secretary: Person, law: Law, version: str) -> None:
    """From the task in “My work” to the button."""
    secretary.go(reverse("all_work", args=["waiting"]))
    task = secretary.page.locator(".work-task", has_text=law.title).filter(has_text=version)
    secretary.follow(f"Release {version}", within=task).follow("Release to").press("Release now").sees(
        "is released"
    )


def adds(drafter: Person, workspace: str, op: str, **fields: str) -> None:
    drafter.go(f"{workspace}instructions/new/").choose("op", op)
    for name, words in fields.items():
        drafter.fill(name, words)
    drafter.press("Preview").sees("What it does")
    drafter.press("Save")
    assert drafter.page.url.endswith(workspace)


FINDING = "Say in which order the fares are due."


def writes(drafter: Person, law: Law) -> str:
    """Open an amendment and write three instructions. The address of the workspace."""
    drafter.go("/cms/amendments/").checks_access()
    row = drafter.page.locator("tr", has_text=law.title)
    drafter.follow("Amend", within=row).fill("title", law.amending).tick("is_concept")
    drafter.press("Open the amendment").sees(law.amending)
    workspace = drafter.page.url.removeprefix(drafter.address)
    moves(drafter, workspace, "Go on drafting")
    adds(drafter, workspace, "replace_number", target="2.1", old="10", new="12")
    adds(drafter, workspace, "replace_words", target="2.2", old="free of charge", new="at half fare")
    adds(drafter, workspace, "insert_element", target="2.3", new="Dogs travel at half fare.")
    drafter.go(f"{workspace}instructions/new/").choose("op", "replace_words")
    drafter.fill("target", "2.1").fill("old", "words that do not stand there").fill("new", "x")
    drafter.press("Save").sees("Nothing is saved yet").checks_access()
    drafter.go(workspace).checks_access()
    return workspace


def deals_with_it(drafter: Person, workspace: str) -> None:
    """Read the finding of the legal check and tick it off."""
    drafter.go(workspace).sees("returned the text").sees(FINDING).checks_access()
    drafter.press("Dealt with")


def seals_first(drafter: Person, workspace: str) -> str:
    """Seal the text that has passed. The page of the amendment."""
    drafter.go(workspace).sees("passed this text").checks_access()
    drafter.follow("Seal as the next draft").press("Seal draft 1").sees("Draft 1 is sealed")
    return urlsplit(drafter.page.url).path


def drafts(drafter: Person, reviewer: Person, law: Law) -> tuple[str, str]:
    """From the first instruction to the first draft. The addresses of the workspace and of the amendment."""
    workspace = writes(drafter, law)
    returns(reviewer, asks(drafter, workspace), FINDING, "a02")
    deals_with_it(drafter, workspace)
    passes(drafter, reviewer, workspace)
    return workspace, seals_first(drafter, workspace)


def closes(secretary: Person, round_: str) -> None:
    manage = round_.replace("/consultations/rounds/", "/consultations/manage/rounds/")
    secretary.go(manage).checks_access()
    close = secretary.page.locator("form[action$='/close/']")
    if not close.locator("[name=reason]").is_visible():
        secretary.hands.activate(secretary.page.locator("details", has=close).locator("summary").first)
    secretary.fill("reason", "All bodies have answered.", within=close)
    secretary.press("Close", within=close).sees("closed")


def becomes_law(drafter: Person, secretary: Person, workspace: str, amendment: str) -> None:
    """From the committee to the official publication, each step where it is taken."""
    moves(drafter, workspace, "Send it to the legal expertise")
    moves(drafter, workspace, "Send it to the linguistic expertise")
    moves(drafter, workspace, "Submit it to the rule-making body", number="12/3")
    moves(secretary, amendment, "Record the third reading", "The first two were held elsewhere.")
    moves(secretary, amendment, "Record the signing", number="99-L")
    today = localdate().isoformat()
    published = {"source": "Gazette of the Republic of Caspia, No. 9", "in_force": today}
    moves(secretary, amendment, "Record the official publication", "No register here.", **published)


def adopts(drafter: Person, workspace: str) -> None:
    drafter.go(workspace).follow("Record the adoption").sees("What will happen").checks_access()
    drafter.fill("law_number", "  ").tick("is_compared").press("Seal the text of the act")
    drafter.is_refused().sees("Nothing is sealed yet").checks_access()
    drafter.fill("law_number", "99-L").press("Seal the text of the act")
    drafter.sees("Consolidated text 2 is sealed").checks_access()
    drafter.go(f"{workspace}adopt/").sees("The adoption is recorded already").checks_access()
