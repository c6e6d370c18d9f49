"""Retelling: what a text only tells again, points back to or adds, and what is therefore no Statement of its own."""
