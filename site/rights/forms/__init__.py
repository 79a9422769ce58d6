"""Forms of rights issues."""
