"""What is posted to the pages of marked files."""

from collections.abc import Mapping

from tests.permissions.law_steps import marks_wait
from tests.permissions.posting import Post, chosen_marks, nothing, on_amendment, word_file
from tests.permissions.roles import OWN
from tests.permissions.world import World


def read_file(world: World) -> list[object]:
    return [world.marked_files["read"].pk]


MARKED_FILES: Mapping[str, Post] = {
    "amendments_admin:marked_files": Post(on_amendment(), word_file, OWN),
    "amendments_admin:marked_file": Post(read_file, chosen_marks, OWN),
    "amendments_admin:cancel_marked_file": Post(read_file, nothing, OWN, before=marks_wait),
    "amendments_admin:undo_marked_file": Post(read_file, nothing, OWN),
}
