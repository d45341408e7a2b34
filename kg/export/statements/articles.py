"""Statements about articles, their texts and the places in them."""

from collections.abc import Iterator

from kg.export.iris import is_web_address, text_hash
from kg.export.statements.view import View
from kg.export.terms import Statement, Term, about, day, decimal, edtf, integer, iri, member, named, text
from kg.model import ActionMention, Coreference, Document, Extraction, Mention, Sentence, Span, TimeExpression


def describe_article(view: View, extraction: Extraction) -> Iterator[Statement]:
    """Yield the statements about an article: its text, its sentences and the times that it names."""
    document = extraction.document
    yield from _describe_document(view, document)
    for sentence in extraction.sentences:
        yield from _describe_sentence(view, document, sentence)
    for action in extraction.actions:
        for time in action.times:
            yield from describe_time(view, document.id, time, action.sentence)


def describe_source(view: View, document: Document) -> list[Statement]:
    """Return the statements about the newspaper, site or agency of an article."""
    if not document.source:
        return []
    source = iri(view.iris.source(document.source))
    return about(source, ("rdf:type", named("kg:Source")), ("rdfs:label", text(document.source)))


def describe_mention(view: View, mention: Mention, denoted: Term) -> list[Statement]:
    """Return the statements about a place that refers to a participant."""
    place = describe_span(view, mention.document_id, mention.span, mention.sentence)
    return place + about(
        place[0][0],
        ("rdf:type", named("kg:EntityMention")),
        ("kg:denotes", denoted),
        ("kg:mentionKind", member(mention.kind)),
        ("kg:grammaticalNumber", mention.number and member(mention.number)),
        ("kg:grammaticalGender", mention.gender and member(mention.gender)),
        ("kg:definiteness", mention.definiteness and member(mention.definiteness)),
        ("kg:pronounClass", mention.pronoun and member(mention.pronoun)),
        ("kg:grammaticalFunction", member(mention.function)),
    )


def describe_action_mention(view: View, mention: ActionMention) -> Iterator[Statement]:
    """Yield the statements about the verb or noun that tells of an action."""
    verb, *apart = mention.trigger
    place = describe_span(view, mention.document_id, verb, mention.sentence)
    yield from place
    action = view.action(view.actions[mention].id)
    yield from about(place[0][0], ("rdf:type", named("kg:ActionMention")), ("kg:denotes", action))
    for span in apart:
        particle = describe_span(view, mention.document_id, span, mention.sentence)
        yield from particle
        yield from about(place[0][0], ("kg:particle", particle[0][0]))


def describe_time(view: View, document_id: str, time: TimeExpression, sentence: int) -> Iterator[Statement]:
    """Yield the statements about a time and the place that names it."""
    place = describe_span(view, document_id, time.span, sentence)
    yield from place
    reference = iri(view.iris.time(document_id, time))
    yield from about(
        place[0][0],
        ("rdf:type", named("kg:TimeMention")),
        ("kg:denotes", reference),
        ("kg:anchor", text(time.anchor) if time.anchor else None),
    )
    yield from about(
        reference,
        ("rdf:type", named("kg:TimeReference")),
        ("rdfs:label", text(time.value or view.options.words(time.text, time.span))),
        ("kg:edtf", text(time.value) if time.value else None),
        ("kg:firstDay", day(time.start)),
        ("kg:lastDay", day(time.end)),
    )


def describe_coreference(view: View, coreference: Coreference) -> list[Statement]:
    """Return the statements that say why a mention was taken to refer to the same thing as an earlier one."""
    mention, antecedent = coreference.mention, coreference.antecedent
    return about(
        view.span(mention.document_id, mention.span),
        ("kg:corefersWith", view.span(antecedent.document_id, antecedent.span)),
        ("kg:coreferenceReason", text(coreference.reason)),
        ("kg:coreferenceConfidence", decimal(coreference.confidence)),
    )


def describe_span(view: View, document_id: str, span: Span, sentence: int | None = None) -> list[Statement]:
    """Return the statements about a place in a text; the first of them has it as its subject."""
    words = view.words(document_id, span)
    sentences = view.graph.extractions[document_id].sentences
    within = view.span(document_id, sentences[sentence].span) if sentence is not None else None
    return about(
        view.span(document_id, span),
        ("rdf:type", named("kg:TextSpan")),
        ("kg:inText", view.text(document_id)),
        ("kg:inSentence", within),
        ("nif:beginIndex", integer(span.start)),
        ("nif:endIndex", integer(span.end)),
        ("nif:anchorOf", text(words, view.language(document_id)) if words is not None else None),
    )


def _describe_document(view: View, document: Document) -> Iterator[Statement]:
    article, version = view.document(document.id), view.text(document.id)
    graph, run = iri(view.iris.text_graph(document.id)), iri(view.iris.run(view.graph.run))
    title = document.title if view.options.with_text else ""
    yield from about(
        article,
        ("rdf:type", named("kg:Document")),
        ("rdfs:label", text(title or document.id)),
        ("dct:identifier", text(document.id)),
        ("dct:title", text(title, document.language) if title else None),
        ("dct:issued", edtf(document.published) if document.published else None),
        ("dct:language", text(document.language)),
        ("dct:publisher", iri(view.iris.source(document.source)) if document.source else None),
        ("dct:source", iri(document.url) if is_web_address(document.url) else None),
        ("kg:byline", text(document.author) if document.author else None),
        ("kg:section", text(document.section) if document.section else None),
        ("dct:license", iri(document.licence) if is_web_address(document.licence) else None),
        ("kg:rightsNote", _words_of(document.licence)),
        ("kg:hasText", version),
    )
    yield from about(
        version,
        ("rdf:type", named("kg:TextVersion")),
        ("kg:textHash", text(text_hash(document))),
        ("kg:textLength", integer(len(document.text))),
    )
    yield from about(graph, ("prov:wasGeneratedBy", run), ("prov:wasDerivedFrom", version))


def _words_of(licence: str) -> Term | None:
    return text(licence) if licence and not is_web_address(licence) else None


def _describe_sentence(view: View, document: Document, sentence: Sentence) -> list[Statement]:
    place = describe_span(view, document.id, sentence.span)
    sentences = view.graph.extractions[document.id].sentences
    earlier = sentences[sentence.repeats].span if sentence.repeats is not None else None
    return place + about(
        place[0][0],
        ("rdf:type", named("kg:Sentence")),
        ("kg:inDocument", view.document(document.id)),
        ("kg:repeats", view.span(document.id, earlier) if earlier else None),
    )
