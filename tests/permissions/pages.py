"""Every address of our apps: the object that it shows, and who may open it in which state."""

from tests.permissions.page_rows import ELSEWHERE, NOT_THERE, Page, desk, everybody, readers, signed_in, step
from tests.permissions.pages_of_consultations import CONSULTATIONS
from tests.permissions.pages_of_people import INSTITUTIONS, LETTERS, SITE, VOCABULARIES
from tests.permissions.pages_of_rights import RIGHTS
from tests.permissions.reading import READERS
from tests.permissions.roles import (
    ADMINISTRATOR,
    DRAFTING,
    EVERYBODY,
    OWN,
    SECRETARY,
    SIGNED_IN,
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
    Page("Amendment:explanatory_note", "draft"),
    Page("Amendment:download_note", "draft"),
    Page("amendments:note_file", "note file"),
    Page("Amendment:compare", "draft", readers("draft", "committee", "body")),
    Page("Amendment:download_comparison", "draft", readers("draft", "committee", "body")),
    *(
        everybody(f"amendments:{name}")
        for name in ("chain", "chain_feed", "record_key", "schema", "verify_script")
    ),
    Page("amendments:export", "file"),
    Page("amendments:cancel_export", "file", posted=True, signs_in=True),
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
    Page(
        "amendments:write_note",
        "draft",
        dict.fromkeys(("public", "unreleased"), OWN),
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
        "amendments:correct_entry_days",
        "amendment",
        {"own": OWN, "hidden": OWN, "other": frozenset({"other_drafter"})},
        signs_in=True,
    ),
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
    desk("amendments_admin:cancel_import", {"failed": OWN}, "import", posted=True),
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
    desk("amendments_admin:marked_files", OWN_AMENDMENT, "amendment"),
    desk("amendments_admin:marked_file", {"read": OWN}, "marked file"),
    desk("amendments_admin:cancel_marked_file", {"read": OWN}, "marked file", posted=True),
    desk("amendments_admin:undo_marked_file", {"read": OWN}, "marked file", posted=True),
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
        for page in ("name", "sessions", "strength", "data", "data_file", "close", "unlock", "unlock_link")
    ),
    "accounts/2fa/webauthn/keys/<int:pk>/remove/",
    "cms/login/",
    "en/_util/login/",
    "media/<path:path>",  # pictures of pages
    "Instrument:choose",  # leads on to the compared versions
    "Amendment:choose",
}
"""Ours too, but they show nothing of the law or of what is said about it."""
