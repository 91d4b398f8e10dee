"""Compares three lists of error codes: the tables in the code, docs/api/problems.md, and the tests that provoke them.

Usage: check_problems.py REPOSITORY
"""
import pathlib
import re
import sys

DECLARED = re.compile(r'ErrorCode\s+\w+\s*\{\s*"([a-z]+\.[a-z0-9_]+)"')
DOCUMENTED = re.compile(r"^## ([a-z]+\.[a-z0-9_]+)\s*$", re.MULTILINE)
# A code, a code's C++ name with its module, or one whose text is asked for. Looked for ahead: one may begin in another.
MENTIONED = re.compile(r"\b(?=(\w+(?:::|\.)\w+))")
NAME = re.compile(r'ErrorCode\s+(\w+)\s*\{\s*"([a-z]+\.[a-z0-9_]+)"')


def compare(declared, documented, provoked):
    """declared: code -> C++ name. documented: list of codes. provoked: all text of all tests."""
    for code in sorted(declared.keys() - set(documented)):
        yield f"{code}: has no paragraph in docs/api/problems.md"
    for code in sorted(set(documented) - declared.keys()):
        yield f"{code}: stands in docs/api/problems.md, and no code gives it"
    for code in sorted({code for code in documented if documented.count(code) > 1}):
        yield f"{code}: stands twice in docs/api/problems.md"
    mentioned = set(MENTIONED.findall(provoked))
    for code, name in sorted(declared.items()):
        module = code.split(".")[0]
        if mentioned.isdisjoint({code, f"{module}::{name}", f"{name}.name"}):
            yield f"{code}: no test provokes it"


def main(repository):
    root = pathlib.Path(repository)
    sources = [p for p in root.glob("src/**/*.hpp")]
    declared = {code: name for path in sources for name, code in NAME.findall(path.read_text())}
    page = root / "docs/api/problems.md"
    documented = DOCUMENTED.findall(page.read_text()) if page.exists() else []
    tests = [*root.glob("src/**/tests/*.cpp"), *root.glob("src/app/tests/*.cpp"), *root.glob("tests/**/*.py"), *root.glob("tests/**/*.mjs")]
    provoked = "\n".join(path.read_text() for path in tests if "node_modules" not in path.parts)
    found = list(compare(declared, documented, provoked))
    print("\n".join(found) or f"problems: {len(declared)} error codes, each documented and provoked by a test")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
