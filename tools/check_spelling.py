"""Spell-checks comments, identifiers (split at _ and capitals) and English pages with codespell.

Usage: check_spelling.py REPOSITORY. Words that codespell takes for slips and are none stand in tools/words.txt.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SOURCES = ("src/**/*.hpp", "src/**/*.cpp", "tools/*.py", "cmake/*.cmake", "tests/**/*.py", "*.md", "docs/**/*.md", "src/**/*.md", "web/src/*.js")
NORWEGIAN = ("docs/operating",)  # pages in Norwegian are not checked against English words


def split_words(text):
    """'STALE_TRESHOLD getCorespondences' -> one lower-case word each, line by line."""
    text = re.sub(r"([a-z0-9])([A-Z])", r"\1 \2", text)
    return re.sub(r"[_\-]+", " ", text).lower()


def misspelt(folder, allowed):
    """Runs codespell over a folder; gives its lines."""
    done = subprocess.run(["codespell", "-L", ",".join(allowed), "."], cwd=folder, capture_output=True, text=True, check=False)
    return [line.removeprefix("./") for line in done.stdout.split("\n") if line.strip()]


def check(texts, allowed):
    with tempfile.TemporaryDirectory() as folder:
        for path, text in texts:
            copy = pathlib.Path(folder) / path
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(split_words(text))
        return misspelt(folder, allowed)


def main(repository):
    if not shutil.which("codespell"):
        sys.exit("spelling: codespell is not installed; tools/setup test installs it")
    root = pathlib.Path(repository)
    allowed = (root / "tools/words.txt").read_text().split()
    own = {"check_spelling.py", "check_spelling_test.py"}
    files = sorted({p for pattern in SOURCES for p in root.glob(pattern)
                    if p.name not in own and not {"node_modules", "build", "fixtures"} & set(p.parts) and not str(p.relative_to(root)).startswith(NORWEGIAN)})
    found = check([(str(p.relative_to(root)), p.read_text()) for p in files], allowed)
    print("\n".join(found) or f"spelling: {len(files)} files, no slip")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
