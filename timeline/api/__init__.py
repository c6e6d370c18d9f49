"""HTTP: the only importer of Flask and marshmallow."""
