"""The nouns of DESIGN: frozen values, standard library only, no I/O."""
