"""Makes typed message keys from the catalogues of one module.

Usage: generate_texts.py I18N_DIRECTORY MODULE OUTPUT_DIRECTORY

Bokmål (nb) is the source and nynorsk (nn) must be complete; northern Sami (se) and English (en) may lack keys.
Stops with every fault at once: a missing translation, other arguments than bokmål's, a plural form that the
language has and the message lacks, another choice than bokmål's, markup inside a message, a pattern that ICU refuses.
"""
import json
import pathlib
import re
import sys

from message_pattern import Argument, PatternFault, argument_kinds, parse, walk

LANGUAGES = ("nb", "nn", "se", "en")
COMPLETE = ("nb", "nn")
# CLDR's plural categories; se has a dual.
PLURAL_FORMS = {"nb": {"one", "other"}, "nn": {"one", "other"}, "se": {"one", "two", "other"}, "en": {"one", "other"}}
KEY = re.compile(r"[a-z0-9]+([._-][a-z0-9]+)*")
MARKUP = re.compile(r"<[a-zA-Z/!]|&[a-z]+;|&#")
# C++ has taken these words; a key that ends up as one of them gets a trailing underscore.
RESERVED = set("""alignas alignof and and_eq asm auto bitand bitor bool break case catch char class compl concept const
    const_cast consteval constexpr constinit continue co_await co_return co_yield decltype default delete do double
    dynamic_cast else enum explicit export extern false float for friend goto if inline int long mutable namespace new
    noexcept not not_eq nullptr operator or or_eq private protected public register reinterpret_cast requires return short
    signed sizeof static static_assert static_cast struct switch template this thread_local throw true try typedef typeid
    typename union unsigned using virtual void volatile wchar_t while xor xor_eq catalogue""".split())


def identifier(key):
    name = re.sub(r"[^a-z0-9]+", "_", key.lower())
    if name[0].isdigit():
        name = "_" + name
    return name + "_" if name in RESERVED else name


def cpp_types(parts):
    """Argument name -> C++ type, in order of first appearance."""
    return {name: "std::string_view" if kinds <= {"", "select"} else "std::int64_t"
            for name, kinds in argument_kinds(parts).items()}


def pattern_faults(language, parts):
    """What is wrong with a message of that language, whatever bokmål says."""
    for part in walk(parts):
        if isinstance(part, str):
            if MARKUP.search(part):
                yield f"markup does not belong in a message ({MARKUP.search(part).group()}…)"
        elif part.name in RESERVED:
            yield f"the argument {part.name} is a word of C++"
        elif part.kind == "plural":
            missing = PLURAL_FORMS[language] - part.branches.keys()
            # A message that has a form for =1 still needs "one": 21 is "one" in some languages, and a reader counts on it.
            if missing:
                yield f"plural form {', '.join(sorted(missing))} of {{{part.name}}} is missing"
            extra = {s for s in part.branches if not s.startswith("=")} - PLURAL_FORMS[language]
            if extra:
                yield f"{language} has no plural form {', '.join(sorted(extra))}"
    for name, kinds in argument_kinds(parts).items():
        if "select" in kinds and kinds & {"plural", "number", "selectordinal"}:
            yield f"{{{name}}} is used as a number and as a word"


def choices(parts):
    """Argument name -> the words that a select tells apart."""
    return {part.name: set(part.branches) for part in walk(parts) if isinstance(part, Argument) and part.kind == "select"}


def differences(parts, source):
    """What a translation may not change."""
    own, bokmaal = cpp_types(parts), cpp_types(source)
    if own.keys() != bokmaal.keys():
        yield f"arguments {sorted(own)} differ from bokmål's {sorted(bokmaal)}"
    for name in own.keys() & bokmaal.keys():
        if own[name] != bokmaal[name]:
            yield f"{{{name}}} is {own[name]} here and {bokmaal[name]} in bokmål"
    for name, words in choices(parts).items():
        if words != choices(source).get(name, words):
            yield f"{{{name}, select}} tells apart {sorted(words)}, bokmål {sorted(choices(source)[name])}"


def parsed(module, catalogues, found):
    """Language -> key -> parts; what cannot be parsed is left out and told in found."""
    out = {language: {} for language in LANGUAGES}
    for language in LANGUAGES:
        for key, pattern in catalogues[language].items():
            where = f"i18n/{language}/{module}.json: {key}"
            if not isinstance(pattern, str) or not pattern.strip():
                found.append(f"{where}: has no text")
            elif not KEY.fullmatch(key):
                found.append(f"{where}: a key is lower case words with dots between")
            else:
                try:
                    out[language][key] = parse(pattern)
                except PatternFault as fault:
                    found.append(f"{where}: {fault}")
    return out


def faults(module, catalogues):
    found = []
    parts_of = parsed(module, catalogues, found)
    names = {}
    for key in catalogues["nb"]:
        other = names.setdefault(identifier(key), key)
        if other != key:
            found.append(f"i18n/nb/{module}.json: {key} and {other} have the same name in C++")
    for language in LANGUAGES:
        for key, parts in parts_of[language].items():
            where = f"i18n/{language}/{module}.json: {key}"
            if key not in catalogues["nb"]:
                found.append(f"{where}: bokmål has no such key")
            found += [f"{where}: {fault}" for fault in pattern_faults(language, parts)]
            found += [f"{where}: {fault}" for fault in differences(parts, parts_of["nb"].get(key, parts))]
        if language in COMPLETE:
            found += [f"i18n/{language}/{module}.json: {key} is missing"
                      for key in catalogues["nb"] if key not in catalogues[language]]
    return found


def literal(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("?", "\\?") + '"'


def header(module, source):
    lines = ["#pragma once", "// Made by tools/generate_texts.py from i18n/.", '#include "platform/i18n/message.hpp"', "",
             f"namespace {module}::text {{", "", "extern const i18n::Catalogue catalogue;", ""]
    for index, (key, pattern) in enumerate(source.items()):
        name, parameters = identifier(key), cpp_types(parse(pattern))
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


def refuse_doubles(pairs):
    """JSON would keep the last of two equal keys and say nothing."""
    keys = [key for key, _ in pairs]
    doubles = sorted({key for key in keys if keys.count(key) > 1})
    if doubles:
        raise ValueError(f"{', '.join(doubles)} stands twice")
    return dict(pairs)


def read_catalogues(root, module):
    """Language -> key -> pattern, keys sorted; and what could not be read."""
    catalogues, found = {}, []
    for language in LANGUAGES:
        file = pathlib.Path(root) / language / f"{module}.json"
        try:
            read = json.loads(file.read_text(encoding="utf-8"), object_pairs_hook=refuse_doubles) if file.exists() else {}
            catalogues[language] = dict(sorted(read.items()))
        except ValueError as fault:
            catalogues[language] = {}
            found.append(f"i18n/{language}/{module}.json: {fault}")
    return catalogues, found


def write_if_changed(path, text):
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")
    path.touch()


def main(i18n, module, output):
    catalogues, found = read_catalogues(i18n, module)
    found = found or faults(module, catalogues)
    if found:
        sys.exit("\n".join(found))
    out = pathlib.Path(output)
    out.mkdir(parents=True, exist_ok=True)
    write_if_changed(out / "texts.hpp", header(module, catalogues["nb"]))
    write_if_changed(out / "texts.cpp", source_file(module, catalogues))


if __name__ == "__main__":
    main(*sys.argv[1:])
