"""Fails on patterns that the house has a better way for: what, where allowed, what to use instead, why.

Usage: check_house_rules.py REPOSITORY
"""
import pathlib
import re
import sys
from typing import NamedTuple


class Rule(NamedTuple):
    pattern: str
    allowed: str  # regular expression of paths from src/ where the pattern may stand
    instead: str
    why: str


RULES = [
    Rule(r"system_clock::now\(|\btime\((NULL|nullptr|0)\)|gettimeofday", r"^platform/clock\.cpp$", "Clock&", "tests must be able to run a year in a second"),
    Rule(r"\b(std::rand|srand|random_device)\b", r"^platform/random\.cpp$", "Random&", "chance repeats itself in tests"),
    Rule(r"sleep_for|sleep_until|\busleep\(", r"^platform/(http|jobs|db|net)/[a-z_]+\.cpp$", "ManualClock, or a condition variable with a limit", "nothing sleeps"),
    Rule(r"catch \(\.\.\.\)", r"^platform/(http/dispatcher|http/[a-z_]*pool|jobs/[a-z_]+|db/[a-z_]*writer|db/[a-z_]+_database)\.cpp$", "Result, made in the wrapper that calls the library", "everything is caught only at the request, job and writer borders"),
    Rule(r'"\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|WITH)\s', r"^(platform/|[a-z]+/store/|[a-z]+/tests/|app/)", "a function in store/", "all SQL of a module stands in one room"),
    Rule(r"#include <(sqlite3|libpq-fe)\.h>", r"^platform/(db|testing)/", "platform/db", "one SQL for both databases"),
    Rule(r"#include <(openssl/|cjose/)", r"^platform/(crypto|http|blobs|journal)/", "platform/crypto", "one place decides about keys and algorithms"),
    Rule(r"#include <p11-kit/|\bdlopen\(", r"^platform/crypto/key_token\.cpp$", "crypto::KeyToken", "a device has one session in a process"),
    Rule(r"#include <boost/(beast|asio)", r"^platform/(http|testing)/|^platform/.*tests/", "platform/http", "Beast costs seconds in every unit that sees it"),
    Rule(r"#include <boost/json", r"^platform/json/", "platform/json", "JSON has one reader and one writer"),
    Rule(r"#include <spdlog", r"^platform/log/", "platform/log", "6 s for each unit that includes it"),
    Rule(r"#include <CLI/", r"^app/command_line\.cpp$", "app/command_line.hpp", "4 s for each unit that includes it"),
    Rule(r"#include <curl/", r"^platform/(net|mail|sftp)/", "platform/net, platform/mail or platform/sftp", "time-outs and limits are set in one place"),
    Rule(r"#include <(qpdf/|cairo|pango/)", r"^platform/pdf/[a-z_]+\.cpp$", "pdf::Workshop", "what strangers send is read in a process of its own"),
    Rule(r"#include <(libxml|libical|cmark)", r"^platform/", "the wrapper in platform/", "one source file a library"),
    Rule(r"\bgetenv\(", r"^(app/config[a-z_]*\.cpp|platform/testing/|platform/crash_point\.cpp|[a-z]+/tests/|platform/.*tests/)", "app/config", "settings come from one table"),
    Rule(r"std::sto(i|l|ul|ll|ull|d|f)\b|\bato[if]\(", r"^$", "std::from_chars", "it throws, or it takes anything"),
    Rule(r"\b(TODO|FIXME|XXX|HACK)\b(?!\(#\d+\))", r"^$", "TODO(#123): with the number of an issue", "a promise without a number is forgotten"),
    Rule(r"html::trusted\(|[^:a-z_]trusted\(", r"^platform/(html|ui)/|^directory/views/", "elements of platform/html", "text becomes Html only by being escaped"),
    Rule(r"\bstrcpy\b|\bsprintf\b|\bstrcat\b|\bgets\(", r"^$", "fmt::format", "no limit"),
    Rule(r"\bNDEBUG\b|\bassert\(", r"^$", "ensure()", "invariants are checked in production too"),
    Rule(r"\bsystem\(\"|\bpopen\(", r"^$", "no shell", "every argument is hostile"),
    Rule(r"[{,]\s*\.\w+\s*=(?:(?!\[[&=\w, ]*\]\s*[({])[^;])*?\bTRY\(", r"^$", "a value of its own before the initialiser", "when TRY returns, g++ forgets to destroy the members already made"),
    Rule(r"\busing namespace (std|boost)\s*;", r"^$", "the names themselves", "two libraries share words"),
]
LINES_PER_FILE_MAX = 420
LINES_PER_FUNCTION_MAX = 60


def without_comments(text):
    text = re.sub(r"/\*.*?\*/", lambda found: "\n" * found.group().count("\n"), text, flags=re.DOTALL)
    return re.sub(r"//[^\n]*", lambda found: found.group() if re.search(r"TODO|FIXME|XXX|HACK", found.group()) else "", text)


def broken_rules(path, text):
    code = without_comments(text)
    for rule in RULES:
        if re.search(rule.allowed, path) and rule.allowed != "^$":
            continue
        for found in re.finditer(rule.pattern, code):
            line = code.count("\n", 0, found.start()) + 1
            yield f"{path}:{line}: {found.group().strip()!r}: use {rule.instead}; {rule.why}"


def long_functions(path, text):
    """A function opens at column 0 with ') … {' or at the indentation of a member, and ends with '}' in that column."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        opened = re.match(r"^( {0,4})\S.*\)[^;=]*\{$", line)
        if not opened or re.match(r"^\s*(namespace|struct|class|enum|if|for|while|switch|return)\b", line):
            continue
        end = next((n for n in range(number + 1, len(lines)) if lines[n].startswith(opened.group(1) + "}")), number)
        if end - number - 1 > LINES_PER_FUNCTION_MAX:
            yield f"{path}:{number + 1}: a function of {end - number - 1} lines; the limit is {LINES_PER_FUNCTION_MAX}: give its parts names"


NAMING = [
    (re.compile(r"^\s*(?:class|struct|enum class)\s+(?:\[\[nodiscard\]\]\s+)?([a-z]\w*)\b[^;(]*\{", re.MULTILINE), "a type is CamelCase"),
    (re.compile(r"\b(?:msg|cfg|mgr|ctx|req|resp|tmp_?|buf|cnt|idx|usr|pwd|ptr)\b(?!\.)(?=\s*[;,=({])"), "write the word out"),
    (re.compile(r"\b\w*(?:Manager|Helper|Utils?|Handler|Impl)\b(?=\s*[{;])"), "say what it really does"),
    (re.compile(r"^\s+[\w:<>,&* ]+\s([a-z]+[A-Z]\w*)\(", re.MULTILINE), "a function is snake_case"),
]
NAMES_ALLOWED = {"QueryHandler", "CommandHandler", "Handler"}


def bad_names(path, text):
    code = re.sub(r'"(?:[^"\\]|\\.)*"', '""', without_comments(text))
    for pattern, why in NAMING:
        for found in pattern.finditer(code):
            name = found.group(1) if found.groups() else found.group()
            if name.strip() in NAMES_ALLOWED or name.endswith("_values") or re.match(r"^(inflate|deflate|xml|XML|SSL|EVP|PQ|QPDF|u_|json_|cjose|ical|curl|UErr)", name.strip()):
                continue
            yield f"{path}:{code.count(chr(10), 0, found.start()) + 1}: {name.strip()!r}: {why}"


def faults(path, text):
    yield from broken_rules(path, text)
    if path.endswith(".cpp"):
        yield from long_functions(path, text)
    yield from bad_names(path, text)
    length = text.count("\n")
    if length > LINES_PER_FILE_MAX:
        yield f"{path}: {length} lines; the limit is {LINES_PER_FILE_MAX}: would a reader thank you for two files?"


def main(repository):
    root = pathlib.Path(repository) / "src"
    files = sorted(root.rglob("*.[ch]pp"))
    found = [said for file in files for said in faults(file.relative_to(root).as_posix(), file.read_text())]
    print("\n".join(found) or f"house rules: {len(files)} files, {len(RULES)} rules, no breach")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
