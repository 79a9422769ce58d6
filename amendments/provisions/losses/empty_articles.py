"""Finds articles without a word right above a section without a number, whose words may be their heading."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from amendments.provisions.losses.codes import MISSING_HEADING
from amendments.provisions.messages import message as _
from amendments.provisions.parsing.pending import Pending
from amendments.provisions.recognising.labels import Form
from amendments.provisions.scheme import Finding
from amendments.provisions.tree import Kind


def check_empty_articles(provisions: Sequence[Pending]) -> Iterator[Finding]:
    """One finding for each such article; it may have lost its parts to the section."""
    for article, below in pairwise(provisions):
        is_empty = article.kind is Kind.ARTICLE and not (article.heading or article.paragraphs)
        if is_empty and below.label is not None and below.label.form is Form.UNTITLED:
            said = _("The article %(number)s has neither a heading nor text.", number=article.number)
            yield Finding(article.line, MISSING_HEADING, said, stops=True)
