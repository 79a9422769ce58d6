"""Mails: written as rows in the transaction that causes them, sent by the worker (ADR 16)."""
