from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

# The shipped statements whose source speaks of India; content that is loaded already stays as it
# is otherwise, and would then count as said without a country.
SAID_OF_INDIA = (
    *("sf-01", "sf-02", "sf-03", "sf-04", "sf-05", "sf-06", "sf-07"),
    *("sa-10", "sa-11", "in-02", "in-03", "in-04"),
)


def say_the_country(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    statements = apps.get_model("roles", "Statement").objects
    statements.filter(claim_ptr__key__in=SAID_OF_INDIA).update(country="india")


class Migration(migrations.Migration):
    dependencies = [
        ("roles", "0006_lists_of_texts"),
    ]

    operations = [
        migrations.AddField(
            model_name="statement",
            name="country",
            field=models.SlugField(
                blank=True,
                db_index=False,
                help_text="Of what moves pay: “india” where the sources say it of India; else empty.",
                max_length=20,
            ),
        ),
        migrations.RunPython(say_the_country, migrations.RunPython.noop),
    ]
