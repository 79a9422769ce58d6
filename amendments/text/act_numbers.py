"""Numbers of acts as people write them."""

import re

_APART = re.compile(r"[\W_]+")


def plain_number(number: str) -> str:
    """A number without spaces, punctuation and capitals: "713–IVQ" and "№ 713 IVQ" are one."""
    return _APART.sub("", number).casefold()
