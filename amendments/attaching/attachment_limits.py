"""How much may be attached. A site sets other limits in its settings."""

from django.conf import settings

MOST_BYTES = 5 * 1024 * 1024  # of a file: a scanned letter of twenty pages, or a study without its pictures
MOST_FILES = 5  # of a comment, or of an item of a note

MOST_PIXELS = 128_000_000  # of a picture, as in Wagtail's library


def most_bytes() -> int:
    """`MADDA_ATTACHMENT_BYTES`: of one file."""
    return int(getattr(settings, "MADDA_ATTACHMENT_BYTES", MOST_BYTES))


def most_files() -> int:
    """`MADDA_ATTACHMENTS`: of one comment, or of one item of a note."""
    return int(getattr(settings, "MADDA_ATTACHMENTS", MOST_FILES))


def most_pixels() -> int:
    """`WAGTAILIMAGES_MAX_IMAGE_PIXELS`: of one picture, for the library and for files that are attached."""
    return int(getattr(settings, "WAGTAILIMAGES_MAX_IMAGE_PIXELS", None) or MOST_PIXELS)


def in_megabytes(size: int) -> str:
    """Bytes as people read them: "5", "0.5"."""
    return f"{size / 1024 / 1024:.3g}"
