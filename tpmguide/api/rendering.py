"""How an answer becomes text."""

from rest_framework.renderers import JSONRenderer


class OneJson(JSONRenderer):
    """JSON in one form, whatever the Accept header asks of its layout.

    The library reads an indent out of that header, which a visitor can write so that it cannot
    be read; and an answer that caches may share must not differ by it.
    """

    def get_indent(self, *_: object) -> None:
        return None
