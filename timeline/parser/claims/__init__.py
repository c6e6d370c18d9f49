"""Claims: how firmly a happening is told, and who says so."""
