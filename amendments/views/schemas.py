"""The schemas of the JSON files, at addresses that stay."""

from pathlib import Path

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from amendments.renderers import data_files


@require_safe
def schema(request: HttpRequest, name: str) -> HttpResponse:
    """A schema (JSON Schema 2020-12), for programs of every other site too."""
    if name not in data_files.SCHEMAS:
        raise Http404
    content = (Path(data_files.__file__).parent / "schemas" / f"{name}.json").read_bytes()
    headers = {"Access-Control-Allow-Origin": "*", "Cache-Control": "public, max-age=86400"}
    return HttpResponse(content, content_type="application/schema+json", headers=headers)
