"""Every table of the record, and when the database refuses to change its rows."""

from functools import cache

from amendments.hooks import SEALED_TABLES, collect
from amendments.record.sealed_table import SealedTable, sealed_table, stands


@cache
def sealed_tables() -> tuple[SealedTable, ...]:
    """All sealed tables, also those of plugins."""
    return (*_own(), *collect(SEALED_TABLES))


def _own() -> tuple[SealedTable, ...]:
    """No row replaces another, and none joins a sealed version or draft."""
    from amendments import models as record

    return (
        sealed_table(record.Draft, "(s.amendment_id = NEW.amendment_id AND s.number = NEW.number)"),
        sealed_table(
            record.Version,
            '(s.draft_id = NEW.draft_id AND (s.instrument_id = NEW.instrument_id OR s."order" = NEW."order"))'
            " OR (s.draft_id IS NULL AND NEW.draft_id IS NULL AND s.instrument_id = NEW.instrument_id"
            " AND s.number = NEW.number)",
            stands(record.Draft, "s.id = NEW.draft_id"),
        ),
        *_parts_of_versions(),
        sealed_table(record.Provision),
        sealed_table(
            record.ProvisionText,
            "(s.provision_id = NEW.provision_id AND s.language = NEW.language AND s.sha256 = NEW.sha256)",
        ),
        sealed_table(
            record.Release,
            "s.request_id = NEW.request_id OR (s.draft_id = NEW.draft_id AND s.audience = NEW.audience)"
            " OR (s.version_id = NEW.version_id AND s.audience = NEW.audience)",
        ),
        sealed_table(record.Commencement),
        sealed_table(record.StateChange),
        sealed_table(record.WordingTranslation),
        sealed_table(record.ChainLink, "(s.kind = NEW.kind AND s.row = NEW.row)", key="number"),
        # Written twice: when it is asked, and when it is answered
        sealed_table(
            record.ReleaseRequest,
            "(s.draft_id = NEW.draft_id AND s.audience = NEW.audience)"
            " OR (s.version_id = NEW.version_id AND s.audience = NEW.audience)",
            refuse_update="OLD.approved_at IS NOT NULL",
        ),
        sealed_table(record.LegalCheck, refuse_update="OLD.answered_at IS NOT NULL"),
    )


def _parts_of_versions() -> tuple[SealedTable, ...]:
    from amendments import models as record

    version = stands(record.Version, "s.id = NEW.version_id")
    return (
        sealed_table(
            record.VersionEntry,
            '(s.version_id = NEW.version_id AND (s.provision_id = NEW.provision_id OR s."order" = NEW."order"))',
            version,
        ),
        sealed_table(
            record.EntryText,
            "(s.entry_id = NEW.entry_id AND s.language = NEW.language)",
            stands(record.Version, f"s.id IN ({_version_of_the_entry()})"),
        ),
        sealed_table(
            record.VersionInstruction,
            "(s.version_id = NEW.version_id AND s.instruction_id = NEW.instruction_id)",
            version,
        ),
        sealed_table(
            record.VersionFold,
            "(s.version_id = NEW.version_id AND s.instruction_id = NEW.instruction_id)",
            version,
        ),
        sealed_table(
            record.VersionTarget,
            "(s.sealed_id = NEW.sealed_id AND s.provision_id = NEW.provision_id)",
            stands(record.Version, f"s.id IN ({_version_of_the_instruction()})"),
        ),
    )


def _version_of_the_entry() -> str:
    from amendments.models import VersionEntry

    return f"SELECT e.version_id FROM {VersionEntry._meta.db_table} e WHERE e.id = NEW.entry_id"


def _version_of_the_instruction() -> str:
    from amendments.models import VersionInstruction

    return f"SELECT i.version_id FROM {VersionInstruction._meta.db_table} i WHERE i.id = NEW.sealed_id"
