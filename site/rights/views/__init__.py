"""Pages of rights issues, for the office of the Ombudsman."""
