"""Pages as anonymous visitors get them, kept by each process until something changes (ADR 24)."""
