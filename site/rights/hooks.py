"""The hooks of this app for plugins (`docs/extending.md` has a section for each)."""

from amendments.hooks import HookPoint
from rights.suggesting.cues import CueFolder

CUES = HookPoint("register_right_cues", CueFolder)
POINTS = (CUES,)
