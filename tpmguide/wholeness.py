"""What is said without a snapshot that should be there is kept by nobody."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from salaries.known import is_whole

Answering = Callable[[HttpRequest], HttpResponse]


def kept_if_whole(get_response: Answering) -> Answering:
    """Say so of every answer that lacks one, whatever its view has said of keeping it."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if not is_whole(request):
            response["Cache-Control"] = "no-store"
        return response

    return middleware
