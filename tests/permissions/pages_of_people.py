"""The pages of bodies, vocabularies, letters and accounts, as the rows of `pages.py`."""

from tests.permissions.page_rows import Page, desk, everybody, signed_in
from tests.permissions.roles import (
    ACCOUNTS,
    ADMINISTRATOR,
    EVERYBODY,
    KEEP_RIGHTS,
    KEEP_VOCABULARIES,
    NOBODY,
    SECRETARY,
    SEE_BODIES,
    SEE_ROUNDS,
    SEE_VOCABULARIES,
    SIGNED_IN,
    SUPERUSER,
)

SECRETS_OF_COMMENTS = {"committee": SECRETARY, "withheld": SECRETARY, "draft": NOBODY}

INSTITUTIONS = (
    desk("consultations_admin:institutions", SEE_BODIES),
    desk("consultations_admin:institutions_results", SEE_BODIES),
    desk("consultations_admin:register_institution", SECRETARY),
    desk("consultations_admin:institution", {"veiled": SEE_BODIES}, "institution", SEE_BODIES),
    desk("consultations_admin:change_institution", {"veiled": SECRETARY}, "institution", SEE_BODIES),
    desk("consultations_admin:add_member", {"veiled": SECRETARY}, "institution", SEE_BODIES),
    desk(
        "consultations_admin:give_seat",
        {"veiled": SECRETARY | {"administrator"}},
        "institution",
        SEE_BODIES,
    ),
    desk("consultations_admin:end_membership", {"veiled": SECRETARY}, "membership", SEE_BODIES),
    desk("consultations_admin:institution_history", {"veiled": SEE_BODIES}, "institution", SEE_BODIES),
    desk("consultations_admin:round_history", {"body": SEE_ROUNDS}, "round", SEE_ROUNDS),
    desk("consultations_admin:comment_history", SECRETS_OF_COMMENTS, "comment", SECRETARY),
    desk("consultations_admin:committees", SEE_BODIES),
    desk("consultations_admin:committee", {"committee": SEE_BODIES}, "committee", SEE_BODIES),
    desk("consultations_admin:committee_history", {"committee": SEE_BODIES}, "committee", SEE_BODIES),
    desk("consultations_admin:give_office", ADMINISTRATOR),
    desk("consultations_admin:end_office", {"chair": ADMINISTRATOR}, "office", SEE_BODIES),
    desk("consultations_admin:end_seat", {"border": SECRETARY | {"administrator"}}, "seat", SEE_BODIES),
)

VOCABULARIES = (
    desk("consultations_admin:vocabulary", {"B01": SEE_VOCABULARIES}, "right", SEE_VOCABULARIES),
    desk("consultations_admin:vocabulary_results", {"CRC": SEE_VOCABULARIES}, "treaty", SEE_VOCABULARIES),
    desk("consultations_admin:vocabulary_row", {"B01": SEE_VOCABULARIES}, "right", SEE_VOCABULARIES),
    desk("consultations_admin:vocabulary_history", {"CRC": SEE_VOCABULARIES}, "treaty", SEE_VOCABULARIES),
    desk("consultations_admin:export_vocabulary", {"B01": SEE_VOCABULARIES}, "right", SEE_VOCABULARIES),
    desk("consultations_admin:import_vocabulary", {"B01": KEEP_RIGHTS}, "right", SEE_VOCABULARIES),
    desk("consultations_admin:add_vocabulary_row", {"B01": KEEP_RIGHTS}, "right", SEE_VOCABULARIES),
    desk("consultations_admin:change_vocabulary_row", {"CRC": KEEP_VOCABULARIES}, "treaty", SEE_VOCABULARIES),
    desk("consultations_admin:vocabulary_step", {"B01": KEEP_RIGHTS}, "right", SEE_VOCABULARIES),
)

LETTERS = (
    signed_in("consultations:letters"),
    Page("consultations:follow", opens={"": SIGNED_IN}, signs_in=True, posted=True),
    everybody("calendar"),
    everybody("consultations:calendar"),
    everybody("consultations:feed"),
    # Whoever has the address that its owner was given: calendars and feed readers do not sign in.
    Page("consultations:own_calendar", "letter settings", {"citizen": EVERYBODY}),
    Page("consultations:own_feed", "letter settings", {"citizen": EVERYBODY}),
    Page(
        "consultations:told",
        "round",
        {"public": SECRETARY, "committee": SECRETARY},
        door=SECRETARY,
        signs_in=True,
    ),
    # Whoever has the address in a mail: a mail program does not sign in.
    Page("consultations:stop_letters", "account", {"citizen": EVERYBODY}),
)

SITE = (
    everybody("HomePage:home"),
    everybody("outbox"),
    desk("wagtailusers_users:index", ACCOUNTS),
    desk("wagtailusers_users:index_results", ACCOUNTS),
    desk(
        "wagtailusers_users:edit",
        {"citizen": ACCOUNTS, "superuser": frozenset({"superuser"})},
        "account",
        ACCOUNTS,
    ),
    desk("wagtailusers_users:add", ACCOUNTS, "", ACCOUNTS),
    desk("wagtailusers_groups:index", ACCOUNTS),
    desk("wagtailusers_groups:index_results", ACCOUNTS),
    desk("wagtailusers_groups:add", SUPERUSER, "", SUPERUSER),
    desk("wagtailusers_groups:edit", {"citizen": SUPERUSER}, "group", SUPERUSER),
    desk("account_changes", ACCOUNTS),
    desk("locked_sign_ins", ACCOUNTS),
    desk("drafting_bodies", ACCOUNTS),
    desk("open_section", ADMINISTRATOR, "", ADMINISTRATOR),
    desk("drafting_body", {"own": ACCOUNTS}, "section", ACCOUNTS),
    desk("add_drafter", {"own": ACCOUNTS}, "section", ACCOUNTS),
    desk("answer_account_change", {"member": ACCOUNTS}, "account change", ACCOUNTS, posted=True),
    # Whoever has the link that the old address got.
    Page("account_change", "account change", {"member": EVERYBODY}),
    desk("search_admin:server", {"none": NOBODY}, "search server", ACCOUNTS | {"auditor"}),
    desk("search_admin:retry", {"none": NOBODY}, "search server", NOBODY, posted=True),
)
