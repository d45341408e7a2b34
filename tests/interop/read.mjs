// Reads what kg wrote with tools of other people, and prints what they find as JSON.
//   node read.mjs count FILE              how many quads and triples N3.js or jsonld.js reads
//   node read.mjs ask QUERY FILE...       what Comunica answers about the triples of RDF files
//   node read.mjs nodes FILE.gexf         how many nodes and edges graphology reads
//   node read.mjs cypher FILE             what Neo4j's own parser finds wrong with a script
import { readFileSync } from "node:fs";
import { QueryEngine } from "@comunica/query-sparql-rdfjs";
import { lintCypherQuery } from "@neo4j-cypher/language-support";
import { DOMParser } from "@xmldom/xmldom";
import Graph from "graphology";
import gexf from "graphology-gexf";
import jsonld from "jsonld";
import { DataFactory, Parser, Store } from "n3";

const FORMATS = { nq: "N-Quads", nt: "N-Triples", trig: "TriG", ttl: "Turtle" };

async function read(path) {
  const ending = path.split(".").pop();
  const text = readFileSync(path, "utf8");
  if (ending !== "jsonld") return new Parser({ format: FORMATS[ending] }).parse(text);
  const refuse = (url) => Promise.reject(new Error(`asks for ${url}`));
  const quads = await jsonld.toRDF(JSON.parse(text), { format: "application/n-quads", documentLoader: refuse });
  return new Parser({ format: "N-Quads" }).parse(quads);
}

const triple = (quad) => DataFactory.quad(quad.subject, quad.predicate, quad.object);

async function count(path) {
  const quads = await read(path);
  return { quads: new Store(quads).size, triples: new Store(quads.map(triple)).size };
}

async function ask(query, paths) {
  const store = new Store();
  for (const path of paths) store.addQuads((await read(path)).map(triple));
  const found = await new QueryEngine().queryBindings(readFileSync(query, "utf8"), { sources: [store] });
  const rows = await found.toArray();
  return rows.map((row) => Object.fromEntries([...row].map(([name, term]) => [name.value, term.value])));
}

function nodes(path) {
  globalThis.DOMParser = DOMParser;
  globalThis.Document = class {};
  const graph = gexf.parse(Graph, readFileSync(path, "utf8"), { allowUndeclaredAttributes: false });
  return { nodes: graph.order, edges: graph.size };
}

const ERROR = 1;

function cypher(path) {
  const { diagnostics } = lintCypherQuery(readFileSync(path, "utf8"), {});
  return diagnostics.filter((one) => one.severity === ERROR).map((one) => one.message);
}

const [command, first, ...rest] = process.argv.slice(2);
const commands = { count: () => count(first), ask: () => ask(first, rest), nodes: () => nodes(first), cypher: () => cypher(first) };
process.stdout.write(JSON.stringify(await commands[command]()));
