"""Sample plugins: what somebody outside adds to a site through the hooks."""
