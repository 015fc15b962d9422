"""A whole plan as the page and the file show it: read, compared, and linked."""

from dataclasses import dataclass, replace

from django.http import QueryDict
from django.utils.translation import gettext

from roles.plan.asking import Asked, read_plan
from roles.plan.form import Form, form
from roles.plan.gaps import Plan, plan_of
from roles.plan.ladders import Ladder, known, ladders, skills_in_order
from roles.plan.learning import learning


@dataclass(frozen=True, slots=True)
class PlanPage:
    asked: Asked
    ladders: tuple[Ladder, ...]
    form: Form
    plan: Plan

    @property
    def title(self) -> str:
        if self.asked.is_blank:
            return gettext("Plan the step to the next level")
        return gettext("Plan the step from {start} to {target}").format(
            start=self.asked.start.label, target=self.asked.target.label
        )


def plan_page(query: QueryDict) -> PlanPage:
    """Return the plan that a query string asks for; raise QueryError if it is none."""
    skills = skills_in_order()
    asked = read_plan(query, known(skills))
    of_role = ladders(skills, asked.role)
    return PlanPage(asked, of_role, form(asked, of_role), with_learning(plan_of(asked, of_role)))


def with_learning(plan: Plan) -> Plan:
    """Return the plan with links to what helps to close each gap."""
    links = learning(gap.ladder.slug for gap in plan.gaps)
    gaps = (replace(gap, learning=links[gap.ladder.slug]) for gap in plan.gaps)
    return replace(plan, gaps=tuple(gaps))
