"""The editors' pages: every kind of claim with its sources on one screen."""

from django.contrib import admin

from roles.admin import answers, comparison, fit, guide, interview, paths, review, skills, sources

__all__ = (
    "answers",
    "comparison",
    "fit",
    "guide",
    "interview",
    "paths",
    "review",
    "skills",
    "sources",
)

admin.site.site_header = "TPM guide: content and figures"
admin.site.site_title = "TPM guide admin"
admin.site.index_title = "What to edit"
