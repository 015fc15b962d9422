"""Fields that several answers share."""

from collections.abc import Callable
from functools import lru_cache, partial
from typing import Any
from urllib.parse import urljoin

from django.http import HttpRequest
from rest_framework import serializers
from rest_framework.request import Request

from roles.cited import Link

# Turns an address of this site into one that can be followed from anywhere.
Absolute = Callable[[str], str]
# How many pages that addresses stand on are kept (the home page of each host, and each role's),
# and how many writers of a shape for them.
MOST_KEPT = 64
# Of the addresses on one page: those of the sources stand in every answer.
MOST_ADDRESSES = 256


def absolute_of(request: HttpRequest | Request) -> Absolute:
    """Return what makes addresses whole; Django's own looks at the request anew for each."""
    return beside(request.build_absolute_uri("/"))


@lru_cache(maxsize=MOST_KEPT)
def beside(url: str) -> Absolute:
    """Return what makes those addresses whole that stand on the page of that address."""
    return lru_cache(maxsize=MOST_ADDRESSES)(partial(urljoin, url))


def written(
    shape: type[serializers.Serializer[Any]], said: Any, absolute: Absolute
) -> dict[str, Any]:
    """Return what is answered, in that shape."""
    return dict(_writer(shape, absolute).to_representation(said))


# A serializer copies its fields deeply, and those in its fields: more work than any answer.
@lru_cache(maxsize=MOST_KEPT)
def _writer(
    shape: type[serializers.Serializer[Any]], absolute: Absolute
) -> serializers.Serializer[Any]:
    return shape(context={"absolute": absolute})


class Address(serializers.URLField):
    """An address of this site, printed whole."""

    def to_representation(self, value: str) -> str:
        absolute: Absolute = self.context["absolute"]
        return absolute(value)


class LinkShape(serializers.Serializer[Link]):
    # The base class has another use for the name, as that of Problem has for errors.
    label: Any = serializers.CharField()
    url = Address()


def texts(help_text: str) -> serializers.ListField:
    return serializers.ListField(child=serializers.CharField(), help_text=help_text)


def ignored_field() -> serializers.ListField:
    """Return the field that names parameters of the request which no reader knows."""
    return texts("Parameters of the request that are not known here and changed nothing.")


class ProblemField(serializers.Serializer[Any]):
    field = serializers.CharField(help_text="The parameter, or part of the address, at fault.")
    message = serializers.CharField(help_text="What is wrong with it.")
    choices = texts("What would be right, where that can be listed.")


class Problem(serializers.Serializer[Any]):
    """What went wrong, as RFC 9457 has it, with the fields at fault."""

    type = serializers.CharField(help_text="Always about:blank: the status says the type.")
    title = serializers.CharField()
    status = serializers.IntegerField()
    detail = serializers.CharField()
    errors: Any = ProblemField(many=True)
