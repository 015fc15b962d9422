"""Where a skill can be learned further within the guide: steps of the paths, and tools."""

from collections.abc import Iterable, Mapping

from django.urls import reverse

from roles.choices import PathName
from roles.cited import Link
from roles.models import PathStep, Tool
from roles.paths.steps import SKILLS
from roles.skills.related import RELATED, Related


def learning(slugs: Iterable[str]) -> dict[str, tuple[Link, ...]]:
    """Return the links of each skill by its slug, path steps first; two queries at most."""
    steps = {slug: _steps_of(slug) for slug in slugs}
    tools = {slug: RELATED.get(slug, Related()).tools for slug in steps}
    to_steps, to_tools = _step_links(_all(steps)), _tool_links(_all(tools))
    return {
        slug: (*_present(steps[slug], to_steps), *_present(tools[slug], to_tools)) for slug in steps
    }


def _steps_of(slug: str) -> tuple[str, ...]:
    return tuple(key for key, skills in SKILLS.items() if slug in skills)


def _all(names: Mapping[str, tuple[str, ...]]) -> set[str]:
    return {name for group in names.values() for name in group}


def _present(names: Iterable[str], links: Mapping[str, Link]) -> tuple[Link, ...]:
    """Return the links of these names, without what an editor deleted."""
    return tuple(links[name] for name in names if name in links)


def _step_links(keys: set[str]) -> dict[str, Link]:
    found = PathStep.objects.in_bulk(keys, field_name="key")
    return {key: Link(_step_label(step), _step_url(step)) for key, step in found.items()}


def _step_label(step: PathStep) -> str:
    return f"{PathName(step.path).label}: {step.title}"


def _step_url(step: PathStep) -> str:
    return f"{reverse('roles:path', args=[step.path])}#{step.key}"


def _tool_links(slugs: set[str]) -> dict[str, Link]:
    found = Tool.objects.in_bulk(slugs, field_name="slug")
    return {slug: Link(tool.title, tool.get_absolute_url()) for slug, tool in found.items()}
