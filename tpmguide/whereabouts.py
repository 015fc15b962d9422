"""Where each kind of claim is shown: the address of its page, with the anchor on it."""

from functools import singledispatch

from django.urls import reverse

from roles.choices import Basis, PathName, Section
from roles.models import (
    Claim,
    ComparisonNote,
    Contradiction,
    Dimension,
    FitQuestion,
    GlossaryTerm,
    InterviewQuestion,
    LearningResource,
    PathStep,
    Question,
    RoleLevel,
    Skill,
    Statement,
    Tool,
    TransitionIndicator,
)
from roles.models.guide import RoleClaim
from roles.paths.overview import SECTIONS as PATH_SECTIONS


@singledispatch
def whereabouts(claim: Claim) -> str:
    raise LookupError(f"No page is known that shows a claim such as {claim.key}.")


@whereabouts.register(RoleClaim)
def _of_role_claim(claim: RoleClaim) -> str:
    return f"{claim.role.get_absolute_url()}#{claim.key}"


@whereabouts.register(Statement)
def _of_statement(statement: Statement) -> str:
    return f"{_page_of(statement)}#{statement.key}"


@whereabouts.register(RoleLevel)
@whereabouts.register(Skill)
@whereabouts.register(Tool)
def _of_what_has_a_page(claim: RoleLevel | Skill | Tool) -> str:
    return claim.get_absolute_url()


@whereabouts.register(Question)
def _of_question(question: Question) -> str:
    return f"{reverse('roles:faq')}#{question.slug}"


@whereabouts.register(GlossaryTerm)
def _of_term(term: GlossaryTerm) -> str:
    return f"{reverse('roles:glossary')}#{term.slug}"


@whereabouts.register(PathStep)
@whereabouts.register(TransitionIndicator)
def _of_path_claim(claim: PathStep | TransitionIndicator) -> str:
    return f"{reverse('roles:path', args=[claim.path])}#{claim.key}"


@whereabouts.register(LearningResource)
def _of_resource(resource: LearningResource) -> str:
    if resource.section == Section.RESOURCES:
        return f"{reverse('roles:path', args=[PathName.PM_TO_TPM.value])}#{resource.key}"
    return f"{reverse('roles:paths')}#{resource.key}"


@whereabouts.register(FitQuestion)
def _of_fit_question(question: FitQuestion) -> str:
    return f"{reverse('roles:fit')}#{question.key}"


@whereabouts.register(InterviewQuestion)
def _of_interview_question(question: InterviewQuestion) -> str:
    return f"{reverse('roles:interview')}#{question.key}"


@whereabouts.register(Dimension)
@whereabouts.register(ComparisonNote)
def _of_comparison(claim: Dimension | ComparisonNote) -> str:
    return f"{reverse('roles:compare')}#{claim.key}"


@whereabouts.register(Contradiction)
def _of_contradiction(dispute: Contradiction) -> str:
    """Return where the sources disagree; how the guide reads their gaps is on the method page."""
    page = "method" if dispute.basis == Basis.EDITORIAL else "contradictions"
    return f"{reverse(page)}#{dispute.slug}"


def _page_of(statement: Statement) -> str:
    if statement.section == Section.PAY_FACTORS:
        return reverse("salaries:explorer")
    if statement.section == Section.RESOURCES:
        return reverse("roles:path", args=[PathName.PM_TO_TPM.value])
    if statement.section in PATH_SECTIONS:
        return reverse("roles:paths")
    return statement.role.get_absolute_url()
