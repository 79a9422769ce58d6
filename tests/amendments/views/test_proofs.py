"""The page of a proof and its bundle: for whoever may read the text, checked by the script, and nothing of other matters."""

import io
import json
import os
import shutil
import subprocess
import zipfile

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.log_actions import registry

from amendments.models import ChainLink
from amendments.proving import verify
from tests.factories import law


def opened(bundle):
    with zipfile.ZipFile(io.BytesIO(bundle)) as box:
        return {name: box.read(name) for name in box.namelist()}


def bundle_of(stage, text, role="public"):
    response = stage.client(role).get(f"{text.url}proof/bundle/")
    assert response.status_code == 200
    assert response["Content-Type"] == "application/zip"
    assert response["Cache-Control"] == "private, no-cache"
    return response.content


@pytest.mark.parametrize("of", ["draft", "base"])
def test_the_bundle_proves_the_text_and_is_the_same_each_time(stage, of):
    stage.release("public")
    text = stage.draft if of == "draft" else stage.world.base
    bundle = bundle_of(stage, text)
    assert verify.faults(bundle) == []
    assert bundle == bundle_of(stage, text)
    assert text.root_hash in opened(bundle)[verify.PROOF].decode()
    assert any("The fare is" in line for line in verify.covered_words(bundle))


def test_the_head_is_the_one_that_the_page_of_the_chain_shows(stage):
    stage.release("public")
    bundle = bundle_of(stage, stage.draft)
    head = opened(bundle)[verify.HEAD].decode().split()[-1]
    chain = Client().get(reverse("amendments:chain")).content.decode()
    assert head in chain
    assert verify.faults(bundle, head) == []
    page = stage.client("public").get(f"{stage.draft.url}proof/").content.decode()
    for said in (head, stage.draft.root_hash, stage.draft.versions.get().root_hash):
        assert said in page
    key = Client().get(reverse("amendments:record_key")).content
    assert key == opened(bundle)[verify.KEY]
    assert verify._sha256(key) in chain
    assert verify._sha256(key) in page


def test_links_of_other_matters_are_hashes_that_nobody_can_guess(stage):
    stage.release("public")
    bundle = opened(bundle_of(stage, stage.draft))
    own = {str(stage.draft.pk), *(str(pk) for pk in stage.draft.versions.values_list("pk", flat=True))}
    links = json.loads(bundle[verify.CHAIN])["links"]
    assert {link[3] for link in links if not isinstance(link, str)} == own
    assert len(links) > len(own)
    whole = b"".join(bundle.values()).decode(errors="replace")
    for link in ChainLink.objects.exclude(row__in=own):
        for secret in (link.salt, link.content):
            assert secret not in whole
    bare = {
        verify.digest([link.at.isoformat(), link.kind, link.row, link.content])
        for link in ChainLink.objects.all()
    }
    assert bare.isdisjoint(link for link in links if isinstance(link, str))


def test_who_may_not_read_the_text_gets_no_proof(stage):
    for url in (f"{stage.draft.url}proof/", f"{stage.draft.url}proof/bundle/"):
        assert stage.client("public").get(url).status_code == 404
        assert stage.client("other drafter").get(url).status_code == 404
        assert stage.client("drafter").get(url).status_code == 200
    assert stage.client("drafter").post(f"{stage.draft.url}proof/bundle/").status_code == 405


def test_a_signed_in_person_is_logged(stage):
    bundle_of(stage, stage.draft, "drafter")
    (entry,) = registry.get_logs_for_instance(stage.draft).filter(action="amendments.download_text")
    assert entry.data["format"] == "proof"
    assert entry.data["hash"] == stage.draft.root_hash


def test_a_draft_of_several_acts_is_proved_as_a_whole(stage):
    world = stage.world
    other = law.make_act(world.section, world.drafter, text=law.ACT.replace("Ferries", "Buses"), number="2-L")
    amendment = law.make_amendment(world.section, world.base, world.drafter, "Two laws", other)
    for place in (1, 2):
        law.add(amendment, world.drafter, "repeal", "2.2", place=place)
    bundle = bundle_of(stage, law.seal(amendment, world.drafter), "drafter")
    assert verify.faults(bundle) == []
    assert len(json.loads(opened(bundle)[verify.PROOF])["versions"]) == 2


@pytest.mark.parametrize("language", ["az", "ru"])
def test_the_page_speaks_the_language_of_the_reader(stage, language):
    stage.release("public")
    page = stage.client("public").get(stage.draft.url.replace("/en/", f"/{language}/") + "proof/")
    assert "What is hashed" not in page.content.decode()
    readme = opened(bundle_of(stage, stage.draft))[verify.README].decode()
    assert reverse("amendments:verify_script") in readme


def test_the_page_needs_few_queries(stage, django_assert_max_num_queries):
    stage.release("public")
    client = stage.client("public")
    client.get(f"{stage.draft.url}proof/")
    with django_assert_max_num_queries(22):
        client.get(f"{stage.draft.url}proof/")


def test_openssl_accepts_the_signature_and_no_other_head(stage, tmp_path, settings):
    """`.ci/run` installs openssl and sets the variable."""
    if shutil.which("openssl") is None:
        said = "openssl is not installed: apt-get install openssl"
        pytest.fail(said) if os.environ.get("MADDA_NEEDS_OPENSSL") else pytest.skip(said)
    stage.release("public")
    key = tmp_path / "record.pem"
    subprocess.run(
        ["openssl", "genpkey", "-algorithm", "ed25519", "-out", key], check=True, capture_output=True
    )
    for name in ("", str(key)):
        settings.MADDA_RECORD_KEY = name
        files = opened(bundle_of(stage, stage.draft))
        for each in (verify.HEAD, verify.SIGNATURE, verify.KEY):
            (tmp_path / each).write_bytes(files[each])
        line = next(line for line in verify._told(files, "x.zip").splitlines() if "openssl pkeyutl" in line)
        ran = subprocess.run(line.split(), cwd=tmp_path, capture_output=True, text=True, check=False)
        assert ran.returncode == 0, ran.stderr
        (tmp_path / verify.HEAD).write_bytes(files[verify.HEAD].replace(b"day 2", b"day 3"))
        assert subprocess.run(line.split(), cwd=tmp_path, capture_output=True, check=False).returncode != 0
    assert b"PUBLIC KEY" in files[verify.KEY]


def test_a_key_of_another_kind_is_refused(stage, tmp_path, settings):
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
    from django.core.exceptions import ImproperlyConfigured

    form = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (tmp_path / "other.pem").write_bytes(X25519PrivateKey.generate().private_bytes(*form))
    settings.MADDA_RECORD_KEY = tmp_path / "other.pem"
    with pytest.raises(ImproperlyConfigured):
        stage.client("drafter").get(f"{stage.draft.url}proof/")
