"""Files that somebody attaches to a comment or to an explanatory note: how large and of which kind they may be, and what they are called."""
