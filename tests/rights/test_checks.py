"""What the checks say of cues that a plugin brings."""

from wagtail import hooks

from rights.checks import cues_are_read
from rights.queries.suggested_rights import suggested_rights
from rights.suggesting.cues import CueFolder


def test_our_own_cues_are_read():
    assert cues_are_read(None) == []


def test_a_line_that_cannot_be_read_is_told(tmp_path):
    (tmp_path / "az.txt").write_text("G07: hiv\nG08 school", encoding="utf-8")
    with hooks.register_temporarily("register_right_cues", lambda: CueFolder("ours", tmp_path)):
        (fault,) = cues_are_read(None)
    assert "az.txt" in fault.msg
    assert "Line 2" in fault.msg


def test_a_text_suggests_in_its_own_language():
    assert [one.right for one in suggested_rights("əmək şəraiti", "az")] == ["G02"]
    assert suggested_rights("əmək şəraiti", "xx") == []
