"""Anchor: which time expression dates which happening."""
