"""Plain values against the models: pydantic's findings in plain words at file:line:column.

In: record sources. Out: records, and diagnostics. Not here: rules across records.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.diagnostics import Diagnostic, nearest, suggestion
from generator.model.base import NAME_LANGUAGES, TEXT_LANGUAGES
from generator.model.kinds import KINDS
from generator.model.record import Record
from generator.read.sources import RecordSource
from generator.validate.locate import span_of

Told = tuple[str, str, str]
"""Code, message, remedy."""

_SHAPES: Final = MappingProxyType(
    {
        "string_type": "text",
        "int_type": "a whole number",
        "int_parsing": "a whole number",
        "int_from_float": "a whole number",
        "float_type": "a number",
        "float_parsing": "a number",
        "bool_type": "true or false",
        "bool_parsing": "true or false",
        "tuple_type": "a list",
        "list_type": "a list",
        "dict_type": "a map such as {en: …, ko: …}",
        "model_type": "a map of keys",
        "model_attributes_type": "a map of keys",
    }
)


def shown(value: Any) -> str:
    """A value as the editor wrote it, short."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "a map"
    if isinstance(value, list | tuple):
        return "a list"
    text = str(value).replace("\n", " ")
    return text if len(text) <= 60 else text[:57] + "…"


def records(sources: Sequence[RecordSource]) -> tuple[tuple[tuple[Record, str, str], ...], tuple[Diagnostic, ...]]:
    """Each source as (record, digest, file name), or its mistakes."""
    valid: list[tuple[Record, str, str]] = []
    found: list[Diagnostic] = []
    for source in sources:
        model = KINDS[source.file.kind].model
        if "id" in source.values:
            found.append(
                Diagnostic(
                    "WG201",
                    span_of(source, ("id",), at_key=True),
                    "the key id is not written in the file; the file's name is the id",
                    "delete the line",
                )
            )
            continue
        try:
            valid.append(
                (model.model_validate({"id": source.file.id, **source.values}), source.digest, source.file.name)
            )
        except ValidationError as error:
            found += _told(source, model, error.errors(include_url=False))
    return tuple(valid), tuple(found)


def _told(source: RecordSource, model: type[Record], errors: Sequence[ErrorDetails]) -> list[Diagnostic]:
    result: dict[tuple[Any, ...], Diagnostic] = {}
    for error in _without_branches(errors):
        path = _written_path(source.values, error["loc"])
        code, message, fix = _words(error, path, model)
        at_key = code in ("WG201", "WG208") or error["type"] == "missing"
        place = path[:-1] if error["type"] == "missing" else _language_path(error, path)
        result.setdefault((place, code, message), Diagnostic(code, span_of(source, place, at_key), message, fix))
    return list(result.values())


def _without_branches(errors: Sequence[ErrorDetails]) -> list[ErrorDetails]:
    """Of a union, pydantic reports every branch; keep the branch that fits the value best (the fewest shape errors)."""
    kept: list[ErrorDetails] = []
    for error in errors:
        rivals = [
            other for other in errors if _stem(other["loc"]) == _stem(error["loc"]) and _stem(error["loc"]) is not None
        ]
        if (
            rivals
            and error["type"] in (*_SHAPES, "literal_error")
            and any(other["type"] not in (*_SHAPES, "literal_error") for other in rivals)
        ):
            continue
        kept.append(error)
    return kept


def _stem(location: tuple[str | int, ...]) -> tuple[str | int, ...] | None:
    for number, step in enumerate(location):
        if (isinstance(step, str) and any(mark in step for mark in ("[", "("))) or step in ("int", "float", "str"):
            return location[:number]
    return None


def _written_path(values: Any, location: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """The path as it stands in the file: without names of union branches, and without the list made of a single map."""
    path: list[str | int] = []
    here: Any = values
    step: Any
    for number, step in enumerate(location):
        last = number == len(location) - 1
        if (isinstance(here, dict) and step in here) or (
            isinstance(here, list) and isinstance(step, int) and step < len(here)
        ):
            path.append(step)
            here = here[step]
        elif last and isinstance(step, str) and isinstance(here, dict) and "[" not in step and "(" not in step:
            path.append(step)
    return tuple(path)


def _language_path(error: ErrorDetails, path: tuple[str | int, ...]) -> tuple[str | int, ...]:
    return (*path, error["ctx"]["key"]) if error["type"] == "unknown_language" else path


def _words(error: ErrorDetails, path: tuple[str | int, ...], model: type[Record]) -> Told:
    teller = _TELLERS.get(error["type"])
    if teller:
        return teller(error, path, model)
    name = _name(path)
    if error["type"] in _SHAPES:
        return (
            "WG203",
            f"{name} is {shown(error['input'])}, but it must be {_SHAPES[error['type']]}",
            f"write {_SHAPES[error['type']]}",
        )
    return (
        "WG203",
        f"{name} is {shown(error['input'])}, which does not fit: {error['msg']}",
        f"see the fields of a {model.kind}: wego explain {model.kind}",
    )


def _name(path: tuple[str | int, ...]) -> str:
    """The key as a person says it: `population.value`, `sessions item 2 seats`."""
    words = ""
    for step in path:
        words += (
            f" item {step + 1}" if isinstance(step, int) else ("." if words and not words.endswith(" ") else "") + step
        )
    return words.replace(" .", " ").strip() or "the record"


def _keys_of(model: type[BaseModel], path: tuple[str | int, ...]) -> tuple[str, ...]:
    """The keys allowed beside the last step of `path`."""
    here: Any = model
    for step in path[:-1]:
        if isinstance(step, int):
            continue
        info = getattr(here, "model_fields", {}).get(step)
        here = _inner_model(info.annotation) if info else None
        if here is None:
            return ()
    return tuple(name for name in here.model_fields if name != "id" or here is not model)


def _inner_model(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _inner_model(part)) is not None), None)


def _unknown_key(error: ErrorDetails, path: tuple[str | int, ...], model: type[Record]) -> Told:
    keys = _keys_of(model, path)
    key = str(path[-1])
    return (
        "WG201",
        f"{key} is not a key here",
        suggestion(key, keys, "the keys here are " + ", ".join(keys) if keys else "delete it"),
    )


def _missing(error: ErrorDetails, path: tuple[str | int, ...], model: type[Record]) -> Told:
    key = str(error["loc"][-1])
    where = _name(tuple(path[:-1]))
    if key in ("source", "sources"):
        return "WG217", f"{where} cites no source", f"add {key}: with the id of a record in data/sources/"
    return "WG202", f"{where} lacks the key {key}", f"add {key}:"


def _literal(error: ErrorDetails, path: tuple[str | int, ...], model: type[Record]) -> Told:
    allowed = [
        each.strip().strip("'")
        for each in str(error.get("ctx", {}).get("expected", "")).replace(" or ", ", ").split(",")
    ]
    value = shown(error["input"])
    return (
        "WG204",
        f"{_name(path)} is {value}, but only these are known: {', '.join(allowed)}",
        suggestion(value, allowed, "choose one of them"),
    )


def _range(error: ErrorDetails, path: tuple[str | int, ...], model: type[Record]) -> Told:
    context = error.get("ctx", {})
    limit = next(
        f"{words} {context[key]}"
        for key, words in (("ge", "at least"), ("le", "at most"), ("gt", "more than"), ("lt", "less than"))
        if key in context
    )
    return "WG205", f"{_name(path)} is {shown(error['input'])}, but it must be {limit}", "correct the number"


def _not_finite(error: ErrorDetails, path: tuple[str | int, ...], model: type[Record]) -> Told:
    return (
        "WG206",
        f"{_name(path)} is {shown(error['input'])}, which is no number one can count with",
        "write the number, or not-published",
    )


def _length(error: ErrorDetails, path: tuple[str | int, ...], model: type[Record]) -> Told:
    if "max_length" in error.get("ctx", {}):
        return "WG215", f"{_name(path)} is longer than {error['ctx']['max_length']} characters", "shorten it"
    code = "WG217" if path and path[-1] == "sources" else "WG211"
    return (
        code,
        f"{_name(path)} is empty",
        "cite at least one source" if code == "WG217" else "write at least one entry, or delete the key",
    )


def _pattern(error: ErrorDetails, path: tuple[str | int, ...], model: type[Record]) -> Told:
    return (
        "WG115",
        f"{shown(error['input'])} in {_name(path)} is not of the right form {error['ctx']['pattern']}",
        "small letters a-z, digits and single hyphens",
    )


def _language(error: ErrorDetails, path: tuple[str | int, ...], model: type[Record]) -> Told:
    known = TEXT_LANGUAGES if len(error["ctx"]["known"]) == len(TEXT_LANGUAGES) else sorted(NAME_LANGUAGES)
    key = error["ctx"]["key"]
    return (
        "WG208",
        f"{key} in {_name(path)} is not a language of this project",
        suggestion(key, known, f"the languages are {', '.join(TEXT_LANGUAGES)}"),
    )


def _country(error: ErrorDetails, path: tuple[str | int, ...], model: type[Record]) -> Told:
    value = error["ctx"]["value"]
    near = value.upper() if value.upper() in error["ctx"]["known"] else nearest(value, error["ctx"]["known"])
    return (
        "WG214",
        f"{value} is not a country code of ISO 3166-1",
        f"did you mean {near}?" if near else "two capital letters, for example KR",
    )


def _plain(code: str, fix: str) -> Callable[[ErrorDetails, tuple[str | int, ...], type[Record]], Told]:
    def told(error: ErrorDetails, path: tuple[str | int, ...], model: type[Record]) -> Told:
        return code, f"{_name(path)}: {error['msg']}", fix

    return told


_TELLERS: Final[Mapping[str, Callable[[ErrorDetails, tuple[str | int, ...], type[Record]], Told]]] = MappingProxyType(
    {
        "extra_forbidden": _unknown_key,
        "missing": _missing,
        "literal_error": _literal,
        **dict.fromkeys(("greater_than_equal", "less_than_equal", "greater_than", "less_than"), _range),
        "finite_number": _not_finite,
        **dict.fromkeys(("string_too_long", "too_long", "too_short", "string_too_short"), _length),
        "string_pattern_mismatch": _pattern,
        "unknown_language": _language,
        "unknown_country": _country,
        "bad_date": _plain(
            "WG207", "write it as far as it is known: 2014, 2014-05, 2014-05-31, 2015-09-16/2015-09-18, 2020~"
        ),
        "undated": _plain("WG207", "add retrieved: with the day, for example 2026-11-22"),
        "unsafe_link": _plain("WG209", "give the web address of the page, beginning with https://"),
        "bad_url": _plain("WG210", "copy the address from the browser's address bar"),
        "empty_text": _plain("WG211", "write the text, or delete the key"),
        "empty_list": _plain("WG211", "write at least one entry, or delete the key"),
        "control_character": _plain("WG212", "delete it; retype the word if it was copied from elsewhere"),
        "repeated": _plain("WG213", "keep one of the two"),
        "two_preferred": _plain("WG218", "prefer at most one statement, and say why in reason:"),
        "preferred_without_reason": _plain("WG218", "add reason: with a sentence"),
    }
)
