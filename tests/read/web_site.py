"""A web site on this machine, for tests of what is fetched."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler

PAGE = """<!DOCTYPE html><html lang="nl"><head><title>Brug dicht</title></head><body><article><h1>Brug dicht</h1>
<p>De brug over de Schie gaat maandag voor een jaar dicht. Dat heeft de gemeente vrijdag bekendgemaakt.</p>
<p>Café-uitbater Noor Zandbergen noemt het besluit een ramp voor haar zaak aan de overkant.</p></article></body>"""
LINE = 1_000
"""Bytes that the slow page sends, one at a time."""


@dataclass
class Site:
    """A web site on this machine."""

    address: str
    answers: dict[str, tuple[int, Mapping[str, str], bytes]] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    """Paths, and who asked."""
    hosts: set[str] = field(default_factory=set)
    """Names that it was called by."""

    def say(self, path: str, content: str, *, status: int = 200, **headers: str) -> None:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers[path] = (status, {"Content-Type": "text/html; charset=utf-8", **named}, content.encode())


class Handler(BaseHTTPRequestHandler):
    def __init__(self, site: Site, *args: object) -> None:
        self.site = site
        super().__init__(*args)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        self.site.asked.append((self.path, self.headers["User-Agent"]))
        self.site.hosts.add(self.headers["Host"])
        status, headers, content = self.site.answers.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if "Slow" in headers:
            for _ in range(LINE):
                self.wfile.write(b"x")
                time.sleep(0.05)
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        pass
