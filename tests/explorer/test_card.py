"""The picture of a slice: what an amount must carry, small, and safe to show anywhere."""

from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from xml.parsers import expat

import pytest
from django.test import Client

from roles.choices import Level
from roles.models import Role
from salaries.answering.answers import PAGE_SIZE, Answer
from salaries.choices import Country, Kind
from salaries.explorer.card import INNER, MARGIN, STYLE, WIDTH, card
from salaries.models import DataRelease
from salaries.origins import SourceRef
from salaries.rows import PayRow
from salaries.slices import Slice
from tests.explorer.test_agreement import GRID
from tests.explorer.test_permalinks import publish_newer
from tests.salaries.examples import pay_row

pytestmark = pytest.mark.django_db

MOST_BYTES = 6_000


class Image:
    """What stands in an SVG, which is well formed or raises ExpatError: texts by their element."""

    def __init__(self, source: bytes) -> None:
        self.elements: list[str] = []
        self.texts: list[tuple[str, str]] = []
        self.open: list[str] = []
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self.start
        parser.EndElementHandler = lambda _name: self.open.pop()
        parser.CharacterDataHandler = lambda text: self.texts.append((self.open[-1], text))
        parser.ParseFile(BytesIO(source))

    def start(self, name: str, _attributes: dict[str, str]) -> None:
        self.elements.append(name)
        self.open.append(name)

    def words(self, element: str = "text") -> str:
        return " ".join(text for name, text in self.texts if name == element)


def drawn(client: Client, query: str) -> Image:
    response = client.get(f"/salaries/card.svg?{query}")
    assert response.status_code == 200
    assert response["Content-Type"] == "image/svg+xml; charset=utf-8"
    return Image(response.content)


def answer_of(*rows: PayRow) -> Answer:
    return Answer(Slice(), rows, (), by_proxy=False, roles_without=())


def test_a_card_says_all_that_an_amount_must_carry(client: Client) -> None:
    text = drawn(client, "level=senior").words()

    for word in (
        "Senior Technical Product Manager pay in India",
        "₹22-30 lakh a year",
        "Reported: annual pay, parts not stated; about 2024; sample not stated;",
        "IPL guide (2024)",
        "Data release 2026-11.",
        "tpmguide",
    ):
        assert word in text


def test_an_observed_figure_names_its_ends_its_median_and_its_sample(client: Client) -> None:
    image = drawn(client, "country=united-states&kind=observed")

    assert "Observed, P25 to P75, median $" in image.words()
    assert "n = 9 adverts, few" in image.words()
    assert [line for _, line in image.texts if line.endswith((" n", " n ="))] == []


def test_a_trend_is_described_by_its_course(client: Client) -> None:
    publish_newer()

    described = drawn(client, "level=senior&view=trend").words("desc")

    assert described.endswith(": ₹22-30 lakh in 2026-11 and ₹24.2-33 lakh in 2027-05.")
    assert "2 bands" not in described


def test_a_modelled_figure_names_the_range_in_which_pay_plausibly_lies(client: Client) -> None:
    text = drawn(client, "level=senior&city=pune").words()

    assert "Modelled, plausible ₹17-38.5 lakh: " in text


def test_the_four_first_figures_are_drawn_and_the_rest_is_counted(client: Client) -> None:
    image = drawn(client, "city=pune&city=mumbai")

    assert image.elements.count("rect") == 1 + 4
    assert "4 of 8 figures." in image.words()


def test_the_last_page_counts_the_figures_that_it_has() -> None:
    rows = tuple(pay_row(low=low, high=99) for low in range(1, PAGE_SIZE + 3))
    last = replace(answer_of(*rows), asked=Slice(page=2))

    drawing = card(last, heading="Pay", release="2026-11")

    assert len(drawing.entries) == 2
    assert drawing.notes[0].text.startswith("2 of 26 figures.")


def test_converted_amounts_name_their_rate(client: Client) -> None:
    text = drawn(client, "currency=USD").words()

    assert text.count("converted at 87.1468 INR per US dollar, market average of 2025") == 1
    assert "Federal Reserve" in text


def test_a_card_without_amounts_names_no_rate(client: Client) -> None:
    text = drawn(client, "country=united-states&kind=reported&currency=INR").words()

    assert "No figure yet for this choice." in text
    assert "converted at" not in text


def test_a_slice_without_figures_says_so(client: Client) -> None:
    image = drawn(client, "role=core-product-manager&city=pune")

    assert "No figure yet for this choice." in image.words()
    assert image.elements.count("rect") == 1


def test_bars_of_one_currency_share_an_axis_and_stay_on_the_card() -> None:
    rows = [
        pay_row(low=low, high=high, kind=kind)
        for low, high, kind in ((10, 20, Kind.REPORTED), (20, 40, Kind.OBSERVED))
    ]

    first, second = card(answer_of(*rows), heading="Pay", release="2026-11").entries

    assert (first.x + first.width, second.width) == (second.x, 2 * first.width)
    assert second.x + second.width <= MARGIN + INNER < WIDTH


def test_amounts_of_two_countries_name_them() -> None:
    rows = (
        pay_row(),
        pay_row(country=Country.UNITED_STATES, currency=Country.UNITED_STATES.currency),
    )

    labels = [entry.label for entry in card(answer_of(*rows), heading="Pay", release="").entries]

    assert labels == ["Senior, India", "Senior, United States"]


def test_many_sources_are_counted() -> None:
    sources = tuple(SourceRef(name, "/", name) for name in ("A", "B", "C", "D", "E"))

    (entry,) = card(answer_of(pay_row(sources=sources)), heading="Pay", release="").entries

    assert " ".join(note.text for note in entry.notes).endswith("A, B, C and 2 more.")


def test_no_line_stands_upon_another() -> None:
    rows = [pay_row(level=level) for level in Level]
    drawing = card(answer_of(*rows), heading="Pay " * 40, release="2026-11")

    lines = [
        *(line.y for line in drawing.title),
        *(y for entry in drawing.entries for y in (entry.y, *(note.y for note in entry.notes))),
        *(line.y for line in drawing.notes),
    ]
    assert lines == sorted(set(lines))
    assert lines[-1] < drawing.height


def test_every_card_is_small(client: Client) -> None:
    sizes = {query: len(client.get(f"/salaries/card.svg?{query}").content) for query in GRID[::9]}

    assert len(sizes) >= 40
    assert {query: size for query, size in sizes.items() if size > MOST_BYTES} == {}


def test_a_hostile_name_stays_text(client: Client) -> None:
    name = '</text><script>alert("1")</script>&'
    Role.objects.filter(slug="technical-product-manager").update(name=name)

    image = drawn(client, "level=senior")

    assert "script" not in image.elements
    assert image.words("title").startswith(f"Senior {name}")


def test_the_policy_allows_the_one_style_of_the_card_and_nothing_else(client: Client) -> None:
    response = client.get("/salaries/card.svg")

    digest = b64encode(sha256(STYLE.encode()).digest()).decode()
    policy = dict(part.split(" ", 1) for part in response["Content-Security-Policy"].split("; "))
    assert Image(response.content).words("style") == STYLE
    assert policy["style-src"] == f"'sha256-{digest}'"
    assert policy["default-src"] == policy["frame-ancestors"] == "'none'"
    assert "script-src" not in policy


def test_other_sites_may_show_it_without_a_cookie(client: Client) -> None:
    response = client.get("/salaries/card.svg", headers={"origin": "https://elsewhere.example"})

    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert not response.cookies


def test_without_a_release_a_cache_asks_each_time_and_learns_of_a_newer_one(client: Client) -> None:
    first = client.get("/salaries/card.svg?level=senior")
    again = client.get("/salaries/card.svg?level=senior", headers={"if-none-match": first["ETag"]})
    publish_newer()
    newer = client.get("/salaries/card.svg?level=senior", headers={"if-none-match": first["ETag"]})

    assert first["Cache-Control"] == "public, no-cache"
    assert (again.status_code, newer.status_code) == (304, 200)
    assert "2027-05" in newer.content.decode()


def test_with_a_release_it_stays_as_it_is(client: Client) -> None:
    before = client.get("/salaries/card.svg?level=senior&release=2026-11")
    publish_newer()
    after = client.get("/salaries/card.svg?level=senior&release=2026-11")

    assert before["Cache-Control"] == "public, max-age=86400"
    assert after.content == before.content


def test_before_the_first_release_there_is_a_card_too(client: Client) -> None:
    DataRelease.objects.update(status="draft")

    assert "No figure yet for this choice. tpmguide" in drawn(client, "").words()


def test_a_query_that_is_not_understood_is_refused_with_the_field(client: Client) -> None:
    response = client.get("/salaries/card.svg?level=wizard")

    assert response.status_code == 400
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode().startswith("level: “wizard” is not known here.")
