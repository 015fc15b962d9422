"""Which tools and responsibilities lean on a skill, by slug and key: this guide's own judgement."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Related:
    tools: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()


RELATED = {
    "software-architecture": Related(("specifications", "deep-dive"), ("r-33", "r-34")),
    "apis": Related(("specifications", "feasibility"), ("r-25", "r-03")),
    "microservices": Related(("deep-dive",), ("r-34", "r-33")),
    "cloud": Related(("cloud-platforms", "feasibility"), ("r-51", "r-34")),
    "databases": Related(("sql",), ("r-24",)),
    "sql": Related(("sql", "dashboards"), ("r-24", "r-50")),
    "data-structures": Related(("deep-dive",), ("r-19", "r-01")),
    "data-pipelines": Related(("analytics", "dashboards"), ("r-19",)),
    "algorithms": Related(("deep-dive",), ("r-19",)),
    "automated-systems": Related(("dashboards", "contingency"), ("r-19",)),
    "software-development": Related(("kanban", "scrum"), ("r-01", "r-31")),
    "cs-fundamentals": Related(("learning-platforms",), ("r-39", "r-01")),
    "reading-code": Related(("learning-platforms", "deep-dive"), ("r-01",)),
    "system-logs": Related(("dashboards", "post-incident-review"), ("r-49",)),
    "infrastructure": Related(("cloud-platforms", "feasibility"), ("r-01", "r-08")),
    "performance": Related(("dashboards", "feasibility"), ("r-08",)),
    "security": Related(("feasibility", "post-incident-review"), ("r-08", "r-17")),
    "technical-debt": Related(("backlog", "deep-dive"), ("r-32",)),
    "ai-ml": Related(("feasibility", "ab-testing"), ("r-51",)),
    "devops": Related(("cloud-platforms", "post-incident-review"), ("r-51",)),
    "product-stack": Related(("specifications", "deep-dive"), ("r-16", "r-20")),
    "technical-docs": Related(("specifications", "learning-platforms"), ("r-25",)),
    "testing-qa": Related(("user-stories",), ("r-21", "r-22", "r-23")),
    "market-research": Related(("surveys", "interviews", "focus-groups", "swot"), ("r-42",)),
    "competitive-analysis": Related(("competitor-review", "swot"), ("r-43",)),
    "product-metrics": Related(("analytics", "dashboards"), ("r-50",)),
    "ab-testing": Related(("ab-testing", "analytics"), ("r-46", "r-50")),
    "data-driven": Related(("analytics", "ab-testing", "sql"), ("r-46", "r-50")),
    "prioritisation": Related(("moscow", "story-mapping", "backlog"), ("r-46", "r-02")),
    "customer-needs": Related(("interviews", "surveys", "user-stories"), ("r-10", "r-11")),
    "balancing": Related(("feasibility", "moscow"), ("r-05",)),
    "roadmapping": Related(("gantt", "kanban", "backlog", "roadmap-review"), ("r-07", "r-44")),
    "strategy": Related(("swot", "roadmap-review"), ("r-06", "r-40")),
    "business-acumen": Related(("swot",), ("r-36",)),
    "agile": Related(("agile", "scrum", "user-stories", "burndown"), ("r-28", "r-48")),
    "risk": Related(("contingency", "feasibility"), ("r-17", "r-18")),
    "cost": Related(("feasibility", "cloud-platforms"), ("r-18",)),
    "lifecycle": Related(("gantt", "roadmap-review"), ("r-16", "r-41")),
    "specification": Related(("specifications", "user-stories"), ("r-03", "r-04")),
    "success-criteria": Related(("user-stories", "dashboards"), ("r-22",)),
    "communication": Related(("kanban", "dashboards"), ("r-47", "r-12")),
    "explaining": Related(("roadmap-review",), ("r-35", "r-36")),
    "influence": Related(("roadmap-review",), ("r-02", "r-38")),
    "leadership": Related(("scrum", "roadmap-review"), ("r-41", "r-45")),
    "problem-solving": Related(("post-incident-review", "deep-dive"), ("r-17",)),
    "decision-making": Related(("feasibility", "moscow"), ("r-06", "r-14")),
    "relationships": Related(("roadmap-review",), ("r-26", "r-48")),
    "client-coordination": Related(("interviews", "surveys"), ("r-10", "r-29")),
    "curiosity": Related(("deep-dive", "learning-platforms"), ("r-38", "r-13")),
    "vision": Related(("competitor-review", "swot"), ("r-13", "r-15")),
    "management": Related(("jira", "trello"), ("r-30", "r-31")),
    "strategic-thinking": Related(("swot", "contingency"), ("r-06", "r-08")),
    "collaboration": Related(("scrum", "story-mapping", "kanban"), ("r-12", "r-48")),
    "advocacy": Related(("interviews", "feasibility"), ("r-09", "r-39")),
    "staying-current": Related(("learning-platforms", "competitor-review"), ("r-13", "r-51")),
}
