"""Why no backup was made or brought back."""


class BackupFailed(Exception):
    """Says in a sentence what failed and what to do. Nothing was left half done."""
