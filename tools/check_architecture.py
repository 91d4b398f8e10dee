"""Fails when a file includes what the dependency table or the room rules do not allow.

Reads only #include lines, so it needs no compiler. Usage: check_architecture.py SRC_DIRECTORY MODULES_TXT
"""
import pathlib
import re
import sys

INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.MULTILINE)

# Which rooms of its own module each room may include. Every room may include the module's front door.
ROOMS = {
    "domain": set(),
    "store": {"domain"},
    "actions": {"domain", "store"},
    "views": {"domain"},
    "http": {"domain", "store", "actions", "views"},
    "jobs": {"domain", "store", "actions"},
    "testing": set(),  # what other modules' tests begin with; made through the front door
    "tests": {"domain", "store", "actions", "views", "http", "jobs", "testing"},
}
NOT_CODE = {"facts"}  # tables that travel with the module
TOPICS = {"platform", "app"}  # folders here are topics, not rooms
GENERATED = re.compile(r"^[a-z]+/texts\.hpp$")


def place(path):
    """'dispatch/store/x.hpp' -> ('dispatch', 'store'); a file of the module's root is its front door: room ''."""
    parts = path.split("/")
    return parts[0], parts[1] if len(parts) > 2 else ""


def allowed_rooms(path, room):
    if room:
        return ROOMS.get(room, set())
    return set() if path.endswith(".hpp") else set(ROOMS) - {"tests", "testing"}  # a front-door header leaks no room


def fault(path, target, table):
    """What is wrong with one include, or an empty text."""
    module, room = place(path)
    to_module, to_room = place(target)
    if "/" not in target or (to_module not in table and to_module != module):
        return f'write the include from src/, as "module/file.hpp" ({target})'
    if GENERATED.match(target) and to_module not in (module, "platform") and room != "tests" and module != "app":
        return f"the texts of {to_module} are its own ({target})"
    if module == to_module:
        crosses = module not in TOPICS and to_room and to_room != room
        if crosses and to_room not in allowed_rooms(path, room):
            return f"{room or 'front door'} may not include {to_room}/ ({target})"
        if module == "platform" and to_room in ("tests", "testing") and room != "testing" and "/tests/" not in path:
            return f"nothing but tests knows {to_room}/ ({target})"
        return ""
    if module != "app" and to_module not in table.get(module, set()):
        return f"{module} does not name {to_module} in its USES ({target})"
    if to_room == "testing" or (to_module == "platform" and to_room == "tests"):
        return "" if room in ("tests", "testing") else f"nothing but tests knows {to_room}/ ({target})"
    if to_module not in TOPICS and to_room:
        return f"only the front door of {to_module} is open, not {to_room}/ ({target})"
    return ""


def violations(files, table):
    """files: (path from src/, text) pairs. Yields one message for each broken rule."""
    for path, text in files:
        module, room = place(path)
        if module not in TOPICS and room and room not in ROOMS and room not in NOT_CODE:
            yield f"{path}: {room}/ is no room; the rooms are {', '.join(ROOMS)}"
            continue
        for target in INCLUDE.findall(text):
            said = fault(path, target, table)
            if said:
                yield f"{path}: {said}"


def read_table(text):
    """'dispatch: platform;directory' lines, as CMake writes them."""
    pairs = (line.partition(":") for line in text.splitlines() if line.strip())
    return {name.strip(): {use for use in re.split(r"[;\s]+", uses) if use} for name, _, uses in pairs}


def main(source, table_file):
    table = read_table(pathlib.Path(table_file).read_text())
    root = pathlib.Path(source)
    files = [(path.relative_to(root).as_posix(), path.read_text()) for path in sorted(root.rglob("*.[ch]pp"))]
    found = list(violations(files, table))
    print("\n".join(found) or f"architecture: {len(files)} files in {len(table)} modules, no violation")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
