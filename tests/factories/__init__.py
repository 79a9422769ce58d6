"""Builds what tests need, through the same actions as real work."""
