"""Questions for an interview, each made for one skill at one career level."""

from django.db import models
from django.db.models import Q

from roles.models.claims import Claim
from roles.models.skills import SkillExpectation
from roles.rules import rule


class InterviewQuestion(Claim):
    """A question to ask or to practise: the title is its subject, the text asks.

    Skill, level and proficiency are those of the expectation that it tests.
    """

    expectation = models.ForeignKey(
        SkillExpectation, models.CASCADE, related_name="interview_questions"
    )
    good_answer = models.TextField(help_text="What a good answer shows.")

    class Meta:
        constraints = (
            rule(condition=~Q(good_answer=""), name="interview_question_says_what_is_good"),
        )
