"""Rows: the only importer of Peewee."""
