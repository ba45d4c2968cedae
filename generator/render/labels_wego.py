"""Words for the closed sets of values of studies and of the organisation WeGO. Each English string is a message of the catalogues.

In: a value of a set. Out: its English string, to be given to `Messages`. Not here: translations, the other sets (`labels`).
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

STUDY_FORM: Final = MappingProxyType(
    {
        "study": "Studies",
        "system-delivered": "Systems delivered after a study",
        "theme": "Themes of a year",
        "example": "Worked examples, invented",
    }
)
ORGANIZATION_LINE: Final = MappingProxyType(
    {
        "event": "From the mayors’ forum of 2008 on, year by year.",
        "agreement": "With whom WeGO agreed on what.",
        "organ": "Assembly, president city, committee, secretariat, and how they hang together.",
        "office": "Where they are, since when, what they did.",
        "chapter": "Chapter by chapter, with finance and the rules of decision.",
        "census": "How many, where, since when; counts as published.",
        "purpose": "Roles, aims and six strategies.",
        "plan": "What was planned in 2016 and 2017, and how it came out.",
        "judgement": "How the authors of 2017 judged WeGO.",
        "disagreement": "Contradictions, both sides, and how we read them.",
    }
)
"""What each page of the organisation holds."""
STUDY_KIND: Final = MappingProxyType(
    {
        "study": "Feasibility study",
        "system-delivered": "System delivered after a study",
        "theme": "Theme of a year",
        "example": "Worked example, invented",
    }
)
STUDY_PART: Final = MappingProxyType(
    {
        "environment": "Environment",
        "technology": "Technology",
        "law": "Law and regulation",
        "proposal": "Proposal",
        "economy": "Economy",
    }
)
"""The five parts of the criteria of a study, in their order."""
EVENT_FORM: Final = MappingProxyType(
    {
        "forum": "Forum",
        "assembly": "General Assembly",
        "agreement": "Agreement",
        "office": "Regional office",
        "committee": "Executive Committee",
        "award": "Awards",
        "programme": "Programmes and projects",
        "organisation": "The organisation",
    }
)
PURPOSE_FORM: Final = MappingProxyType(
    {
        "purpose": "The overall purpose",
        "role": "Roles",
        "aim": "Aims of the founding",
        "strategy": "Six strategies",
        "benefit": "What the founding cities expected",
    }
)
OUTCOME: Final = MappingProxyType(
    {"happened": "It happened", "partly": "In part", "otherwise": "It came otherwise", "not-known": "Not known"}
)
JUDGEMENT_FORM: Final = MappingProxyType(
    {
        "strength": "Strengths",
        "weakness": "Weaknesses",
        "opportunity": "Opportunities",
        "threat": "Threats",
        "assessment": "Assessment",
        "suggestion": "A suggestion",
        "recommendation": "Recommendations",
    }
)
COUNTED: Final = MappingProxyType(
    {
        "event": ("{number} event", "{number} events"),
        "agreement": ("{number} agreement", "{number} agreements"),
        "organ": ("{number} organ", "{number} organs"),
        "office": ("{number} office", "{number} offices"),
        "chapter": ("{number} chapter", "{number} chapters"),
        "census": ("{number} published count", "{number} published counts"),
        "purpose": ("{number} purpose or strategy", "{number} purposes and strategies"),
        "plan": ("{number} plan", "{number} plans"),
        "judgement": ("{number} judgement", "{number} judgements"),
        "disagreement": ("{number} question", "{number} questions"),
    }
)
"""How many records a page on the organisation holds."""
ORGAN_LINK: Final = MappingProxyType(
    {
        "elects": "elects",
        "nominates": "nominates",
        "appoints": "appoints",
        "admits-members-with": "admits members with",
        "supports": "in support of",
        "leads": "leads",
        "manages": "manages",
        "represents": "members of",
    }
)
MEMBER_CLASS: Final = MappingProxyType(
    {
        "full-member": "Full members",
        "associate-member": "Associate members",
        "cooperating-city": "Cooperating cities",
        "friendship-member": "Friendship members",
        "corporate-member": "Corporate members",
    }
)
ALL: Final = (
    STUDY_FORM,
    ORGANIZATION_LINE,
    STUDY_KIND,
    STUDY_PART,
    EVENT_FORM,
    PURPOSE_FORM,
    OUTCOME,
    JUDGEMENT_FORM,
    ORGAN_LINK,
    MEMBER_CLASS,
)
"""Every table of this module, for the test that catalogues are complete."""
