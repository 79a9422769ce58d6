"""A message as plain data, and the message again."""

from base64 import b64decode, b64encode
from typing import Any

from django.core.mail import EmailMessage, EmailMultiAlternatives

_LISTS = ("to", "cc", "bcc", "reply_to")


def stored(message: EmailMessage) -> dict[str, Any]:
    """What a row keeps. Any: JSON."""
    alternatives = getattr(message, "alternatives", [])
    return {
        "subject": str(message.subject),
        "body": str(message.body),
        "subtype": message.content_subtype,
        "from": message.from_email,
        "headers": {name: str(value) for name, value in message.extra_headers.items()},
        "alternatives": [[str(content), kind] for content, kind in alternatives],
        "attachments": [_attachment(message, place) for place in range(len(message.attachments))],
        **{name: list(getattr(message, name)) for name in _LISTS},
    }


def restored(content: dict[str, Any]) -> EmailMultiAlternatives:
    """The message that was stored."""
    message = EmailMultiAlternatives(
        content["subject"],
        content["body"],
        content["from"],
        headers=content["headers"],
        alternatives=[(text, kind) for text, kind in content["alternatives"]],
        **{name: content[name] for name in _LISTS},
    )
    message.content_subtype = content["subtype"]
    for name, data, kind in content["attachments"]:
        message.attach(name, b64decode(data), kind)
    return message


def _attachment(message: EmailMessage, place: int) -> list[str | None]:
    """Name, content and kind. A ready MIME part is refused: nothing in Madda attaches one."""
    name, data, kind = message.attachments[place]
    raw = data.encode() if isinstance(data, str) else data
    return [name, b64encode(raw).decode(), kind]
