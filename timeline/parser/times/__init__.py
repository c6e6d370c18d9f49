"""Times: the words for times in a text and what they mean."""
