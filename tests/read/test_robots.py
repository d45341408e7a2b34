"""What a site forbids is not fetched."""

from kg.read.fetch import LONGEST_ROBOTS
from tests.read.reading import documents, read_all, reason
from tests.read.web_site import PAGE, Site


def test_what_robots_txt_forbids_is_not_fetched(site: Site) -> None:
    site.say("/robots.txt", "User-agent: kg\nDisallow: /geheim/\n", Content_Type="text/plain")
    site.say("/geheim/brug", PAGE)
    site.say("/brug", PAGE)

    found = read_all(f"{site.address}/geheim/brug", f"{site.address}/brug", fetch=True)

    assert len(documents(found)) == 1
    assert [path for path, _ in site.asked] == ["/robots.txt", "/brug"]


def test_a_site_whose_robots_txt_is_broken_is_left_alone(site: Site) -> None:
    site.say("/robots.txt", "", status=503)
    site.say("/brug", PAGE)

    assert "status 503" in reason(read_all(f"{site.address}/brug", fetch=True))


def test_a_site_that_cannot_tell_its_rules_is_asked_once(site: Site) -> None:
    site.say("/robots.txt", "", status=503)

    first, second = read_all(f"{site.address}/brug", f"{site.address}/sluis", fetch=True)

    assert "status 503" in reason([first])
    assert reason([second]) == reason([first])
    assert [path for path, _ in site.asked] == ["/robots.txt"]


def test_a_robots_txt_that_is_too_long_holds_as_far_as_its_lines_are_whole(site: Site) -> None:
    opening, cut = "User-agent: kg\nDisallow: /geheim\n", "\nDisallow: /brug"
    rules = opening.ljust(LONGEST_ROBOTS - len(cut), "#") + cut
    site.say("/robots.txt", f"{rules}/oud\n", Content_Type="text/plain")
    site.say("/brug", PAGE)

    page, forbidden = read_all(f"{site.address}/brug", f"{site.address}/geheim", fetch=True)

    assert len(documents([page])) == 1
    assert "robots.txt" in reason([forbidden])


def test_a_redirect_is_followed_as_far_as_robots_txt_allows(site: Site) -> None:
    site.say("/robots.txt", "User-agent: *\nDisallow: /geheim", Content_Type="text/plain")
    site.say("/oud", "", status=301, Location="/nieuw")
    site.say("/nieuw", PAGE)
    site.say("/omweg", "", status=302, Location="/geheim")

    forbidden, moved = read_all(f"{site.address}/oud", f"{site.address}/omweg", fetch=True)

    assert documents([moved])[0].url == f"{site.address}/nieuw"
    assert "robots.txt" in reason([forbidden])
