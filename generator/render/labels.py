"""Words for the closed sets of values in the models. Each English string is a message of the catalogues.

In: a value of a set. Out: its English string, to be given to `Messages`. Not here: translations.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

KIND: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "practice": ("Practice", "Practices"),
        "programme": ("Training programme", "Training"),
        "city": ("City", "Cities"),
        "module": ("Module", "eGovFrame modules"),
        "body": ("Organisation", "Organisations"),
        "topic": ("Topic", "Topics"),
        "term": ("Term", "Glossary"),
        "source": ("Source", "Sources"),
        "award": ("Edition of the WeGO Awards", "WeGO Awards"),
        "study": ("Feasibility study", "Feasibility studies"),
        "event": ("Event", "History of WeGO"),
        "agreement": ("Agreement", "Agreements"),
        "organ": ("Organ of WeGO", "Governance"),
        "office": ("Regional office", "Offices"),
        "chapter": ("Chapter of the charter", "Charter"),
        "census": ("Count of members", "Members"),
        "purpose": ("Purpose", "Purposes and strategies"),
        "plan": ("Plan", "Plans and what became of them"),
        "judgement": ("Judgement", "Strengths, weaknesses and advice"),
        "disagreement": ("Disagreement of sources", "Where sources disagree"),
        "system": ("City system", "City systems"),
        "indicator": ("Question of the self-diagnosis", "Questions of the self-diagnosis"),
        "framework": ("Self-diagnosis", "Self-diagnosis"),
    }
)
"""Singular and plural (the name of the list)."""

UNIT: Final = MappingProxyType(
    {"city": "City", "district": "District", "province-or-state": "Province, state or region", "agency": "Agency"}
)
REGION: Final = MappingProxyType(
    {
        "asia": "Asia",
        "africa": "Africa",
        "europe": "Europe",
        "americas": "Americas",
        "middle-east": "Middle East",
        "oceania": "Oceania",
    }
)
ROLE: Final = MappingProxyType(
    {
        "founding-member": "Founding member",
        "member": "Member",
        "full-member": "Full member",
        "associate-member": "Associate member",
        "cooperating-member": "Cooperating city",
        "friendship-member": "Friendship member",
        "president": "President city",
        "executive-vice-president": "Executive vice president city",
        "vice-president": "Vice president city",
        "executive-committee": "Member of the Executive Committee",
        "regional-office": "Seat of a regional office",
        "assembly-host": "Host of a General Assembly",
        "assembly-delegation": "Delegation at a General Assembly",
        "assembly-registration": "Registered for a General Assembly",
        "committee-participant": "Took part in an Executive Committee meeting",
        "committee-observer": "Observer at an Executive Committee meeting",
        "committee-host": "Host of an Executive Committee meeting",
    }
)
INDEX: Final = MappingProxyType(
    {
        "losi": "UN Local Online Service Index (LOSI)",
        "rutgers": "Rutgers survey of municipal websites",
        "ericsson-networked-society": "Ericsson Networked Society City Index",
    }
)
INDEX_PART: Final = MappingProxyType(
    {
        "technology": "Technology",
        "content": "Content",
        "services": "Services",
        "participation": "Participation",
        "institutional-framework": "Institutional framework",
    }
)
CEDS_STATUS: Final = MappingProxyType(
    {
        "signed-up": "Signed up for an account",
        "filling": "Filling in the questionnaire",
        "finished": "Filled in the questionnaire",
    }
)
PRIZE: Final = MappingProxyType(
    {
        "best": "Best prize",
        "gold-or-silver": "Gold or silver prize",
        "winner": "Winner, prize not known",
        "not-known": "Listed among the winners; prize not known",
    }
)
ENVIRONMENT: Final = MappingProxyType(
    {
        "runtime": "Runtime environment",
        "development": "Development environment",
        "operation": "Operation environment",
        "management": "Management environment",
        "mobile": "Mobile",
        "common-component": "Common component",
    }
)
MODULE_FORM: Final = MappingProxyType(
    {
        "component": "Component",
        "tool": "Tool",
        "service": "Service",
        "maven-module": "Maven module",
        "eclipse-plugin": "Eclipse plug-in",
        "hybrid-device-api": "Hybrid device API",
        "package": "Java package",
        "msa-service": "Microservice",
        "template-or-sample-repository": "Template or sample",
        "third-party-component": "Third-party component",
        "device-api": "Device API",
        "msa-education-service": "Microservice for training",
        "guide-topic": "Chapter of the guide",
        "repository": "Repository",
        "environment": "Environment",
        "vscode-extension-repository": "Visual Studio Code extension",
    }
)
CATEGORY: Final = MappingProxyType(
    {
        "elementary-technology": "Elementary technology",
        "user-support": "User support",
        "collaboration": "Collaboration",
        "system-management": "System management",
        "implementation-tool": "Implementation tools",
        "security": "Security",
        "device-api-legacy-hybrid-4.3-and-below": "Device API up to 4.3 (hybrid)",
        "device-api-legacy-hybrid": "Device API up to 4.3 (hybrid)",
        "template": "Templates",
        "test-tool": "Test tools",
        "device-api-flutter": "Device API from 5.0 (Flutter)",
        "external-additional": "External additions",
        "user-directory-and-authentication": "User directory and authentication",
        "digital-asset-management": "Digital asset management",
        "deployment-tool": "Deployment tools",
        "statistics-and-reporting": "Statistics and reporting",
        "ide": "Integrated development environment",
        "configuration-and-change-management-tool": "Configuration and change management",
        "system-and-service-linkage": "System and service linkage",
        "batch": "Batch processing",
        "vscode-implementation-tool": "Visual Studio Code tools",
        "code-generation": "Code generation",
        "mobile-ide": "Mobile development",
        "infrastructure": "Infrastructure",
        "test": "Tests",
        "distributed-tracing": "Distributed tracing",
        "boot-ide": "Spring Boot development",
        "device-api-ide": "Device API development",
        "runtime-distribution": "Runtime distribution",
        "operating-environment": "Operating environment",
        "container-orchestration": "Container orchestration",
        "service-mesh": "Service mesh",
        "telemetry-pipeline": "Telemetry pipeline",
        "metrics-and-alerting": "Metrics and alerting",
        "log-storage": "Log storage",
        "dashboard": "Dashboard",
        "traffic-visualization": "Traffic visualisation",
        "alert-management": "Alert management",
        "batch-operation": "Batch operation",
        "application": "Applications",
        "foundation": "Foundation layer",
        "foundation-core": "Foundation core",
        "persistence": "Persistence layer",
        "presentation": "Presentation layer",
        "integration": "Integration layer",
        "ux": "UX layer",
        "business-logic": "Business logic layer",
        "ai": "AI layer",
    }
)
PROGRAMME_FORM: Final = MappingProxyType(
    {
        "course": "Course",
        "workshop": "Workshop",
        "master-class": "Master class",
        "video-series": "Video conference series",
        "webinar-series": "Webinars",
        "forum-track": "Track of a forum",
        "self-study": "Self-study",
    }
)
MODE: Final = MappingProxyType(
    {
        "in-person": "In person",
        "online": "Online",
        "video-conference": "Video conference",
        "mixed": "In person and online",
        "not-known": "Not known",
    }
)
AUDIENCE: Final = MappingProxyType(
    {
        "officials": "Officials of cities",
        "managers": "Managerial officials",
        "developers": "Developers",
        "delegates": "Delegates of a meeting",
        "young-people": "Young people",
        "anyone": "Anyone",
        "not-known": "Not known",
    }
)
SESSION_STATUS: Final = MappingProxyType(
    {
        "held": "Took place",
        "coming": "Announced",
        "announced": "Announced; no source says whether it took place",
        "cancelled": "Cancelled",
        "not-known": "No source says whether it took place",
    }
)
BODY_FORM: Final = MappingProxyType(
    {
        "city-network": "Network of cities",
        "government-agency": "Government agency",
        "ministry": "Ministry",
        "development-bank": "Development bank",
        "international-organisation": "International organisation",
        "university": "University",
        "training-institute": "Training institute",
        "company": "Company",
        "industry-association": "Industry association",
        "office": "Office",
        "other": "Other organisation",
    }
)
QUALITY: Final = MappingProxyType(
    {"primary": "Primary sources", "secondary": "Secondary sources", "copy": "Copies of sources"}
)
READ_VIA: Final = MappingProxyType(
    {
        "in-full": "Read in full",
        "excerpt": "Only an excerpt could be read",
        "stored-copy": "Read in a stored copy",
        "through-another-source": "Read through another source",
    }
)
COUNTED: Final = MappingProxyType(
    {
        "city": ("{number} city or other unit", "{number} cities and other units"),
        "practice": ("{number} practice", "{number} practices"),
        "programme": ("{number} programme", "{number} programmes"),
        "module": ("{number} module", "{number} modules"),
        "body": ("{number} organisation", "{number} organisations"),
        "topic": ("{number} topic", "{number} topics"),
        "term": ("{number} term", "{number} terms"),
        "source": ("{number} source", "{number} sources"),
        "system": ("{number} system", "{number} systems"),
        "award": ("{number} edition", "{number} editions"),
        "study": ("{number} study or theme", "{number} studies and themes"),
    }
)
"""How many of a kind, with the number."""
KINDS_NAMED: Final = MappingProxyType(
    {
        "practice": ("practice", "practices"),
        "programme": ("training programme", "training programmes"),
        "city": ("city", "cities"),
        "module": ("eGovFrame module", "eGovFrame modules"),
        "body": ("organisation", "organisations"),
        "system": ("city system with a guide", "city systems with guides"),
        "study": ("study or theme", "studies and themes"),
        "award": ("edition of the awards", "editions of the awards"),
        "event": ("event in the history", "events in the history"),
        "disagreement": ("question on which sources differ", "questions on which sources differ"),
        "term": ("glossary term", "glossary terms"),
        "source": ("source", "sources"),
    }
)
"""The same without the number, which stands above it."""
HORIZON: Final = MappingProxyType(
    {"short": "within a year", "medium": "in one to three years", "long": "in three years or later"}
)
TARGET: Final = MappingProxyType(
    {"short": "within 1 year", "medium": "1–3 years", "long": "after 3 years", "none": "not planned"}
)
"""By when a city means to have a system, in few words."""
USE_SHORT: Final = MappingProxyType(
    {"0": "Nobody", "1": "Under 25 %", "2": "25–49 %", "3": "50–74 %", "4": "75 % or more"}
)
"""The five levels of use in few words."""
FACET: Final = MappingProxyType(
    {
        "region": "Region",
        "known": "Known to the base",
        "membership": "Membership or role",
        "environment": "Environment",
        "category": "Category",
        "form": "Kind",
        "topic": "Topic",
        "city": "City",
        "area": "Area",
        "horizon": "Suggested horizon",
        "organiser": "Organiser",
        "mode": "Mode",
        "audience": "For whom",
        "language": "Language of teaching",
        "year": "Year",
    }
)
ALL: Final = (
    UNIT,
    REGION,
    ROLE,
    INDEX,
    INDEX_PART,
    CEDS_STATUS,
    PRIZE,
    ENVIRONMENT,
    MODULE_FORM,
    CATEGORY,
    PROGRAMME_FORM,
    MODE,
    AUDIENCE,
    SESSION_STATUS,
    BODY_FORM,
    QUALITY,
    READ_VIA,
    HORIZON,
    TARGET,
    USE_SHORT,
)
"""Every table of this module, for the test that catalogues are complete."""
