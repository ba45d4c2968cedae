"""Every string of the interface, found in the code: what catalogues must hold.

`python -m tests.messages` writes theme/locales/en.po anew and adds what is missing, empty, to the other catalogues.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages import Catalog
from babel.messages.pofile import read_po, write_po

from generator.render import labels, labels_wego

ROOT = Path(__file__).parent.parent
LOCALES = ROOT / "theme" / "locales"
_TEMPLATE = re.compile(r"""\bt\("((?:[^"\\]|\\.)*)\"""")


def in_code() -> Iterator[tuple[str | tuple[str, str], str]]:
    """(message or (singular, plural), where) of all calls `t(…)`, `page.t(…)`, `t.count(…)` and of the label tables."""
    for file in sorted((ROOT / "generator").rglob("*.py")):
        where = file.relative_to(ROOT).as_posix()
        tree = ast.parse(file.read_text("utf-8"))
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            name = (
                node.func.attr
                if isinstance(node.func, ast.Attribute)
                else node.func.id
                if isinstance(node.func, ast.Name)
                else ""
            )
            texts = [each.value for each in node.args if isinstance(each, ast.Constant) and isinstance(each.value, str)]
            if name in ("t", "self", "messages") and texts:
                yield texts[0], where
            elif name == "count" and len(texts) == 2:
                yield (texts[0], texts[1]), where
    for table in labels.ALL:
        yield from ((text, "generator/render/labels.py") for text in table.values())
    for table in labels_wego.ALL:
        yield from ((text, "generator/render/labels_wego.py") for text in table.values())
    for pair in labels.KIND.values():
        yield from ((text, "generator/render/labels.py") for text in pair)
    yield from ((pair, "generator/render/labels.py") for pair in labels.COUNTED.values())
    yield from ((pair, "generator/render/labels.py") for pair in labels.KINDS_NAMED.values())
    yield from ((pair, "generator/render/labels_wego.py") for pair in labels_wego.COUNTED.values())
    yield from ((text, "generator/render/labels.py") for text in labels.FACET.values())
    strings = json.loads((ROOT / "theme/assets/wego/search/strings.json").read_text("utf-8"))
    yield from ((text, "theme/assets/wego/search/strings.json") for text in strings.values())


def template() -> Catalog:
    """All messages as a catalogue without translations."""
    found = Catalog(project="WeGO knowledge base", charset="utf-8")
    for message, where in in_code():
        found.add(message, locations=[(where, 0)])
    return found


def write(language: str) -> None:
    """Bring one catalogue up to date."""
    file = LOCALES / f"{language}.po"
    catalog = read_po(file.open("rb"), locale=language) if file.exists() else Catalog(locale=language, charset="utf-8")
    catalog.update(template(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    if language == "en":
        for message in catalog:
            if message.id:
                message.string = message.id
    catalog.fuzzy = False
    with file.open("wb") as stream:
        write_po(stream, catalog, width=0, sort_output=True, omit_header=False, include_lineno=False)
    text = re.sub(
        r'^"(?:POT-Creation-Date|PO-Revision-Date|Generated-By|Report-Msgid-Bugs-To|Last-Translator|Language-Team):.*\n',
        "",
        file.read_text("utf-8"),
        flags=re.M,
    )
    file.write_text(
        re.sub(r"\A(?:#.*\n)+", f"# Interface strings of the WeGO knowledge base: {language}.\n", text), "utf-8"
    )


if __name__ == "__main__":
    for language in sorted({"en", *(file.stem for file in LOCALES.glob("*.po"))}):
        write(language)
