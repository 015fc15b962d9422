"""What is answered to one reader's words, and kept for nobody else."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control

View = Callable[..., HttpResponse]


def for_one_reader(view: View) -> View:
    """Keep what a view answers to a query out of caches that many share.

    Ratings, ticks, answers and words to search for stand in the address, and a cache would hold it
    with the page. Without a query the page is the same for everybody.
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: str, **kwargs: str) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if request.META["QUERY_STRING"]:
            patch_cache_control(response, private=True)
        return response

    return answer
