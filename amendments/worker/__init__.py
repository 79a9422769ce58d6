"""What the worker does for the law, and what becomes of work that a worker left behind."""
