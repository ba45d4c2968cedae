"""Every rule: its code, what it says, why it exists, a wrong and a right example.

In: the groups of rules. Out: `RULES`, from which `wego explain`, the rule pages and the tests are made. Not here: the checks themselves.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from generator.rule import Rule
from generator.rules_of_awards import AWARDS
from generator.rules_of_files import FILES
from generator.rules_of_records import RECORDS
from generator.rules_of_runs import RUNS
from generator.rules_of_values import VALUES
from generator.rules_of_workbooks import WORKBOOKS

__all__ = ["RULES", "Rule"]

_SITE: Final = (
    Rule(
        "WG501",
        "The prose cannot be built",
        "The program that renders the prose in content/ refused it, and said why.",
        "a link to a page that does not exist",
        "a link to an existing page",
    ),
    Rule(
        "WG502",
        "Settings",
        "mkdocs.yml under extra: holds a value that does not fit.",
        "languages: korean",
        "languages: [en, ko]",
    ),
    Rule(
        "WG601",
        "Broken link in the built site",
        "A reader would meet an error page.",
        "href to a missing page",
        "href to a page that exists",
    ),
    Rule(
        "WG602",
        "A built page is not whole",
        "Language, title, alternates or weight of a page are not as the contract says.",
        "no <title>",
        "<title>Seoul · …</title>",
    ),
)
RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {rule.code: rule for rule in (*FILES, *VALUES, *RECORDS, *RUNS, *AWARDS, *_SITE, *WORKBOOKS)}
)
