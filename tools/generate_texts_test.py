"""Plants one fault of each kind in a catalogue and expects to hear of it; checks what is made of patterns that are right."""
import pathlib
import subprocess
import sys
import tempfile

from generate_texts import cpp_types, faults, header, identifier, read_catalogues, source_file
from message_pattern import parse

VOTES = "{count, plural, one {# stemme} other {# stemmer}} for {title}"
VOTES_SE = "{count, plural, one {# jietna} two {# jiena} other {# jiena}} {title}"


def catalogues(nb, nn=None, se=None, en=None):
    return {"nb": {"a.b": nb}, "nn": {"a.b": nb if nn is None else nn} if nn != "" else {},
            "se": {"a.b": se} if se else {}, "en": {"a.b": en} if en else {}}


def said(*texts, **more):
    return "\n".join(faults("sample", catalogues(*texts, **more)))


CLEAN = [
    said(VOTES), said(VOTES, se=VOTES_SE), said("Lagre"), said("Det er '{ikke}' et argument"), said("it's {name}"),
    said("1 < 2 & 3"), said("{kind, select, draft {utkast {name}} other {sak}}"),
    said("{count, plural, =0 {ingen} one {én} other {{count, number} av {all}}}"),
]
PLANTED = [
    (said("Lagre", nn=""), "i18n/nn/sample.json: a.b is missing"),
    (said("Sak {number}", nn="Sak {nummer}"), "arguments ['nummer'] differ from bokmål's ['number']"),
    (said("Sak {number}", en="Case"), "arguments [] differ from bokmål's ['number']"),
    (said("{count, plural, one {# sak} other {# saker}}", nn="{count} saker"), "is std::string_view here and std::int64_t in bokmål"),
    (said("{count, plural, other {# saker}}"), "plural form one of {count} is missing"),
    (said(VOTES, se="{count, plural, one {# jietna} other {# jiena}} {title}"), "plural form two of {count} is missing"),
    (said("{count, plural, one {a} few {b} other {c}}"), "nb has no plural form few"),
    (said("{count, plural, one {a}}"), "plural has no branch other"),
    (said("{kind, select, a {x} other {y}}", nn="{kind, select, b {x} other {y}}"), "tells apart ['b', 'other'], bokmål ['a', 'other']"),
    (said("Klikk <b>her</b>"), "markup does not belong in a message"),
    (said("{kind, select, a {<em>} other {y}}"), "markup does not belong in a message"),
    (said("Kaffe &amp; te"), "markup does not belong in a message"),
    (said("Sak {number"), "',' is expected after"),
    (said("Sak } her"), "closes nothing"),
    (said("Sak '{ her"), "a quoted part has no end"),
    (said("{day, date, long}"), "only number, plural, selectordinal and select"),
    (said("{new}"), "is a word of C++"),
    (said("{n, plural, one {a} other {b}} {n, select, a {b} other {c}}"), "is used as a number and as a word"),
    (said(" "), "has no text"),
    ("\n".join(faults("sample", {"nb": {"a.b": "x", "a_b": "y", "A": "z"}, "nn": {"a.b": "x", "a_b": "y", "c": "z"}, "se": {}, "en": {}})),
     "a.b have the same name in C++"),
    ("\n".join(faults("sample", {"nb": {"A.b": "z"}, "nn": {}, "se": {}, "en": {}})), "lower case words"),
    ("\n".join(faults("sample", {"nb": {}, "nn": {}, "se": {}, "en": {"c": "z"}})), "i18n/en/sample.json: c: bokmål has no such key"),
]
for text in CLEAN:
    assert text == "", text
for text, words in PLANTED:
    assert words in text, (words, text)

# All at once.
assert len(said("{a} <b>", nn="{c", en="").splitlines()) == 2

# What is made of them.
assert cpp_types(parse(VOTES)) == {"count": "std::int64_t", "title": "std::string_view"}
assert cpp_types(parse("'{no}' {kind, select, a {{inner}} other {}}")) == {"kind": "std::string_view", "inner": "std::string_view"}
assert identifier("case.status.adopted") == "case_status_adopted" and identifier("new") == "new_"
assert "struct a_b_values { std::int64_t count; std::string_view title; };" in header("sample", {"a.b": VOTES})
assert r'"Si \"ja\"\\\n"' in source_file("sample", catalogues('Si "ja"\\\n'))

# The program itself: faults stop it, and leave nothing behind.
with tempfile.TemporaryDirectory() as folder:
    root = pathlib.Path(folder)
    for language, text in (("nb", '{"b": "B", "a": "A"}'), ("nn", '{"a": "A", "a": "A"}')):
        (root / "i18n" / language).mkdir(parents=True)
        (root / "i18n" / language / "sample.json").write_text(text)
    program = [sys.executable, str(pathlib.Path(__file__).with_name("generate_texts.py")), str(root / "i18n"), "sample", str(root / "out")]
    stopped = subprocess.run(program, capture_output=True, text=True)
    assert stopped.returncode != 0 and "a stands twice" in stopped.stderr, stopped
    assert not (root / "out").exists()
    (root / "i18n/nn/sample.json").write_text('{"a": "A", "b": "B"}')
    assert subprocess.run(program).returncode == 0
    assert (root / "out/texts.hpp").read_text().index(" a{") < (root / "out/texts.hpp").read_text().index(" b{")
    assert read_catalogues(root / "i18n", "sample")[1] == []
print(f"{len(PLANTED)} faults planted and told, {len(CLEAN)} clean patterns passed")
