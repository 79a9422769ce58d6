"""What an instruction really changed: the provisions of two texts compared one by one."""

from amendments.instructions.touches import LEANING, Touch


def changed(before, after):
    """The keys of what is not the same in both, without any index."""
    old, new = ({element.key: element for element in tree} for tree in (before, after))
    return {key for key in old.keys() | new.keys() if old.get(key) != new.get(key)}


def check(before, after, touches):
    """Whether the touches are exactly what changed, each once and as what it is."""
    assert len({each.key for each in touches}) == len(touches)
    assert {each.key for each in touches if each.touch not in LEANING} == changed(before, after)
    for each in touches:
        old, new = before.by_key.get(each.key), after.by_key.get(each.key)
        assert (each.touch is Touch.INSERTS) == (old is None)
        assert (each.touch is Touch.REMOVES) == (new is None)
        if old and new:
            assert (each.touch is Touch.REPEALS) == (new.repealed and not old.repealed)
            assert each.touch is Touch.RENUMBERS or old.number == new.number
            assert each.touch is not Touch.HEADING or old.text == new.text
