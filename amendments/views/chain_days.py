"""The chain of the record as everybody sees it: one hash a day, on a page and in a feed."""

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import get_language, gettext as _

from amendments.queries.proof.chain_days import last_links
from amendments.record.site_key import key_hash

PAGE_SIZE = 50


def days(request: HttpRequest) -> HttpResponse:
    """The days with their hashes. Links are neither counted nor named: most are not public."""
    page = Paginator(last_links(), PAGE_SIZE).get_page(request.GET.get("page"))
    return render(request, "madda/amendments/chain.html", {"days": page, "key_hash": key_hash()})


def feed(request: HttpRequest) -> HttpResponse:
    """The newest days (Atom, RFC 4287)."""
    address = request.build_absolute_uri(reverse("amendments:chain_feed"))
    atom = Atom1Feed(
        title=_("Chain of hashes"),
        link=request.build_absolute_uri(reverse("amendments:chain")),
        description=None,
        language=get_language(),
        author_name=settings.WAGTAIL_SITE_NAME,
        feed_url=address,
        feed_guid=address,
    )
    for link in last_links()[:PAGE_SIZE]:
        atom.add_item(
            title=date_format(localtime(link.at), "DATE_FORMAT"),
            link=request.build_absolute_uri(reverse("amendments:chain")),
            description=link.sha256,
            updateddate=link.at,
            unique_id=f"urn:sha256:{link.sha256}",
        )
    return HttpResponse(atom.writeString("utf-8"), content_type=atom.content_type)
