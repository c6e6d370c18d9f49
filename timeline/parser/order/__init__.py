"""Order: what was before what, by ranked sieves, and the bounds that follow."""
