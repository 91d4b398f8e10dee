"""Draws the modules from the module table and puts the picture's Mermaid text between two marks of a page.

Usage: make_diagram.py MODULES_TXT PAGE.md [--check]   With --check nothing is written; a page that differs is a fault.
"""
import pathlib
import sys

from check_architecture import read_table

BEGIN, END = "<!-- modules: made by make diagram -->", "<!-- end of modules -->"


def reduced(table):
    """Edges that no longer way already implies: governance → directory → platform says governance → platform."""
    def reaches(start, goal, skip):
        return any(use == goal or reaches(use, goal, None) for use in table[start] if use != skip)
    return {module: [use for use in uses if not any(other != use and reaches(other, use, None) for other in uses)]
            for module, uses in table.items()}


def diagram(table):
    lines = ["```mermaid", "graph BT"]
    for module, uses in reduced(table).items():
        lines += [f"  {module} --> {use}" for use in sorted(uses)] or [f"  {module}"]
    tops = [module for module in table if not any(module in uses for uses in table.values())]
    lines += [f"  app --> {module}" for module in tops]
    return "\n".join([*lines, "```"])


def put(page, picture):
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        sys.exit(f"the page has no place for the picture: {BEGIN} … {END}")
    return f"{before}{BEGIN}\n{picture}\n{END}{after}"


def main(table_file, page_file, *options):
    page = pathlib.Path(page_file)
    text = page.read_text()
    drawn = put(text, diagram(read_table(pathlib.Path(table_file).read_text())))
    if "--check" in options:
        print("diagram: the page shows the modules as they are" if drawn == text else f"{page_file}: run make diagram")
        return 0 if drawn == text else 1
    page.write_text(drawn)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
