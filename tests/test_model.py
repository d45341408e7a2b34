"""What the values say of themselves."""

from dataclasses import replace

import pytest

from kg.model import ActionMention, Claim, Mention, MentionKind, Modality, Polarity, QuoteKind, Span

SPEAKER = Mention("a", Span(0, 3), "Jan", Span(0, 3), "Jan", MentionKind.NAME)
CLAIM = Claim("a", SPEAKER, Span(10, 20), Span(4, 8), QuoteKind.INDIRECT)
TOLD = ActionMention("a", (Span(12, 18),), "betalen", (), 0)


@pytest.mark.parametrize(
    ("mention", "standing"),
    [
        (TOLD, "fact"),
        (replace(TOLD, polarity=Polarity.NEGATIVE), "negation"),
        (replace(TOLD, claim=CLAIM), "claim"),
        (replace(TOLD, claim=CLAIM, polarity=Polarity.NEGATIVE), "claim"),
        (replace(TOLD, claim=replace(CLAIM, denied=True)), "denial"),
        (replace(TOLD, modality=Modality.FUTURE), "plan"),
        (replace(TOLD, modality=Modality.CONDITIONAL), "doubt"),
    ],
)
def test_what_the_text_says_stands_apart_from_what_somebody_claims_or_denies(
    mention: ActionMention, standing: str
) -> None:
    assert mention.standing == standing
