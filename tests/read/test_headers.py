import pytest

from kg.read.headers import find_title, read_header

NEWS = "De brug gaat dicht."


@pytest.mark.parametrize(
    "text",
    [
        f"title: Brug dicht\ndate: 2020-09-16\nsource: De Kustbode\n\n{NEWS}",
        f"titel: Brug dicht\ndatum: 2020-09-16\nbron: De Kustbode\n\n{NEWS}",
        f"Titel: Brug dicht\r\nDatum: 2020-09-16\r\nBron: De Kustbode\r\n\r\n{NEWS}",
        f"---\ntitle: 'Brug dicht'\ndate: 2020-09-16\nsource: \"De Kustbode\"\ntags: brug\n---\n{NEWS}",
        f"# Brug dicht\n\ndatum: 2020-09-16\nbron: De Kustbode\n\n{NEWS}",
        f"Brug dicht\ndatum: 2020-09-16\nbron: De Kustbode\n\n{NEWS}",
        f"\n\ntitle: Brug dicht\n\ndate: 2020-09-16\nsource: De Kustbode\nsource: Andere krant\n{NEWS}",
    ],
    ids=[
        "English",
        "Dutch",
        "Windows newlines",
        "front matter",
        "below a headline",
        "at a headline",
        "with blank lines",
    ],
)
def test_a_header_tells_title_date_and_source_in_every_form(text: str) -> None:
    header = read_header(text)

    assert dict(header.fields) == {"title": "Brug dicht", "published": "2020-09-16", "source": "De Kustbode"}
    assert text[header.end :] == NEWS


@pytest.mark.parametrize(
    "text", [f" date 2020-09 \n{NEWS}", f"date 2020-09 {NEWS}", f"datum: 2020-09 {NEWS}", f"published 2020-09 {NEWS}"]
)
def test_news_may_follow_a_bare_date_on_its_line(text: str) -> None:
    header = read_header(text)

    assert header.fields["published"] == "2020-09"
    assert text[header.end :] == NEWS


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_news_may_follow_a_date_below_a_headline(between: str) -> None:
    text = f"Brug dicht{between}date 2020-09 {NEWS}"

    header = read_header(text)

    assert dict(header.fields) == {"title": "Brug dicht", "published": "2020-09"}
    assert text[header.end :] == NEWS


@pytest.mark.parametrize(
    "text",
    [NEWS, "Bronnen: twee agenten.", "Datum van de stemming: 12 mei.", "date night in Gent", "---\nZonder einde\n"],
)
def test_news_that_opens_like_a_header_stays_news(text: str) -> None:
    header = read_header(text)

    assert (dict(header.fields), header.end) == ({}, 0)


def test_a_header_may_have_no_news_below_it() -> None:
    text = "title: Brug dicht\n\n"

    assert read_header(text).end == len(text)


@pytest.mark.parametrize("text", [f"Brug dicht\n\n{NEWS}", f"# Brug dicht #\n{NEWS}", f"## Brug dicht\r\n\r\n{NEWS}"])
def test_a_headline_is_a_heading_or_a_short_line_above_a_blank_one(text: str) -> None:
    assert find_title(text, 0) == "Brug dicht"


@pytest.mark.parametrize(
    "text",
    [NEWS, f"{NEWS}\n\n{NEWS}", f"Brug dicht\n{NEWS}", f"{'lang ' * 40}\n\n{NEWS}", f"***\n\n{NEWS}", "Brug dicht", ""],
    ids=["no second line", "full stop", "no blank line", "too long", "no word", "nothing below", "empty"],
)
def test_a_line_that_may_be_news_is_no_headline(text: str) -> None:
    assert find_title(text, 0) == ""


def test_a_line_of_a_million_blanks_is_read_at_once() -> None:
    text = f"title:{' ' * 1_000_000}x\n{' ' * 1_000_000}{NEWS}"

    assert text[read_header(text).end :] == NEWS


@pytest.mark.parametrize("line", ["\n", "\r\n", "\r", "bron:\n\n"])
def test_front_matter_without_an_end_is_told_at_once(line: str) -> None:
    assert read_header("---\n" + line * 10_000 + "De brug gaat dicht.").fields == {}


@pytest.mark.parametrize("line", ["Door Ilse Vermaat", "Door Ilse van der Meer en Bram Bos", "By Anna Reed"])
def test_a_byline_below_the_headline_is_no_news(line: str) -> None:
    text = f"Brug dicht\n\n{line}\n\n{NEWS}"

    header = read_header(text)

    assert header.fields == {"title": "Brug dicht", "author": line.partition(" ")[2]}
    assert text[header.end :] == NEWS


@pytest.mark.parametrize(
    "line", ["Door Corona minder bezoek in Utrecht", "Door Ilse Vermaat ging de brug dicht.", "Door"]
)
def test_news_that_begins_as_a_byline_stays(line: str) -> None:
    text = f"Brug dicht\n\n{line}\n\n{NEWS}"

    assert "author" not in read_header(text).fields
    assert line in text[read_header(text).end :]
