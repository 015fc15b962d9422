"""The library of tools: its list, its pages, and what is answered where there is none."""

import re
from http import HTTPStatus

import pytest
from django.http import QueryDict
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from roles.choices import Stage
from roles.models import Citation, Tool
from roles.querystring import QueryError
from roles.tools.library import library, line_and_rest, read_stages, tools_by_stage
from roles.tools.page import tool_page
from tests.hostile.input import HOSTILE, MANY
from tests.markup import main_of, section, text_of

pytestmark = pytest.mark.django_db

PRODUCTS = ("jira", "trello", "cloud-platforms", "learning-platforms")


def tool(slug: str) -> Tool:
    return Tool.objects.get(slug=slug)


def test_the_library_has_a_tool_for_each_row_of_the_inventory() -> None:
    ids = [name for tool in Tool.objects.all() for name in tool.inventory_ids]

    assert sorted(ids) == [f"TO-{number:02}" for number in range(1, 29)]


def test_every_tool_cites_a_document_and_says_all_that_its_page_shows() -> None:
    tools = list(Tool.objects.with_sources())

    assert len(tools) == 28
    for tool in tools:
        assert tool.citations.all()
        assert all((tool.when_to_use, tool.when_not, tool.example, tool.owner))
        line, said = line_and_rest(tool.text)
        assert len(line.split()) <= 25
        assert said


def test_a_citation_names_the_place_in_the_document() -> None:
    place = Citation.objects.get(claim__key="to-06", source__slug="franzoni-2024").place

    assert place == "line 58"


def test_a_product_is_recommended_by_nobody() -> None:
    for slug in PRODUCTS:
        assert re.search(r"recommends (?:none|no product)|does not rate", tool(slug).text)


def test_learning_platforms_state_publisher_and_what_the_source_leaves_out() -> None:
    text = tool("learning-platforms").text

    assert "Publisher: each platform itself." in text
    assert "Cost: not stated by the source." in text


def test_tools_come_stage_by_stage() -> None:
    stages = [Stage(tool.stage) for tool in tools_by_stage()]

    assert stages == sorted(stages, key=list(Stage).index)
    assert set(stages) == set(Stage)


def test_no_stage_asked_for_is_every_stage() -> None:
    wanted = read_stages(QueryDict("stage=&colour=red"))

    assert wanted.stages == tuple(Stage)
    assert wanted.ignored == ("colour",)


def test_stages_may_be_several_and_keep_their_order() -> None:
    shown = library(read_stages(QueryDict("stage=release&stage=discovery&stage=release")))

    assert [shelf.heading for shelf in shown.shelves] == ["Discovery", "Release"]
    assert shown.title == "Tools and techniques: Discovery, Release"


@pytest.mark.parametrize("query", ["stage=wizard", "stage=release&stage=wizard", "stage=Release"])
def test_an_unknown_stage_is_refused_with_the_stages_there_are(query: str) -> None:
    with pytest.raises(QueryError) as refusal:
        read_stages(QueryDict(query))

    assert refusal.value.field == "stage"
    assert refusal.value.choices == (
        *("whole", "discovery", "development", "release", "post-launch"),
    )


def test_a_stage_link_is_current_where_its_stage_is_shown() -> None:
    shown = library(read_stages(QueryDict("stage=release")))

    assert [link.label for link in shown.links if link.is_current] == ["Release"]
    assert shown.links[0].url == "/tools/"
    assert shown.links[-1].url == "/tools/?stage=post-launch"


def test_a_text_is_parted_after_its_first_sentence() -> None:
    assert line_and_rest("One, two. Three (2024). Four.") == ("One, two.", "Three (2024). Four.")
    assert line_and_rest("Only one.") == ("Only one.", "")


def test_the_first_tool_has_none_before_it_and_the_last_none_after_it() -> None:
    tools = tools_by_stage()

    first, second, last = (tool_page(tools[at], tools) for at in (0, 1, -1))

    assert first.before is None
    assert second.before is not None
    assert second.before.url == tools[0].get_absolute_url()
    assert first.after is not None
    assert last.after is None


def test_the_list_shows_28_tools_by_stage(client: Client) -> None:
    page = main_of(text_of(client, "/tools/"))

    assert page.count('class="card"') == 28
    assert [
        *re.findall(r"<h2>(.+)</h2>", page),
    ] == ["Whole lifecycle", "Discovery", "Development", "Release", "Post-launch"]


def test_a_stage_narrows_the_list_and_names_itself(client: Client) -> None:
    page = text_of(client, "/tools/?stage=release")

    assert page.count('class="card"') == 2
    assert "<h1>Tools and techniques: Release</h1>" in page
    assert "<title>Tools and techniques: Release - tpmguide</title>" in page
    assert re.search(r'href="/tools/\?stage=release"\s+aria-current="true"', page)


def test_a_stage_without_tools_says_so(client: Client) -> None:
    Tool.objects.filter(stage="release").delete()

    page = text_of(client, "/tools/?stage=release")

    assert "No tool is described yet for this stage." in page


def test_an_unknown_stage_answers_400_and_shows_no_tools(client: Client) -> None:
    page = text_of(client, "/tools/?stage=wizard", status=HTTPStatus.BAD_REQUEST)

    assert "<code>stage</code>" in page
    assert "“wizard” is not a stage" in page
    assert "<code>post-launch</code>" in page
    assert "/tools/moscow/" not in page


@pytest.mark.parametrize("url", ["/tools/", "/tools/moscow/"])
def test_an_unknown_parameter_is_named_as_ignored(client: Client, url: str) -> None:
    page = text_of(client, f"{url}?colour=red")

    assert "Ignored, because this page has no such parameter: colour." in page


def test_a_tool_has_use_avoid_example_owner_and_sources(client: Client) -> None:
    page = main_of(text_of(client, "/tools/moscow/"))

    for anchor in ("sources", "use", "avoid", "example", "owner"):
        assert f'id="{anchor}"' in page
    assert '<a href="/data/sources/#franzoni-2024">Franzoni (2024), line 58</a>' in page
    assert 'data-inventory="TO-06"' in page


def test_what_goes_beyond_the_sources_is_marked(client: Client) -> None:
    advice = section(text_of(client, "/tools/moscow/"), "advice")

    assert "This guide&#x27;s own judgement" in advice
    assert advice.count("<h3>") == 4
    assert 'href="/data/sources/' not in advice


def test_what_a_tool_is_said_to_be_is_marked_too(client: Client) -> None:
    """No source says what Jira is: that sentence stands above what the source says."""
    shelf = main_of(text_of(client, "/tools/"))
    page = main_of(text_of(client, "/tools/jira/"))

    assert "The stage, and the sentence on what each is, are this guide's own judgement." in shelf
    assert "and so may the sentence below the title" in section(page, "advice")


def test_a_tool_leads_to_its_stage_its_skill_its_term_and_its_neighbours(client: Client) -> None:
    page = main_of(text_of(client, "/tools/ab-testing/"))

    assert 'href="/tools/?stage=post-launch"' in page
    assert 'href="/roles/technical-product-manager/#lifecycle"' in page
    assert 'href="/skills/ab-testing/"' in page
    assert 'href="/glossary/#ab-testing"' in page
    assert 'rel="prev" href="/tools/sql/"' in page
    assert 'rel="next" href="/tools/post-incident-review/"' in page


def test_every_tool_has_a_page(client: Client) -> None:
    tools = list(Tool.objects.all())

    assert len(tools) == 28
    for tool in tools:
        assert f"<h1>{tool.title}</h1>" in text_of(client, tool.get_absolute_url())


def test_an_unknown_tool_answers_404_with_suggestions(client: Client) -> None:
    page = text_of(client, "/tools/mosco/", status=HTTPStatus.NOT_FOUND)

    assert page.index("Did you mean") < page.index("/tools/moscow/") < page.index("All tools")


def test_a_tool_like_no_other_answers_404_with_all_tools(client: Client) -> None:
    page = text_of(client, "/tools/zzzzzz/", status=HTTPStatus.NOT_FOUND)

    assert "Did you mean" not in page
    assert page.count('<a href="/tools/') >= 28


@MANY
@given(value=HOSTILE.filter(bool))
def test_a_hostile_stage_is_refused(client: Client, value: str) -> None:
    response = client.get("/tools/", {"stage": value})

    assert response.status_code == HTTPStatus.BAD_REQUEST
    assert b"\x00" not in response.content


@MANY
@given(name=HOSTILE, value=HOSTILE)
def test_a_hostile_parameter_is_at_most_ignored(client: Client, name: str, value: str) -> None:
    response = client.get("/tools/moscow/", {name: value})

    assert response.status_code == HTTPStatus.OK
    assert b"\x00" not in response.content


@MANY
@given(slug=st.text(alphabet="abcxyz019-_", min_size=1, max_size=500))
def test_a_slug_that_is_no_tool_is_not_found(client: Client, slug: str) -> None:
    response = client.get(f"/tools/{slug}/")

    assert response.status_code == HTTPStatus.NOT_FOUND
