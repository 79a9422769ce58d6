"""Addresses made of words."""

from django.utils.text import slugify
from wagtail.coreutils import string_to_ascii


def slug_of(words: str, longest: int) -> str:
    """The words as a part of an address, in Latin letters: "Əcnəbilər" is "ecnebiler"."""
    return slugify(string_to_ascii(words))[:longest].strip("-")
