"""Many to one: Statements of many Documents become Events. Pure."""
