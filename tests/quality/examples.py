"""Actions that kg found, each with the grounds of its confidence and whether it is right."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc

from kg.extract import extract
from kg.extract.actions.confidence import Grounds, grounds
from kg.graph import KnowledgeGraph
from kg.lang import Language, load
from kg.model import ActionMention, Document, Extraction, Parse, Role, Run, Span
from kg.nlp import load_pipeline, parse, words_of
from kg.resolve import resolve
from kg.train.conllu import Sentence, read_sentences
from tests.quality.annotation import GoldArticle, read_gold
from tests.quality.figures import output_of
from tests.quality.findings import Verdict, findings, match_actions
from tests.quality.output import Output
from tests.quality.readers import outputs_of, read_articles

_FEWEST_WORDS = 5
"""Words of the shortest sentence of a treebank that is news and no heading."""


@dataclass(frozen=True, slots=True)
class Example:
    """One action that kg found."""

    text: str
    """The article it stands in; empty for a treebank."""
    grounds: Grounds
    is_right: bool
    """Gold has it, with the same verb and with every agent and patient that it has."""
    is_of_treebank: bool = False
    """Right only says here that the gold parse gives the same: that rules go wrong does not show."""


def of_articles(gold: Path, articles: Path) -> Iterator[Example]:
    """Yield the actions found in annotated articles."""
    dutch = load("nl")
    nlp, name = load_pipeline(dutch)
    parses = list(parse(read_articles(articles), nlp))
    extractions = [extract(words, document, dutch) for document, words in parses]
    found = outputs_of(KnowledgeGraph(resolve(extractions, dutch), Run("", name, ())))
    by_name = {Path(one.document.id).stem: (one, words) for one, (_, words) in zip(extractions, parses, strict=True)}
    for article in read_gold(gold):
        yield from _of_article(article, output_of(article, found), *by_name[article.document])


def _of_article(gold: GoldArticle, found: Output, extraction: Extraction, words: Parse) -> Iterator[Example]:
    right = _right_triggers(gold, found)
    for action, ground in zip(extraction.actions, grounds(extraction.actions, words), strict=True):
        yield Example(gold.document, ground, (action.trigger[0], action.predicate.lower()) in right)


def _right_triggers(gold: GoldArticle, found: Output) -> set[tuple[Span, str]]:
    """Return the triggers and predicates of the actions that are right."""
    told = findings(gold, found)
    wrong = {one.span for one in told if one.measure == "who-what" and one.verdict is Verdict.WRONG}
    return {
        (action.trigger, action.predicate)
        for expected, action in match_actions(gold.actions, found.actions)
        if action and action.predicate == expected.lemma and action.trigger not in wrong
    }


def of_treebank(path: Path) -> Iterator[Example]:
    """Yield the actions found in the sentences of a treebank, right if its own parse gives the same action."""
    dutch = load("nl")
    nlp, _ = load_pipeline(dutch)
    sentences = [one for one in read_sentences(path) if len(one.words) >= _FEWEST_WORDS]
    docs = (Doc(nlp.vocab, words=list(one.words), spaces=list(one.spaces)) for one in sentences)
    for sentence, doc in zip(sentences, nlp.pipe(docs), strict=True):
        found = _actions(doc, dutch)
        right = {_actors(action) for action in _actions(_gold_doc(sentence, doc), dutch)}
        for action, ground in zip(found, grounds(found, words_of(doc)), strict=True):
            yield Example("", ground, any(_is_part(_actors(action), other) for other in right), is_of_treebank=True)


Actors = tuple[Span, str, frozenset[tuple[Role, Span]]]
"""Trigger and predicate of an action, and the heads of its agents and patients."""


def _actors(action: ActionMention) -> Actors:
    actors = ((one.role, one.mention.head) for one in action.arguments if one.role in (Role.AGENT, Role.PATIENT))
    return action.trigger[0], action.predicate, frozenset(actors)


def _is_part(found: Actors, gold: Actors) -> bool:
    return found[:2] == gold[:2] and found[2] <= gold[2]


def _actions(doc: Doc, dutch: Language) -> tuple[ActionMention, ...]:
    return extract(words_of(doc), Document(id="", text=doc.text), dutch).actions


def _gold_doc(sentence: Sentence, predicted: Doc) -> Doc:
    """Return a sentence as the treebank parses it, with the names that the pipeline finds."""
    heads = sentence.heads or ()
    doc = Doc(
        predicted.vocab,
        words=list(sentence.words),
        spaces=list(sentence.spaces),
        lemmas=list(sentence.lemmas or ()),
        pos=list(sentence.upos or ()),
        tags=list(sentence.xpos or ()),
        morphs=list(sentence.feats or ()),
        heads=[head - 1 if head else place for place, head in enumerate(heads)],
        deps=["ROOT" if not head else dep for head, dep in zip(heads, sentence.deps or (), strict=True)],
    )
    doc.ents = predicted.ents
    return doc


def read_examples(folders: Iterable[tuple[Path, Path]], treebank: Path | None) -> list[Example]:
    """Return the examples of folders of gold with their articles, and of a treebank."""
    found = [example for gold, articles in folders for example in of_articles(gold, articles)]
    return [*found, *(of_treebank(treebank) if treebank else ())]
