"""What pages say for machines: schema.org that is valid, and no more than the page itself says."""

import json

import pytest
from django.test import Client

from roles.cited import Link
from roles.models import GlossaryTerm, Question
from tests.graphs import SITE, TPM, Node, graph, of_type
from tests.i18n.reading import DEVANAGARI
from tests.vocabulary import schema_org
from tpmguide.structured.json_ld import JsonLd
from tpmguide.structured.trails import breadcrumbs, trail_of

pytestmark = pytest.mark.django_db

PAGES = (
    "/",
    TPM,
    "/roles/product-manager/",
    "/roles/growth-product-manager/",
    f"{TPM}lead/",
    "/faq/",
    "/glossary/",
    "/skills/apis/",
    "/tools/moscow/",
    "/paths/pm-to-tpm/",
    "/data/method/",
    "/data/sources/ipl-guide-2024/",
)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_says_only_what_the_vocabulary_of_schema_org_knows(
    client: Client, path: str
) -> None:
    nodes = graph(client, path)

    assert nodes
    assert [fault for node in nodes for fault in schema_org().faults(node)] == []


@pytest.mark.parametrize("path", [*PAGES, "/data/releases/2026-11/"])
def test_a_page_in_hindi_says_for_machines_what_the_english_one_says(
    client: Client, path: str
) -> None:
    english, hindi = graph(client, path), graph(client, f"/hi{path}")

    assert hindi == [node for node in english if node["@type"] != "BreadcrumbList"]
    assert not DEVANAGARI.search(str(hindi))


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "WebSite"),
        ("/faq/", "FAQPage"),
        ("/glossary/", "DefinedTermSet"),
        ("/data/method/", "Dataset"),
    ],
)
def test_a_work_says_its_language(client: Client, path: str, kind: str) -> None:
    for prefix in ("", "/hi"):
        (work,) = of_type(graph(client, f"{prefix}{path}"), kind)

        assert work["inLanguage"] == "en"


@pytest.mark.parametrize(
    ("node", "fault"),
    [
        ({"@type": "Wizard"}, "Wizard is no type"),
        ({"@type": "Occupation", "wage": 1}, "Occupation has no property wage"),
        ({"@type": "Occupation", "name": 7}, "Occupation.name is no number"),
        (
            {"@type": "Occupation", "estimatedSalary": {"@type": "Country"}},
            "Occupation.estimatedSalary is no Country",
        ),
    ],
)
def test_the_check_against_the_vocabulary_finds_what_is_wrong(node: Node, fault: str) -> None:
    assert list(schema_org().faults(node)) == [fault]


def test_the_questions_are_those_of_the_page_with_their_sources(client: Client) -> None:
    (page,) = of_type(graph(client, "/faq/"), "FAQPage")

    questions = page["mainEntity"]
    assert len(questions) == Question.objects.count()
    for question in questions:
        assert question["acceptedAnswer"]["citation"]
        assert question["url"].startswith(f"{SITE}/faq/#")


def test_the_terms_are_those_of_the_glossary(client: Client) -> None:
    (terms,) = of_type(graph(client, "/glossary/"), "DefinedTermSet")

    assert len(terms["hasDefinedTerm"]) == GlossaryTerm.objects.count()
    assert {term["url"] for term in terms["hasDefinedTerm"]} == {
        f"{SITE}/glossary/#{slug}" for slug in GlossaryTerm.objects.values_list("slug", flat=True)
    }


@pytest.mark.parametrize("path", [TPM, f"{TPM}senior/", "/skills/apis/", "/tools/moscow/"])
def test_a_trail_leads_from_home_to_the_page(client: Client, path: str) -> None:
    (trail,) = of_type(graph(client, path), "BreadcrumbList")

    steps = trail["itemListElement"]
    assert (steps[0]["name"], steps[0]["item"]) == ("Home", f"{SITE}/")
    assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
    assert steps[-1]["item"] == f"{SITE}{path}"


@pytest.mark.parametrize(
    "path", ["/nowhere/", "/roles/wizard/", f"{TPM}?sort=random", "/salaries/", "/data/"]
)
def test_a_page_with_nothing_to_say_for_machines_says_nothing(client: Client, path: str) -> None:
    assert graph(client, path) == []


def test_no_text_can_end_the_element_or_begin_another() -> None:
    hostile = "</script><script>alert(1)</script> & <!--"

    text = str(JsonLd(({"@type": "Thing", "name": hostile},)))

    assert not set(text) & set("<>&")
    assert json.loads(text)["@graph"][0]["name"] == hostile


def test_a_hostile_title_stays_a_title(client: Client) -> None:
    Question.objects.filter(slug="do-tpms-code").update(title="</script><h1>Do TPMs code?</h1>")

    (page,) = of_type(graph(client, "/faq/"), "FAQPage")

    assert "</script><h1>Do TPMs code?</h1>" in [one["name"] for one in page["mainEntity"]]
    assert client.get("/faq/").content.decode().count("<h1>") == 1


def test_a_trail_is_found_in_the_value_that_a_page_is_made_of() -> None:
    class Page:
        trail = (Link("Home", "/"),)

    assert trail_of({"ignored": (), "page": Page()}) == (Link("Home", "/"),)
    assert trail_of({"trail": (Link("A", "/a/"),), "page": Page()}) == (Link("A", "/a/"),)
    assert trail_of({}) == ()
    assert breadcrumbs((), str) == {"@type": "BreadcrumbList", "itemListElement": []}
