"""The page to ask from, in a real browser, on a server of its own."""

import subprocess
import sys
from collections.abc import Iterator
from time import monotonic, sleep
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser

from kg.export import EXPORTERS, Options
from tests.corpus import small_graph

pytestmark = pytest.mark.browser

PORT = 8471


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("served")
    EXPORTERS["nquads"].write(small_graph(), folder / "graph.nq", Options())
    command = [sys.executable, "-m", "kg", "serve", str(folder), "--port", str(PORT)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        try:
            wait_for(f"http://127.0.0.1:{PORT}/query")
            yield f"http://127.0.0.1:{PORT}"
        finally:
            process.terminate()


def wait_for(address: str) -> None:
    end = monotonic() + 60
    while True:
        try:
            with urlopen(address):
                return
        except OSError:
            assert monotonic() < end, "the server did not start"
            sleep(0.2)


def test_a_question_with_a_name_is_answered_in_a_table(browser: Browser, address: str) -> None:
    page = browser.new_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(f"{address}/query")

    page.locator("[data-question]").first.click()
    page.wait_for_selector(".yasr table tbody tr, .yasr_results pre")

    assert page.locator(".CodeMirror").first.is_visible()
    assert [one for one in requests if not one.startswith((address, "data:", "blob:"))] == []
    page.close()
