"""What a reader does with the page, and what can be seen of it."""

from playwright.sync_api import Page


def painted_colours(page: Page) -> int:
    """Return how many colours the canvas shows."""
    return int(
        page.evaluate(
            """() => {
              const canvas = document.querySelector("#canvas canvas");
              const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
              return new Set(new Uint32Array(data.buffer)).size;
            }"""
        )
    )


def middle_of(page: Page, colour: str) -> tuple[float, float]:
    """Return where on the screen the only node with this colour is painted."""
    x, y = page.evaluate(
        """(colour) => {
          const canvas = document.querySelector("#canvas canvas");
          const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          const wanted = [1, 3, 5].map((start) => parseInt(colour.slice(start, start + 2), 16));
          const hits = [];
          for (let dot = 0; dot < data.length; dot += 4) {
            if (wanted.every((part, place) => data[dot + place] === part)) hits.push(dot / 4);
          }
          const mean = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
          const box = canvas.getBoundingClientRect();
          const ratio = canvas.width / box.width;
          return [
            box.x + mean(hits.map((hit) => hit % canvas.width)) / ratio,
            box.y + mean(hits.map((hit) => Math.floor(hit / canvas.width))) / ratio,
          ];
        }""",
        colour,
    )
    return x, y


def counter(page: Page) -> str:
    """Return what the page says of how much it shows."""
    return page.inner_text("#counter")


def press(page: Page, *keys: str) -> None:
    """Press keys one after another."""
    for key in keys:
        page.keyboard.press(key)


def only(page: Page, group: str, text: str) -> None:
    """Leave one kind alone in a group of filters."""
    page.locator(f"#filter-{group} li", has_text=text).get_by_role("button").click()


def search(page: Page, name: str) -> None:
    """Search a name and open the first that is found."""
    page.keyboard.press("/")
    page.keyboard.type(name)
    page.keyboard.press("Enter")
