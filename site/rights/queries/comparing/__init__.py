"""What the pages of the table of concordance read."""
