"""A table as a stranger brought it: numbers of its own and of the law, one of them twice, and rows of words between."""

from amendments.importers.printed_table import printed_table

ROWS = (
    ("No", "Kind", "Fee"),
    ("1.", "Rowing boat", "5 (five)"),
    ("2.1", "Child's boat", ""),
    ("Part B – Motor boats",),
    ("2.1", "Motor boat", "30"),
    ("Article 5.", "Fine", "120"),
    ("NOTE: fees are per day",),
    ("3.", "Ferry", "by agreement"),
)
TABLE = "\n".join(printed_table([[[cell] for cell in row] for row in ROWS]))


def act_with_table(article: str) -> str:
    """An act of a language in which an article is headed so."""
    first, second, third = (article.format(number) for number in (1, 2, 3))
    return (
        f"{first} Scope\n\n1.1. This Law sets fees.\n\n{second} Fees\n\n2.1. The fees are:\n\n{TABLE}\n\n"
        f"2.2. Fees are paid at once.\n\n{third} Fines\n\n3.1. Late fees are unpaid.\n"
    )
