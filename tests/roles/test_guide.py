from datetime import date

import pytest

from roles.choices import Section
from roles.guide import RoleGuide, pay_block, role_guide
from roles.models import Role
from roles.paths.overview import SECTIONS
from roles.responsibilities import Order

pytestmark = pytest.mark.django_db

ANCHORS = [
    *("takeaways", "definition", "facets", "not-the-job", "where-found", "why"),
    *("responsibilities", "day", "collaborators", "organisation", "practices", "lifecycle"),
    *("roadmap", "vision", "market-research", "risk", "challenges", "future"),
    *("industries", "examples", "job-description", "levels"),
    *("pay", "disagreements", "neighbours"),
]


def guide_of(slug: str, *, sort: str = "theme") -> RoleGuide:
    roles = {role.slug: role for role in Role.objects.all()}
    role = roles.pop(slug)
    return role_guide(role, roles.values(), order=Order(sort, ()), today=date(2026, 12, 1))


def test_the_full_page_has_every_section_in_order() -> None:
    guide = guide_of("technical-product-manager")

    assert guide.is_full
    assert [block.anchor for block in guide.blocks] == ANCHORS


def test_every_section_of_prose_is_shown_but_those_of_other_pages() -> None:
    shown = {block.anchor for block in guide_of("technical-product-manager").blocks}

    of_other_pages = {Section.PAY_FACTORS, Section.RESOURCES, *SECTIONS}
    assert {section.value for section in Section} - shown == of_other_pages


@pytest.mark.parametrize(
    "slug", ["product-manager", "growth-product-manager", "core-product-manager"]
)
def test_a_role_with_only_a_definition_shows_that_and_its_neighbours(slug: str) -> None:
    guide = guide_of(slug)

    assert not guide.is_full
    assert [block.anchor for block in guide.blocks] == ["definition", "neighbours"]


def test_every_claim_names_a_source() -> None:
    claims = [
        claim
        for block in guide_of("technical-product-manager").blocks
        for group in block.groups
        for claim in group.claims
    ]

    assert len(claims) > 180
    assert all(claim.mentions for claim in claims)


def test_each_glossary_term_is_linked_where_it_is_used_first() -> None:
    linked = [
        (piece.url.removeprefix("/glossary/#"), piece.label)
        for block in guide_of("technical-product-manager").blocks
        for group in block.groups
        for claim in group.claims
        for piece in (*claim.heading, *claim.pieces)
        if piece.url
    ]

    assert len(dict(linked)) == len(linked) == 35
    assert linked[:3] == [
        ("tpm", "TPM"),
        ("strategy", "product strategy"),
        ("technical-debt", "technical debt"),
    ]
    assert {("time-to-market", "time to market"), ("apis", "API")} <= set(linked)


def test_the_order_changes_the_responsibilities_and_nothing_else() -> None:
    by_theme, by_sources = (
        guide_of("technical-product-manager", sort=sort) for sort in ("theme", "sources")
    )

    differing = {
        before.anchor
        for before, after in zip(by_theme.blocks, by_sources.blocks, strict=True)
        if before.groups != after.groups
    }
    assert differing == {"responsibilities"}


def test_pay_is_a_link_for_each_level_and_no_amount() -> None:
    tpm = Role.objects.get(slug="technical-product-manager")

    assert [link.url for link in pay_block(tpm).links] == [
        f"/salaries/?role=technical-product-manager&level={level}"
        for level in ("entry", "mid", "senior", "lead")
    ]


def test_pay_of_another_role_names_the_role() -> None:
    pm = Role.objects.get(slug="product-manager")

    assert pay_block(pm).links[0].url == "/salaries/?role=product-manager&level=entry"


def test_the_range_of_pay_in_short_is_no_lower_than_the_band_of_the_lead_level() -> None:
    (in_short, *_) = guide_of("technical-product-manager").blocks
    (pay,) = [claim for claim in in_short.groups[0].claims if claim.key == "ft-09-4"]

    assert pay.text.endswith("Its band for the lead level runs up to ₹50,00,000 and more.")
    assert [mention.place for mention in pay.mentions] == ["lines 11 and 36"]
