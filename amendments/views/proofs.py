"""The proof of a text: a page that says what is hashed and how, and the bundle that anybody checks without the site."""

from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from amendments.actions.reading.log_download import LogDownload
from amendments.audit.actor import Actor
from amendments.models import Amendment, Draft, Instrument
from amendments.proving import verify
from amendments.queries.law.act_titles import title_in
from amendments.queries.proof.kept_proofs import kept_bundle
from amendments.queries.proof.proofs import beside_the_proof, chain_place, rows_of
from amendments.record.site_key import key_hash, public_key
from amendments.views.downloads import FILE_HEADERS
from amendments.views.texts import name_of, versions_of, visible_text


def page(request: HttpRequest, page: Instrument | Amendment, number: int) -> HttpResponse:
    """What is hashed of a text, where it stands in the chain, and how to check it."""
    text = visible_text(request, page, number)
    place = chain_place(rows_of(text))
    context = {
        "page": page,
        "name": name_of(text),
        "text": text,
        "versions": versions_of(text),
        "place": place,
        "is_draft": isinstance(text, Draft),
        "may_move": place.day == timezone.localdate(timezone=timezone.get_default_timezone()).isoformat(),
        "bundle_name": bundle_name(text.root_hash),
        "bundle_url": f"{text.url}proof/bundle/",
        "key_hash": key_hash(),
    }
    return render(request, "madda/amendments/proof.html", context)


@require_safe
def bundle(request: HttpRequest, page: Instrument | Amendment, number: int) -> HttpResponse:
    """The proof as a file, once it is logged who took it."""
    text = visible_text(request, page, number)
    versions = versions_of(text)
    content = kept_bundle(text, versions, readme(request))
    if request.method == "GET" and request.user.is_authenticated:
        contained = {
            "format": "proof",
            "acts": [title_in(version) for version in versions],
            "languages": sorted({version.instrument.language for version in versions}),
            "hash": text.root_hash,
        }
        LogDownload(text, contained, actor=Actor.now(request.user)).execute()
    return sent(content, bundle_name(text.root_hash))


@require_safe
def script(request: HttpRequest) -> HttpResponse:
    """The script that checks a bundle."""
    return sent(Path(verify.__file__).read_bytes(), "verify.py", "text/x-python; charset=utf-8")


@require_safe
def key(request: HttpRequest) -> HttpResponse:
    """The public key with which the heads of the chain are signed."""
    return sent(public_key(), "key.pem", "application/x-pem-file")


def bundle_name(sha256: str) -> str:
    """The name of the file of a proof."""
    return f"madda-proof-{sha256[:12]}.zip"


def readme(request: HttpRequest) -> str:
    """What stands in a bundle beside the proof, with the addresses at which the reader reads."""
    return beside_the_proof(request.build_absolute_uri)


def sent(content: bytes, name: str, media_type: str = "application/zip") -> HttpResponse:
    """A file to save, which no proxy keeps."""
    response = HttpResponse(content, content_type=media_type, headers=FILE_HEADERS)
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return response
