"""Nothing is half-published: killed, refused or wrong, a build leaves the old site as it was."""

from __future__ import annotations

import hashlib
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.model.kinds import KINDS

ROOT = Path(__file__).parent.parent
SMALL = ROOT / "tests" / "sites" / "small"


class Project:
    """A copy of the small site that a test may change, built by the command line."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.site = folder / "out" / "site"
        for name in ("data", "content"):
            shutil.copytree(SMALL / name, folder / name)

    def command(self, *options: str, site: Path | None = None) -> list[str]:
        place = site or self.site
        return [
            sys.executable,
            "-m",
            "generator",
            "build",
            "--root",
            str(ROOT),
            "--data",
            str(self.folder / "data"),
            "--content",
            str(self.folder / "content"),
            "--work-dir",
            str(self.folder / "work"),
            "--site-dir",
            str(place),
            *options,
        ]

    def build(self, *options: str, site: Path | None = None, **more: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command(*options, site=site),
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "SOURCE_DATE_EPOCH": "1795305600"},
            **more,
        )  # type: ignore[call-overload]

    def say(self, words: str) -> None:
        """Change every page a little."""
        for file in (self.folder / "content").rglob("index.md"):
            file.write_text(file.read_text("utf-8") + f"\n\n{words}\n", "utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def state(site: Path) -> dict[str, str]:
    """Every file and its hash."""
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def outside_search(found: dict[str, str]) -> dict[str, str]:
    return {address: digest for address, digest in found.items() if not address.startswith("pagefind/")}


def is_whole(site: Path) -> bool:
    """Whether SHA256SUMS names exactly the files there are (besides the index), each with its hash."""
    found = outside_search(state(site))
    found.pop("SHA256SUMS")
    lines = (line.split("  ", 1) for line in (site / "SHA256SUMS").read_text("utf-8").splitlines())
    return found == {address: digest for digest, address in lines}


def test_two_builds_give_the_same_bytes(project: Project, tmp_path: Path) -> None:
    assert project.build().returncode == 0
    again = Project(tmp_path / "again")
    assert again.build().returncode == 0
    assert outside_search(state(project.site)) == outside_search(state(again.site))
    assert is_whole(project.site)


def test_a_warm_build_does_only_what_changed_and_equals_a_fresh_one(project: Project, tmp_path: Path) -> None:
    project.build()
    page = project.site / "en" / "topics" / "index.html"
    before = {path: path.stat().st_ino for path in project.site.rglob("*.html")}
    assert project.build().returncode == 0
    assert page.stat().st_ino == before[page]
    city = sorted((project.folder / "data" / "cities").glob("*.yml"))[0]
    city.write_text(city.read_text("utf-8").replace("small site", "A name nobody used before", 1), "utf-8")
    assert project.build().returncode == 0
    same = [path for path, inode in before.items() if path.exists() and path.stat().st_ino == inode]
    assert same, "no page was carried over"
    assert "A name nobody used before" in (project.site / "en" / "cities" / f"{city.stem}.html").read_text("utf-8")
    warm = outside_search(state(project.site))
    shutil.rmtree(project.folder / "work")
    assert project.build("--clean", site=tmp_path / "fresh").returncode == 0
    assert warm == outside_search(state(tmp_path / "fresh"))


def test_after_an_edit_of_any_kind_the_pages_are_those_of_a_fresh_build(project: Project, tmp_path: Path) -> None:
    project.build()
    edited = []
    # Kinds without pages of their own stand on pages that any edit makes anew; these here have neighbours on other pages.
    near = ("practice", "programme", "city", "body", "topic", "source", "award", "study", "event", "disagreement")
    for kind in (KINDS[name] for name in near):
        files = sorted(
            each for each in (project.folder / "data" / kind.data).glob("*.yml") if "example-" not in each.name
        )
        for file in files[:1]:
            text = file.read_text("utf-8")
            # The first English text of the record: its name, title or question.
            file.write_text(re.sub(r"\ben: (\"?)", rf"en: \1{kind.name.title()} edited. ", text, count=1), "utf-8")
            done = project.build()
            assert done.returncode == 0, (kind.name, done.stderr)
            edited.append(kind.name)
    assert edited == list(near)
    warm = outside_search(state(project.site))
    shutil.rmtree(project.folder / "work")
    assert project.build("--clean", site=tmp_path / "fresh").returncode == 0
    fresh = outside_search(state(tmp_path / "fresh"))
    assert sorted(path for path in fresh if warm.get(path) != fresh[path]) == []


def test_a_touched_page_is_not_carried_over(project: Project) -> None:
    project.build()
    page = project.site / "en" / "about.html"
    page.write_text("changed by hand", "utf-8")
    project.build()
    assert "changed by hand" not in page.read_text("utf-8")
    assert is_whole(project.site)


def test_a_mistake_leaves_the_old_site_byte_for_byte(project: Project) -> None:
    project.build()
    before = state(project.site)
    record = sorted((project.folder / "data" / "cities").glob("*.yml"))[0]
    record.write_text(record.read_text("utf-8") + "counrty: KR\n", "utf-8")
    done = project.build()
    assert done.returncode == 1
    assert "WG201" in done.stderr and "was not touched" in done.stderr and "Traceback" not in done.stderr
    assert state(project.site) == before


def test_a_broken_link_in_prose_stops_the_build(project: Project) -> None:
    project.build()
    before = state(project.site)
    page = project.folder / "content" / "en" / "about.md"
    page.write_text(page.read_text("utf-8") + "\n[nowhere](cities/atlantis.html)\n", "utf-8")
    done = project.build()
    assert done.returncode == 1 and "WG601" in done.stderr and "cities/atlantis.html" in done.stderr
    assert state(project.site) == before


def leftovers(site: Path) -> list[str]:
    return [path.name for path in site.parent.iterdir() if path.name.startswith((".stage-", ".old-"))]


def test_killed_at_any_moment_the_old_site_stands(project: Project) -> None:
    project.build("--lang", "en")
    start = time.perf_counter()
    project.say("measured")
    project.build("--lang", "en")
    whole = time.perf_counter() - start
    dice = random.Random(20)
    for number in range(16):
        project.say(f"change {number}")
        before = state(project.site)
        running = subprocess.Popen(
            project.command("--lang", "en"),
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        time.sleep(dice.uniform(0.02, whole * 1.05))
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()
        assert state(project.site) == before or is_whole(project.site), f"after kill {number}"
    assert project.build("--lang", "en").returncode == 0
    assert is_whole(project.site)
    assert leftovers(project.site) == []


def test_a_second_build_at_once_is_refused(project: Project) -> None:
    project.build()
    before = state(project.site)
    from generator.publish.staging import only_build

    with only_build(project.site, project.folder / "other"):
        done = project.build()
    assert done.returncode == 1
    assert "another build" in done.stderr and "Traceback" not in done.stderr
    assert state(project.site) == before


@pytest.fixture
def outside() -> Iterator[Path]:
    """A folder that somebody else may enter; pytest's own are closed to others."""
    folder = Path(tempfile.mkdtemp(prefix="wego-test-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def test_a_site_that_may_not_be_written_is_a_clear_error(outside: Path) -> None:
    project = Project(outside)
    project.build()
    before = state(project.site)
    parent = project.site.parent
    if os.geteuid() == 0:
        done = subprocess.run(
            ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "true"], check=False, capture_output=True
        )
        if done.returncode:
            pytest.skip("root may write everywhere, and this machine has no setpriv to become somebody else")
        for folder in (project.folder, project.folder / "work"):
            subprocess.run(["chown", "-R", "65534", str(folder)], check=True)
        subprocess.run(["chown", "-R", "0", str(parent)], check=True)
        run = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *project.command()]
        done_text = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=False)
    else:
        parent.chmod(0o555)
        try:
            done_text = project.build()
        finally:
            parent.chmod(0o755)
    assert done_text.returncode == 1, done_text.stderr
    assert "may not be written" in done_text.stderr and "Traceback" not in done_text.stderr
    assert state(project.site) == before


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system with room for one site and a little more."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = (
        os.geteuid() == 0
        and subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(place)], check=False, capture_output=True
        ).returncode
        == 0
    )
    if not mounted:
        pytest.skip("mounting a small file system needs root")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk_is_a_clear_error_and_the_old_site_stands(project: Project, tiny_disk: Path) -> None:
    site = tiny_disk / "site"
    first = project.build(site=site)
    assert first.returncode == 0, first.stderr
    before = state(site)
    with (tiny_disk / "ballast").open("wb") as ballast:
        try:
            while True:
                ballast.write(bytes(65536))
                ballast.flush()
        except OSError:
            pass
    project.say("no room for this")
    done = project.build(site=site)
    assert done.returncode == 1, done.stderr
    assert "disk is full" in done.stderr and "Traceback" not in done.stderr
    assert state(site) == before


def test_a_partial_site_needs_its_own_folder(project: Project) -> None:
    command = [each for each in project.command("--lang", "en") if each not in ("--site-dir", str(project.site))]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2 and "--site-dir" in done.stderr
