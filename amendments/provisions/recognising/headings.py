"""Distinguishes headings from text: after a label, on the lines below it, split over lines, in capitals."""

import re
from collections.abc import Mapping

from amendments.provisions.parsing.pending import Pending
from amendments.provisions.recognising.bare_numbers import BARE, NUMBERED
from amendments.provisions.recognising.labels import Form, Label
from amendments.provisions.recognising.recogniser import PrintedAct, Recogniser
from amendments.provisions.regions.signature import YEAR
from amendments.provisions.tree import Kind

CONTAINERS = frozenset({Kind.SECTION, Kind.CHAPTER, Kind.DIVISION, Kind.ANNEX})
WORDED = frozenset({Kind.ARTICLE, Kind.PART, Kind.POINT, Kind.SUBPOINT, Kind.NOTE})
# Chosen on the real acts of docs/fidelity.md, so that every number there is read or counted.
_LONGEST_HEADING = 400
_LONGEST_OF_BARE = 100
_LONGEST_SENTENCE = 120  # that may be the heading of a chapter
_MOST_LINES = 6
_FEW_LINES = 3
_FEWEST_CAPITALS = 8
_SENTENCE_END = (".", ";", ":")


class Headings:
    """Answers for one act whether a line, or the rest of one, is a heading."""

    def __init__(self, recogniser: Recogniser, act: PrintedAct, regions: Mapping[int, Kind]) -> None:
        self._recogniser = recogniser
        self._act = act
        self._regions = regions
        self._approval = recogniser.pattern(recogniser.conventions.approvals, r"(?![^\W_])", r"(?<![^\W_])")

    def is_wording(self, index: int, label: Label, rest: str) -> bool:
        """Whether the words after "Article 2." are its text: they end as a sentence and no other text follows."""
        if label.form not in {Form.HEADING, Form.UNTITLED}:
            return True
        if label.kind is Kind.PART:
            return rest.endswith((";", ":") if index in self._act.inner else _SENTENCE_END)
        if label.kind is not Kind.ARTICLE:
            return label.kind is Kind.ANNEX and self._names_provision(rest)
        if index in self._act.inner or self._opens_parts(index, rest):
            return False
        if self._recogniser.is_repealed(rest) or rest.endswith((";", ":", ":—", "—")):
            return True
        if label.readings and label.readings[0].style in {BARE, NUMBERED}:
            return self._is_wording_of_bare(index, rest)
        return rest.endswith(".") and not self._has_body(index)

    def _opens_parts(self, index: int, rest: str) -> bool:
        """Whether these words are a heading that its dash ties to part (1) below: "5. Fees.—"."""
        return rest.endswith(".—") and self._begins_list(index + 1)

    def _begins_list(self, index: int) -> bool:
        label = self._act.label(index)
        if label is None or label.form is not Form.ITEM:
            return False
        return any(reading.value[0].value == 1 for reading in label.readings)

    def _is_wording_of_bare(self, index: int, rest: str) -> bool:
        """After a number and no more, words are the text if they end as a sentence or points "(a)" stand below."""
        below = self._act.label(index + 1)
        style = below.readings[0].style if below and below.form is Form.ITEM else ""
        if rest.endswith("."):
            return not style.startswith("arabic") or len(rest) > _LONGEST_OF_BARE
        return "letter" in style

    def awaits_heading(self, last: Pending | None, index: int) -> bool:
        """Whether the line before was the bare label of a chapter or the like."""
        is_container = last is not None and last.kind in CONTAINERS
        return is_container and last is not None and not last.heading and last.heading_index == index - 1

    def heads_article(self, last: Pending | None, index: int) -> bool:
        """Whether "Transitional provisions" below "Article 30" is its heading: the text of the article follows."""
        is_bare = last is not None and last.kind is Kind.ARTICLE and not (last.heading or last.paragraphs)
        if not is_bare or last is None or last.heading_index != index - 1 or index + 1 == len(self._act):
            return False
        below = self._act.label(index + 1)
        return below is None or below.form not in {Form.HEADING, Form.UNTITLED}

    def stands_above(self, last: Pending | None, index: int, label: Label) -> bool:
        """Whether this line is the heading of the bare number right below it, which has only words beside it, or parts below."""
        content = self._act.content(index)
        if not self._is_bare_article(index + 1) or not self._is_plain(index):
            return False
        is_title = (
            content[0].isupper()
            and not content.isupper()
            and not content.endswith((*_SENTENCE_END, "—", ","))
        )
        rest = self._act.content(index + 1)[label.end :]
        has_words = (
            index + 1 in self._act.inner
            or self.is_wording(index + 1, label, rest)
            or (not rest and self._begins_list(index + 2))
        )
        is_free = last is not None and (
            last.ends_sentence
            or (last.kind in CONTAINERS and bool(last.heading))
            or (last.kind is Kind.TITLE and self._is_first_of_many(index))
        )
        return is_title and has_words and is_free and len(content) <= _LONGEST_OF_BARE

    def _is_first_of_many(self, index: int) -> bool:
        """Whether a line below the title of the act stands where the next article has its heading too."""
        if any(map(str.isdigit, self._act.content(index))):
            return False
        following = (line for line in range(index + 2, len(self._act)) if self._is_bare_article(line))
        second = next(following, 0)
        above = self._act.content(second - 1) if second and self._is_plain(second - 1) else ""
        return bool(above) and above[0].isupper() and not above.endswith(_SENTENCE_END)

    def _is_bare_article(self, index: int) -> bool:
        label = self._act.label(index)
        return label is not None and bool(label.readings) and label.readings[0].style in {BARE, NUMBERED}

    def names_act_of_annex(self, last: Pending, index: int) -> bool:
        """“to the Law on …” or “Section 3” right after the label of an annex: the annex's own text, not its heading."""
        if last.kind is not Kind.ANNEX or not self.awaits_heading(last, index):
            return False
        content = self._act.content(index)
        goes_on = self._tells(index, self._approval, YEAR if last.paragraphs else self._approval)
        return content[0].islower() or goes_on or self._names_provision(content)

    def _names_provision(self, words: str) -> bool:
        """Whether words are only the section that speaks of a schedule: “Section 3”, “(Sections 3 and 5)”."""
        bare = words.strip("([ .])")
        label = self._recogniser.read(bare) if bare else None
        return label is not None and label.may_be_article and label.end == len(bare)

    def _tells(self, index: int, *patterns: re.Pattern[str]) -> bool:
        """Whether the name of the act goes on to its date, or to the words of approval, here or in the next lines."""
        for line in range(index, min(index + _FEW_LINES, len(self._act))):
            if not self._is_plain(line):
                return False
            if any(pattern.search(self._act.folded[line]) for pattern in patterns):
                return True
        return False

    def continues(self, last: Pending, index: int) -> bool:
        """Whether the words still belong to the heading, printed below the label or split over lines."""
        content = self._act.content(index)
        is_next = last.heading_index == index - 1 and last.heading_lines < _MOST_LINES
        if not is_next or len(content) > _LONGEST_HEADING or content.endswith((";", ":")):
            return False
        if last.kind in CONTAINERS:
            return self._continues_container(last, index)
        if last.kind is not Kind.ARTICLE or last.paragraphs:
            return False
        if not last.heading:
            is_sentence = content.endswith((".", ",", "—") if last.style == BARE else ".")
            return not is_sentence and not self._recogniser.is_repealed(content)
        return content[0].islower() and not last.heading.endswith(_SENTENCE_END)

    def is_capitals_heading(self, last: Pending, index: int) -> bool:
        """A line in capitals between the end of an article and a labelled line heads what follows."""
        content = self._act.content(index)
        is_title = content.isupper() and " " in content and sum(map(str.isalpha, content)) >= _FEWEST_CAPITALS
        is_title = is_title and not content.startswith("[")  # a source: "[41:19:1865; B § 946; NCL § 8403]"
        has_ended = last.kind in WORDED and last.ends_sentence
        return is_title and has_ended and not content.endswith(_SENTENCE_END) and self._label_follows(index)

    def _continues_container(self, last: Pending, index: int) -> bool:
        """The words between the label of a chapter and its first article are its heading, if they are few."""
        content = self._act.content(index)
        if not last.heading and not content.endswith("."):
            return True
        if not last.heading and len(content) > _LONGEST_SENTENCE:
            return False
        if (
            last.kind is not Kind.ANNEX
            and last.heading.isupper()
            and not content.isupper()
            and content[0].isupper()
        ):
            return False
        is_sentence = content.endswith(".") and content[0].isupper() and bool(last.heading)
        if last.kind is not Kind.ANNEX and not is_sentence and self._is_heading_only(index):
            return True
        is_title = content.isupper() and last.kind is Kind.ANNEX and last.heading_lines < _FEW_LINES
        both_capitals = content.isupper() and (is_title or last.heading.isupper())
        return both_capitals or (content[0].islower() and not last.heading.endswith(_SENTENCE_END))

    def _is_heading_only(self, index: int) -> bool:
        """Whether a few lines without a full stop at their end stand between here and the next label."""
        end = index
        while end < len(self._act) and self._is_plain(end) and end - index < _FEW_LINES:
            end += 1
        ends_sentence = self._act.content(end - 1).endswith(_SENTENCE_END)
        return self._act.label(end) is not None and (end == index + 1 or not ends_sentence)

    def _is_plain(self, index: int) -> bool:
        return self._act.label(index) is None and index not in self._regions

    def _has_body(self, index: int) -> bool:
        if index + 1 == len(self._act) or self._regions.get(index + 1, Kind.TABLE) is not Kind.TABLE:
            return False
        following = self._act.label(index + 1)
        return following is None or following.form in {Form.DECIMAL, Form.ITEM}

    def _label_follows(self, index: int) -> bool:
        following = self._act.label(index + 1)
        return following is not None and following.form is not Form.NOTE
