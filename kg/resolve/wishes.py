"""Who is to do what another wants: `Vos wil dat hij vertrekt`."""

from collections.abc import Iterator, Mapping

from kg.model import ActionMention, Claim, Mention, Role, Span
from kg.resolve.discourse import Discourse


def wishers(discourse: Discourse) -> Mapping[Span, Mention]:
    """Return the heads of those who are to act, each with who wants that: these are two.

    Who wants to do something himself says so with an infinitive (`Vos wil vertrekken`), so that the clause with `dat`
    is left for others: obviation, see Farkas 1992, On obviation, in Sag and Szabolcsi (eds), Lexical matters. It does
    not hold for what befalls one or depends on others (`wil dat hij wordt gehoord`, `dat hij mag blijven`), nor for who
    stands in a clause further down: only the word behind `dat` is looked at.
    """
    actions = discourse.extraction.actions
    wishes = frozenset(one.trigger[0] for one in actions if one.predicate in discourse.rules.wishes)
    return dict(_doers(discourse, actions, wishes)) if wishes else {}


def _doers(
    discourse: Discourse, actions: tuple[ActionMention, ...], wishes: frozenset[Span]
) -> Iterator[tuple[Span, Mention]]:
    for action in actions:
        if action.claim is not None and action.claim.cue in wishes and not _is_granted(discourse, action.claim):
            for argument in action.arguments:
                if argument.role is Role.AGENT and _is_second_word(discourse, action.claim, argument.mention):
                    yield argument.mention.head, action.claim.claimant


def _is_granted(discourse: Discourse, claim: Claim) -> bool:
    words = claim.content.of(discourse.extraction.document.text).casefold().split()
    return not discourse.rules.grants.isdisjoint(words)


def _is_second_word(discourse: Discourse, claim: Claim, mention: Mention) -> bool:
    before = Span(claim.content.start, mention.span.start) if claim.content.contains(mention.span) else None
    return before is not None and len(before.of(discourse.extraction.document.text).split()) == 1
