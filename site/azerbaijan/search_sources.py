"""Tells the search what Azerbaijani acts are called in other languages."""

from pathlib import Path

from search.sources import register_act_names, register_synonyms

_DATA = Path(__file__).parent / "data"

register_act_names(_DATA / "act_names.txt")
register_synonyms(_DATA / "synonyms.txt")
