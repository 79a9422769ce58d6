"""Answers whose time does not tell whether an address has an account."""

from collections.abc import Callable
from functools import wraps
from time import monotonic, sleep
from typing import Any

from django.http import HttpRequest, HttpResponse

STEP = 0.25  # seconds; known and unknown addresses differed by 12 ms at most on a busy machine


def in_even_time(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let the view answer a POST at the end of a whole step only."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        began = monotonic()
        response = view(request, *args, **kwargs)
        if request.method == "POST":
            sleep((began - monotonic()) % STEP)
        return response

    return answer
