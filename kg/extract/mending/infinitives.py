"""Infinitives that the form of a verb leaves where the pipeline gives one that is none: `gesleept` is of `slepen`.

A pipeline learns lemmas from the forms of a treebank, and for a new verb takes the ending of the form for a part of the
stem. Weak verbs have one way from form to stem, and Dutch spelling one from stem to infinitive. See e-ANS 2.3.2 (zwakke
werkwoorden), https://e-ans.ivdnt.org, and https://woordenlijst.org/leidraad on vowels and consonants.
"""

import re
from collections.abc import Collection, Iterator

from kg.characters import bare
from kg.extract.syntax import clauses
from kg.extract.syntax.token import Token
from kg.lang import Language
from kg.lang.actions import ActionRules, infinitives

_ENDINGS = re.compile(r"[dt](en?)?$")
"""What a form of a weak verb adds to the stem."""
_LONG = re.compile(r"(?P<front>.*)(?P<vowel>aa|ee|oo|uu)(?P<last>[^aeiou])")
_SHORT = re.compile(r"(.*[^aeiou])?[aeiou][bdfgklmnprst]")
_VOICED = {"f": "v", "s": "z"}
_SHORTEST_STEM = 3


def mend_infinitive(verb: Token, language: Language) -> None:
    """Give a verb whose lemma no list has the known infinitive that its form can be of, if there is one.

    A known infinitive is its own, also where another verb has that form: `slopen` is of `sluipen` in the past only.
    """
    rules = language.actions
    lemma, form = verb.lemma_.lower(), verb.lower_
    if clauses.has_form(verb, "Part") and (parts := next(_parted(form, rules.participles, rules.separable), None)):
        verb.mend(lemma=parts[0] + rules.participles[parts[1]])
        return
    known = infinitives(language.folder)
    if clauses.has_form(verb, "Inf") and form in known and not lemma.endswith(form):
        verb.mend(lemma=form)
        return
    if not known or _is_known(lemma, known, rules.separable):
        return
    regular = (one for stem in _stems(verb, rules) for one in _spelled(stem))
    verb.mend(lemma=next((one for one in regular if _is_known(one, known, rules.separable)), lemma))


def _is_known(lemma: str, known: Collection[str], particles: Collection[str]) -> bool:
    """Tell whether a list has the verb, or the verb without its particle."""
    return any(_parted(lemma, known, particles))


def _parted(word: str, known: Collection[str], particles: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield the word as particle and known word, that without a particle first."""
    if word in known:
        yield "", word
    for end in range(2, len(word) - _SHORTEST_STEM):
        if word[:end] in particles and word[end:] in known:
            yield word[:end], word[end:]


def _stems(verb: Token, rules: ActionRules) -> Iterator[str]:
    """Yield what a form of a weak verb may be a form of: without the `ge` of its participle, without its ending."""
    whole = verb.lower_
    if clauses.has_form(verb, "Part"):
        fronts = (whole[:end] for end in range(len(whole)) if end == 0 or whole[:end] in rules.separable)
        front = next((one for one in fronts if whole.startswith(one + rules.participle_prefix)), None)
        whole = whole if front is None else front + bare(whole.removeprefix(front + rules.participle_prefix))
    for stem in (_ENDINGS.sub("", whole), whole.removesuffix("en").removesuffix("e")):
        if len(stem) >= _SHORTEST_STEM:
            yield stem


def _spelled(stem: str) -> Iterator[str]:
    """Yield the infinitives that a stem may be of: `slepen` of `sleep`, `schaffen` of `schaf`, `openen` of `open`."""
    if long := _LONG.fullmatch(stem):
        yield f"{long['front']}{long['vowel'][0]}{_VOICED.get(long['last'], long['last'])}en"
    if _SHORT.fullmatch(stem):
        yield f"{stem}{stem[-1]}en"
    if stem[-1] in _VOICED:
        yield f"{stem[:-1]}{_VOICED[stem[-1]]}en"
    yield f"{stem}en"
