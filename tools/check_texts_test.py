"""Plants what check_texts.py is to find between catalogues and code, and expects to hear of it."""
import pathlib
import tempfile

from check_texts import check, coverage, event_types, sort_catalogues

TEXTS = {
    "case.title": "Sak", "case.state.planned": "Planlagt", "role.clerk": "Saksbehandler",
    "problem.sample.case_not_found.title": "Finner ikke saken", "problem.sample.case_not_found.detail": "Den finnes ikke.",
    "event.sample.case_planned": "planla saken",
}
SOURCES = {
    "sample/domain/errors.hpp": 'inline constexpr ErrorCode case_not_found{"sample.case_not_found", ErrorKind::not_found};',
    "sample/rights.hpp": 'inline constexpr Right plan_case{"sample.plan_case"};',
    "sample/actions/plan_case.cpp": 'TRY(require("sample.plan_case"));\n// "sample.case_dropped" is a remark\n'
                                    'case_event("sample.case_planned", id);\njobs::enqueue(tx, "sample.tell_people", body);\n',
    "sample/views/case.cpp": 't(sample::text::case_title); t.by_name("case.state." + name); t.by_name(fmt::format("role.{}", role));\n'
                             't.by_name("event." + type); t.by_name("problem." + code);',
}


def catalogues(**changed):
    nb = {**TEXTS, **{key.replace("__", "."): text for key, text in changed.items()}}
    nb = {key: text for key, text in nb.items() if text}
    return {"sample": {"nb": nb, "nn": nb, "se": {}, "en": {"case.title": "Case"}}}


def said(texts=None, **more):
    return "\n".join(check(texts or catalogues(), {**SOURCES, **more}))


assert said() == "", said()
opened = "using namespace sample::text;\nheading(case_subtitle);"
assert said(catalogues(case__subtitle="Undertittel"), **{"sample/views/page.cpp": opened}) == ""
# The same key in two modules is harmless while both are named by their types.
assert said({**catalogues(), "other": {"nb": {"case.title": "Sak"}, "nn": {"case.title": "Sak"}, "se": {}, "en": {}}}) == ""
assert event_types(SOURCES, {"sample"}) == {"sample.case_planned"}

PLANTED = [
    (said(catalogues(case__subtitle="Undertittel")), "i18n/nb/sample.json: case.subtitle: nothing uses it"),
    (said(catalogues(event__sample__case_lost="mistet saken")), "event.sample.case_lost: nothing uses it"),
    (said(catalogues(problem__sample__gone__title="Borte")), "problem.sample.gone.title: nothing uses it"),
    (said(catalogues(problem__sample__case_not_found__detail="")), "problem.sample.case_not_found.detail: no catalogue has it"),
    (said(catalogues(event__sample__case_planned="")), "event.sample.case_planned: no catalogue has it"),
    (said(**{"sample/jobs/close.cpp": 'journal.append(tx, {.type = "sample.case_closed"});'}), "event.sample.case_closed: no catalogue has it"),
    (said(**{"sample/errors.hpp": 'ErrorCode stale{"sample.stale", ErrorKind::stale};'}), "problem.sample.stale.title: no catalogue has it"),
    (said({**catalogues(), "other": {"nb": {"role.clerk": "Sekretær"}, "nn": {"role.clerk": "Sekretær"}, "se": {}, "en": {}}}),
     "role.clerk: stands in sample and in other"),
    (said(catalogues(case__title="<b>Sak</b>")), "markup does not belong in a message"),
]
for text, words in PLANTED:
    assert words in text, (words, text)

assert coverage(catalogues()) == "texts: 6 keys in 1 catalogues: nb 100 %, nn 100 %, se 0 %, en 16 %"

with tempfile.TemporaryDirectory() as folder:
    file = pathlib.Path(folder) / "i18n/nb/sample.json"
    file.parent.mkdir(parents=True)
    file.write_text('{"b": "ø", "a": "A"}')
    sort_catalogues(pathlib.Path(folder))
    assert file.read_text() == '{\n  "a": "A",\n  "b": "ø"\n}\n'
print(f"{len(PLANTED)} faults planted and told")
