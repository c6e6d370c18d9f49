"""Text in: text, HTML, JSON lines, folders to Documents, and Documents to Sentences."""
