"""A comment that waits for its answer, and the addresses of the board."""

from django.urls import reverse

from tests.factories import consultation as make

WANTED = "The fare is 15 coins. It is paid before the crossing."


def sent(world, who, institution, number="2.1", **said):
    passage = make.chosen(world.draft, number)
    row = make.draft(world.round, getattr(world, f"{who}_author"), institution, make.content(passage, **said))
    make.send(row.submission, getattr(world, f"{who}_focal"))
    return row


def url(name, *args):
    return reverse(f"consultations:{name}", args=args)


PIECE = {"HX-Request": "true"}
