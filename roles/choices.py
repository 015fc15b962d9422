"""The fixed words of the career guide, and what each knows about itself."""

from django.db import models
from django.utils.translation import gettext_lazy as _

# The role that the guide is about; the others are there to be told apart from it.
MAIN_ROLE = "technical-product-manager"


class Level(models.TextChoices):
    """A career level, least senior first; a level starts at its lower bound of years."""

    ENTRY = "entry", _("Entry")
    MID = "mid", _("Mid")
    SENIOR = "senior", _("Senior")
    LEAD = "lead", _("Lead")

    @property
    def rank(self) -> int:
        return list(type(self)).index(self)

    @property
    def years_from(self) -> int:
        """The first year of experience that belongs to the level."""
        return LEVEL_STARTS[self.rank]

    @property
    def years_below(self) -> int | None:
        """The first year that no longer belongs to it; None for the last level."""
        following = LEVEL_STARTS[self.rank + 1 :]
        return following[0] if following else None

    @property
    def years(self) -> str:
        end = self.years_below
        text = _("{start}+ years") if end is None else _("{start}-{end} years")
        return text.format(start=self.years_from, end=end)


# The tiers of the guide's first source overlap at 2, 5 and 8 years; half-open intervals
# give every year of experience exactly one level.
LEVEL_STARTS = (0, 2, 5, 8)


class Basis(models.TextChoices):
    """What a claim rests on."""

    SOURCED = "sourced", _("Stated by a source")
    OPINION = "opinion", _("A source's opinion")
    RECONSTRUCTED = "reconstructed", _("Question reconstructed from a source's answer")
    EDITORIAL = "editorial", _("This guide's own judgement")

    @property
    def needs_source(self) -> bool:
        return self is not Basis.EDITORIAL


class SourceKind(models.TextChoices):
    DOCUMENT = "document", _("Source document of the guide")
    DATASET = "dataset", _("Open data set")
    STATISTICS = "statistics", _("Official statistics")
    PRESS = "press", _("Publisher's report, quoted from the press")
    DERIVED = "derived", _("Derived by this guide")


class Section(models.TextChoices):
    """The parts of the role, salary and path pages that are written as statements."""

    DEFINITION = "definition", _("What the role is")
    FACETS = "facets", _("Three facets of the work")
    NOT_THE_JOB = "not-the-job", _("What is not the job")
    WHERE_FOUND = "where-found", _("Where the role is found")
    WHY = "why", _("Why the role exists")
    JOB_DESCRIPTION = "job-description", _("Job descriptions and hiring")
    ORGANISATION = "organisation", _("Place in the organisation")
    PRACTICES = "practices", _("How the collaboration works")
    ROADMAP = "roadmap", _("Roadmap, step by step")
    VISION = "vision", _("Product vision")
    MARKET_RESEARCH = "market-research", _("Market research")
    RISK = "risk", _("Risk")
    INDUSTRIES = "industries", _("Industries")
    EXAMPLES = "examples", _("Examples")
    TAKEAWAYS = "takeaways", _("In short")
    PAY_FACTORS = "pay-factors", _("What moves pay")
    FROM_ENGINEERING = "from-engineering", _("In from engineering")
    FROM_PRODUCT = "from-product", _("In from product management")
    SIDEWAYS = "sideways", _("Sideways")
    ONWARD = "onward", _("Onward")
    EDUCATION = "education", _("Education")
    EXPERIENCE = "experience", _("Experience")
    CERTIFICATION = "certification", _("Certification and courses")
    RESOURCES = "resources", _("Learning resources")
    PREREQUISITES = "prerequisites", _("Prerequisites")
    BENEFITS = "benefits", _("What the move may bring")
    FIT = "fit", _("Does it suit you?")
    PROSPECTS = "prospects", _("What the path is like")


class Theme(models.TextChoices):
    """What a responsibility is about."""

    STRATEGY = "strategy", _("Strategy and vision")
    REQUIREMENTS = "requirements", _("Requirements and specification")
    ENGINEERING = "engineering", _("Engineering and architecture")
    DELIVERY = "delivery", _("Delivery")
    QUALITY = "quality", _("Quality, risk and operation")
    MARKET = "market", _("Market and customers")
    PEOPLE = "people", _("People and communication")
    LEARNING = "learning", _("Learning and innovation")


class Moment(models.TextChoices):
    """When in a working day or cycle an activity falls."""

    START_OF_DAY = "start-of-day", _("Start of the day")
    THROUGH_THE_DAY = "through-the-day", _("Through the day")
    RECURRING = "recurring", _("Regularly")
    SHARE_OF_TIME = "share-of-time", _("Where the time goes")


class Frequency(models.TextChoices):
    DAILY = "daily", _("Daily")
    WEEKLY = "weekly", _("Weekly")
    EACH_RELEASE = "each-release", _("At each release")
    AS_NEEDED = "as-needed", _("As needed")


class Stage(models.TextChoices):
    """A stage of the product lifecycle, in order."""

    WHOLE = "whole", _("Whole lifecycle")
    DISCOVERY = "discovery", _("Discovery")
    DEVELOPMENT = "development", _("Development")
    RELEASE = "release", _("Release")
    POST_LAUNCH = "post-launch", _("Post-launch")


class ChallengeNature(models.TextChoices):
    CHALLENGE = "challenge", _("Challenge")
    DRAWBACK = "drawback", _("Drawback")

    @property
    def several(self) -> str:
        return str(_("Challenges") if self is ChallengeNature.CHALLENGE else _("Drawbacks"))


class NoteNature(models.TextChoices):
    """What a note beside a comparison of roles is."""

    OVERLAP = "overlap", _("What both do")
    CAVEAT = "caveat", _("Caveat")
    EXAMPLE = "example", _("Example")


class SkillGroup(models.TextChoices):
    TECHNICAL = "technical", _("Technical")
    PRODUCT = "product", _("Product, business and analysis")
    LEADERSHIP = "leadership", _("Communication and leadership")


class Proficiency(models.TextChoices):
    """How deep a skill goes, shallowest first."""

    NOT_EXPECTED = "not-expected", _("Not expected")
    AWARENESS = "awareness", _("Awareness")
    WORKING = "working", _("Working")
    PRACTITIONER = "practitioner", _("Practitioner")
    EXPERT = "expert", _("Expert")


class PathName(models.TextChoices):
    """A documented way into the role."""

    ENGINEER_TO_TPM = "engineer-to-tpm", _("Engineer to TPM")
    PM_TO_TPM = "pm-to-tpm", _("PM to TPM")


class IndicatorTheme(models.TextChoices):
    """What kind of sign a transition indicator is."""

    SITUATION = "situation", _("Where you stand")
    TECHNICAL = "technical", _("Technical work")
    PRODUCT = "product", _("Product work")
    LEADING = "leading", _("Leading and working with others")


class Push(models.TextChoices):
    """Which of two roles an answer of the fit helper speaks for."""

    TPM = "tpm", _("Towards TPM")
    PM = "pm", _("Towards PM")
    NEITHER = "neither", _("Neither way")
