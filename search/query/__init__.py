"""Words, citations and plans of a search: plain Python, no Django, no clock, no I/O."""
