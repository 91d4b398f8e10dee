"""Fails on links in Markdown that lead nowhere: missing files, missing headings. Usage: check_links.py REPOSITORY"""
import pathlib
import re
import subprocess
import sys

LINK = re.compile(r"(?<!\!)\[[^\]]*\]\(([^)\s]+)\)|!\[[^\]]*\]\(([^)\s]+)\)")


def anchor(heading):
    """The address that readers on the usual code hosts get for a heading."""
    words = re.sub(r"[`*]", "", heading.strip().lower())
    return re.sub(r"[^\w\- ]", "", words).replace(" ", "-")


def anchors(text):
    return {anchor(line.lstrip("#")) for line in text.split("\n") if line.startswith("#")}


def without_code(text):
    return re.sub(r"```.*?```", lambda found: "\n" * found.group().count("\n"), text, flags=re.DOTALL)


def faults(root, path, text):
    for found in LINK.finditer(without_code(text)):
        target = found.group(1) or found.group(2)
        if re.match(r"^[a-z]+:", target):
            continue
        file, _, fragment = target.partition("#")
        there = (root / path).parent / file if file else root / path
        line = text.count("\n", 0, text.find(f"]({target}")) + 1
        if not there.exists():
            yield f"{path}:{line}: {target}: no such file"
        elif fragment and there.suffix == ".md" and fragment not in anchors(there.read_text()):
            yield f"{path}:{line}: {target}: no such heading"


def markdown_files(root):
    listed = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.md"], cwd=root,
                            capture_output=True, text=True, check=True)
    return [pathlib.Path(name) for name in listed.stdout.split("\n") if name and (root / name).exists()]


def main(repository):
    root = pathlib.Path(repository).resolve()
    files = markdown_files(root)
    found = [said for path in files for said in faults(root, path, (root / path).read_text())]
    print("\n".join(found) or f"links: {len(files)} pages, none leads nowhere")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
