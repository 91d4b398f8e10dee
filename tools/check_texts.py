"""Compares the catalogues of texts with the code: nothing missing, nothing left over; prints how far each language has come.

Usage: check_texts.py REPOSITORY [--sort]   (--sort puts the keys of every catalogue in order and does nothing else)

Every error code needs problem.CODE.title and problem.CODE.detail, every event type that an action appends event.TYPE. A key is
used when the code names it (text::the_key), spells it, or builds it ("role.{}", "case.state." + name).
"""
import json
import pathlib
import re
import sys

from generate_texts import LANGUAGES, faults, identifier, read_catalogues

ERROR_CODE = re.compile(r'\bErrorCode\s+\w+\s*\{\s*"([a-z]+\.[a-z0-9_]+)"')
RIGHT = re.compile(r'\bRight(?:\s+\w+)?\s*\{\s*"([a-z]+\.[a-z0-9_]+)"')
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
EVENT = re.compile(r"[a-z]+\.[a-z]+(?:_[a-z0-9]+)+")  # module.thing_happened
# Events are written by actions, jobs, and the journal itself.
WRITES_EVENTS = re.compile(r"/(actions|jobs)/|^platform/journal/")
# Where a literal of that form names something else than an event.
NO_EVENT = re.compile(r"\bkind\b|enqueue\(|crash_point\(|by_name\(|metric|\brequire\(|\bmay\(")
# Built from all codes and types; they make no key used by themselves.
GENERAL = ("problem.", "event.")


def error_codes(sources):
    return {code for text in sources.values() for code in ERROR_CODE.findall(text)}


def event_types(sources, modules):
    rights = {right for text in sources.values() for right in RIGHT.findall(text)}
    known = rights | error_codes(sources)
    found = set()
    for path, text in sources.items():
        if not WRITES_EVENTS.search(path):
            continue
        for line in text.split("\n"):
            if line.lstrip().startswith(("//", "#include")) or NO_EVENT.search(line):
                continue
            found |= {literal for literal in LITERAL.findall(line)
                      if EVENT.fullmatch(literal) and literal.split(".")[0] in modules and literal not in known}
    return found


def built_keys(sources):
    """One expression for all keys that the code spells or builds from literals."""
    expressions = set()
    for text in sources.values():
        # A file that joins an area and a word ("{}.{}") builds every key of the areas it spells.
        joins_areas = '"{}.{}"' in text and "by_name(" in text
        for literal in LITERAL.findall(text):
            if "." not in literal or literal in GENERAL or not re.fullmatch(r"[a-z0-9][a-z0-9_.\-{}]+", literal):
                continue
            parts = [re.escape(part) for part in re.split(r"\{[^}]*\}", literal)]
            expressions.add("[a-z0-9_.-]+".join(parts) + ("[a-z0-9_.-]+" if literal.endswith(".") else ""))
            if joins_areas:
                expressions.add(re.escape(literal) + r"\.[a-z0-9_-]+")
    return re.compile("|".join(sorted(expressions)) or r"(?!)")


def missing_keys(keys, codes, events):
    for code in sorted(codes):
        for part in ("title", "detail"):
            if f"problem.{code}.{part}" not in keys:
                yield f"problem.{code}.{part}: no catalogue has it, and the error code exists"
    for event in sorted(events):
        if f"event.{event}" not in keys:
            yield f"event.{event}: no catalogue has it, and the event is appended"


def unused_keys(module, keys, sources, codes, events):
    built = built_keys(sources)
    named = set()
    for text in sources.values():
        opened = re.search(r"using namespace \w+::text\b", text)
        named |= set(re.findall(r"\w+" if opened else r"(?<=\btext::)\w+", text))
    needed = {f"problem.{code}.{part}" for code in codes for part in ("title", "detail")} | {f"event.{event}" for event in events}
    for key in keys:
        if key not in needed and identifier(key) not in named and not built.fullmatch(key):
            yield f"i18n/nb/{module}.json: {key}: nothing uses it"


def doubled_keys(catalogues, sources):
    owner, built = {}, built_keys(sources)
    for module, languages in catalogues.items():
        for key in languages["nb"]:
            is_found_by_name = built.fullmatch(key) or key.startswith(GENERAL)
            if owner.setdefault(key, module) != module and is_found_by_name:
                yield f"{key}: stands in {owner[key]} and in {module}; a search by name finds one of them"


def check(catalogues, sources):
    """catalogues: module -> language -> key -> pattern. sources: path from src/ -> text, without tests."""
    keys = {key for languages in catalogues.values() for key in languages["nb"]}
    codes, events = error_codes(sources), event_types(sources, set(catalogues) | {"platform"})
    for module, languages in catalogues.items():
        yield from faults(module, languages)
        yield from unused_keys(module, languages["nb"], sources, codes, events)
    yield from doubled_keys(catalogues, sources)
    yield from missing_keys(keys, codes, events)


def coverage(catalogues):
    total = sum(len(languages["nb"]) for languages in catalogues.values())
    shares = []
    for language in LANGUAGES:
        there = sum(len(languages[language]) for languages in catalogues.values())
        shares.append(f"{language} {100 * there // total if total else 100} %")
    return f"texts: {total} keys in {len(catalogues)} catalogues: {', '.join(shares)}"


def sort_catalogues(root):
    for file in sorted((root / "i18n").glob("*/*.json")):
        texts = json.loads(file.read_text(encoding="utf-8"))
        file.write_text(json.dumps(dict(sorted(texts.items())), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def main(repository, *options):
    root = pathlib.Path(repository)
    if "--sort" in options:
        return sort_catalogues(root)
    modules = sorted({file.stem for file in (root / "i18n").glob("*/*.json")})
    read = {module: read_catalogues(root / "i18n", module) for module in modules}
    unreadable = [fault for _, found in read.values() for fault in found]
    sources = {path.relative_to(root / "src").as_posix(): path.read_text(encoding="utf-8")
               for path in sorted((root / "src").rglob("*.[ch]pp")) if "tests" not in path.parts}
    catalogues = {module: languages for module, (languages, _) in read.items()}
    found = unreadable or list(check(catalogues, sources))
    print("\n".join([*found, coverage(catalogues)]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
