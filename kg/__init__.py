"""Dutch news articles in; a knowledge graph of who did and said what out."""

__version__ = "0.1.0"
