"""Quantities: the numbers that matter of a happening."""
