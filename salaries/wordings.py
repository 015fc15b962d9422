"""What the fixed words of the pay data mean, and how they are said in short."""

from django.utils.translation import gettext_lazy as _

KIND_MEANINGS = {
    "reported": _("somebody published it; quoted, not checked"),
    "observed": _("computed from rows or official statistics that can be named"),
    "modelled": _("computed by a rule from the other two"),
}

# How a chart draws each kind.
KIND_READINGS = {
    "reported": _("a solid bar from the lower to the upper end; an arrow where the end is open"),
    "observed": _(
        "a light bar with an outline, P25 to P75; the tick is the median, "
        "the thin line runs from P10 to P90"
    ),
    "modelled": _(
        "a hatched bar with an outline; the thin line is the band widened by the error of the model"
    ),
}

# A kind of pay in one or two words, to tell the rows of a chart apart.
PAY_WORDS = {
    "not-stated": _("annual pay"),
    "base": _("base"),
    "total": _("total"),
    "advertised": _("advertised"),
    "cost-to-company": _("cost to company"),
}

# What the samples of the shipped figures and ratios count. It is stored in English, as the file
# and the API give it; an editor may name another unit, which stands as it is.
UNITS = {
    "adverts": _("adverts"),
    "area x occupation": _("area x occupation"),
    "employees in the proxy occupations": _("employees in the proxy occupations"),
    "employers": _("employers"),
    "filings": _("filings"),
    "job roles analysed by the publisher": _("job roles analysed by the publisher"),
    "published ratio": _("published ratio"),
    "published ratios": _("published ratios"),
    "respondents": _("respondents"),
    "respondents (this size)": _("respondents (this size)"),
    "survey answers": _("survey answers"),
}


# What the ladder of disclosure calls the slice that it shows instead; its notes are English.
BROADER_SLICES = {
    "broader slice used: city and company size": _("broader slice used: city and company size"),
    "broader slice used: city": _("broader slice used: city"),
    "broader slice used: company size": _("broader slice used: company size"),
    "broader slice used: country": _("broader slice used: country"),
}


def broader_said(label: str) -> str:
    """Return the label of a rung as it is said on a page; a slice that was asked for has none."""
    return str(BROADER_SLICES[label]) if label else ""


def unit_said(unit: str) -> str:
    """Return a stored unit as it is said on a page."""
    return str(UNITS.get(unit, unit))
