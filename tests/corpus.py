"""A small corpus made by hand: a fact told twice, a claim, a denial, a plan, a group, a function and a repeat."""

from dataclasses import replace

from kg.graph import KnowledgeGraph
from kg.model import (
    Claim,
    Coreference,
    Decision,
    Document,
    DoubtfulPair,
    Entity,
    EntityType,
    Extraction,
    FormerId,
    Function,
    Link,
    MentionKind,
    Modality,
    Polarity,
    QuoteKind,
    Relation,
    RelationKind,
    Resolution,
    Role,
    Run,
    TimeExpression,
    Verdict,
)
from tests.factory import action_of, mention_of, place_of, resolution_of, sentences_of

ORGANISATION, PERSON, PLACE = EntityType.ORGANISATION, EntityType.PERSON, EntityType.PLACE
NOMINAL, PRONOUN = MentionKind.NOMINAL, MentionKind.PRONOUN

RUN = Run(version="0.1.0", pipeline="nl_kg_news 0.1.0", settings=(("language", "nl"),))
VISIT = "Wethouder Noor Zandbergen bezocht gisteren Havenbouw in Utrecht."
PLAN = Document(
    id="krant/sluisplan",
    text=(
        f"Kritiek op sluisplan\n\n{VISIT} "
        "Topman Joris Plaatsman van Havenbouw zei dat het bedrijf 300 woningen sloopte. "
        "Tien bewoners, onder wie Ans Bakker, steunen het bedrijf niet.\n\n"
        "„Wij klagen Groen Kanaal binnenkort aan”, zei Plaatsman. "
        "Ans Bakker gaf haar steun op. "
        f"{VISIT}"
    ),
    title="Kritiek op sluisplan",
    published="2026-03-13",
    source="Nieuwsblad Voorbeeld",
    author="Redactie",
    url="https://nieuws.example/2026/03/13/sluisplan",
)
COPY = Document(id="bureau/kort", text=VISIT, title="Kort", published="2026-03", source="Persbureau Voorbeeld")

NOOR = mention_of(PLAN, "Noor Zandbergen", type=PERSON)
HAVENBOUW = mention_of(PLAN, "Havenbouw", type=ORGANISATION)
UTRECHT = mention_of(PLAN, "Utrecht", type=PLACE)
JORIS = mention_of(PLAN, "Joris Plaatsman", type=PERSON)
HAVENBOUW_AGAIN = mention_of(PLAN, "Havenbouw", 1, type=ORGANISATION)
COMPANY = mention_of(PLAN, "het bedrijf", type=ORGANISATION, kind=NOMINAL)
HOUSES = mention_of(PLAN, "300 woningen", kind=NOMINAL)
RESIDENTS = mention_of(PLAN, "Tien bewoners", type=EntityType.GROUP, kind=NOMINAL)
ANS = mention_of(PLAN, "Ans Bakker", type=PERSON)
COMPANY_AGAIN = mention_of(PLAN, "het bedrijf", 1, type=ORGANISATION, kind=NOMINAL)
WE = mention_of(PLAN, "Wij", kind=PRONOUN)
CANAL = mention_of(PLAN, "Groen Kanaal", type=ORGANISATION)
PLAATSMAN = mention_of(PLAN, "Plaatsman", 1, type=PERSON)
ANS_AGAIN = mention_of(PLAN, "Ans Bakker", 1, type=PERSON)
SUPPORT = mention_of(PLAN, "haar steun", kind=NOMINAL)
NOOR_COPY = mention_of(COPY, "Noor Zandbergen", type=PERSON)
HAVENBOUW_COPY = mention_of(COPY, "Havenbouw", type=ORGANISATION)
UTRECHT_COPY = mention_of(COPY, "Utrecht", type=PLACE)

YESTERDAY = TimeExpression(
    place_of(PLAN, "gisteren"), "gisteren", "2026-03-12", "2026-03-12", "2026-03-12", anchor="2026-03-13"
)
SOON = TimeExpression(place_of(PLAN, "binnenkort"), "binnenkort", None)
YESTERDAY_COPY = TimeExpression(place_of(COPY, "gisteren"), "gisteren", None)
SAID = Claim(
    document_id=PLAN.id,
    claimant=JORIS,
    content=place_of(PLAN, "het bedrijf 300 woningen sloopte"),
    cue=place_of(PLAN, "zei"),
    kind=QuoteKind.INDIRECT,
)
QUOTED = Claim(
    document_id=PLAN.id,
    claimant=PLAATSMAN,
    content=place_of(PLAN, "Wij klagen Groen Kanaal binnenkort aan"),
    cue=place_of(PLAN, "zei", 1),
    kind=QuoteKind.DIRECT,
)

_VISIT_ROLES = [(Role.AGENT, NOOR), (Role.PATIENT, HAVENBOUW), (Role.PLACE, UTRECHT)]
_COPY_ROLES = [(Role.AGENT, NOOR_COPY), (Role.PATIENT, HAVENBOUW_COPY), (Role.PLACE, UTRECHT_COPY)]
_REFUSAL_ROLES = [(Role.AGENT, RESIDENTS), (Role.PATIENT, COMPANY_AGAIN)]
_SUIT_ROLES = [(Role.AGENT, WE), (Role.PATIENT, CANAL)]
VISITING = action_of(PLAN, "bezocht", "bezoeken", _VISIT_ROLES, times=(YESTERDAY,))
SAYING = action_of(PLAN, "zei", "zeggen", [(Role.AGENT, JORIS)], is_speech=True)
DEMOLISHING = action_of(PLAN, "sloopte", "slopen", [(Role.AGENT, COMPANY), (Role.PATIENT, HOUSES)], claim=SAID)
REFUSING = action_of(PLAN, "steunen", "steunen", _REFUSAL_ROLES, polarity=Polarity.NEGATIVE, confidence=0.75)
SUING = action_of(
    PLAN, "klagen", "aanklagen", _SUIT_ROLES, particle="aan", modality=Modality.FUTURE, times=(SOON,), claim=QUOTED
)
SAYING_AGAIN = action_of(PLAN, "zei", "zeggen", [(Role.AGENT, PLAATSMAN)], nth=1, is_speech=True)
GIVING_UP = action_of(PLAN, "gaf", "opgeven", [(Role.AGENT, ANS_AGAIN), (Role.PATIENT, SUPPORT)], particle="op")
VISITING_COPY = action_of(COPY, "bezocht", "bezoeken", _COPY_ROLES, times=(YESTERDAY_COPY,))

PLAN_SAYS = Extraction(
    document=PLAN,
    sentences=sentences_of(PLAN),
    mentions=(
        *(NOOR, HAVENBOUW, UTRECHT, JORIS, HAVENBOUW_AGAIN, COMPANY, HOUSES, RESIDENTS, ANS, COMPANY_AGAIN),
        *(WE, CANAL, PLAATSMAN, ANS_AGAIN, SUPPORT),
    ),
    actions=(VISITING, SAYING, DEMOLISHING, REFUSING, SUING, SAYING_AGAIN, GIVING_UP),
    claims=(SAID, QUOTED),
    relations=(
        Relation(RelationKind.FUNCTION, JORIS, HAVENBOUW_AGAIN, "topman"),
        Relation(RelationKind.MEMBER_OF, ANS, RESIDENTS),
    ),
    times=(YESTERDAY, SOON),
)
COPY_SAYS = Extraction(
    document=COPY,
    sentences=sentences_of(COPY),
    mentions=(NOOR_COPY, HAVENBOUW_COPY, UTRECHT_COPY),
    actions=(VISITING_COPY,),
    claims=(),
    relations=(),
    times=(YESTERDAY_COPY,),
)

GROUP = f"{PLAN.id}#group={RESIDENTS.span.start},{RESIDENTS.span.end}"
COMPANY_ID = "organisation/havenbouw-1a1a1a1a"
WIKIDATA = Link("http://www.wikidata.org/entity/Q803", 0.95, "only place of this name in the country")
ENTITIES = (
    Entity(GROUP, EntityType.GROUP, "Tien bewoners", (), (RESIDENTS,)),
    Entity("organisation/groen-kanaal-2b2b2b2b", ORGANISATION, "Groen Kanaal", (), (CANAL,)),
    Entity(
        COMPANY_ID,
        ORGANISATION,
        "Havenbouw",
        aliases=(),
        mentions=(HAVENBOUW_COPY, HAVENBOUW, HAVENBOUW_AGAIN, COMPANY, COMPANY_AGAIN),
    ),
    Entity("person/ans-bakker-3c3c3c3c", PERSON, "Ans Bakker", (), (ANS, ANS_AGAIN), member_of=(GROUP,)),
    Entity(
        "person/joris-plaatsman-4d4d4d4d",
        PERSON,
        "Joris Plaatsman",
        aliases=("Plaatsman",),
        mentions=(JORIS, WE, PLAATSMAN),
        functions=(Function("topman", COMPANY_ID),),
    ),
    Entity(
        "person/noor-zandbergen-5e5e5e5e",
        PERSON,
        "Noor Zandbergen",
        aliases=(),
        mentions=(NOOR_COPY, NOOR),
        functions=(Function("wethouder"),),
    ),
    Entity("place/utrecht-6f6f6f6f", PLACE, "Utrecht", (), (UTRECHT_COPY, UTRECHT), links=(WIKIDATA,)),
)
PAIR = DoubtfulPair(
    "person/joris-plaatsman-4d4d4d4d", "person/noor-zandbergen-5e5e5e5e", 0.6, ("same function: wethouder",)
)
FORMER = FormerId(
    "person/n-zandbergen-7a7a7a7a", ("person/noor-zandbergen-5e5e5e5e",), "decided by redactie: same post"
)
DECISION = Decision(
    Verdict.SAME, "person/n-zandbergen-7a7a7a7a", "person/noor-zandbergen-5e5e5e5e", "same post", "redactie"
)


def entity_named(label: str) -> Entity:
    """Return the entity of the corpus with this label."""
    return next(entity for entity in ENTITIES if entity.label == label)


def small_graph() -> KnowledgeGraph:
    """Return the graph of the two articles."""
    return KnowledgeGraph(small_resolution(), RUN)


def small_resolution() -> Resolution:
    """Return what the two articles tell, as `kg.resolve` would: the visit, told twice, is one action."""
    surname = Coreference(PLAATSMAN, JORIS, "surname", 0.9)
    told = resolution_of((COPY_SAYS, PLAN_SAYS), ENTITIES, (surname,), copies=((VISITING, VISITING_COPY),))
    return replace(told, doubtful_pairs=(PAIR,), former_ids=(FORMER,), decisions=(DECISION,))
