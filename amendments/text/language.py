"""The language in which the reader reads the interface, as texts name theirs."""

from django.utils.translation import get_language


def reader_language() -> str:
    """ "az" of "az" and "az-latn"; "" where none is active."""
    return (get_language() or "").partition("-")[0]
