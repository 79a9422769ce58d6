"""Reads for the home page."""
