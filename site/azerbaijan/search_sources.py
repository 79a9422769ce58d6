"""Tells the search what Azerbaijani acts are called in other languages."""

from pathlib import Path

from search.sources import register_act_names

register_act_names(Path(__file__).parent / "data" / "act_names.txt")
