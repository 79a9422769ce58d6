"""Backups of the whole site in one file, and bringing one back."""
