"""A Markdown extension for contributors' prose: no raw HTML, and terms that also match Korean words with a particle.

In: a ``Markdown`` instance on its way to be set up (named in ``mkdocs.yml`` after ``abbr``).
Out: the same instance; ``<script>`` in a text comes out as the characters it is made of.
Not here: link schemes and attributes, which the clean-up pass checks in the finished page (``host_clean``).
"""

import re
import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.abbr import AbbrTreeprocessor

PARTICLES = "은|는|이|가|을|를|의|에|에서|에게|와|과|로|으로|도|만|나|이나|란|이란|라고|이라고|부터|까지|보다|처럼|입니다|이며|인"


class TermTreeprocessor(AbbrTreeprocessor):
    """Marks glossary terms; a term that ends in Hangul may carry one particle, which stays outside the mark."""

    def run(self, root: etree.Element) -> etree.Element | None:
        """Mark the known terms in the tree, the longest first."""
        if self.abbrs:
            self.RE = re.compile("|".join(map(_pattern, sorted(self.abbrs, key=lambda term: (-len(term), term)))))
            self.iter_element(root)
        return None


class ProseExtension(Extension):
    """Takes raw HTML away from Markdown and puts the term processor in the place of ``abbr``'s."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Markdown's
        """Change the instance's processors."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        if "abbr" in md.treeprocessors:
            plain = md.treeprocessors["abbr"]
            if isinstance(plain, AbbrTreeprocessor):
                md.treeprocessors.register(TermTreeprocessor(md, plain.abbrs), "abbr", 7)


def makeExtension(**options: object) -> ProseExtension:  # noqa: N802 - the name is Markdown's
    """Entry point for Markdown."""
    return ProseExtension(**options)


def _pattern(term: str) -> str:
    word = re.escape(term)
    if "가" <= term[-1] <= "힣":
        return rf"(?<!\w){word}(?=(?:{PARTICLES})?(?!\w))"
    return rf"(?<!\w){word}(?!\w)"
