"""What the tests of reading may ask for."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer

import pytest

from kg.read import web
from tests.read.web_site import Handler, Site


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """Return a site on this machine, which is taken for a public one."""
    monkeypatch.setattr(web, "is_public", lambda address: address == "127.0.0.1")
    found = Site("")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, found))
    server.daemon_threads = True
    found.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield found
    server.shutdown()
    thread.join()
    server.server_close()
