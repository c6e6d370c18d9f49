"""Mentions: which words tell a happening, and of which type."""
