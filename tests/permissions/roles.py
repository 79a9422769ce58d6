"""The roles of the permission matrix, as product.md names its columns, and the sets that its rows are made of."""

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
COMMITTEE = ("member", "chair", "secretary")
STAFF = ("handbook_editor", "training_coordinator", "administrator", "superuser", "auditor")
LEFT = ("former_drafter",)
ROLES = (*PUBLIC, *BODIES, *DRAFTERS, *OMBUDSMEN, *COMMITTEE, *STAFF, *LEFT)

NOBODY: frozenset[str] = frozenset()
EVERYBODY = frozenset(ROLES)
SIGNED_IN = EVERYBODY - {"public", "former_drafter"}

# The people of one body.
LEGAL_AID = frozenset({"ngo_author", "ngo_focal"})
ROWING_CLUB = frozenset({"stranger_author", "stranger_focal"})
BORDER_SERVICE = frozenset({"border_author", "border_focal"})
OMBUDSMAN = frozenset(OMBUDSMEN)

# Who reads what, row by row of the matrix.
COMMITTEE_READERS = frozenset({*DRAFTERS, *OMBUDSMEN, *COMMITTEE})
ALL_RELEASED = frozenset(
    {*DRAFTERS, *OMBUDSMEN, "secretary", "chair"}
)  # the chair: whatever release was asked for
READ_COMMITTEE_DRAFT = ALL_RELEASED | BORDER_SERVICE | {"member"}
READ_INVITED_DRAFT = ALL_RELEASED | LEGAL_AID
READ_REQUESTED_DRAFT = frozenset({"drafter", "secretary", "chair"})
STAFF_LISTS = frozenset({"administrator", "superuser"})  # the list of accounts
