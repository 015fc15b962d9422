"""How an answer becomes text, whatever is asked for."""

from collections.abc import Iterable

from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.renderers import BaseRenderer, JSONRenderer
from rest_framework.request import Request


class OneJson(JSONRenderer):
    """JSON in one form, whatever the Accept header asks of its layout.

    The library reads an indent out of that header, which a visitor can write so that it cannot
    be read; and an answer that caches may share must not differ by it.
    """

    def get_indent(self, *_: object) -> None:
        return None


class AlwaysJson(DefaultContentNegotiation):
    """Takes the one renderer there is, whatever the Accept header asks for.

    A cache gives what it keeps without reading that header, so a refusal would depend on whether
    somebody has asked before.
    """

    def select_renderer(
        self, request: Request, renderers: Iterable[BaseRenderer], format_suffix: str | None = None
    ) -> tuple[BaseRenderer, str]:
        del request, format_suffix  # nothing is asked of them
        (renderer,) = renderers
        return renderer, renderer.media_type
