"""Pages for people: templates and static files, and the blueprint that serves them."""
