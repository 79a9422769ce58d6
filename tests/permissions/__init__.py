"""Who may do, open and find what: role × object × action, page and word."""
