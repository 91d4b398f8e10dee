"""Makes typed message keys from the catalogues of one module.

Usage: generate_texts.py I18N_DIRECTORY MODULE OUTPUT_DIRECTORY

Bokmål (nb) is the source and nynorsk (nn) must be complete; northern Sami (se) and English (en) may lack keys.
Stops with every fault at once: a missing translation, other arguments than bokmål's, a plural form that the
language has and the message lacks, markup inside a message.
"""
import json
import pathlib
import re
import sys

LANGUAGES = ("nb", "nn", "se", "en")
COMPLETE = ("nb", "nn")
PLURAL_FORMS = {"nb": {"one", "other"}, "nn": {"one", "other"}, "se": {"one", "two", "other"}, "en": {"one", "other"}}
ARGUMENT = re.compile(r"\{\s*([a-zA-Z][a-zA-Z0-9_]*)\s*(?:,\s*([a-z]+))?")
# C++ has taken these words; a key that ends up as one of them gets a trailing underscore.
RESERVED = {"case", "new", "delete", "default", "switch", "for", "public", "private", "export", "register", "and", "or", "not"}


def unquoted(pattern):
    """The pattern without ICU's quoted parts, where braces are plain text."""
    return re.sub(r"'\{[^']*'", "", pattern.replace("''", ""))


def arguments(pattern):
    """Name -> C++ type, in order of first appearance."""
    found = {}
    for name, kind in ARGUMENT.findall(unquoted(pattern)):
        cpp = "std::int64_t" if kind in ("plural", "number", "selectordinal") else "std::string_view"
        if found.get(name) != "std::int64_t":
            found[name] = cpp
    # Inside a plural, "{one {…}}" branches look like arguments only when they begin with a letter right after '{'.
    return found


def plural_forms(pattern):
    return [set(re.findall(r"(?:^|[\s}])(zero|one|two|few|many|other|=\d+)\s*\{", tail))
            for tail in re.split(r",\s*plural\s*,", pattern)[1:]]


def branch_texts_removed(pattern):
    """Removes '{…}' bodies of plural and select branches, keeping arguments named inside them."""
    return re.sub(r"\b(zero|one|two|few|many|other|=\d+|[a-z_]+)\s*\{(?!\s*[a-zA-Z_]+\s*[,}])", r"\1 (", pattern)


def faults(module, catalogues):
    for language in LANGUAGES:
        for key, pattern in catalogues[language].items():
            where = f"i18n/{language}/{module}.json: {key}"
            source = catalogues["nb"].get(key)
            if source is None:
                yield f"{where}: bokmål has no such key"
                continue
            if set(named(pattern)) != set(named(source)):
                yield f"{where}: arguments {sorted(named(pattern))} differ from bokmål's {sorted(named(source))}"
            for forms in plural_forms(pattern):
                missing = PLURAL_FORMS[language] - forms
                if missing and "=0" not in missing:
                    yield f"{where}: plural form {', '.join(sorted(missing))} is missing"
            if re.search(r"<[a-z/]", pattern):
                yield f"{where}: markup does not belong in a message"
        if language in COMPLETE:
            for key in catalogues["nb"].keys() - catalogues[language].keys():
                yield f"i18n/{language}/{module}.json: {key} is missing"


def named(pattern):
    return arguments(branch_texts_removed(pattern))


def identifier(key):
    name = re.sub(r"[^a-z0-9]+", "_", key.lower())
    return name + "_" if name in RESERVED else name


def literal(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def header(module, source):
    lines = ["#pragma once", "// Made by tools/generate_texts.py from i18n/.", '#include "platform/i18n/message.hpp"', "",
             f"namespace {module}::text {{", "", "extern const i18n::Catalogue catalogue;", ""]
    for index, (key, pattern) in enumerate(source.items()):
        name, parameters = identifier(key), named(pattern)
        lines.append("/// " + pattern.replace("\n", " ").rstrip("\\"))
        if not parameters:
            lines.append(f"inline constexpr i18n::Message {name}{{&catalogue, {index}}};")
            continue
        fields = " ".join(f"{cpp} {argument};" for argument, cpp in parameters.items())
        values = ", ".join(f'{{"{argument}", values.{argument}}}' for argument in parameters)
        lines.append(f"struct {name}_values {{ {fields} }};")
        lines.append(f"inline i18n::Filled {name}(const {name}_values& values) {{ "
                     f"return {{{{&catalogue, {index}}}, {{{values}}}}}; }}")
    return "\n".join(lines + ["", f"}} // namespace {module}::text", ""])


def source_file(module, catalogues):
    rows = [f"    {{{literal(key)}, {{{', '.join(literal(catalogues[l].get(key, '')) for l in LANGUAGES)}}}}},"
            for key in catalogues["nb"]]
    return "\n".join([f'#include "{module}/texts.hpp"', "", f"namespace {module}::text {{",
                      "static constexpr i18n::Entry entries[] = {", *rows, "};",
                      f'const i18n::Catalogue catalogue{{"{module}", entries}};', f"}} // namespace {module}::text", ""])


def write_if_changed(path, text):
    if not path.exists() or path.read_text() != text:
        path.write_text(text)
    path.touch()


def main(i18n, module, output):
    root, out = pathlib.Path(i18n), pathlib.Path(output)
    files = {language: root / language / f"{module}.json" for language in LANGUAGES}
    catalogues = {l: json.loads(f.read_text()) if f.exists() else {} for l, f in files.items()}
    found = list(faults(module, catalogues))
    if found:
        sys.exit("\n".join(found))
    out.mkdir(parents=True, exist_ok=True)
    write_if_changed(out / "texts.hpp", header(module, catalogues["nb"]))
    write_if_changed(out / "texts.cpp", source_file(module, catalogues))


if __name__ == "__main__":
    main(*sys.argv[1:])
