"""Known: what is known before any text is read: rows of the lexicon, word lists, names, firms and the gazetteer."""
