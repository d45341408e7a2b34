"""Time expressions: words of a text, patterns over them, and calendar arithmetic; `kg.extract.times` joins them."""
