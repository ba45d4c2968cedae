"""The published ``/assets`` folder: the theme's own files, with one stylesheet instead of many.

In: ``theme/assets/**`` (copied as it is), the stylesheets and scripts beside the templates that use them.
Out: a folder named by its content. Not here: Material's stylesheets and scripts, which are not published at all.
"""

import os
import re
import shutil
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from generator.render.host_request import HostError

ORDER = ("tokens.css", "base.css", "layout.css", "chrome.css")
"""Our sheets, first to last; those of components follow in the order of their paths, ``print.css`` closes."""
LAST = "print.css"
SHEET = Path("wego/site.css")
SCRIPTS = Path("wego/components")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def build_assets(root: Path, work: Path) -> Path:
    """Make the folder to publish as ``/assets``; the same input gives the folder that is already there."""
    theme = root / "theme"
    copied = _files(theme / "assets")
    beside = [
        path for place in ("components", "pages") for path in _files(theme / place) if path.suffix in (".css", ".js")
    ]
    digest = _digest([*copied, *beside], theme)
    folder = work / f"assets-{digest[:16]}"
    if folder.is_dir():
        return folder
    fresh = work / f"run-{os.getpid()}-assets"
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        _write(fresh, theme, copied, beside)
        fresh.rename(folder)
    except OSError:
        if not folder.is_dir():  # else another build made the same folder meanwhile
            raise
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return folder


def _write(folder: Path, theme: Path, copied: list[Path], beside: list[Path]) -> None:
    sheets = {path.name: path for path in copied if path.suffix == ".css" and path.parent == theme / "assets" / "wego"}
    for path in copied:
        if path not in sheets.values():
            _copy(path, folder / path.relative_to(theme / "assets"))
    scripts = [path for path in beside if path.suffix == ".js"]
    if len({path.name for path in scripts}) < len(scripts):
        raise HostError("theme: two scripts have the same name; they are published in one folder, so rename one")
    for path in scripts:
        _copy(path, folder / SCRIPTS / path.name)
    unknown = sorted(sheets.keys() - {*ORDER, LAST})
    if unknown:
        raise HostError(f"theme/assets/wego: no place in the order of stylesheets for {', '.join(unknown)}")
    ordered = [sheets[name] for name in ORDER if name in sheets]
    ordered += [path for path in beside if path.suffix == ".css"]
    ordered += [sheets[LAST]] if LAST in sheets else []
    (folder / SHEET).parent.mkdir(parents=True, exist_ok=True)
    (folder / SHEET).write_text(_joined(ordered), encoding="utf-8")


def _joined(sheets: Iterable[Path]) -> str:
    text = "\n".join(_COMMENT.sub("", path.read_text(encoding="utf-8")) for path in sheets)
    return re.sub(r"\s*\n\s*", "\n", text).strip() + "\n"


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))


def _digest(files: Iterable[Path], theme: Path) -> str:
    state = sha256(Path(__file__).read_bytes())
    for path in files:
        state.update(f"\0{path.relative_to(theme).as_posix()}\0".encode())
        state.update(path.read_bytes())
    return state.hexdigest()
