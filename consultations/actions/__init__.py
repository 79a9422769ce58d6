"""Changes made by people, one file each."""
