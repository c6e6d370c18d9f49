"""Migrations, run in numeric order by `timeline.store.migrate`."""
