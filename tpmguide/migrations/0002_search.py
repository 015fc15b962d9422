# The tables of the search, and beside them the index of whichever database it is.

from django.db import DatabaseError, migrations, models, transaction

# An index over the rows of the table, filled by a command (tpmguide/search/engines/sqlite.py).
ON_SQLITE = (
    """
    CREATE VIRTUAL TABLE tpmguide_searchindex USING fts5(
        title, names, text,
        content='tpmguide_searchentry', content_rowid='id',
        tokenize='porter unicode61 remove_diacritics 2'
    )
    """,
)
NOT_ON_SQLITE = ("DROP TABLE tpmguide_searchindex",)

# Reads as SQLite's index does: English stems, no stop words, no diacritics, and punctuation
# parts words ("CI/CD" is two, not the name of a file).
LETTERS = r"""
    regexp_replace(
        regexp_replace(normalize({column}, NFKD), '[\u0300-\u036f]', '', 'g'),
        '[!-/:-@\[-`{{-~]', ' ', 'g'
    )
"""
WEIGHED = "setweight(to_tsvector('tpmguide_search'::regconfig, {letters}), '{weight}')"
DOCUMENT = " || ".join(
    WEIGHED.format(letters=LETTERS.format(column=column), weight=weight)
    for column, weight in (("title", "A"), ("names", "B"), ("text", "D"))
)
ON_POSTGRESQL = (
    "CREATE TEXT SEARCH DICTIONARY tpmguide_stem (TEMPLATE = snowball, LANGUAGE = english)",
    "CREATE TEXT SEARCH CONFIGURATION tpmguide_search (COPY = english)",
    """
    ALTER TEXT SEARCH CONFIGURATION tpmguide_search
    ALTER MAPPING REPLACE english_stem WITH tpmguide_stem
    """,
    f"""
    ALTER TABLE tpmguide_searchentry
    ADD COLUMN document tsvector GENERATED ALWAYS AS ({DOCUMENT}) STORED
    """,
    "CREATE INDEX tpmguide_searchentry_document ON tpmguide_searchentry USING gin (document)",
)
NOT_ON_POSTGRESQL = (
    "ALTER TABLE tpmguide_searchentry DROP COLUMN document",
    "DROP TEXT SEARCH CONFIGURATION tpmguide_search",
    "DROP TEXT SEARCH DICTIONARY tpmguide_stem",
)
# Finds what is spelled alike; where it may not be had, Python compares.
TRIGRAMS = "CREATE EXTENSION IF NOT EXISTS pg_trgm"


def make(apps, editor):
    statements = {"sqlite": ON_SQLITE, "postgresql": ON_POSTGRESQL}
    for statement in statements.get(editor.connection.vendor, ()):
        editor.execute(statement, None)
    if editor.connection.vendor == "postgresql":
        try:
            with transaction.atomic(using=editor.connection.alias):
                editor.execute(TRIGRAMS, None)
        except DatabaseError:
            pass


def unmake(apps, editor):
    statements = {"sqlite": NOT_ON_SQLITE, "postgresql": NOT_ON_POSTGRESQL}
    for statement in statements.get(editor.connection.vendor, ()):
        editor.execute(statement, None)


class Migration(migrations.Migration):

    dependencies = [
        ('tpmguide', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='SearchWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('word', models.CharField(max_length=40, unique=True)),
                ('uses', models.PositiveIntegerField()),
            ],
            options={
                'ordering': ('word',),
            },
        ),
        migrations.CreateModel(
            name='SearchEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=16)),
                ('title', models.CharField(max_length=250)),
                ('names', models.TextField()),
                ('text', models.TextField()),
                ('url', models.CharField(max_length=250)),
            ],
            options={
                'ordering': ('id',),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('title', ''), _negated=True), models.Q(('url', ''), _negated=True)), name='search_entry_has_title_and_address')],
            },
        ),
        migrations.RunPython(make, unmake),
    ]
