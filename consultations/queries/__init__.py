"""Reads that join models for one page; visibility is always applied."""
