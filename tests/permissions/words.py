"""Confidential texts, each with a word of its own, and the roles that may see the word. All others must never see it.

Person names and bodies stand here too: a withheld identity is a secret like any other.
"""

from tests.permissions.roles import (
    BORDER_SERVICE,
    COMMITTEE_READERS,
    EVERYBODY,
    LEGAL_AID,
    OFFICE,
    OMBUDSMAN,
    OWN,
    READ_COMMITTEE_DRAFT,
    READ_INVITED_DRAFT,
    READ_REQUESTED_DRAFT,
    ROWING_CLUB,
    SECRETARY,
    Roles,
)

SECRETS: dict[str, Roles] = {
    # Wordings of drafts, by how far the draft was released.
    "albatross": EVERYBODY,  # draft 1: public
    "barnacle": READ_COMMITTEE_DRAFT,  # draft 2: committee
    "cormorant": READ_INVITED_DRAFT | BORDER_SERVICE,  # draft 3: the invited, also to another round
    "dogfish": READ_REQUESTED_DRAFT,  # draft 4: the drafting body
    "eiderduck": OWN,  # draft 5: sealed, nobody asked for its release
    "dovdaqca": OWN,  # a translation of the working text
    "flounder": OWN,  # the working text
    "nightjar": OWN,  # the explanatory note of draft 5
    "gannetry": OWN,  # an imported act that is not released
    "hawksbill": OWN,  # a long act that could not be imported
    # What is said around them.
    "halibut": OWN,  # the title of an amendment without a released draft
    "ibisnote": OWN | {"legal_reviewer"},  # the reviewer's message to the drafters
    "jackdaw": frozenset({"other_drafter"}),  # the title of an amendment of another body
    "kestrel": frozenset({"other_drafter", "legal_reviewer"}),  # that of one which she checks
    "linnet": frozenset({"other_drafter", "legal_reviewer"}),  # what the reviewer found in it
    "moorhen": OWN | {"legal_reviewer"},  # what she found in the returned text
    "kittiwake": OWN,  # the drafters' reason of an instruction
    # Comments.
    "lobster": EVERYBODY,  # public
    "mackerel": COMMITTEE_READERS | BORDER_SERVICE,  # committee only: the reasons
    "narwhal": COMMITTEE_READERS | BORDER_SERVICE,  # committee only: the proposed text
    "osprey": SECRETARY | BORDER_SERVICE,  # secretariat only
    "pelican": EVERYBODY,  # public, identity withheld
    "quahog": SECRETARY | LEGAL_AID,  # withdrawn: a tombstone without its text
    "redshank": ROWING_CLUB,  # a draft
    "sturgeon": OMBUDSMAN,  # awaiting sign-off
    "turbot": READ_INVITED_DRAFT,  # public within a round of the invited
    "urchin": READ_COMMITTEE_DRAFT,  # public within a round of the committee
    "viperfish": EVERYBODY,  # an individual view
    "wolffish": ROWING_CLUB,  # a discarded draft would be found by its own body only in its history
    **dict.fromkeys(("pangolin", "quokka"), OWN),  # of a row of the concordance on draft 5, and of its degree
    # Their files: a word of each name and a word of each content.
    **dict.fromkeys(("anchovy", "bluefin"), EVERYBODY),  # public
    **dict.fromkeys(("crayfish", "dunlin"), SECRETARY | LEGAL_AID),  # withdrawn
    **dict.fromkeys(("eelpout", "fulmar"), COMMITTEE_READERS | BORDER_SERVICE),  # committee only
    **dict.fromkeys(("gurnard", "haddock"), SECRETARY | BORDER_SERVICE),  # secretariat only
    **dict.fromkeys(("inkfish", "jewfish"), EVERYBODY),  # public, identity withheld
    **dict.fromkeys(("killdeer", "lamprey"), ROWING_CLUB),  # a draft
    # Discarded: erased, but its name is in the history
    **dict.fromkeys(("menhaden", "numbfish"), ROWING_CLUB),
    **dict.fromkeys(("merganser", "nautilus"), OMBUDSMAN),  # awaiting sign-off
    **dict.fromkeys(("oystercatcher", "pilchard"), READ_INVITED_DRAFT),  # within a round of the invited
    **dict.fromkeys(("razorbill", "shearwater"), READ_COMMITTEE_DRAFT),  # within a round of the committee
    # Questions of rounds, and what is answered to the first.
    "spoonbill": EVERYBODY,  # in a public round
    "tattler": READ_COMMITTEE_DRAFT,  # in a round of the committee
    "umbrellabird": COMMITTEE_READERS | BORDER_SERVICE,  # for the committee only
    "verdin": ROWING_CLUB,  # a draft
    # Translations of comments: as the comments.
    "puffin": EVERYBODY,
    "ptarmigan": COMMITTEE_READERS | BORDER_SERVICE,
    "petrel": SECRETARY | BORDER_SERVICE,
    "turnstone": SECRETARY | LEGAL_AID,  # of a withdrawn comment
    "sandpiper": READ_COMMITTEE_DRAFT,
    # Translations of the law: as its drafts.
    "avdotka": OWN,  # draft 5
    "bekasina": READ_COMMITTEE_DRAFT,  # draft 2
    # Answers.
    "xiphias": EVERYBODY,  # the reason of a decided answer
    "yellowtail": COMMITTEE_READERS,  # the reason of a proposed answer
    "zander": COMMITTEE_READERS | BORDER_SERVICE,  # the decided answer to a committee-only comment
    # Issues of the Ombudsman's office: before an opinion, nobody else knows of them.
    **dict.fromkeys(
        ("saltmarsh", "mudflat", "estuary", "lagoon"), OFFICE
    ),  # title, analysis, quotation, wording
    "tidepool": OFFICE,  # a note of the office
    "sandbank": OFFICE,  # the reason of an assessment
    **dict.fromkeys(("plover", "cuttlefish", "dunnock"), OFFICE | BORDER_SERVICE),  # asked and replied
    **dict.fromkeys(("fieldfare", "siskin", "redpoll"), OFFICE),  # evidence, one taken out
    "brambling": OFFICE,  # the words of the one taken out
    "linnetnest": OFFICE,  # why it was taken out
    **dict.fromkeys(("goosander", "garganey", "pochard"), OFFICE),  # recommendations that the office imported
    # Their opinions, before the head issues them and afterwards
    **dict.fromkeys(("wagtailer", "whimbrel", "wryneck", "woodcock", "wigeon"), OFFICE),
    **dict.fromkeys(("xanthium", "xantus", "xenops", "xolmis", "xeruses"), EVERYBODY),
    "undertow": frozenset({"rights_head"}),  # a note for its author alone
    # People and bodies behind comments.
    "quillon": frozenset({"veiled_focal"}),  # the person of the withheld comment
    "lanternkeepers": SECRETARY | {"veiled_focal"},  # the body of the withheld comment
    "norberta": LEGAL_AID | SECRETARY,  # the staff of a body, whose names it does not show
    "ottoline": frozenset({"citizen"}),  # the person of an individual view
}

OF_ISSUES = (
    "saltmarsh",
    "mudflat",
    "estuary",
    "lagoon",
    "tidepool",
    "sandbank",
    "undertow",
    *("fieldfare", "siskin", "redpoll", "brambling", "linnetnest"),
    *("goosander", "garganey", "pochard"),
    *("plover", "cuttlefish", "dunnock"),
    *("wagtailer", "whimbrel", "wryneck", "woodcock", "wigeon"),
)
"""Words of rights issues and of opinions that are not issued, which stand in no index."""

SHOWN_NOWHERE = frozenset({"wolffish", "menhaden", "numbfish", "linnetnest", "brambling"})
"""Words that need not be met in the pages by those who may: only that nobody else meets them counts."""

IN_AZERBAIJANI = frozenset({"avdotka", "bekasina"})
"""Words on the Azerbaijani pages alone, for which only the telling roles ask."""

REGISTERS = (
    "/cms/users/",
    "/cms/reports/site-history/",
    "/cms/amendments/log/",
    "/cms/institutions/",
    "/cms/memberships/",
    "/cms/seats/",
    "/cms/committees/",
    "/cms/drafting-bodies/",
)
"""The lists of accounts, and of bodies with their people, and the log of changes to them: they name everybody, and
nowhere what anybody said."""

IN_REGISTERS = frozenset({"quillon", "lanternkeepers", "norberta", "ottoline"})
REGISTRARS: Roles = frozenset({"secretary", "administrator", "superuser", "auditor"})


def may_meet(role: str, word: str, url: str) -> bool:
    """Whether the word may stand in what the role is sent from an address."""
    in_register = word in IN_REGISTERS and role in REGISTRARS and url.startswith(REGISTERS)
    return role in SECRETS[word] or in_register
