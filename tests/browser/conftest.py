"""A real browser for the tests marked `browser`: Debian's Chromium, driven by playwright, offline."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request, sync_playwright

from kg.export.page import write_page
from kg.graph import KnowledgeGraph

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass
class Visit:
    """A page that is open, and everything that it should not have done."""

    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)


Open = Callable[..., Visit]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return Chromium; without it the tests are skipped, or fail where CI is true."""
    program = shutil.which("chromium")
    if program is None and os.environ.get("CI") == "true":
        pytest.fail("these tests need Chromium: apt-get install chromium")
    if program is None:
        pytest.skip("no Chromium here: apt-get install chromium")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        yield opened
        opened.close()


@pytest.fixture
def visit(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Return a function that opens the page of a graph from disk; each test ends with no complaint about any."""
    visits: list[Visit] = []

    def opened(
        graph: KnowledgeGraph, *, anchor: str = "", width: int = 1440, height: int = 900, scheme: str = "light"
    ) -> Visit:
        path = tmp_path / f"graph-{len(visits)}.html"
        write_page(graph, path)
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if scheme == "dark" else "light",
            reduced_motion="reduce",
            accept_downloads=True,
        )
        context.set_default_timeout(60_000)
        found = Visit(context.new_page(), path.as_uri() + anchor)
        _listen(found)
        found.page.goto(found.address)
        found.page.wait_for_function("document.querySelector('#counter').textContent !== ''")
        found.page.wait_for_timeout(150)
        visits.append(found)
        return found

    yield opened
    for each in visits:
        each.page.context.close()
        assert each.complaints == []


def _listen(found: Visit) -> None:
    def on_console(message: ConsoleMessage) -> None:
        found.complaints.append(f"console: {message.text}")

    def on_error(error: object) -> None:
        found.complaints.append(f"error: {error}")

    def on_dialog(dialog: Dialog) -> None:
        found.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def on_request(request: Request) -> None:
        if request.url.partition("#")[0] != found.address.partition("#")[0] and not request.url.startswith("blob:"):
            found.complaints.append(f"request: {request.url[:200]}")

    found.page.on("console", on_console)
    found.page.on("pageerror", on_error)
    found.page.on("dialog", on_dialog)
    found.page.on("request", on_request)
