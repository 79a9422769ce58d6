"""Files are attached on the form, removed there until the comment is sent, and read by whoever reads the comment."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from amendments.audit.actor import Actor
from consultations.actions.comments.withdraw_comment import WithdrawComment
from consultations.models import Attachment, Comment
from consultations.record.receipts import receipt_hash
from consultations.values import Visibility
from tests.factories import consultation as make
from tests.factories.files import docx, pdf
from tests.factories.writing import typed

pytestmark = pytest.mark.django_db


def upload(name="Məktub.pdf", content=None):
    return SimpleUploadedFile(name, content or pdf())


@pytest.fixture
def comment(world):
    said = make.content(files=(make.attached("Study.pdf"),))
    return make.draft(world.round, world.ngo_author, world.ngo, said)


@pytest.fixture
def edit(comment):
    return reverse("consultations:edit_comment", args=[comment.pk])


def test_files_are_attached_with_the_comment_and_downloaded_under_their_names(author, world, address):
    files = [upload(), upload("2.docx", docx())]
    author.post(address, {**typed(world), "attachments": files, "save": "1"})
    letter, second = sorted(Comment.objects.get().attachments.all(), key=lambda row: -len(row.name))
    assert (letter.name, letter.size, second.kind_label) == ("Məktub.pdf", len(pdf()), "DOCX")
    assert Comment.objects.get().history.first().attachments == ["2.docx", "Məktub.pdf"]
    answer = author.get(letter.url)
    assert answer.content == pdf()
    assert answer["Content-Disposition"] == "attachment; filename*=utf-8''M%C9%99ktub.pdf"
    assert answer["Content-Type"] == "application/pdf"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "private, no-cache"
    assert "sandbox" in answer["Content-Security-Policy"]


def test_a_refused_file_takes_nothing_with_it(author, world, address):
    files = [upload(), upload("tool.exe", b"MZ"), upload("fake.pdf", b"MZ")]
    answer = author.post(address, {**typed(world), "attachments": files, "another": "1"})
    page, saved = answer.content.decode(), Comment.objects.get()
    assert answer.status_code == 422
    assert answer.context["form"].errors.keys() == {"attachments"}
    assert "“tool.exe” is of a kind that cannot be attached." in page
    assert "“fake.pdf” ends like a file of the kind PDF" in page
    assert 'href="#id_attachments"' in page
    assert "Words of the author." in page
    assert f"Comment {saved.reference} is saved as a draft without these files" in page
    assert f'action="{reverse("consultations:edit_comment", args=[saved.pk])}"' in page
    assert (saved.rationale, [row.name for row in saved.attachments.all()]) == (
        "Words of the author.",
        ["Məktub.pdf"],
    )


def test_the_same_form_attaches_a_file_once(author, world, address):
    data = {**typed(world), "save": "1"}
    for _ in range(2):  # its first answer was lost
        author.post(address, {**data, "attachments": upload()})
    assert Attachment.objects.count() == 1


def test_files_that_the_page_cannot_keep_are_named(author, world, address):
    for more in ({"language": "xx"}, {"preview": "1"}):
        page = author.post(address, {**typed(world, **more), "attachments": upload()}).content.decode()
        assert "Choose these files again, because the page could not keep them: Məktub.pdf." in page
        assert "Words of the author." in page
    assert not Attachment.objects.exists()


def test_a_file_is_removed_with_the_next_save_and_not_before(author, world, comment, edit):
    row = comment.attachments.get()
    data = typed(world, revision=str(comment.revision))
    assert "Study.pdf" in author.get(edit).content.decode()
    author.post(f"{edit}autosave/", {**data, "removed": str(row.pk)})
    assert Attachment.objects.exists()
    for _ in range(2):
        assert author.post(edit, {**data, "removed": str(row.pk), "save": "1"}).status_code == 302
    assert not Attachment.objects.exists()


def test_a_comment_has_at_most_as_many_files_as_the_site_allows(author, world, comment, edit, settings):
    settings.MADDA_ATTACHMENTS = 2
    data = typed(world, revision=str(comment.revision))
    files = [upload("b.pdf"), upload("c.pdf")]
    page = author.post(edit, {**data, "attachments": files, "save": "1"}).content.decode()
    assert "“c.pdf” is one file too many: at most 2 can be attached here." in page
    assert [row.name for row in comment.attachments.all()] == ["Study.pdf", "b.pdf"]
    old = str(comment.attachments.get(name="b.pdf").pk)
    data = typed(world, revision="2", removed=old)
    author.post(edit, {**data, "attachments": upload("d.pdf"), "save": "1"})
    assert [row.name for row in comment.attachments.all()] == ["Study.pdf", "d.pdf"]


def test_after_sending_nothing_is_added_or_removed(author, world, comment, edit):
    sent = make.send(comment.submission, world.ngo_focal)
    data = {**typed(world, revision="1"), "removed": str(comment.attachments.get().pk), "save": "1"}
    assert author.post(edit, {**data, "attachments": upload()}).status_code == 422
    assert [row.name for row in comment.attachments.all()] == ["Study.pdf"]
    assert receipt_hash(sent, sent.comments.all()) == sent.sha256


def test_the_hash_of_the_receipt_covers_names_and_contents(world, comment):
    sent = make.send(comment.submission, world.ngo_focal)
    for change in ({"name": "Other.pdf"}, {"sha256": "0" * 64}):
        standing = Attachment.objects.values(*change).get()
        with make.behind_the_seals():
            Attachment.objects.update(**change)
        assert receipt_hash(sent, sent.comments.all()) != sent.sha256
        with make.behind_the_seals():
            Attachment.objects.update(**standing)
    assert receipt_hash(sent, sent.comments.all()) == sent.sha256


@pytest.mark.parametrize(
    ("state", "readers"),
    [
        ("draft", {"ngo_author", "ngo_focal"}),
        (
            "sent",
            {"ngo_author", "ngo_focal", "secretary", "member", "citizen", "stranger_focal", "anonymous"},
        ),
        ("committee", {"ngo_author", "ngo_focal", "secretary", "member"}),
        ("withdrawn", {"ngo_author", "ngo_focal", "secretary"}),
    ],
)
def test_whoever_reads_the_text_now_reads_the_file(client, world, state, readers):
    more = {"visibility": Visibility.COMMITTEE} if state == "committee" else {}
    said = make.content(files=(make.attached("Study.pdf"),), **more)
    comment = make.draft(world.round, world.ngo_author, world.ngo, said)
    if state != "draft":
        make.send(comment.submission, world.ngo_focal)
    if state == "withdrawn":
        comment.refresh_from_db()
        WithdrawComment(comment, actor=Actor.now(world.ngo_focal, reason="Solved.")).execute()
    everybody = ("ngo_author", "ngo_focal", "secretary", "member", "citizen", "stranger_focal", "anonymous")
    found = set()
    for person in everybody:
        client.logout()
        if person != "anonymous":
            client.force_login(getattr(world, person))
        status = client.get(comment.attachments.get().url).status_code
        assert status in (200, 404)
        found |= {person} if status == 200 else set()
        page = client.get(comment.url).content.decode()
        assert ("Study.pdf" in page) is (person in readers)
    assert found == readers


def test_a_discarded_draft_leaves_no_file(author, comment):
    author.post(reverse("consultations:discard_comment", args=[comment.pk]))
    assert not Attachment.objects.exists()


def test_files_stand_beside_the_comment_on_the_board_and_in_lists(client, world, comment):
    make.send(comment.submission, world.ngo_focal)
    client.force_login(world.secretary)
    for address in (
        reverse("consultations:board", args=[world.round.pk]),
        reverse("consultations:round", args=[world.round.pk]),
        reverse("consultations:answer", args=[comment.pk]),
    ):
        assert comment.attachments.get().url in client.get(address).content.decode()


def test_a_draft_with_nothing_but_a_file_is_no_nil_return(client, world):
    said = make.content(stance=None, rationale="", files=(make.attached("Study.pdf"),))
    make.draft(world.round, world.ngo_author, world.ngo, said)
    client.force_login(world.ngo_focal)
    nil = reverse("consultations:nil_return", args=[world.round.pk, world.ngo.pk])
    assert "There are comments of this institution" in client.post(nil, follow=True).content.decode()


def test_the_secretary_enters_a_scan_with_a_letter(client, world):
    client.force_login(world.secretary)
    enter = reverse("consultations:enter_on_document", args=[world.round.pk])
    came = {"institution": world.ngo.pk, "channel": "letter", "source": "Letter 5"}
    data = {**typed(world), **came, "received": make.minute_ago()}
    wrong = client.post(enter, {**data, "attachments": upload("tool.exe", b"MZ")})
    assert wrong.status_code == 422
    assert not Comment.objects.exists()
    for _ in range(2):
        client.post(enter, {**data, "attachments": upload("Scan.pdf")})
    assert Comment.objects.get().attachments.get().name == "Scan.pdf"
    other = client.post(enter, {**data, "attachments": upload("Scan.pdf", pdf("Other."))}).content.decode()
    assert re.search("already entered as C-[A-Z0-9]+, with other details", other)
