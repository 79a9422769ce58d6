"""Every address of our apps: the object that it shows, and who may open it in which state."""

from tests.permissions.page_rows import ELSEWHERE, NOT_THERE, Page, desk, everybody, readers, signed_in, step
from tests.permissions.pages_of_people import INSTITUTIONS, LETTERS, SITE, VOCABULARIES
from tests.permissions.pages_of_rights import RIGHTS
from tests.permissions.reading import READERS
from tests.permissions.roles import (
    ADMINISTRATOR,
    BORDER_SERVICE,
    COMMITTEE_READERS,
    DRAFTING,
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

AMENDMENTS = (
    everybody("Library:acts"),
    Page("Section:amendments", "section"),
    Page("Instrument:act", "act"),
    Page("Instrument:text", "version", readers("version", "base", "hidden act")),
    Page("Instrument:download_text", "version", readers("version", "base", "hidden act")),
    Page("Instrument:proof", "version", readers("version", "base", "hidden act")),
    Page("Instrument:proof_bundle", "version", readers("version", "base", "hidden act")),
    Page("Instrument:compare", "version", readers("version", "hidden act")),
    Page("Instrument:download_comparison", "version", readers("version", "hidden act")),
    Page("Amendment:amendment", "amendment"),
    Page("Amendment:text", "draft"),
    Page("Amendment:download_text", "draft"),
    Page("Amendment:proof", "draft"),
    Page("Amendment:proof_bundle", "draft"),
    Page("Amendment:redline", "draft", readers("draft", "public", "invited", "unreleased")),
    Page("Amendment:download_redline", "draft"),
    Page("Amendment:amending_act", "draft", readers("draft", "public", "invited", "unreleased")),
    Page("Amendment:download_amending_act", "draft"),
    Page("Amendment:compare", "draft", readers("draft", "committee", "body")),
    Page("Amendment:download_comparison", "draft", readers("draft", "committee", "body")),
    *(everybody(f"amendments:{name}") for name in ("chain", "chain_feed", "record_key", "verify_script")),
    Page("amendments:version", "version of a draft", opening=ELSEWHERE),  # leads to the redline
    Page("amendments:provision", "provision"),
    Page("amendments:discussion", "provision", readers("provision", "inserted", "hidden")),
    Page(
        "amendments:translate",
        "version of a draft",
        {
            "public": OWN | SECRETARY,
            "committee": OWN | SECRETARY,
            "body": OWN | SECRETARY,
            "unreleased": OWN,
        },
        signs_in=True,
    ),
    step("amendments:request_release", "draft"),
    Page(
        "amendments:confirm_release",
        "draft",
        {state: SECRETARY & READERS["draft"][state] for state in READERS["draft"]},
        signs_in=True,
    ),
    step("amendments:release", "draft"),
    step("amendments:approve_release", "request"),
    Page("amendments:change_state", "amendment", {"own": SECRETARY}, signs_in=True),
    step("amendments:take_back", "amendment"),
    Page(
        "amendments:ask_check",
        "amendment",
        {"own": OWN, "hidden": OWN, "other": frozenset({"other_drafter"})},
        signs_in=True,
    ),
    Page("amendments:check", "check", signs_in=True),
    step("amendments:check_step", "check"),
    step("amendments:finding_step", "finding"),
)

OWN_AMENDMENT = {"own": OWN, "hidden": OWN, "other": frozenset({"other_drafter"})}
WORKSPACE = (
    desk("amendments_admin:index", DRAFTING),
    desk("amendments_admin:import", DRAFTING),
    desk("amendments_admin:import_state", {"failed": OWN}, "import"),
    desk("amendments_admin:discard_act", {"base": OWN, "hidden act": OWN}, "act"),
    desk("amendments_admin:restore_act", {"hidden act": OWN}, "act", posted=True),
    desk("amendments_admin:action_log", ADMINISTRATOR | frozenset({"auditor"})),
    desk("amendments_admin:mails", ADMINISTRATOR),
    desk("amendments_admin:retry_mails", ADMINISTRATOR, posted=True),
    desk("consultations_admin:retry_letters", ADMINISTRATOR, posted=True),
    desk("amendments_admin:versions", DRAFTING),
    desk("amendments_admin:versions_results", DRAFTING),
    desk(
        "amendments_admin:open", readers("version", "base", "hidden act", among=DRAFTING), "version", DRAFTING
    ),
    desk("amendments_admin:workspace", OWN_AMENDMENT, "amendment"),
    desk("amendments_admin:provision", OWN_AMENDMENT, "amendment"),
    desk("amendments_admin:translate", OWN_AMENDMENT, "amendment"),
    desk("amendments_admin:adopt", OWN_AMENDMENT, "amendment"),
    desk("amendments_admin:describe", OWN_AMENDMENT, "amendment"),
    desk("amendments_admin:working_act", OWN_AMENDMENT, "amendment"),
    desk("amendments_admin:acts", OWN_AMENDMENT, "amendment"),
    desk("amendments_admin:add_act", {"hidden": OWN}, "amendment", posted=True),
    desk("amendments_admin:remove_act", {"hidden": OWN}, "amendment", posted=True),
    desk("amendments_admin:new_instruction", OWN_AMENDMENT, "amendment"),
    desk("amendments_admin:instruction", {"own": OWN}, "amendment"),
    desk("amendments_admin:history", {"own": OWN}, "amendment"),
    desk("amendments_admin:instruction_step", {"hidden": OWN}, "amendment", posted=True),
    desk("amendments_admin:seal", OWN_AMENDMENT, "amendment"),
    desk("amendments_admin:step", {"hidden": OWN}, "amendment", posted=True),
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

SEARCH = (
    everybody("search:search"),
    everybody("search_api:search"),
    everybody("search:suggest"),
    everybody("search:export_csv"),
    everybody("search:export_json"),
    signed_in("search:saved"),
    Page("search:save", opens={"": SIGNED_IN}, signs_in=True, posted=True),
    Page("search:change_saved", "saved search", others=NOT_THERE, signs_in=True, posted=True),
    # Whoever has the address that its owner was given: a feed reader and a mail program do not sign in.
    Page("search:feed", "saved search", {"citizen": EVERYBODY}),
    Page("search:stop_mail", "saved search", {"citizen": EVERYBODY}),
)

PAGES = (
    *AMENDMENTS,
    *WORKSPACE,
    *CONSULTATIONS,
    *RIGHTS,
    *INSTITUTIONS,
    *VOCABULARIES,
    *LETTERS,
    *SEARCH,
    *SITE,
)

OF_NO_OBJECT = {
    "health",
    "ready",
    "accessibility",
    "personal_data",
    "all_work",
    # of one's own account
    *(
        f"account_{page}"
        for page in ("name", "sessions", "data", "data_file", "close", "unlock", "unlock_link")
    ),
    "cms/login/",
    "en/_util/login/",
    "media/<path:path>",  # pictures of pages
    "Instrument:choose",  # leads on to the compared versions
    "Amendment:choose",
}
"""Ours too, but they show nothing of the law or of what is said about it."""
