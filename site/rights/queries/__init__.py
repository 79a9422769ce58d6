"""What the pages on rights issues read."""
