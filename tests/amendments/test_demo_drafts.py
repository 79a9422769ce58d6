"""The three drafts of the demo equal executing their instructions on the base, text for text."""

import json
from pathlib import Path

import pytest

import portal.demo
from amendments.actions.drafting.add_instruction import AddInstruction
from amendments.actions.drafting.edit_instruction import EditInstruction
from amendments.actions.drafting.withdraw_instruction import WithdrawInstruction
from amendments.audit.actor import Actor
from amendments.instructions.operations import from_json
from amendments.queries.hashes import broken_drafts, broken_seals
from amendments.queries.trees import tree_of
from tests.factories import law

DATA = Path(portal.demo.__file__).parent / "data"
LAW = {"article", "part", "point", "subpoint"}


def numbered(version):
    return [(e.number, e.heading, e.text) for e in tree_of(version) if e.kind.value in LAW]


@pytest.fixture
def drafts(db):
    section = law.make_section()
    drafter = law.make_drafter(section)
    base = law.make_act(section, drafter, text=(DATA / "base_law.txt").read_text(encoding="utf-8"))
    amendment = law.make_amendment(section, base, drafter)
    story = json.loads((DATA / "amendment_versions.json").read_text(encoding="utf-8"))["versions"]
    rows, sealed = {}, []
    for draft in story:
        wanted = {given["id"]: from_json(given) for given in draft["instructions"]}
        for key in rows.keys() - wanted.keys():
            WithdrawInstruction(rows.pop(key), actor=Actor.now(drafter, reason="Dropped.")).execute()
        for key, operation in wanted.items():
            if key in rows:
                rows[key] = EditInstruction(rows[key], operation, actor=Actor.now(drafter)).execute()
            else:
                rows[key] = AddInstruction(
                    law.act_of(amendment), operation, actor=Actor.now(drafter), key=key
                ).execute()
        sealed.append((law.text_in(law.seal(amendment, drafter)), draft))
    return sealed


def test_every_draft_is_its_instructions_on_the_base(drafts):
    assert [len(draft["instructions"]) for _, draft in drafts] == [32, 41, 44]
    for version, draft in drafts:
        assert numbered(version) == [(p["num"], p["heading"], p["text"]) for p in draft["result"]]
    assert not broken_seals([version for version, _ in drafts])
    assert not broken_drafts([version.draft for version, _ in drafts])


def test_inserted_provisions_keep_their_uuid(drafts):
    by_number = [{e.number: e.key for e in tree_of(version) if e.number} for version, _ in drafts]
    base = {e.number for e in tree_of(drafts[0][0].parent)}
    inserted = (by_number[0].keys() & by_number[1].keys() & by_number[2].keys()) - base
    assert len(inserted) >= 9
    assert all(by_number[0][n] == by_number[1][n] == by_number[2][n] for n in inserted)
