"""Every page of the admin, whichever app it is of, as a superuser has it."""

import pytest
from django.db.models import Model
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from salaries.models import DataRelease
from tests.admin_pages import INLINE, MOST_QUERIES, label, models_of, pages_of, policy_of

pytestmark = pytest.mark.django_db

MODELS = [model for app in ("roles", "salaries", "auth") for model in models_of(app)]


@pytest.mark.parametrize("model", MODELS, ids=label)
def test_every_page_answers_under_the_policy_with_few_queries(
    admin_client: Client,
    model: type[Model],
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    # What is published opens for reading only, and has fewer fields.
    DataRelease.objects.update(status="draft")

    for url in pages_of(model):
        with django_assert_max_num_queries(MOST_QUERIES):
            page = admin_client.get(url)

        assert page.status_code == 200
        assert "script-src 'self'" in policy_of(page)
        assert not INLINE.search(page.text)
