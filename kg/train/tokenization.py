"""Bring spaCy's Dutch tokenizer closer to the treebank."""

from collections import Counter
from collections.abc import Sequence

from spacy.attrs import ORTH
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex

from kg.train.conllu import Sentence

_SMILEYS = ("):", "(:", "(=", "=)", "8)", "8-)")
"""Exceptions of spaCy that in newspapers are punctuation next to a number or a colon."""


def mend_tokenizer(nlp: Language, sentences: Sequence[Sentence]) -> None:
    """Change the tokenizer: words that are no abbreviation in the treebank lose their full stop.

    The low opening quote written as two commas is one token, and a shortened year ("'68") is too.
    """
    exact = Counter(word for sentence in sentences for word in sentence.words)
    folded = Counter(word.lower() for sentence in sentences for word in sentence.words)
    tokenizer = nlp.tokenizer
    if not isinstance(tokenizer, Tokenizer):
        raise TypeError(type(tokenizer))
    rules = dict(tokenizer.rules or {})
    for text in list(rules):
        bare = text[:-1].lower()
        is_word = folded[bare] > max(4, 5 * folded[bare + "."]) and not exact[text]
        if text in _SMILEYS or (text.endswith(".") and bare.isalpha() and is_word):
            del rules[text]
    for form in (",,", *(f"'{year:02}" for year in range(100))):
        rules[form] = [{ORTH: form}]
    tokenizer.rules = rules
    defaults = nlp.Defaults
    prefixes = [",,", *(defaults.prefixes or ())]
    infixes = [r"[:,.;?!](?=,,\w)", r",,(?=\w)", *(defaults.infixes or ())]
    tokenizer.prefix_search = compile_prefix_regex(prefixes).search
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
