# PostgreSQL looks a foreign key up for each row, which takes three times as long as writing the
# rows. These triggers look for each key of a statement once, with the same locks and the same
# error. SQLite keeps its own foreign keys, which cost it little.

from django.db import migrations

KEYS = {
    "release_id": "salaries_datarelease",
    "source_id": "roles_source",
    "role_id": "roles_role",
    "city_id": "salaries_city",
}
# Each key once, from one walk over what is written.
DISTINCT = f"""
    SELECT {", ".join(f"array_agg(DISTINCT {column})" for column in KEYS)}
    INTO {", ".join(f"{column}s" for column in KEYS)}
    FROM (SELECT DISTINCT {", ".join(KEYS)} FROM written) AS keys;
"""
# What is referred to is held until the end of the transaction, as a foreign key holds it.
LOOK_UP = """
    WITH held AS MATERIALIZED (
        SELECT id FROM {parent} WHERE id = ANY ({column}s) ORDER BY id FOR KEY SHARE
    )
    SELECT min(id) INTO missing FROM unnest({column}s) AS id WHERE id NOT IN (SELECT id FROM held);
    IF missing IS NOT NULL THEN
        RAISE foreign_key_violation USING
            MESSAGE = format('{column} %s of salaries_observation is not in {parent}', missing),
            TABLE = 'salaries_observation', COLUMN = '{column}';
    END IF;
"""
REFER = f"""
    CREATE FUNCTION salaries_observation_refers() RETURNS trigger
    LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
    DECLARE
        missing bigint;
        {" ".join(f"{column}s bigint[];" for column in KEYS)}
    BEGIN
        {DISTINCT}
        {"".join(LOOK_UP.format(column=column, parent=parent) for column, parent in KEYS.items())}
        RETURN NULL;
    END $$
"""
ON_WRITING = """
    CREATE TRIGGER salaries_observation_refers_on_{event}
    AFTER {event} ON salaries_observation REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION salaries_observation_refers()
"""
STAY = """
    CREATE FUNCTION salaries_observation_referred() RETURNS trigger
    LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
    DECLARE used boolean;
    BEGIN
        IF TG_OP = 'UPDATE' AND NEW.id = OLD.id THEN
            RETURN NULL;
        END IF;
        EXECUTE format('SELECT EXISTS (SELECT FROM salaries_observation WHERE %I = $1)
                        AND NOT EXISTS (SELECT FROM %I WHERE id = $1)', TG_ARGV[0], TG_TABLE_NAME)
        INTO used USING OLD.id;
        IF used THEN
            RAISE foreign_key_violation USING
                MESSAGE = format('%s %s is still referred to by %s of salaries_observation',
                                 TG_TABLE_NAME, OLD.id, TG_ARGV[0]),
                TABLE = 'salaries_observation', COLUMN = TG_ARGV[0];
        END IF;
        RETURN NULL;
    END $$
"""
# At the end of the transaction, as the foreign keys of Django are checked.
ON_LEAVING = """
    CREATE CONSTRAINT TRIGGER salaries_observation_{column}_stays
    AFTER DELETE OR UPDATE OF id ON {parent} DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION salaries_observation_referred('{column}')
"""


def by_statement(apps, editor):
    if editor.connection.vendor != "postgresql":
        return
    model = apps.get_model("salaries", "Observation")
    for column in KEYS:
        for name in editor._constraint_names(model, [column], foreign_key=True):
            editor.execute(editor._delete_fk_sql(model, name))
    for statement in (REFER, STAY, *(ON_WRITING.format(event=event) for event in ("insert", "update"))):
        editor.execute(statement, None)
    for column, parent in KEYS.items():
        editor.execute(ON_LEAVING.format(column=column, parent=parent), None)


def by_row(apps, editor):
    if editor.connection.vendor != "postgresql":
        return
    model = apps.get_model("salaries", "Observation")
    editor.execute("DROP FUNCTION salaries_observation_refers, salaries_observation_referred CASCADE", None)
    for field in model._meta.fields:
        if field.column in KEYS:
            editor.execute(editor._create_fk_sql(model, field, "_fk_%(to_table)s_%(to_column)s"))


class Migration(migrations.Migration):

    dependencies = [
        ("roles", "0001_initial"),
        ("salaries", "0006_observations_without_a_slice_index"),
    ]

    operations = [migrations.RunPython(by_statement, by_row)]
