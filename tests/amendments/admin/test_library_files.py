"""Scanners are asked about documents and pictures of Wagtail's libraries, whichever way they come."""

import gc

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, UploadedFile

from tests.amendments.attaching.test_scanning import FOUND, scanner  # noqa: F401 - a fixture
from tests.factories.files import MACROS, docx, package, pdf, picture, png, xlsx

pytestmark = [
    pytest.mark.whole,
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:Unclosed file:ResourceWarning"),  # of Wagtail
]

DOCUMENT, PICTURE = "documents", "images"
GOOD = {DOCUMENT: pdf("Words."), PICTURE: png()}
BAD = {DOCUMENT: pdf(FOUND), PICTURE: png() + FOUND.encode()}
NAMES = {DOCUMENT: "opinion.pdf", PICTURE: "seal.png"}
SAYS = "is refused: the scanner of this site found a test virus in it"
WAYS = ["add", "add_multiple", "add_multiple_unnamed", "choose", "replace"]


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    """As on a real site."""
    backend = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    settings.STORAGES, settings.MEDIA_ROOT = {**settings.STORAGES, "default": backend}, tmp_path
    yield
    gc.collect()  # while such a warning is passed over


def address(kind, name, *args):
    return reverse(f"wagtail{'docs' if kind == DOCUMENT else 'images'}{name}", args=args)


def model_of(kind):
    return get_document_model() if kind == DOCUMENT else get_image_model()


def upload(kind, content, number=1):
    return SimpleUploadedFile(f"{number}{NAMES[kind]}", content)


def fields(**more):
    return {"title": "Opinion", "collection": Collection.get_first_root_node().pk, **more}


def sent(client, kind, way, content):
    """Upload by one of the ways of Wagtail's pages; each has its prefix and its answer."""
    file = upload(kind, content)
    if way == "add":
        return client.post(address(kind, ":add"), fields(file=file))
    if way.startswith("add_multiple"):
        title = "T" * 300 if way == "add_multiple_unnamed" else "Opinion"  # too long
        return client.post(address(kind, ":add_multiple"), {**fields(title=title), "files[]": file})
    if way == "choose":
        prefix = f"{'document' if kind == DOCUMENT else 'image'}-chooser-upload"
        typed = {f"{prefix}-{name}": value for name, value in fields(file=file).items()}
        return client.post(address(kind, "_chooser:create"), typed)
    row = model_of(kind).objects.create(title="Old", file=upload(kind, GOOD[kind], 2), **sizes(kind))
    return client.post(address(kind, ":edit", row.pk), fields(file=file))


def sizes(kind):
    return {"width": 1, "height": 1} if kind == PICTURE else {}


def kept(kind):
    """What stands in the library and what waits for its title, as a file with a title that is too long does."""
    rows = [*model_of(kind).objects.exclude(title="Old"), *UploadedFile.objects.all()]
    found = []
    for row in rows:
        with row.file.open() as file:
            found.append(file.read())
    return found


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("kind", [DOCUMENT, PICTURE])
def test_whichever_way_it_comes_what_a_scanner_finds_is_refused(admin_client, scanner, kind, way):  # noqa: F811
    answer = sent(admin_client, kind, way, BAD[kind])
    assert kept(kind) == []
    assert SAYS in answer.content.decode()
    scanner.is_away = True
    answer = sent(admin_client, kind, way, GOOD[kind])
    assert kept(kind) == []
    assert "cannot be looked through now" in answer.content.decode()
    scanner.is_away = False
    sent(admin_client, kind, way, GOOD[kind])
    assert kept(kind) == [GOOD[kind]]


@pytest.mark.parametrize("way", WAYS)
def test_whichever_way_a_document_comes_its_content_decides(admin_client, way):
    answer = sent(admin_client, DOCUMENT, way, b"<!doctype html><script>alert(1)</script>")
    assert kept(DOCUMENT) == []
    assert "its content is of another kind" in answer.content.decode()


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("note.docx", docx(main=MACROS), "macros"),
        ("note.docx", docx(**{"word/vbaProject.bin": b"x"}), "macros"),
        ("note.docx", pdf(), "another kind"),
        ("note.docx", docx(**{"word/bomb.xml": b"0" * 30_000_000}), "damaged"),
        ("note.pdf", pdf(more=b"9 0 obj << /S /JavaScript /JS (x) >> endobj"), "scripts"),
        ("note.xlsx", package({"xl/vbaProject.bin": b"x"}), "macros"),
        ("note.xlsx", docx(), "another kind"),
        ("note.xlsx", xlsx(types='<Override ContentType="x.externalLink+xml"/>'), "macros"),
        ("note.xlsx", xlsx(types='<Override ContentType="x.macrosheet+xml"/>'), "macros"),
        ("note.xlsx", xlsx(**{"xl/styles.xml": '<!DOCTYPE a [<!ENTITY x SYSTEM "y">]><a/>'}), "macros"),
        ("note.csv", b"name;sum\nA;=1+cmd|' /C calc'!A0", "computes"),
        ("note.csv", b'name,sum\nA,"@SUM(1)"', "computes"),
        ("note.csv", b"-cmd|x", "computes"),
        pytest.param("note.csv", b"name" + b"\r\n" * 200_000 + b"=1", "computes", id="200,000 empty rows"),
        ("note.csv", "ад;сумма".encode("cp1251"), "UTF-8"),
        ("note.ods", package({"mimetype": "x"}), "not allowed"),
    ],
)
def test_the_library_refuses_what_comments_refuse(admin_client, name, content, says):
    typed = fields(file=SimpleUploadedFile(name, content))
    answer = admin_client.post(address(DOCUMENT, ":add"), typed)
    assert kept(DOCUMENT) == []
    assert says in answer.content.decode()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("costs.xlsx", xlsx()),
        ("costs.CSV", "ad;məbləğ;telefon\nƏ;-5,3;+994 12 598\n- no;a=b;+".encode()),
    ],
)
def test_the_library_takes_tables(admin_client, name, content):
    admin_client.post(address(DOCUMENT, ":add"), fields(file=SimpleUploadedFile(name, content)))
    assert kept(DOCUMENT) == [content]


@pytest.mark.parametrize("way", [":add", ":add_multiple"])
def test_the_field_says_which_documents_are_taken(admin_client, way):
    assert (
        "PDF, DOCX, ODT, PNG, JPG, JPEG, TXT, XLSX, CSV."
        in admin_client.get(address(DOCUMENT, way)).content.decode()
    )


FORMS = {"png": "PNG", "jpg": "JPEG", "gif": "GIF", "webp": "WEBP", "avif": "AVIF"}
WHOLE = {ending: picture(form) for ending, form in FORMS.items()}
MOVING = picture("GIF", save_all=True, append_images=[Image.effect_noise((64, 64), 90)])
SPOILT = [
    *((ending, whole[: len(whole) * part // 8]) for ending, whole in WHOLE.items() for part in (1, 4, 7)),
    ("jpg", b"\xff\xd8\xff\xd9"),
    ("jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xd9"),
    ("png", WHOLE["png"][:60] + bytes(300) + WHOLE["png"][360:]),
    ("gif", MOVING[: len(MOVING) * 3 // 4]),
]


@pytest.mark.parametrize(("ending", "content"), SPOILT)
def test_a_picture_that_cannot_be_shown_is_refused_at_the_field(admin_client, ending, content):
    typed = fields(file=SimpleUploadedFile(f"seal.{ending}", content))
    answer = admin_client.post(address(PICTURE, ":add"), typed)
    assert (answer.status_code, kept(PICTURE)) == (200, [])
    assert "Upload a valid image" in answer.content.decode()


@pytest.mark.parametrize(
    ("ending", "content"), [*WHOLE.items(), ("gif", MOVING), ("jpg", WHOLE["jpg"] + b"of a camera")]
)
def test_every_kind_of_picture_is_taken(admin_client, ending, content):
    admin_client.post(address(PICTURE, ":add"), fields(file=SimpleUploadedFile(f"seal.{ending}", content)))
    assert kept(PICTURE) == [content]


@pytest.mark.parametrize("kind", [DOCUMENT, PICTURE])
def test_another_title_asks_no_scanner(admin_client, scanner, kind):  # noqa: F811
    row = model_of(kind).objects.create(title="Old", file=upload(kind, GOOD[kind]), **sizes(kind))
    scanner.is_away = True
    admin_client.post(address(kind, ":edit", row.pk), fields())
    row.refresh_from_db()
    assert (row.title, scanner.asked) == ("Opinion", [])


@pytest.mark.parametrize("kind", [DOCUMENT, PICTURE])
def test_what_is_too_large_is_refused_before_it_is_read(admin_client, scanner, kind, settings):  # noqa: F811
    settings.WAGTAILDOCS_MAX_UPLOAD_SIZE = settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 60
    answer = sent(admin_client, kind, "add", GOOD[kind])
    assert "too big" in answer.content.decode()
    assert (kept(kind), scanner.asked) == ([], [])
