"""Files that somebody attaches to a comment: how large and of which kind they may be, and what they are called."""
