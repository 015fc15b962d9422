"""What the explorer page shows, as values for its templates."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext

from roles.cited import Cited, Citing
from roles.models import Statement
from roles.pager import page_links
from salaries.answering.figure_rows import factor_used
from salaries.choices import Country
from salaries.explorer import bands, chips, controls, exports, sentences
from salaries.explorer.explorer import Explorer
from salaries.explorer.notices import notices


def page(explorer: Explorer) -> dict[str, Any]:
    """Return what the explorer page shows."""
    asked, found, holdings = explorer.asked, explorer.answer, explorer.filter.holdings
    path = reverse("salaries:explorer")
    return {
        "release": explorer.release,
        "heading": explorer.heading,
        "title": explorer.title,
        "statements": sentences.statements(found),
        "notices": notices(found, explorer.role_names),
        "ignored": explorer.filter.ignored,
        "controls": controls.controls(asked, explorer.vocabulary, holdings, explorer.counts),
        "counts": explorer.counts,
        "chips": chips.chips(asked, explorer.vocabulary, holdings, path),
        "sort_links": controls.sort_links(asked, path),
        "answer": found,
        "panels": bands.panels(found.page_rows),
        "claim_panels": bands.over_all_levels(found.claims),
        "pages": page_links(
            found.pages, current=asked.page, url_of=lambda page: asked.on_page(page).url(path)
        ),
        "chart_library": static(settings.CHART_LIBRARY),
        "wider": chips.wider(asked, path),
        **_addresses(explorer, path),
        **_what_moves_pay(explorer),
    }


def way_out(explorer: Explorer, path: str) -> dict[str, Any]:
    """Return what is wrong with a query, and what of it is answered."""
    rest = explorer.without_refused()
    gone = set(explorer.filter.query) - set(rest.filter.query)
    fields = explorer.filter.filters.items()
    return {
        "refusals": explorer.filter.refusals,
        "left_out": [field.label for name, field in fields if name in gone],
        "rest_url": rest.asked.url(path),
        "path": path,
    }


def _addresses(explorer: Explorer, path: str) -> dict[str, str]:
    """Return where else the slice is answered."""
    asked = explorer.asked
    return {
        "canonical": asked.url(path),
        "permalink": asked.pinned_to(str(explorer.release or "")).url(path),
        "stand_url": asked.at_one_place().url(reverse("salaries:stand")),
        "band_url": asked.at_one_place().url(reverse("salaries:band")),
        "csv_url": exports.file_url(asked),
        "figure_url": asked.url(reverse("salaries:figure")),
        "reset_url": path,
    }


def _what_moves_pay(explorer: Explorer) -> dict[str, Any]:
    """Return what the sources say of pay without a number, and the ratios of role to role."""
    known, countries, release = explorer.known, explorer.asked.countries, explorer.release
    return {
        "pay_factors": known.once(
            ("pay_factors", countries), lambda: factor_groups(known.pay_factors, countries)
        ),
        "premiums": known.once(
            ("premiums", release), lambda: tuple(map(factor_used, known.premiums(release)))
        ),
    }


@dataclass(frozen=True, slots=True)
class FactorGroup:
    """What is said of one country, or without naming any; folded away where it is of another."""

    key: str
    heading: str
    claims: tuple[Cited, ...]
    is_folded: bool


def factor_groups(
    statements: Sequence[Statement], asked: Sequence[Country]
) -> tuple[FactorGroup, ...]:
    """Return what moves pay: of the countries asked for, of none by name, then of others."""
    cite = Citing(statements)
    said_of: dict[str, list[Cited]] = {country: [] for country in (*asked, "")}
    for statement in statements:
        said_of.setdefault(statement.country, []).append(cite(statement))
    return tuple(
        FactorGroup(
            f"factors-{country or 'anywhere'}",
            _said_of(country),
            tuple(claims),
            is_folded=bool(country) and country not in asked,
        )
        for country, claims in said_of.items()
        if claims
    )


def _said_of(country: str) -> str:
    if not country:
        return gettext("Said without naming a country")
    name = Country(country).in_text if country in Country.values else country
    return gettext("Said of {country}").format(country=name)
