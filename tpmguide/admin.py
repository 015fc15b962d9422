"""Django reads this as it reads every app's admin: from then on what editors do is searched."""

from tpmguide.search.freshness import watch

watch()
