"""The words of an article as a dependency tree, and views on it: clauses, noun phrases, fixed phrases."""
