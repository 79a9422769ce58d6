"""The amending act of a sealed draft, or of the text on which its drafters work, in a language that the reader chooses."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from django.conf import settings
from django.utils.translation import get_language_info, override

from amendments.instructions.amending_act import (
    ActToWord,
    AmendingAct,
    ChoosyFrame,
    NamedAct,
    Signing,
    act_frame_of,
    amending_act,
)
from amendments.instructions.designations import shown_name
from amendments.instructions.kinds_in_text import in_text, names_items
from amendments.instructions.law_record import AmendingLaw
from amendments.instructions.operations import Operation
from amendments.instructions.printed_labels import printed_labels
from amendments.instructions.quoted_rows import BRINGS, QuotedRow, brings_rows
from amendments.instructions.wording import about, quoting_with
from amendments.models import Amendment, Draft, Instruction, Instrument, Version, VersionInstruction
from amendments.models.amendment import StateChange
from amendments.models.instruction import OP_LABELS
from amendments.plugins.registry import scheme_for, wording_for, wording_in
from amendments.provisions.tree import Tree
from amendments.queries.drafting.drafts import executable, run
from amendments.queries.drafting.working_text import working_text
from amendments.queries.law.act_titles import title_in
from amendments.queries.showing.kept import sealed_tree
from amendments.queries.way.adoption import is_adopted
from amendments.renderers.paper.documents import paper_elements
from amendments.renderers.paper.table_rows import cells_of_rows
from amendments.states import State


@dataclass(frozen=True, slots=True)
class SpokenLanguage:
    """A language in which the amending act can be read."""

    code: str
    name: str  # in itself
    is_authentic: bool


@dataclass(frozen=True, slots=True)
class _Frame:
    """The title of an amending act, its translations by language, and the provision on which the act rests."""

    title: str
    titles: Mapping[str, str]
    basis: str


@dataclass(frozen=True, slots=True)
class _Listed:
    """The list of an act on its base; `text` gives the new text."""

    instrument: Instrument
    base: Version | None
    operations: Sequence[Operation]
    text: Callable[[], Tree]


def spoken_languages(instruments: Sequence[Instrument]) -> list[SpokenLanguage]:
    """The languages of the site, and those of the acts, whose wordings have a frame for it."""
    authentic = [instrument.language for instrument in instruments]
    codes = dict.fromkeys([*authentic, *(code.partition("-")[0] for code, _name in settings.LANGUAGES)])
    country = instruments[0].country
    return [
        SpokenLanguage(code, get_language_info(code)["name_local"], code in authentic)
        for code in codes
        if act_frame_of(wording_in(country, code)) is not None
    ]


def act_of_draft(draft: Draft, versions: Sequence[Version], language: str) -> AmendingAct:
    """What was sealed, under the title that it was sealed with."""
    rows = VersionInstruction.objects.filter(version__in=versions).order_by("order")
    listed: dict[object, list[Instruction]] = defaultdict(list)
    for version, instruction, operation in rows.values_list("version", "instruction", "operation"):
        listed[version].append(Instruction(pk=instruction, operation=operation))
    lists = [
        _Listed(each.instrument, each.parent, _said(each, listed[each.pk]), partial(sealed_tree, each))
        for each in versions
    ]
    return _act(_frame_of(draft), lists, language, _signing(draft))


def _said(version: Version, rows: Sequence[Instruction]) -> list[Operation]:
    """What a sealed version says, with the kinds of what it names in the texts on which its instructions stand."""
    operations = [executable(row) for row in rows]
    if version.parent is None or not any(map(names_items, operations)):
        return operations
    scheme = scheme_for(version.instrument.country, version.instrument.language)
    return [outcome.said for outcome in run(sealed_tree(version.parent), rows, scheme).outcomes]


def act_in_work(amendment: Amendment, language: str) -> AmendingAct:
    """What the drafters would seal now."""
    sheets = working_text(amendment).sheets
    lists = [
        _Listed(
            sheet.act.instrument,
            sheet.act.base_version,
            [step.said for step in sheet.draft.steps],
            partial(getattr, sheet.draft, "tree"),
        )
        for sheet in sheets
    ]
    frame = _Frame(str(amendment.title), amendment.titles, amendment.basis)
    return _act(frame, lists, language, Signing(by=amendment.signatory))


def takes_basis(amendment: Amendment, basis: str) -> bool:
    """Whether the enacting formula of the official language of its acts can say on what the act rests."""
    acts = Instrument.objects.filter(amended_in__amendment=amendment).values_list("country", "language")
    frames = ((country, act_frame_of(wording_for(country, language))) for country, language in acts)
    return all(
        not isinstance(frame, ChoosyFrame) or frame.takes_basis(country, basis) for country, frame in frames
    )


def _frame_of(draft: Draft) -> _Frame:
    """As it was sealed. The translated titles are those of the title that the amendment has now."""
    amendment = draft.amendment
    return _Frame(draft.title, amendment.titles if amendment.title == draft.title else {}, draft.basis)


def _act(
    framed: _Frame,
    lists: Sequence[_Listed],
    language: str,
    signing: Signing,
) -> AmendingAct:
    instruments = [each.instrument for each in lists]
    later = _later_laws([each.base for each in lists if each.base is not None])
    acts = [_to_word(each, language, later.get(each.instrument.pk, ())) for each in lists]
    frame = act_frame_of(wording_in(instruments[0].country, language))
    if frame is None:
        raise LookupError(f"no wording has a frame for {language!r}")  # `spoken_languages` offers none
    said = framed.titles.get(language, "")
    title = (said, language) if said else (framed.title, instruments[0].language)
    unworded = partial(_in_words, language=instruments[0].language)
    return amending_act(title, acts, frame, language, unworded, basis=framed.basis, signing=signing)


def _to_word(listed: _Listed, language: str, later: tuple[AmendingLaw, ...]) -> ActToWord:
    act = listed.instrument
    said, own = wording_in(act.country, language), wording_for(act.country, act.language)
    labels = {**getattr(own, "labels", {}), **_labels(listed)}
    wordings = (said, own)
    return ActToWord(
        _named(listed, language, later),
        tuple(in_text(each, listed.text()) if names_items(each) else each for each in listed.operations),
        act.country,
        act.language,
        tuple(about(quoting_with(wording, labels), act.type) for wording in wordings if wording is not None),
        _rows(listed),
    )


def _labels(listed: _Listed) -> dict[str, str]:
    """The labels of what the instructions bring, as the new text prints them."""
    if not any(operation.op in BRINGS for operation in listed.operations):
        return {}
    act = listed.instrument
    return printed_labels(listed.operations, listed.text(), scheme_for(act.country, act.language))


def _rows(listed: _Listed) -> dict[str, QuotedRow]:
    """The cells of the rows of the new text, where an instruction brings any."""
    if not any(map(brings_rows, listed.operations)):
        return {}
    act = listed.instrument
    scheme = scheme_for(act.country, act.language)
    return cells_of_rows(list(paper_elements(listed.text(), scheme, act.language)))


def _in_words(operation: Operation, language: str) -> str:
    """An instruction that no wording can say: its kind, the provision and all of its words."""
    targets = ", ".join(filter(None, map(shown_name, operation.all_targets)))
    new = "\n".join(filter(None, [operation.heading, operation.new]))
    words = " → ".join(filter(None, [operation.old or operation.anchor, new]))
    with override(language):
        said = f"{OP_LABELS[operation.op]} {targets}".strip()
    brought = (
        " ".join(filter(None, [shown_name(child.number), child.heading, child.text]))
        for child in operation.children
    )
    return "\n".join([f"{said}: {words}".rstrip(": "), *brought])


def _named(listed: _Listed, language: str, later: tuple[AmendingLaw, ...]) -> NamedAct:
    instrument = listed.instrument
    title = title_in(listed.base) if listed.base else str(instrument.title)
    said = instrument.titles.get(language, "") if title == instrument.title else ""
    return NamedAct(
        title=said or title,
        language=language if said else instrument.language,
        kind=instrument.type,
        number=instrument.number,
        adopted=instrument.date,
        gazettes="; ".join(filter(None, map(str.strip, instrument.gazette_references.splitlines()))),
        later=tuple(law for law in later if law.number not in instrument.gazette_references),
    )


def _later_laws(bases: Sequence[Version]) -> Mapping[object, tuple[AmendingLaw, ...]]:
    """The laws of which this site knows that they amended the acts up to these texts; two queries."""
    newest = {base.instrument_id: base.number for base in bases}
    texts = Version.objects.filter(draft=None, instrument__in=newest, text_of__draft__isnull=False)
    adopted = [
        row
        for row in texts.order_by("number").values_list("instrument", "number", "text_of__draft__amendment")
        if row[1] <= newest[row[0]]
    ]
    laws = _laws({amendment for _act, _number, amendment in adopted})
    found: dict[object, list[AmendingLaw]] = defaultdict(list)
    for act, _number, amendment in adopted:
        if amendment in laws:
            found[act].append(laws[amendment])
    return {act: tuple(each) for act, each in found.items()}


def _laws(amendments: Iterable[int]) -> dict[int, AmendingLaw]:
    """The laws of these amendments, as their steps record them."""
    steps = StateChange.objects.filter(
        amendment__in=amendments, state__in=(State.SIGNED, State.PUBLISHED)
    ).order_by("at", "pk")
    signed: dict[int, StateChange] = {}
    published: dict[int, str] = {}
    for step in steps:
        if step.state == State.SIGNED:
            signed[step.amendment_id] = step
        else:
            published[step.amendment_id] = step.source
    return {
        pk: AmendingLaw(step.number, step.day, gazettes=published.get(pk, ""))
        for pk, step in signed.items()
        if step.day
    }


def _signing(draft: Draft) -> Signing:
    """Who signs it, as it was sealed; of the last draft of what was adopted, who signed it when and under which number."""
    amendment = draft.amendment
    unsigned = Signing(by=draft.signatory)
    if not is_adopted(draft):
        return unsigned
    step = amendment.state_changes.filter(state=State.SIGNED).last()
    signed = Signing(by=amendment.signatory)
    return replace(signed, day=step.day, number=step.number) if step else unsigned
