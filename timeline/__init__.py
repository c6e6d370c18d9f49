"""Event timeline service: reads news text, keeps who did what to whom, where, when and who says so, and serves it."""

__version__ = "0.1.0"
