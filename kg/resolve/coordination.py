"""Coordinations of names (`Philips, Shell en Unilever`): the groups that a plural may take up."""

from collections.abc import Iterator, Mapping, Sequence

from kg.lang.coreference import CoreferenceRules
from kg.model import EntityType, Extraction, Mention, MentionKind, Number, RelationKind, Span

_LONGEST_GAP = 40


def coordinations(
    extraction: Extraction, mentions: Sequence[Mention], rules: CoreferenceRules
) -> Iterator[tuple[Mention, tuple[Mention, ...]]]:
    """Yield each coordination of two or more names as a mention of a group, with its members, in text order.

    The names stand in one sentence with nothing but commas, an article and before the last a conjunction between
    them, short names in brackets aside (`General Motors (GM) en Ford`). The last may be a phrase for those not named
    (`A, B en tientallen andere sterren`). A coordination is a thing of its own only if something refers to it: the
    caller drops the others. Names that the text counts to a group (`tien sterren, onder wie A en B`) are no
    coordination: that group is what is taken up.
    """
    text = extraction.document.text
    groups = _groups(extraction)
    run: list[Mention] = []
    end = 0
    for mention in mentions:
        if not _can_join(mention, rules):
            continue
        gap = text[end : mention.span.start] if run and run[-1].sentence == mention.sentence else ""
        if gap.strip() == "(" and text.startswith(")", mention.span.end):
            end = mention.span.end + 1
            continue
        end, joint = mention.span.end, _joint(gap, rules)
        if not joint:
            run.clear()
        if joint != "last" and is_remainder(mention, rules):
            run.clear()
            continue
        run.append(mention)
        if joint == "last":
            if not frozenset.intersection(*(groups.get(one.head, frozenset()) for one in run)):
                yield _group(run, extraction), tuple(run)
            run = [mention]


def _can_join(mention: Mention, rules: CoreferenceRules) -> bool:
    """Tell whether a mention may stand in a coordination: a name, or what those not named are called at its end."""
    if mention.kind is MentionKind.NAME:
        return mention.type is not None
    return is_remainder(mention, rules)


def is_remainder(mention: Mention, rules: CoreferenceRules) -> bool:
    """Tell whether a phrase calls those of a list that are not named: `A, B en tientallen andere beroemdheden`."""
    return mention.type is EntityType.GROUP and not rules.remainders.isdisjoint(mention.modifiers)


def _groups(extraction: Extraction) -> Mapping[Span, frozenset[Span]]:
    """Return the heads of the groups that each mention, by its head, is counted to."""
    found: dict[Span, frozenset[Span]] = {}
    for relation in extraction.relations:
        if relation.kind is RelationKind.MEMBER_OF and relation.target is not None:
            found[relation.mention.head] = found.get(relation.mention.head, frozenset()) | {relation.target.head}
    return found


def _joint(gap: str, rules: CoreferenceRules) -> str:
    if not gap or len(gap) > _LONGEST_GAP:
        return ""
    words = gap.casefold().replace(",", " , ").split()
    if words and words[-1] in rules.articles:
        words.pop()
    if words and words[-1] in rules.conjunctions and set(words[:-1]) <= {","}:
        return "last"
    return "comma" if words == [","] else ""


def _group(members: Sequence[Mention], extraction: Extraction) -> Mention:
    first = members[0]
    span = Span(first.span.start, members[-1].span.end)
    return Mention(
        document_id=extraction.document.id,
        span=span,
        text=span.of(extraction.document.text),
        head=span,
        head_lemma="",
        kind=MentionKind.NOMINAL,
        type=EntityType.GROUP,
        number=Number.PLURAL,
        function=first.function,
        sentence=first.sentence,
        clause=first.clause,
    )
