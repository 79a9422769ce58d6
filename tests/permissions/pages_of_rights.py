"""The addresses of the desk of rights issues, which the Ombudsman's office alone opens, and of its opinions."""

from tests.permissions.page_rows import Page, everybody, signed_in, step
from tests.permissions.roles import NOBODY, OMBUDSMAN

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
    step("rights:gather", "opinion", opens={"drafted": OMBUDSMAN}),
    step("rights:issue_opinion", "opinion"),
    step("rights:remove_recommendation", "recommendation", opens={"drafted": OMBUDSMAN}),
)
