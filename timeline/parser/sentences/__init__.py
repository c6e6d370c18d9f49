"""Sentences: one sentence's tree, put right where the small model reads it wrong, and how to ask it."""
