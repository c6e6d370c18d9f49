"""Actors: who is named, described or meant in a text."""
