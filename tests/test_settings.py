from django.conf import settings


def test_nothing_is_loaded_from_another_host_and_nothing_runs_inline() -> None:
    directives = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]

    allowed = {source for sources in directives.values() for source in sources}
    assert allowed == {"'none'", "'self'", "data:"}


def test_a_session_that_was_logged_out_is_so_in_every_worker() -> None:
    assert settings.SESSION_ENGINE == "django.contrib.sessions.backends.db"
