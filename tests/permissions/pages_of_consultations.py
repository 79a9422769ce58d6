"""The addresses of the consultations."""

from tests.permissions.page_rows import ELSEWHERE, NOT_THERE, Page, everybody, readers, signed_in, step
from tests.permissions.roles import (
    BORDER_SERVICE,
    COMMITTEE_READERS,
    EVERYBODY,
    LEGAL_AID,
    NOBODY,
    OMBUDSMAN,
    OWN,
    ROWING_CLUB,
    SECRETARY,
    SIGNED_IN,
    WRITERS,
)

ON_A_ROUND = ("manage_round", "round_step", "enter", "enter_on_document", "enter_on")
CONSULTATIONS = (
    everybody("consultations:list"),
    everybody("consultations:answers"),
    signed_in("consultations:mine"),
    Page("Consultation:rounds", "amendment", {"own": EVERYBODY}),
    Page("consultations:round", "round"),
    Page("consultations:provision_comments", "provision", readers("provision", "commented", "hidden")),
    Page("consultations:comment", "comment"),
    Page("consultations:attachment", "attachment"),
    Page("consultations:question", "question"),
    # For the own body; the secretary sees every history.
    Page(
        "consultations:edit_comment",
        "comment",
        {"draft": ROWING_CLUB, "in review": OMBUDSMAN, "public": NOBODY, "discarded": NOBODY},
        others=NOT_THERE,
        led={"public": LEGAL_AID, "discarded": ROWING_CLUB},  # of the own body: to what became of it
        signs_in=True,
    ),
    Page(
        "consultations:withdraw_comment",
        "comment",
        {
            "public": frozenset({"ngo_focal"}),
            "committee": frozenset({"border_focal"}),
            "individual": frozenset({"citizen"}),
        },
        signs_in=True,
    ),
    Page(
        "consultations:translate_comment",
        "comment",
        {
            "public": SECRETARY,
            "committee": SECRETARY,
            "secretariat": SECRETARY,
            "withdrawn": NOBODY,
            "draft": NOBODY,
        },
        signs_in=True,
    ),
    Page(
        "consultations:cover_words",
        "comment",
        {
            "public": SECRETARY,
            "committee": SECRETARY,
            "secretariat": SECRETARY,
            "withdrawn": SECRETARY,
            "draft": NOBODY,
        },
        signs_in=True,
    ),
    Page(
        "consultations:history",
        "comment",
        {
            "public": LEGAL_AID | SECRETARY,
            "committee": BORDER_SERVICE | SECRETARY,
            "withheld": SECRETARY | {"veiled_focal"},
            "draft": ROWING_CLUB,
        },
        signs_in=True,
    ),
    Page("consultations:submission", "submission", signs_in=True),
    *(
        Page(
            name,
            "submission",
            {"public": LEGAL_AID, "committee": BORDER_SERVICE, "draft": NOBODY},
            others=NOT_THERE,
            signs_in=True,
        )
        for name in ("consultations:receipt", "consultations:receipt_proof")
    ),
    Page("consultations:nil_return", "round", {"public": LEGAL_AID}, others=NOT_THERE, signs_in=True),
    Page(
        "consultations:members",
        "institution",
        {"veiled": frozenset({"veiled_focal"})},
        others=NOT_THERE,
        signs_in=True,
    ),
    Page("consultations:ask_late", "round", {"closed": LEGAL_AID}, others=NOT_THERE, signs_in=True),
    Page("consultations:ask_late_oneself", "round", {"closed": WRITERS}, others=NOT_THERE, signs_in=True),
    # Whoever reads a round may look at its form; whether a draft is saved, the step says.
    *(
        Page(name, "round", readers("round", *states, among=SIGNED_IN), others=ELSEWHERE)
        for name, states in (
            ("consultations:comment_on_document", ("public", "committee")),
            ("consultations:answer_questions", ("public", "committee")),
            ("consultations:comment_on", ("invited",)),
        )
    ),
    # The committee's papers.
    Page(
        "consultations:board",
        "round",
        readers("round", "public", "invited", "body", among=COMMITTEE_READERS),
        signs_in=True,
    ),
    Page(
        "consultations:answer",
        "comment",
        {
            "public": OWN | SECRETARY,
            "proposed": OWN | SECRETARY | {"chair"},
            "committee": OWN | SECRETARY,
            "secretariat": SECRETARY,
            "draft": NOBODY,
        },
        led={"proposed": COMMITTEE_READERS},
        signs_in=True,
    ),
    # The desk of the secretary.
    signed_in("consultations:manage", SECRETARY),
    Page(
        "consultations:refer",
        "amendment",
        {"own": OWN | SECRETARY, "hidden": OWN, "other": frozenset({"other_drafter"})},
        signs_in=True,
    ),
    Page(
        "consultations:open_round",
        "draft",
        {"public": SECRETARY, "body": SECRETARY, "unreleased": NOBODY},
        door=SECRETARY,
        signs_in=True,
    ),
    *(
        Page(name, "round", {"public": SECRETARY, "committee": SECRETARY}, door=SECRETARY, signs_in=True)
        for name in map("consultations:{}".format, ON_A_ROUND)
    ),
    # Steps.
    step("consultations:discard_comment", "comment"),
    step("consultations:co_sign", "comment"),
    step("consultations:reveal", "comment"),
    step("consultations:instruct", "comment"),
    step("consultations:decide", "comment"),
    step("consultations:group", "comment"),
    step("consultations:confirm_placement", "placement"),
    step("consultations:submission_step", "submission"),
    step("consultations/comments/<uuid:pk>/edit/autosave/", "comment"),
    Page("consultations:preview", "round", posted=True),
    Page("consultations/rounds/<uuid:pk>/questions/autosave/", "round", posted=True),
    Page("consultations/rounds/<uuid:pk>/comment/autosave/", "round", posted=True),
    Page("consultations/rounds/<uuid:pk>/comment/<uuid:provision>/autosave/", "round", posted=True),
)
