"""The network of our pipelines at run time, in NumPy, as spaCy components.

Trained by `kg.train`; nothing here needs PyTorch. spaCy finds the components by the entry points
of this package, so `spacy.load` works on the folder of a trained pipeline.
"""
