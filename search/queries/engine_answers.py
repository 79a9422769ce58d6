"""What the chosen engine answers, or the embedded one in its stead."""

import logging

from search.backends.embedded import Embedded
from search.backends.engine import engine
from search.backends.question import Answer, Question
from search.errors import EngineDownError

logger = logging.getLogger(__name__)


def found_by_engine(question: Question) -> Answer:
    """The answer, whichever engine gives it."""
    return answered(question)[0]


def answered(question: Question) -> tuple[Answer, bool]:
    """The answer of the chosen engine, or of the embedded engine while the chosen one is down."""
    try:
        return engine().find(question), False
    except EngineDownError:
        logger.warning(
            "The engine %s does not answer; the embedded one is asked", engine().name, exc_info=True
        )
        return Embedded().find(question), True
