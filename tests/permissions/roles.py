"""The roles of the permission matrix, as product.md names its columns, and the sets that its rows are made of."""

Roles = frozenset[str]

# Columns.
PUBLIC = ("public", "citizen")
BODIES = (
    "ngo_author",
    "ngo_focal",
    "stranger_author",
    "stranger_focal",
    "border_author",
    "border_focal",
    "veiled_focal",
)
DRAFTERS = ("drafter", "other_drafter", "legal_reviewer")
OMBUDSMEN = ("rights_analyst", "rights_head")
READERS = ("rights_reader",)  # of the Ombudsman's office, without a place in it
COMMITTEE = ("member", "chair", "secretary")
STAFF = ("handbook_editor", "training_coordinator", "administrator", "superuser", "auditor")
LEFT = ("former_drafter",)
ROLES = (*PUBLIC, *BODIES, *DRAFTERS, *OMBUDSMEN, *READERS, *COMMITTEE, *STAFF, *LEFT)
TELLING = (
    "public",
    "citizen",
    "ngo_focal",
    "stranger_author",
    "border_focal",
    "drafter",
    "other_drafter",
    "rights_head",
    "member",
    "secretary",
    "administrator",
    "superuser",
)
"""One of those that may do nearly the same: `make test` asks these, `.ci/run` all."""

OUTERMOST = ("public", "stranger_author", "border_focal", "drafter", "secretary", "superuser")
"""Those of them that read the least and the most in their places."""

NOBODY: Roles = frozenset()
EVERYBODY: Roles = frozenset(ROLES)
SIGNED_OUT: Roles = frozenset({"public", "former_drafter"})  # an account that was closed
SIGNED_IN = EVERYBODY - SIGNED_OUT

# The people of one body.
OWN: Roles = frozenset({"drafter"})  # of the section in which nearly everything is drafted
SECRETARY: Roles = frozenset({"secretary"})
LEGAL_AID: Roles = frozenset({"ngo_author", "ngo_focal"})
ROWING_CLUB: Roles = frozenset({"stranger_author", "stranger_focal"})
BORDER_SERVICE: Roles = frozenset({"border_author", "border_focal"})
OMBUDSMAN: Roles = frozenset(OMBUDSMEN)
OFFICE: Roles = OMBUDSMAN | frozenset(READERS)  # who reads the issues
WRITERS: Roles = frozenset({"citizen", *BODIES})  # who may give an individual view
ADMINISTRATOR: Roles = frozenset({"administrator"})

# Who reads what, row by row of the matrix.
COMMITTEE_READERS: Roles = frozenset({*DRAFTERS, *OMBUDSMEN, *READERS, *COMMITTEE})
# The chair: whatever release was asked for
ALL_RELEASED: Roles = frozenset({*DRAFTERS, *OMBUDSMEN, *READERS, "secretary", "chair"})
READ_COMMITTEE_DRAFT = ALL_RELEASED | BORDER_SERVICE | {"member"}
READ_INVITED_DRAFT = ALL_RELEASED | LEGAL_AID
READ_REQUESTED_DRAFT: Roles = frozenset({"drafter", "secretary", "chair"})
IN_ADMIN: Roles = frozenset({*DRAFTERS, *OMBUDSMEN, "secretary", *STAFF})  # may enter the editing desk
DRAFTING: Roles = frozenset({"drafter", "other_drafter"})  # in a section of their own
SEE_BODIES: Roles = frozenset({"secretary", "administrator", "auditor"})  # the lists of institutions
SEE_ROUNDS: Roles = frozenset({"secretary", "auditor"})  # the history of every round
KEEP_VOCABULARIES: Roles = frozenset({"administrator"})
KEEP_RIGHTS: Roles = frozenset({"administrator", *OMBUDSMEN})
SIGN_VOCABULARIES: Roles = frozenset({"rights_head", "legal_reviewer"})
SEE_VOCABULARIES: Roles = KEEP_RIGHTS | SIGN_VOCABULARIES | {"auditor"}
SUPERUSER: Roles = frozenset({"superuser"})
ACCOUNTS: Roles = frozenset({"administrator", "superuser"})  # the list of accounts
WRITE_ROWS: Roles = frozenset(
    {*DRAFTING, "secretary", *OMBUDSMEN}
)  # of the table of concordance; the Ombudsman: of rights
