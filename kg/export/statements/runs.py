"""Statements about what made a graph."""

from kg.export.statements.view import View
from kg.export.terms import Statement, about, iri, named, text


def describe_run(view: View) -> list[Statement]:
    """Return the statements about the run: its version, its pipeline and its settings, and no time."""
    made = view.graph.run
    run, software = iri(view.iris.run(made)), iri(view.iris.software(made))
    used = (("prov:used", view.text(document.id)) for document in view.graph.documents)
    return [
        *about(
            run,
            ("rdf:type", named("kg:ExtractionRun")),
            ("rdfs:label", text(f"kg {made.version}, {made.pipeline}")),
            ("prov:wasAssociatedWith", software),
            ("kg:pipeline", text(made.pipeline)),
            *(("kg:setting", text(f"{name}={value}")) for name, value in made.settings),
            *used,
        ),
        *about(
            software,
            ("rdf:type", named("kg:Extractor")),
            ("rdfs:label", text(f"kg {made.version}")),
            ("owl:versionInfo", text(made.version)),
        ),
    ]
