"""The addresses of the desk of rights issues, which the Ombudsman's office alone opens, of opinions and concordance."""

from tests.permissions.page_rows import Page, everybody, signed_in, step
from tests.permissions.roles import EVERYBODY, NOBODY, OMBUDSMAN, OWN, SECRETARY, WRITE_ROWS

RIGHTS = (
    signed_in("rights:issues", OMBUDSMAN),
    signed_in("rights:find", OMBUDSMAN),
    Page(
        "rights:open",
        "provision",
        {"commented": OMBUDSMAN, "inserted": OMBUDSMAN, "hidden": NOBODY},
        door=OMBUDSMAN,
        signs_in=True,
    ),
    Page("rights:issue", "issue", signs_in=True),
    Page("rights:edit", "issue", signs_in=True),
    Page(
        "rights:conformity", "act", {"base": OMBUDSMAN, "hidden act": NOBODY}, door=OMBUDSMAN, signs_in=True
    ),
    signed_in("rights:asked"),
    Page("rights:request", "question to an institution", signs_in=True),
    step("rights:ask", "issue"),
    step("rights:note", "issue"),
    step("rights:answer", "issue"),
    step("rights:move", "issue"),
    step("rights:take_back", "answer to an issue"),
    step("rights:confirm_place", "place of an issue"),
    everybody("rights:opinions"),
    signed_in("rights:begin_opinion", OMBUDSMAN),
    Page("rights:opinion", "opinion"),
    Page("rights:edit_opinion", "opinion", {"drafted": OMBUDSMAN}, signs_in=True),
    Page("rights:recommendation", "recommendation", {"drafted": OMBUDSMAN}, signs_in=True),
    Page("rights:take", "recommendation", {"issued": OWN | SECRETARY}, signs_in=True),
    step("rights:reply_to_recommendation", "recommendation", opens={"issued": EVERYBODY}),
    step("rights:follow_up", "recommendation", opens={"issued": EVERYBODY}),
    step("rights:gather", "opinion", opens={"drafted": OMBUDSMAN}),
    step("rights:issue_opinion", "opinion"),
    step("rights:remove_recommendation", "recommendation", opens={"drafted": OMBUDSMAN}),
    everybody("concordance:rows"),
    everybody("concordance:file"),
    everybody("concordance:report"),
    everybody("concordance:report_file"),
    Page("concordance:row", "row of the concordance"),
    Page(
        "concordance:write_row",
        "act",
        {"base": WRITE_ROWS, "hidden act": OWN},
        door=WRITE_ROWS,
        signs_in=True,
    ),
    Page(
        "concordance:change_row",
        "row of the concordance",
        {"public": WRITE_ROWS, "unreleased": OWN},
        signs_in=True,
    ),
    step("concordance:judge_row", "row of the concordance"),
    step("concordance:remove_row", "row of the concordance"),
    step("concordance:bring_back_row", "row of the concordance"),
    step("concordance:take_back_judgement", "degree of a row"),
)
