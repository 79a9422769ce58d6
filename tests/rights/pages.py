"""Pages as people read them."""

from typing import Any


def signed_in(client: Any, person: Any) -> Any:
    """The client, signed in as the person; as it is for somebody without an account."""
    if person.is_authenticated:
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def text_of(answer: Any) -> str:
    """A page with one blank between its words."""
    return " ".join(answer.content.decode().split())
