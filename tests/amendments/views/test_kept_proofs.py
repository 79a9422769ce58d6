"""The proof of a text is made once for all readers, until the head of its day moves."""

import pytest

from amendments.models import ChainLink
from amendments.proving import verify
from amendments.queries.proof import kept_proofs
from tests.factories import law


@pytest.fixture
def packed(monkeypatch):
    """How often a bundle is packed."""
    calls = []
    plain = verify.packed

    def counted(files):
        calls.append(len(files))
        return plain(files)

    monkeypatch.setattr(verify, "packed", counted)
    return calls


def bundle_of(stage, role, url=""):
    return stage.client(role).get(url or f"{stage.draft.url}proof/bundle/")


def test_readers_get_the_same_bundle_which_is_made_once(stage, packed):
    stage.release("public")
    got = {bundle_of(stage, role).content for role in ("public", "public", "drafter", "chair")}
    assert len(got) == 1
    assert len(packed) == 1
    assert bundle_of(stage, "public", f"{stage.world.base.url}proof/bundle/").content not in got
    assert len(packed) == 2


def test_each_language_has_its_own_words_beside_it(stage, packed):
    stage.release("public")
    one = bundle_of(stage, "public").content
    other = bundle_of(stage, "public", f"{stage.draft.url}proof/bundle/".replace("/en/", "/az/")).content
    assert one != other
    assert len(packed) == 2


def test_it_is_made_anew_when_the_head_of_its_day_moved(stage, packed):
    stage.release("public")
    bundle_of(stage, "public")
    before = ChainLink.objects.count()
    law.make_act(stage.world.section, stage.world.drafter, number="2-L")
    assert ChainLink.objects.count() > before
    bundle = bundle_of(stage, "public").content
    assert len(packed) == 2
    assert verify.faults(bundle, ChainLink.objects.latest("number").sha256) == []


def test_whoever_may_not_read_the_text_gets_none_though_it_is_kept(stage, packed):
    assert bundle_of(stage, "drafter").status_code == 200
    assert bundle_of(stage, "public").status_code == 404


def test_there_is_only_so_much_room(stage, packed, monkeypatch):
    stage.release("public")
    kept_proofs._kept.clear()
    bundle = bundle_of(stage, "public").content
    assert kept_proofs._kept.currsize == len(bundle)
    assert kept_proofs._kept.maxsize == kept_proofs.MOST_BYTES
