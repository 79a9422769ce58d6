"""Words for what numbers count, which cite nothing: money, time, people."""

import re

from search.query.analysis import fold

MEASURE = re.compile(
    r"(?:manat|qepik|nefer)\w*|gun(?:luk)?|saat(?:liq)?|ay(?:liq)?|il(?:lik)?|faiz|sexs|people|percent"
    r"|(?:hour|minute|day|week|month|year|dollar|euro|time)s?|persons|(?:манат|рубл|процент|человек|месяц|недел|минут)\w*"
    r"|часа?|часов|дня|дней|сут(?:ки|ок)|года?|лет|раза?|лица?|defe|deqiqe"
)
"""Folded, of what there are so many: "section two hundred manats" names no section."""


def is_measure(word: str) -> bool:
    """Whether a word is one for what numbers count."""
    return bool(MEASURE.fullmatch(fold(word)))
