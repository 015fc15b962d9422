"""Roles, and the claims that their pages are made of."""

from django.contrib import admin

from roles.admin.claims import RoleClaimAdmin, columns, filters, sections
from roles.admin.keys import KeyedForm
from roles.admin.typed import ModelAdmin, TabularInline
from roles.models import (
    Activity,
    Challenge,
    Collaborator,
    LifecycleNote,
    Responsibility,
    Role,
    RoleLevel,
    Statement,
    Strategy,
    Trend,
)


class RoleClaimInline(TabularInline):
    """The claims of one kind in their order; words and sources are a click away."""

    extra = max_num = 0  # one is added on its own page, where its sources are
    can_delete = False
    show_change_link = True
    classes = ("collapse",)


class RoleLevelInline(RoleClaimInline):
    model = RoleLevel
    fields = ("level", "position")
    readonly_fields = ("level",)


class StatementInline(RoleClaimInline):
    model = Statement
    fields = ("section", "position")
    readonly_fields = ("section",)


class ResponsibilityInline(RoleClaimInline):
    model = Responsibility
    fields = ("theme", "position")
    readonly_fields = ("theme",)


class ActivityInline(RoleClaimInline):
    model = Activity
    fields = ("moment", "position")
    readonly_fields = ("moment",)


class CollaboratorInline(RoleClaimInline):
    model = Collaborator
    fields = ("frequency", "position")
    readonly_fields = ("frequency",)


class LifecycleNoteInline(RoleClaimInline):
    model = LifecycleNote
    fields = ("stage", "position")
    readonly_fields = ("stage",)


class ChallengeInline(RoleClaimInline):
    model = Challenge
    fields = ("nature", "position")
    readonly_fields = ("nature",)


class StrategyInline(RoleClaimInline):
    model = Strategy
    fields = ("position",)


class TrendInline(RoleClaimInline):
    model = Trend
    fields = ("as_of", "position")
    readonly_fields = ("as_of",)


@admin.register(Role)
class RoleAdmin(ModelAdmin):
    form = KeyedForm
    list_display = ("name", "short_name", "slug", "position")
    search_fields = ("name", "short_name", "slug")
    inlines = (
        RoleLevelInline,
        StatementInline,
        ResponsibilityInline,
        ActivityInline,
        CollaboratorInline,
        LifecycleNoteInline,
        ChallengeInline,
        StrategyInline,
        TrendInline,
    )


@admin.register(Statement)
class StatementAdmin(RoleClaimAdmin):
    fieldsets = sections("role", "section", "country")
    list_display = columns("role", "section")
    list_filter = filters("role", "section")


@admin.register(Responsibility)
class ResponsibilityAdmin(RoleClaimAdmin):
    fieldsets = sections("role", "theme")
    list_display = columns("role", "theme")
    list_filter = filters("role", "theme")


@admin.register(Activity)
class ActivityAdmin(RoleClaimAdmin):
    fieldsets = sections("role", "moment")
    list_display = columns("role", "moment")
    list_filter = filters("role", "moment")


@admin.register(Collaborator)
class CollaboratorAdmin(RoleClaimAdmin):
    fieldsets = sections("role", "frequency", "gives", "gets")
    list_display = columns("role", "frequency")
    list_filter = filters("role", "frequency")


@admin.register(LifecycleNote)
class LifecycleNoteAdmin(RoleClaimAdmin):
    fieldsets = sections("role", "stage")
    list_display = columns("role", "stage")
    list_filter = filters("role", "stage")


@admin.register(Challenge)
class ChallengeAdmin(RoleClaimAdmin):
    fieldsets = sections("role", "nature", "early_sign", "counter_move")
    list_display = columns("role", "nature")
    list_filter = filters("role", "nature")


@admin.register(Strategy)
class StrategyAdmin(RoleClaimAdmin):
    fieldsets = sections("role", "answers")
    list_display = columns("role")
    list_filter = filters("role")
    filter_horizontal = ("answers",)


@admin.register(Trend)
class TrendAdmin(RoleClaimAdmin):
    fieldsets = sections("role", "as_of")
    list_display = columns("role", "as_of")
    list_filter = filters("role")


@admin.register(RoleLevel)
class RoleLevelAdmin(RoleClaimAdmin):
    fieldsets = sections("role", "level", "autonomy", "people", "decisions", "change")
    list_display = columns("role", "level")
    list_filter = filters("role", "level")
