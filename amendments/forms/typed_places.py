"""Reads the names of provisions that are typed into forms of instructions, and the paragraphs that are named with them."""

import re
from collections.abc import Container

from django import forms
from django.utils.translation import gettext

from amendments.instructions.designations import Designation
from amendments.instructions.instruction_errors import BadOperation
from amendments.provisions.citing.citation_words import CitationWords
from amendments.text.saying import say


class NamedPlaces(forms.Form):
    """The fields that name provisions, in the `words` of the act's language."""

    words: CitationWords | None
    paragraph = 0  # that is named as a provision: "абзац первый статьи 3" is paragraph 1 of it

    def clean_target(self) -> Designation:
        """Read the name of the provision in the words of the act."""
        typed = str(self.cleaned_data["target"])
        found = self.words.place_of_paragraph(typed) if self.words else None
        if found is None:
            return self.named_provision(typed)
        holder, self.paragraph = found
        if not holder:
            raise forms.ValidationError(self.about_paragraph(typed))
        return self.named_provision(holder)

    def clean_after(self) -> Designation:
        """Read the provision after which a new one stands."""
        return self.named_provision(self.cleaned_data["after"])

    def clean_targets(self) -> tuple[Designation, ...]:
        """Read each of several provisions."""
        parts = re.split("[,;]", self.cleaned_data["targets"])
        return tuple(self.named_provision(part) for part in parts if part.strip())

    def named_provision(self, typed: str) -> Designation:
        """The name in one form, or why it names no provision."""
        try:
            return Designation(typed.strip(), self.words)
        except BadOperation as bad:
            raise forms.ValidationError(say(bad)) from bad

    def take_paragraph(self, used: Container[str]) -> None:
        """Take a paragraph that was named as a provision as the part of the provision that holds it."""
        if not self.paragraph or "target" not in self.cleaned_data:
            return
        level = str(self.cleaned_data.get("level", ""))
        if "level" not in used or level.startswith("paragraph"):
            self.add_error("target", self.about_paragraph(str(self.data.get(self.add_prefix("target"), ""))))
        else:
            parts = (f"paragraph:{self.paragraph}", "" if level == "text" else level)
            self.cleaned_data["level"] = "/".join(filter(None, parts))

    def about_paragraph(self, typed: str) -> str:
        """What to write in place of a paragraph that is named as a provision."""
        said = gettext(
            "“%(typed)s” is a part of a provision. Write the number of the provision here, for example 3, and "
            "paragraph %(place)s in “%(field)s”."
        )
        return said % {
            "typed": typed.strip(),
            "place": self.paragraph,
            "field": gettext("Part of it"),
        }
