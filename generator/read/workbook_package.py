"""The package around a workbook: an .xlsx file is a ZIP of XML parts, and anybody may have made it.

In: the bytes of a file. Out: its parts, unpacked within bounds, or why not. Nothing is unpacked before its size is known.
Not here: what the parts say (`workbook_scan`, `workbook`).
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from typing import Final

MAX_FILE: Final = 16 * 1024 * 1024
MAX_UNPACKED: Final = 48 * 1024 * 1024
"""A filled workbook has about 1 MB unpacked; 200 texts of 20,000 Korean characters have 12 MB."""
MAX_PARTS: Final = 500
_OLE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_SAVE: Final = "open it in Excel or LibreOffice and save it as “Excel workbook (.xlsx)”"


class Unusable(Exception):
    """Why a file is not read: rule, what is wrong, what to do."""

    def __init__(self, code: str, message: str, fix: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.fix = fix


def parts(data: bytes) -> Mapping[str, bytes]:
    """The parts by name; raises `Unusable`."""
    if len(data) > MAX_FILE:
        raise _too_large(f"the file has {len(data):,} bytes, expected at most {MAX_FILE:,}")
    _not_another_format(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _bounded(entries)
            found = {each.filename: archive.read(each) for each in entries if not each.is_dir()}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError):
        raise Unusable(
            "WG701", "the file is damaged: expected an Excel workbook, found a broken package", _SAVE
        ) from None
    if "mimetype" in found:
        raise Unusable("WG701", "expected an Excel workbook (.xlsx), found an OpenDocument file", _SAVE)
    if "[Content_Types].xml" not in found or "xl/workbook.xml" not in found:
        raise Unusable("WG701", "expected an Excel workbook (.xlsx), found another kind of package", _SAVE)
    return found


def packed(found: Mapping[str, bytes]) -> bytes:
    """The parts as a package anew, which holds what was checked and nothing else."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, content in found.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return target.getvalue()


def _not_another_format(data: bytes) -> None:
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise _password()
        raise Unusable("WG701", "expected an Excel workbook (.xlsx), found the older format .xls", _SAVE)
    if not data.startswith(b"PK\x03\x04"):
        what = "an empty file" if not data else "a file of another kind"
        raise Unusable("WG701", f"expected an Excel workbook (.xlsx), found {what}", _SAVE)


def _bounded(entries: list[zipfile.ZipInfo]) -> None:
    """Sizes as the package declares them; the reader of parts never unpacks more than is declared."""
    total = sum(each.file_size for each in entries)
    if len(entries) > MAX_PARTS:
        raise _too_large(f"the file has {len(entries):,} parts, expected at most {MAX_PARTS}")
    if total > MAX_UNPACKED:
        raise _too_large(f"the file unpacks to {total:,} bytes, expected at most {MAX_UNPACKED:,}")
    if any(each.flag_bits & 1 for each in entries):
        raise _password()
    if len({each.filename.lower() for each in entries}) < len(entries):
        raise Unusable("WG701", "the file is damaged: a part of it stands in it twice", _SAVE)


def _password() -> Unusable:
    return Unusable(
        "WG701", "expected a workbook without a password, found an encrypted one", "save it without a password"
    )


def _too_large(message: str) -> Unusable:
    return Unusable("WG702", message, "fill in a new workbook from `wego ceds template`")
