"""Locations: where a happening was."""
