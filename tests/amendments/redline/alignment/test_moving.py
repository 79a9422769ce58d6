"""What moved takes along what stands below it, and nothing else."""

from amendments.redline.plain import PlainRedline, compare_plain
from amendments.redline.provision_redline import Mark

BODIES = (
    "Every foreign decoration that no sovereign power conferred is declared to be obtained unlawfully.",
    "A citizen who obtained such a decoration wears it only if the chancellor permits that by an order.",
    "The request for a permission is addressed to the chancellor through the ministry of the applicant.",
    "The chancellery collects a fee for each licence, the amount of which a decree of the government sets.",
)
OTHERS = tuple(
    f"Honour {word} serves whoever distinguished oneself in office."
    for word in ("one", "two", "three", "four")
)
TITLE = "TITLE I : Conditions under which decorations from abroad are asked for, accepted, worn and taken away again\n\n"


def code(first: int, bodies: tuple[str, ...], series: str = "R") -> str:
    return "".join(f"Article {series}{first + k}\n\n{body}\n\n" for k, body in enumerate(bodies))


def kept(redline: PlainRedline) -> str:
    """What a reader sees as the same text, at its place or at another one."""
    inner = [span for spans in redline.moves.values() for span in spans]
    stayed = [passage.span for passage in redline.passages if passage.move is None]
    return "".join(span.text for span in [*stayed, *inner] if span.mark is Mark.KEPT)


def test_articles_are_found_below_a_title_that_moved_with_them() -> None:
    """Other articles took their numbers, so that the numbers alone stay where they stood."""
    before = code(1, OTHERS) + TITLE + code(160, BODIES)
    after = code(1, OTHERS) + code(160, tuple(reversed(OTHERS))) + TITLE + code(203, BODIES)
    redline = compare_plain(before, after)
    assert all(body in kept(redline) for body in BODIES)


def test_articles_with_letters_in_their_numbers_keep_their_words_under_another_number() -> None:
    before = code(1, OTHERS) + code(1211, BODIES, "L")
    after = code(1, OTHERS) + code(1311, BODIES, "L")
    redline = compare_plain(before, after)
    assert all(body in kept(redline) for body in BODIES)
    edits = {p.span.text for p in redline.passages if p.span.mark is not Mark.KEPT}
    assert edits == {f"L{n}" for first in (1211, 1311) for n in range(first, first + 4)}
