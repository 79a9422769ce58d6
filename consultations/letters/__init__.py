"""Letters: what people are told by mail. Kinds of letters, when they are owed, and how they are written (ADR 16)."""
