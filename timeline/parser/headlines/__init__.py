"""Headlines: a Statement in one short line."""
