# A key is the name of a row, not a word of a language: compared as bytes it is found in the index
# at a part of the cost, and rows have the same order in every database. SQLite compares bytes anyway.

from django.db import migrations

COLLATE = 'ALTER TABLE salaries_observation ALTER COLUMN key TYPE varchar(100) COLLATE "{collation}"'


def by_bytes(apps, editor):
    if editor.connection.vendor == "postgresql":
        editor.execute(COLLATE.format(collation="C"), None)


def by_language(apps, editor):
    if editor.connection.vendor == "postgresql":
        editor.execute(COLLATE.format(collation="default"), None)


class Migration(migrations.Migration):

    dependencies = [("salaries", "0012_observed_figures_rest_on_enough_values")]

    operations = [migrations.RunPython(by_bytes, by_language)]
