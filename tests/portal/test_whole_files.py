"""A disk that is full keeps no half of an upload."""

import errno
import os

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import TemporaryUploadedFile

from portal.settings import base
from portal.whole_files import WholeFiles

FULL = OSError(errno.ENOSPC, "No space left on device")


class CutOff(ContentFile):
    """The disk is full after its first half."""

    def chunks(self, chunk_size=None):
        yield b"half"
        raise FULL


def found(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_the_site_keeps_its_uploads_there():
    assert base.STORAGES["default"]["BACKEND"] == "portal.whole_files.WholeFiles"


def test_half_a_file_is_removed(tmp_path):
    with pytest.raises(OSError, match="No space left"):
        WholeFiles(location=tmp_path).save("documents/a.pdf", CutOff(b""))
    assert found(tmp_path) == []


def test_half_of_a_large_upload_is_removed(tmp_path, monkeypatch):
    """It lies in another folder already; that of the uploads is a disk of its own."""
    given = TemporaryUploadedFile("a.pdf", "application/pdf", 5, None)
    given.write(b"whole")
    given.flush()

    def full(_descriptor, _content):
        raise FULL

    def apart(*_paths):
        raise OSError(errno.EXDEV, "Invalid cross-device link")

    monkeypatch.setattr(os, "rename", apart)
    monkeypatch.setattr(os, "write", full)
    with pytest.raises(OSError, match="No space left"):
        WholeFiles(location=tmp_path).save("documents/a.pdf", given)
    assert found(tmp_path) == []


def test_a_whole_file_has_its_name_and_never_that_of_another(tmp_path):
    storage = WholeFiles(location=tmp_path, file_permissions_mode=0o640)
    storage.get_available_name = lambda name, max_length=None: (
        name if not storage.exists(name) else "documents/b.pdf"
    )
    assert storage.save("documents/a.pdf", ContentFile(b"one")) == "documents/a.pdf"
    taken_meanwhile = storage._save("documents/a.pdf", ContentFile(b"two"))
    assert taken_meanwhile == "documents/b.pdf"
    assert found(tmp_path) == ["documents/a.pdf", "documents/b.pdf"]
    assert (tmp_path / "documents/a.pdf").read_bytes() == b"one"
    assert (tmp_path / "documents/a.pdf").stat().st_mode & 0o777 == 0o640


def test_a_folder_without_hard_links_keeps_whole_files_too(tmp_path, monkeypatch):
    def refused(*_paths):
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refused)
    storage = WholeFiles(location=tmp_path)
    first, second = (storage.save("documents/a.pdf", ContentFile(text)) for text in (b"one", b"two"))
    assert [(tmp_path / name).read_bytes() for name in (first, second)] == [b"one", b"two"]
    assert found(tmp_path) == sorted([first, second])
