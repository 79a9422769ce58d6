"""The models of the law, one aggregate a file."""

from amendments.models.act_import import ActImport
from amendments.models.amended_act import AmendedAct
from amendments.models.amendment import Amendment, Section, StateChange
from amendments.models.chain import ChainHead, ChainLink
from amendments.models.confirmed_finding import ConfirmedFinding
from amendments.models.draft import Draft
from amendments.models.export import Export, ExportRequest
from amendments.models.instruction import Fold, FoldChange, Instruction, VersionFold, VersionInstruction
from amendments.models.instrument import Instrument, Library
from amendments.models.legal_check import CheckFinding, LegalCheck
from amendments.models.marked_file import MarginNote, MarkedChange, MarkedFile
from amendments.models.note_answer import NoteAnswer
from amendments.models.note_file import NoteFile
from amendments.models.outgoing_mail import OutgoingMail
from amendments.models.provision import Provision, ProvisionText
from amendments.models.read_draft import ReadDraft
from amendments.models.release import Release, ReleaseRequest
from amendments.models.target import InstructionTarget, VersionTarget
from amendments.models.translation import PreparedTranslation, WordingTranslation
from amendments.models.version import Commencement, EntryText, Version, VersionEntry
from amendments.models.wording_citation import WordingCitation

__all__ = [
    "ActImport",
    "AmendedAct",
    "Amendment",
    "ChainHead",
    "ChainLink",
    "CheckFinding",
    "Commencement",
    "ConfirmedFinding",
    "Draft",
    "EntryText",
    "Export",
    "ExportRequest",
    "Fold",
    "FoldChange",
    "Instruction",
    "InstructionTarget",
    "Instrument",
    "LegalCheck",
    "Library",
    "MarginNote",
    "MarkedChange",
    "MarkedFile",
    "NoteAnswer",
    "NoteFile",
    "OutgoingMail",
    "PreparedTranslation",
    "Provision",
    "ProvisionText",
    "ReadDraft",
    "Release",
    "ReleaseRequest",
    "Section",
    "StateChange",
    "Version",
    "VersionEntry",
    "VersionFold",
    "VersionInstruction",
    "VersionTarget",
    "WordingCitation",
    "WordingTranslation",
]
