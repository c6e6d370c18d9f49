"""HTTP: the only importer of Flask and marshmallow beside `web`. `create_app` makes the application."""

from timeline.api.app import create_app

__all__ = ["create_app"]
