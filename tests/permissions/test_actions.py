"""Who may do what: the rows of the matrix in product.md, each tried with the real action by every role."""

import pytest

from tests.permissions.roles import (
    BODIES,
    DRAFTING,
    LEGAL_AID,
    NOBODY,
    OMBUDSMAN,
    OUTERMOST,
    ROLES,
    ROWING_CLUB,
    SIGNED_IN,
    WRITE_ROWS,
)
from tests.permissions.steps import BEFORE, STEPS
from tests.permissions.world import World

MATRIX = {
    # Import an act, edit instructions, seal a draft: the drafters of the own section.
    "import an act": {"drafter"},
    "ask for the import of a long act": {"drafter"},
    "cancel the import of a long act": {"drafter"},
    "discard an act": {"drafter"},
    "restore an act": {"drafter"},
    "open an amendment": {"drafter"},
    "change the title and purpose of an amendment": {"drafter"},
    "write an explanatory note": {"drafter"},
    "add an act to an amendment": {"drafter"},
    "take an act out of an amendment": {"drafter"},
    "add an instruction": {"drafter"},
    "add an instruction in another body": {"other_drafter"},
    "edit the working text in place": {"drafter"},
    "keep an edit of the working text as a proposal": {"drafter"},
    "read a marked file": {"drafter"},
    "take in the marks of a file": {"drafter"},
    "ask for many marks of a file": {"drafter"},
    "cancel the taking in of marks": {"drafter"},
    "leave out a marked file": {"drafter"},
    "change an instruction": {"drafter"},
    "withdraw an instruction": {"drafter"},
    "order the instructions": {"drafter"},
    "seal a draft": {"drafter"},
    "move to a newer text": {"drafter"},
    "withdraw the amendment": {"drafter"},
    "start the consolidation": {"secretary"},
    "take a step back": {"secretary"},  # who took it
    # The legal check: the drafters ask, the named reviewer answers, the drafters deal with the findings.
    "ask for the legal check": {"drafter"},
    "pass the legal check": {"legal_reviewer"},
    "return it from the legal check": {"legal_reviewer"},
    "call the legal check back": {"other_drafter"},
    "write a finding": {"legal_reviewer"},
    "remove a finding": {"legal_reviewer"},
    "tick off a finding": {"drafter"},
    # Take a proposed instruction into the draft; adopt.
    "take a proposed instruction into the draft": {"drafter"},
    "adopt": {"drafter"},
    "record the day of entry into force": {"drafter"},
    "correct the day of entry into force": {"drafter"},
    # Accept proposed wording: it becomes a proposed instruction.
    "propose an instruction": {"drafter", "secretary"},
    "accept proposed wording": {"drafter", "secretary"},
    # Translate: the drafters their texts, who holds the power what she may read; the secretary comments.
    "translate the working text": {"drafter"},
    "translate a public draft": {"drafter", "secretary"},
    "translate a draft that is not released": {"drafter"},
    "translate the title of an act": {"drafter", "secretary"},
    "translate the title of an act that is not released": {"drafter"},
    "translate the title of an amendment": {"drafter", "secretary"},
    "translate the title of an amendment that is not released": {"drafter"},
    "translate a comment": {"secretary"},
    "translate a comment for the secretariat": {"secretary"},
    # Take a text away as a file: whoever reads it.
    "download a draft that is not released": {"drafter"},
    # Release a version to an audience: requested, approved, released by three different people.
    "ask for a release": {"drafter"},
    "approve a release": {"chair"},
    "release a version": {"secretary"},
    # It follows from sealing and from releasing a draft.
    "place the comments on a new draft": {"drafter", "secretary"},
    # Open, extend, close, cancel a round.
    "open a round": {"secretary"},
    "extend a round": {"secretary"},
    "write the questions of a round": {"secretary"},
    "close a round": {"secretary"},
    "cancel a round": {"secretary"},
    "reopen a round": {"secretary"},
    "invite institutions": {"secretary"},
    "correct who may take part": {"secretary"},
    "undo a correction": {"secretary"},
    "remind silent institutions": {"secretary"},
    # Write a comment draft: a signed-in person in a public round; otherwise for the own institution.
    "answer the questions for the legal aid": LEGAL_AID,
    "answer the questions in one's own name": {"citizen", *BODIES},
    "write an individual view in a public round": {"citizen", *BODIES},
    "write an individual view in a round of the invited": NOBODY,
    "write for the legal aid": LEGAL_AID,
    "write for the border service in a round of the committee": {"border_author", "border_focal"},
    "write for a member's body": {"member"},
    "write for the Ombudsman": OMBUDSMAN,
    "write for a body that is not invited": NOBODY,
    "change a draft of the rowing club": ROWING_CLUB,
    "discard a draft of the rowing club": ROWING_CLUB,
    "ask for sign-off": ROWING_CLUB,
    # Submit in the institution's name, nil return.
    "sign off for the rowing club": {"stranger_focal"},
    "sign off for the Ombudsman": {"rights_head"},
    "return to the authors": {"rights_head"},
    "submit for the rowing club": {"stranger_focal"},
    "submit for the Ombudsman": {"rights_head"},
    "submit an individual view": {"citizen"},
    "nil return of the Ombudsman": {"rights_head"},
    "nil return of a member's body": NOBODY,  # its member is an author, not a focal point
    # Co-sign another's comment; withdraw the own one; ask to be accepted late.
    "co-sign for the border service": {"border_focal"},
    "co-sign for the Ombudsman": {"rights_head"},
    "withdraw a comment of the legal aid": {"ngo_focal"},
    "withdraw an individual view": {"citizen"},
    "ask to be accepted late": {"rights_head"},
    "ask to be accepted late with an individual view": {"citizen", *BODIES},
    # Accept late, enter paper or e-mail comments; see a withheld identity.
    "accept late": {"secretary"},
    "decline a late request": {"secretary"},
    "enter what came on paper": {"secretary"},
    "see a withheld identity": {"secretary"},
    "download the proof of a receipt": {"ngo_author", "ngo_focal"},
    # Group similar comments, propose an answer, decide.
    "group similar comments": {"secretary"},
    # Cover words that the law forbids to show.
    "cover words of a comment": {"secretary"},
    "propose an answer": {"drafter", "secretary"},
    "propose an answer to a committee-only comment": {"drafter", "secretary"},
    "propose an answer to a comment for the secretariat": {"secretary"},
    "confirm the place of a comment": {"drafter", "secretary"},
    "decide an answer": {"chair", "secretary"},
    # Register an institution, its members; seats.
    "register an institution": {"secretary"},
    "change an institution": {"secretary"},
    "add a member of the legal aid": {"secretary", "ngo_focal"},
    "end a membership of the legal aid": {"secretary", "ngo_focal"},
    "give a seat": {"secretary", "administrator"},
    "end a seat": {"secretary", "administrator"},
    "give an office": {"administrator"},
    "make an institution a drafting body": {"administrator"},
    "end an office": {"administrator"},
    "found a committee": {"administrator"},
    # Name the committee of an amendment on which nothing happened yet: the drafters of the own section.
    "name the committee of an amendment": {"drafter"},
    # Mails that the mail server refused.
    "send an undelivered mail again": {"administrator"},
    "have a letter written again": {"administrator"},
    # Vocabularies: the administrator; rights rows: the Ombudsman. A lawyer signs what is reviewed.
    "load the vocabularies": {"administrator"},
    "change a right": {"administrator", *OMBUDSMAN},
    "change a treaty": {"administrator"},
    "add a ground of discrimination": {"administrator"},
    "import a right": {"administrator", *OMBUDSMAN},
    "import a treaty": {"administrator"},
    "retire a right": {"administrator", *OMBUDSMAN},
    "bring back a treaty": {"administrator"},
    "sign a right": {"rights_head", "legal_reviewer"},
    "take the signature of a right back": {"rights_head", "legal_reviewer"},
    # Rights issues: the Ombudsman's office alone; its head gives them to analysts.
    "open a rights issue": OMBUDSMAN,
    "change a rights issue": OMBUDSMAN,
    "give a rights issue to another analyst": {"rights_head"},
    "add provisions to a rights issue": OMBUDSMAN,
    "remove a provision from a rights issue": OMBUDSMAN,
    "close a rights issue": OMBUDSMAN,
    "write an internal note": OMBUDSMAN,
    "take an internal note back": {"rights_analyst"},
    "write evidence on an issue": OMBUDSMAN,
    "change evidence on an issue": OMBUDSMAN,
    "tag with a right": OMBUDSMAN,
    "take a tag off": OMBUDSMAN,
    "put a tag back": OMBUDSMAN,
    "take evidence out": OMBUDSMAN,
    "bring evidence back": OMBUDSMAN,
    "import international recommendations": OMBUDSMAN,
    "name the rights of an international recommendation": OMBUDSMAN,
    "take the international recommendations away": OMBUDSMAN | {"rights_reader"},
    "link an issue with an international recommendation": OMBUDSMAN,
    "remove the link with an international recommendation": OMBUDSMAN,
    "assess a text": OMBUDSMAN,
    "take an assessment back": OMBUDSMAN,
    "confirm the place of an issue": OMBUDSMAN,
    "ask an institution about a rights issue": OMBUDSMAN,
    "take a question to an institution back": OMBUDSMAN,
    "reply to the Ombudsman's office": {"border_focal"},
    # Opinions: the office drafts them, its head alone issues them.
    "draft an opinion": OMBUDSMAN,
    "change an opinion": OMBUDSMAN,
    "gather issues into an opinion": OMBUDSMAN,
    "change a recommendation": OMBUDSMAN,
    "write a recommendation without an issue": OMBUDSMAN,
    "put a recommendation at another place": OMBUDSMAN,
    "take a recommendation out": OMBUDSMAN,
    "issue an opinion": {"rights_head"},
    "take the annual report away": OMBUDSMAN | {"rights_reader"},
    "take a table of conformity away": OMBUDSMAN | {"rights_reader"},
    "take a recommended wording": {"drafter", "secretary"},
    "reply to a recommendation": {"border_focal"},
    "say what became of a recommendation": OMBUDSMAN,
    # Whoever gave it takes it back.
    "take a reply to the Ombudsman's office back": {"border_focal"},
    "take a reply to a recommendation back": {"border_focal"},
    "take back what became of a recommendation": OMBUDSMAN,
    # It follows from a step that was allowed, so that nobody is refused. No page offers it.
    "follow the issues in a new text": SIGNED_IN,
    "follow the issues to the end of an amendment": SIGNED_IN,
    # The concordance: drafters and the secretariat; the Ombudsman's office where a row names a right.
    "write a row of the concordance": {*DRAFTING, "secretary"},
    **dict.fromkeys(
        (
            "write a row of the concordance that names a right",
            "change a row of the concordance",
            "give a degree to a row of the concordance",
            "take a degree back",
            "take a row out of the concordance",
            "bring a row of the concordance back",
        ),
        WRITE_ROWS,
    ),
    "follow the rows of the concordance in a new text": SIGNED_IN,
    # Accounts: who keeps them asks, another one confirms; the owner refuses what was asked for.
    "ask for a role of a citizen": {"administrator", "superuser"},
    "confirm a role of a citizen": {"administrator", "superuser"},
    "refuse a role of a citizen": {"administrator", "superuser", "citizen"},
    "unlock the sign-in of somebody": {"administrator", "superuser"},
    "take a drafter out": {"administrator", "superuser"},
    "close the account of a citizen": {"citizen"},
}
TOLD = (
    "add an instruction",
    "seal a draft",
    "pass the legal check",
    "adopt",
    "accept proposed wording",
    "translate the working text",
    "ask for a release",
    "approve a release",
    "release a version",
    "open a round",
    "invite institutions",
    "write an individual view in a round of the invited",
    "write for the legal aid",
    "sign off for the Ombudsman",
    "submit for the rowing club",
    "withdraw a comment of the legal aid",
    "accept late",
    "see a withheld identity",
    "propose an answer to a comment for the secretariat",
    "decide an answer",
    "add a member of the legal aid",
    "give an office",
    "change a right",
    "open a rights issue",
    "give a rights issue to another analyst",
    "write an internal note",
    "assess a text",
    "reply to the Ombudsman's office",
    "issue an opinion",
    "confirm a role of a citizen",
)
"""`make test` tries these steps, `.ci/run` all of them as all roles."""
REFUSED_TO_ALL = {"change a submitted comment"}  # whoever reads it: nobody edits a submitted comment


def test_every_step_has_its_row():
    assert set(MATRIX) | REFUSED_TO_ALL == set(STEPS)


@pytest.mark.usefixtures("day_of_the_step")
@pytest.mark.parametrize("step", TOLD)
def test_the_roles_of_the_row_may_and_the_outermost_others_may_not(world: World, attempt, step):
    assert who_may(world, attempt, step, {*OUTERMOST, *MATRIX[step]}) == MATRIX[step]


@pytest.mark.whole
@pytest.mark.usefixtures("day_of_the_step")
@pytest.mark.parametrize("step", MATRIX)
def test_the_roles_of_the_row_may_and_all_others_may_not(world: World, attempt, step):
    assert who_may(world, attempt, step, ROLES) == MATRIX[step]


def who_may(world: World, attempt, step, asked):
    if step in BEFORE:
        BEFORE[step](world)
    return {role for role in asked if attempt(STEPS[step], role)}
