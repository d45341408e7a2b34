"""XML from anywhere, parsed without harm: no entity is resolved, no DTD is loaded, nothing is fetched.

See https://cheatsheetseries.owasp.org/cheatsheets/XML_External_Entity_Prevention_Cheat_Sheet.html
"""

from typing import Any

from lxml import etree

from kg.errors import ReadError
from kg.read.articles import clean
from kg.read.telling import said

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
"""The attribute `xml:lang`, see https://www.w3.org/TR/xml/#sec-lang-tag."""


def parse_xml(content: bytes, *, where: str, encoding: str = "") -> Any:
    """Return the root element.

    Raises:
        ReadError: it is no XML, is nested deeper than any article, or declares entities, as the attacks called XXE and
            "billion laughs" do.
    """
    parser = etree.XMLParser(
        encoding=encoding or None,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, LookupError, ValueError) as error:
        raise ReadError(f"is no XML: {said(error)}", where=where) from error
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and any(True for _ in dtd.iterentities()):
        raise ReadError("declares entities of its own, which no news needs: it is not read", where=where)
    return root


def name_of(element: Any) -> str:
    """Return the name of an element without its namespace."""
    return str(etree.QName(element).localname)


def find(element: Any, *paths: str) -> Any:
    """Return the first element at the first of these paths that leads to one, or None; names are of any namespace.

    A path is names with a slash between them; the first may be anywhere below `element`.
    """
    found = (element.find(".//" + "/".join(f"{{*}}{name}" for name in path.split("/"))) for path in paths)
    return next((one for one in found if one is not None), None)


def text_at(element: Any, *paths: str) -> str:
    """Return the words at the first of these paths that has any, on one line, or ""."""
    found = (words_of(find(element, path)) for path in paths)
    return next(filter(None, found), "")


def attribute_at(element: Any, path: str, *names: str) -> str:
    """Return the first of these attributes that the element at `path` has, or ""."""
    found = find(element, path)
    return next((clean(found.get(name)) for name in names if found.get(name)), "") if found is not None else ""


def words_of(element: Any) -> str:
    """Return all words in an element, on one line."""
    return " ".join("".join(element.itertext()).split()) if element is not None else ""
