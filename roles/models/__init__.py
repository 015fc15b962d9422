"""What the guide keeps: roles, and claims that each name their sources."""

from roles.models.answers import Contradiction, GlossaryTerm, Position, Question
from roles.models.claims import Citation, Claim
from roles.models.comparison import ComparisonNote, Dimension, DimensionValue
from roles.models.fit import FitAnswer, FitQuestion
from roles.models.guide import (
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
from roles.models.interview import InterviewQuestion
from roles.models.paths import LearningResource, PathStep, TransitionIndicator
from roles.models.skills import Skill, SkillExpectation, Tool
from roles.models.sources import Source

__all__ = (
    "Activity",
    "Challenge",
    "Citation",
    "Claim",
    "Collaborator",
    "ComparisonNote",
    "Contradiction",
    "Dimension",
    "DimensionValue",
    "FitAnswer",
    "FitQuestion",
    "GlossaryTerm",
    "InterviewQuestion",
    "LearningResource",
    "LifecycleNote",
    "PathStep",
    "Position",
    "Question",
    "Responsibility",
    "Role",
    "RoleLevel",
    "Skill",
    "SkillExpectation",
    "Source",
    "Statement",
    "Strategy",
    "Tool",
    "TransitionIndicator",
    "Trend",
)
