"""Comments of one submission whose words or author not everybody may read."""

from consultations.models import Comment
from consultations.values import Identity, Visibility
from tests.factories import consultation as make


def sent_comments(world, **of_open) -> dict[str, Comment]:
    """A public comment with these particulars, one with a withheld identity and one for the committee."""
    kinds = {
        "open": of_open,
        "withheld": {"identity": Identity.WITHHELD},
        "committee": {"visibility": Visibility.COMMITTEE},
    }
    found = {
        name: make.draft(
            world.round,
            world.ngo_author,
            world.ngo,
            make.content(make.chosen(world.draft, "2.1", "coins"), rationale=f"Said {name}.", **more),
        )
        for name, more in kinds.items()
    }
    make.ask(found["open"].submission, world.ngo_author)
    make.send(found["open"].submission, world.ngo_focal)
    return found
