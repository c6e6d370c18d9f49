"""The application for a WSGI server: `gunicorn wsgi:app`. Settings come from the environment."""

import logging

from timeline.api import create_app
from timeline.settings import load

settings = load()
logging.basicConfig(level=settings.log_level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
app = create_app(settings)
