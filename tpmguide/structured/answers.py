"""The questions and the terms of the guide, as FAQPage and DefinedTermSet."""

from collections.abc import Iterable

from roles.answers import Answer, Letter, Term
from roles.cited import Cited
from tpmguide.structured.json_ld import IN_ENGLISH, Absolute, Node


def faq_page(answers: Iterable[Answer], page: str, absolute: Absolute) -> Node:
    return {
        "@type": "FAQPage",
        **IN_ENGLISH,
        "url": absolute(page),
        "mainEntity": [question(answer, f"{page}#{answer.slug}", absolute) for answer in answers],
    }


def question(answer: Answer, url: str, absolute: Absolute) -> Node:
    said = {"@type": "Answer", "text": answer.claim.text, "citation": citations(answer.claim)}
    return {
        "@type": "Question",
        "name": answer.claim.title,
        "url": absolute(url),
        "acceptedAnswer": {**said, "url": absolute(url)},
    }


def glossary(letters: Iterable[Letter], page: str, absolute: Absolute) -> Node:
    terms = (term for letter in letters for term in letter.terms)
    return {
        "@type": "DefinedTermSet",
        **IN_ENGLISH,
        "name": "Glossary of the Technical Product Manager role",
        "url": absolute(page),
        "hasDefinedTerm": [defined(term, f"{page}#{term.slug}", absolute) for term in terms],
    }


def defined(term: Term, url: str, absolute: Absolute) -> Node:
    aliases = {"alternateName": term.aliases.split(", ")} if term.aliases else {}
    return {
        "@type": "DefinedTerm",
        "name": term.claim.title,
        **aliases,
        "description": term.claim.text,
        "termCode": term.slug,
        "url": absolute(url),
    }


def citations(claim: Cited) -> list[str]:
    return [f"{mention.title}, {mention.place}" for mention in claim.mentions]
