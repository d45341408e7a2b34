"""How well whole articles are read: gold of our own, a scorer, a naive reader beside kg, floors and speed."""
