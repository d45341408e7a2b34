"""News as XML: NITF, NewsML-G2, RSS and Atom, and what no XML can do to whoever reads it."""

from pathlib import Path

import pytest

from kg.model import Document
from kg.read import Skipped, Warned
from tests.read.reading import documents, only, read_content, reason, skipped

NITF = """<?xml version="1.0" encoding="{encoding}"?>
<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">
<nitf xml:lang="nl-NL">
 <head>
  <title>Brug</title>
  <docdata><doc-id id-string="k-7"/><date.issue norm="20200916T083000+0200"/>
   <doc.copyright year="2020" holder="De Kustbode"/></docdata>
  <pubdata name="De Kustbode" position.section="Regio" ex-ref="https://kustbode.example/brug"/>
 </head>
 <body>
  <body.head><hedline><hl1>Brug gaat dicht</hl1><hl2>Een jaar lang</hl2></hedline>
   <byline>Door <person>Ans Bakker</person></byline></body.head>
  <body.content><block>
   <p>De <em>brug</em> over de Schie
      gaat dicht.</p><media><caption>Foto: café</caption></media>
   <p>Dat heeft café&#x2019;s eigenaar gehoord.</p></block></body.content>
 </body>
</nitf>"""

ITEM = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:kustbode:{number}" xml:lang="nl">
 <rightsInfo><usageTerms>Alleen met bronvermelding</usageTerms></rightsInfo>
 <itemMeta><itemClass qcode="ninat:{kind}"/><provider qcode="nprov:kustbode"><name>De Kustbode</name></provider>
  <versionCreated>2020-09-17T10:00:00+02:00</versionCreated><firstCreated>2020-09-16T08:30:00+02:00</firstCreated>
  <pubStatus qcode="stat:{status}"/><service><name>Regio</name></service></itemMeta>
 <contentMeta><by>Ans Bakker</by><headline>Brug gaat dicht</headline></contentMeta>
 <contentSet>{content}</contentSet>
</newsItem>"""
XHTML = """<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title>
</head><body><p>De brug gaat dicht.</p><p>Dat is jammer.</p></body></html></inlineXML>"""
IN_NITF = """<inlineXML><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.content>
<p>De brug gaat dicht.</p><p>Dat is jammer.</p></body.content></body></nitf></inlineXML>"""
PLAIN = "<inlineData contenttype='text/plain'>De brug gaat dicht.\nDat is jammer.</inlineData>"
LAID_OUT = "Brug gaat dicht\n\nDe brug gaat dicht.\n\nDat is jammer."

NEWSML_1 = """<NewsML><NewsEnvelope><DateAndTime>20200917T100000+0200</DateAndTime></NewsEnvelope>
 <NewsItem><Identification><NewsIdentifier><PublicIdentifier>urn:kustbode:7</PublicIdentifier></NewsIdentifier>
  </Identification><NewsManagement><FirstCreated>20200916T083000+0200</FirstCreated><Status FormalName="{status}"/>
  </NewsManagement><NewsComponent xml:lang="nl"><NewsLines><HeadLine>Brug gaat dicht</HeadLine>
  <ByLine>Ans Bakker</ByLine><CopyrightLine>Niet overnemen</CopyrightLine></NewsLines>
  <AdministrativeMetadata><Provider><Party FormalName="De Kustbode"/></Provider></AdministrativeMetadata>
  <NewsComponent><ContentItem><MediaType FormalName="Photo"/><DataContent>iVBORw0KGgo</DataContent></ContentItem>
  <ContentItem><MediaType FormalName="Text"/><DataContent>{content}</DataContent></ContentItem></NewsComponent>
  </NewsComponent></NewsItem></NewsML>"""

RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>De Kustbode</title><language>nl</language>
 <copyright>Niet overnemen</copyright>
 <item><title>Brug gaat dicht</title><link>https://kustbode.example/brug</link><guid>k-7</guid>
  <pubDate>Wed, 16 Sep 2020 00:30:00 +0200</pubDate><category>Regio</category><dc:creator>Ans Bakker</dc:creator>
  <description>De brug...</description>
  <content:encoded><![CDATA[<p>De brug gaat dicht.</p><p>Dat is <b>jammer</b>.</p>]]></content:encoded></item>
 <item><title>Zonder tekst</title></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nl"><title>De Kustbode</title>
 <entry><title type="html">Brug &lt;i&gt;gaat&lt;/i&gt; dicht</title><id>k-7</id><updated>2020-09-16T08:30:00Z</updated>
  <author><name>Ans Bakker</name></author><category term="Regio"/><link href="https://kustbode.example/brug"/>
  <link rel="license" href="https://creativecommons.org/licenses/by/4.0/"/>
  <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>De brug gaat dicht.</p><p>Dat is jammer.</p></div>
  </content></entry></feed>"""


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1"])
@pytest.mark.parametrize("ending", ["xml", "nitf"])
def test_nitf_gives_headline_and_paragraphs_and_all_that_it_says_of_itself(
    tmp_path: Path, ending: str, encoding: str
) -> None:
    content = NITF.format(encoding=encoding).encode(encoding)

    assert only(read_content(tmp_path / f"a.{ending}", content)) == Document(
        "k-7",
        "Brug gaat dicht\n\nDe brug over de Schie gaat dicht.\n\nDat heeft café’s eigenaar gehoord.",
        "Brug gaat dicht",
        "2020-09-16",
        "De Kustbode",
        "Ans Bakker",
        "https://kustbode.example/brug",
        "Regio",
        "© 2020 De Kustbode",
    )


@pytest.mark.parametrize("content", [XHTML, IN_NITF, PLAIN], ids=["XHTML", "NITF", "plain"])
def test_a_newsml_item_gives_its_text_and_all_that_it_says_of_itself(tmp_path: Path, content: str) -> None:
    item = ITEM.format(number=7, kind="text", status="usable", content=content)

    document = only(read_content(tmp_path / "a.xml", item))

    assert (document.id, document.text, document.title) == ("urn:kustbode:7", LAID_OUT, "Brug gaat dicht")
    assert (document.published, document.source, document.author) == ("2020-09-16", "De Kustbode", "Ans Bakker")
    assert (document.section, document.licence) == ("Regio", "Alleen met bronvermelding")


def test_a_newsml_message_gives_each_text_and_passes_over_pictures(tmp_path: Path) -> None:
    kinds = (("text", "usable"), ("picture", "usable"), ("text", "canceled"))
    items = [
        ITEM.format(number=number, kind=kind, status=status, content=XHTML)
        for number, (kind, status) in enumerate(kinds)
    ]

    found = read_content(tmp_path / "a.xml", f"<newsMessage><itemSet>{''.join(items)}</itemSet></newsMessage>")

    assert [one.id for one in documents(found)] == ["urn:kustbode:0"]
    assert skipped(found) == [Skipped(f"{tmp_path}/a.xml item 3", "is withdrawn by its publisher (canceled)")]


@pytest.mark.parametrize("name", ["a.xml", "a.rss"])
def test_each_entry_of_a_feed_is_an_article_as_full_as_the_feed_gives_it(tmp_path: Path, name: str) -> None:
    document, skip = read_content(tmp_path / name, RSS)

    assert document == Document(
        "k-7",
        LAID_OUT,
        "Brug gaat dicht",
        "2020-09-16",
        "De Kustbode",
        "Ans Bakker",
        "https://kustbode.example/brug",
        "Regio",
        "Niet overnemen",
    )
    assert skip == Skipped(f"{tmp_path}/{name} entry 2", "has no text")


@pytest.mark.parametrize("name", ["a.xml", "a.atom"])
def test_an_atom_feed_is_read_likewise(tmp_path: Path, name: str) -> None:
    document = only(read_content(tmp_path / name, ATOM))

    assert (document.id, document.text, document.title) == ("k-7", LAID_OUT, "Brug gaat dicht")
    assert (document.published, document.source, document.author) == ("2020-09-16", "De Kustbode", "Ans Bakker")
    assert (document.section, document.licence) == ("Regio", "https://creativecommons.org/licenses/by/4.0/")


def test_xml_of_another_kind_says_so(tmp_path: Path) -> None:
    found = reason(read_content(tmp_path / "a.xml", "<factuur/>"))

    assert found == "is XML of a kind that kg does not know, <factuur>; it reads NITF, NewsML, RSS and Atom"


@pytest.mark.parametrize("content", ["<rss><channel/></rss>", "<feed/>", "<newsMessage/>", "<nitf/>", "<newsItem/>"])
def test_news_without_text_is_one_line(tmp_path: Path, content: str) -> None:
    assert reason(read_content(tmp_path / "a.xml", content))


# Attacks

LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))


@pytest.mark.parametrize(
    "attack",
    [
        '<!DOCTYPE nitf [<!ENTITY x SYSTEM "file://{secret}">]>{nitf}',
        '<!DOCTYPE nitf [<!ENTITY % x SYSTEM "file://{secret}"> %x;]>{nitf}',
        '<!DOCTYPE nitf [<!ENTITY x "veel"> ]>{nitf}',
        '<!DOCTYPE nitf [<!ENTITY a0 "ha">{laughs}<!ENTITY x "&a11;">]>{nitf}',
        '<!DOCTYPE nitf [<!ENTITY a0 "ha">{laughs}<!ENTITY x "&a11;">]><nitf a="&x;"/>',
        '<nitf xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="file://{secret}" parse="text"/></nitf>',
    ],
    ids=["file", "parameter", "plain entity", "billion laughs", "laughs in an attribute", "inclusion"],
)
def test_xml_reads_no_other_file_and_grows_no_entity(tmp_path: Path, attack: str) -> None:
    (tmp_path / "secret").write_text("geheim", encoding="utf-8")
    nitf = "<nitf><body><body.content><p>Dit is &x;</p></body.content></body></nitf>"
    content = attack.format(secret=tmp_path / "secret", laughs=LAUGHS, nitf=nitf)

    assert "geheim" not in reason(read_content(tmp_path / "a.xml", content))


def test_a_feed_in_which_a_file_is_named_does_not_read_it(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("geheim", encoding="utf-8")
    entity = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{tmp_path}/secret">]>'

    found = reason(read_content(tmp_path / "a.xml", RSS.replace("<rss", f"{entity}<rss").replace("jammer", "&x;")))

    assert found == "declares entities of its own, which no news needs: it is not read"


def test_elements_that_are_nested_without_end_are_one_line(tmp_path: Path) -> None:
    assert "depth" in reason(read_content(tmp_path / "a.xml", f"<nitf>{'<p>' * 100_000}"))


@pytest.mark.parametrize(
    "content",
    [
        "<nitf><body><body.content><p>De brug gaat dicht.</p><p>Dat is jammer.</p></body.content></body></nitf>",
        "<html><body><p>De brug gaat dicht.</p><p>Dat is jammer.</p></body></html>",
        "<p>De brug gaat dicht.</p><p>Dat is jammer.</p>",
        "De brug gaat dicht.\n\nDat is jammer.",
    ],
    ids=["NITF", "XHTML", "paragraphs", "plain"],
)
def test_an_item_of_newsml_1_is_an_article_whatever_its_text_is_in(tmp_path: Path, content: str) -> None:
    document = only(read_content(tmp_path / "a.xml", NEWSML_1.format(status="Usable", content=content)))

    assert document == Document(
        "urn:kustbode:7",
        LAID_OUT,
        "Brug gaat dicht",
        "2020-09-16",
        "De Kustbode",
        author="Ans Bakker",
        licence="Niet overnemen",
    )


def test_an_item_of_newsml_1_that_is_withdrawn_is_skipped(tmp_path: Path) -> None:
    content = NEWSML_1.format(status="Canceled", content="De brug gaat dicht.")

    assert reason(read_content(tmp_path / "a.xml", content)) == "is withdrawn by its publisher (canceled)"


def package(*components: str) -> str:
    """Return a news item of several components; those of a text with a colon have what stands before it as headline."""
    written = [
        f"<NewsComponent>{lines}<ContentItem><MediaType FormalName='Text'/><DataContent>{text}</DataContent>"
        "</ContentItem></NewsComponent>"
        for headline, _, text in (component.rpartition(":") for component in components)
        for lines in [f"<NewsLines><HeadLine>{headline}</HeadLine></NewsLines>" if headline else ""]
    ]
    opening = "<NewsIdentifier><PublicIdentifier>urn:7</PublicIdentifier></NewsIdentifier>"
    lines = "<NewsLines><HeadLine>Alles</HeadLine><ByLine>Ans Bakker</ByLine></NewsLines>"
    return f"<NewsML><NewsItem>{opening}<NewsComponent>{lines}{''.join(written)}</NewsComponent></NewsItem></NewsML>"


def test_each_headline_in_an_item_of_newsml_1_is_an_article(tmp_path: Path) -> None:
    content = package("Brug dicht:De brug gaat dicht.", "Tunnel open:De tunnel gaat open.")

    found = documents(read_content(tmp_path / "a.xml", content))

    assert [(one.id, one.title, one.author) for one in found] == [
        ("urn:7-1", "Brug dicht", "Ans Bakker"),
        ("urn:7-2", "Tunnel open", "Ans Bakker"),
    ]
    assert [one.text for one in found] == ["Brug dicht\n\nDe brug gaat dicht.", "Tunnel open\n\nDe tunnel gaat open."]


def test_another_text_below_the_same_headline_of_newsml_1_is_told(tmp_path: Path) -> None:
    warned, document = read_content(tmp_path / "a.xml", package("De brug gaat dicht.", "De tunnel gaat open."))

    assert warned == Warned(f"{tmp_path}/a.xml item 1", "has 2 texts below one headline, of which the first is read")
    assert isinstance(document, Document)
    assert (document.id, document.text) == ("urn:7", "Alles\n\nDe brug gaat dicht.")


@pytest.mark.parametrize("first", ["", "  ", "De brug gaat dicht."], ids=["empty", "blanks", "the same"])
def test_a_content_of_newsml_1_that_is_empty_or_says_the_same_is_passed_over(tmp_path: Path, first: str) -> None:
    assert only(read_content(tmp_path / "a.xml", package(first, "De brug gaat dicht."))).text == (
        "Alles\n\nDe brug gaat dicht."
    )


def test_the_caption_of_a_picture_in_newsml_1_is_no_news(tmp_path: Path) -> None:
    content = package("De brug gaat dicht.", "De brug, gisteren.").replace(
        "<ContentItem><MediaType FormalName='Text'/><DataContent>De brug,",
        "<Role FormalName='Photo Caption'/><ContentItem><MediaType FormalName='Text'/><DataContent>De brug,",
    )

    assert only(read_content(tmp_path / "a.xml", content)).text == "Alles\n\nDe brug gaat dicht."


def test_an_item_in_an_item_of_newsml_1_is_read_once(tmp_path: Path) -> None:
    inner = package("De brug gaat dicht.").removeprefix("<NewsML>").removesuffix("</NewsML>")

    found = read_content(
        tmp_path / "a.xml", f"<NewsML><NewsItem><NewsComponent>{inner}</NewsComponent></NewsItem></NewsML>"
    )

    assert [one.id for one in documents(found)] == ["urn:7"]
