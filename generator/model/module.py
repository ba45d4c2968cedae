"""Module: one building block of the eGovFrame standard framework, as its public repositories list it."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.model.base import Id, Line, ModuleId, Names, Once, Part, Text, TopicId
from generator.model.dates import Period
from generator.model.links import Url
from generator.model.record import Aliases, Record, Unknowns

Environment = Literal["runtime", "development", "operation", "management", "mobile", "common-component"]
Form = Literal[
    "component",
    "tool",
    "service",
    "maven-module",
    "eclipse-plugin",
    "hybrid-device-api",
    "package",
    "msa-service",
    "template-or-sample-repository",
    "third-party-component",
    "device-api",
    "msa-education-service",
    "guide-topic",
    "repository",
    "environment",
    "vscode-extension-repository",
]


class Repository(Part):
    """The public repository a module lives in, as read at a commit."""

    name: Line
    address: Url
    commit: Annotated[str, Field(pattern=r"^[0-9a-f]{40}$")] | None = None
    read: Period | None = None


class Version(Part):
    """A tag of the repository and the date of the stored commit it names."""

    tag: Line
    date: Period


class Module(Record):
    """One module of eGovFrame."""

    kind: ClassVar[str] = "module"

    name: Names
    also: Aliases = ()
    environment: Environment
    form: Form
    category: Id
    number: Annotated[int, Field(ge=1, le=999)] | None = None
    summary: Text | None = None
    artifact: Line | None = None
    packages: Annotated[tuple[Line, ...], Once] = ()
    in_main_branch: bool | None = None
    built_on: Annotated[tuple[Line, ...], Once] = ()
    licence: Line
    repository: Repository | None = None
    versions: tuple[Version, ...] = ()
    address: Url
    topics: Annotated[tuple[TopicId, ...], Once] = ()
    related: Annotated[tuple[ModuleId, ...], Once] = ()
    note: Text | None = None
    unknown: Unknowns = ()
