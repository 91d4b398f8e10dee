"""Makes the directory's own tables of facts from open data about the municipal structure.

Usage: make_directory_facts.py DATA_DIRECTORY [OUTPUT_DIRECTORY]

DATA_DIRECTORY holds kommuner.csv, kommuner-2020-2023.csv, fylker.csv and kommuneendringer.csv, composed from SSB Klass,
Kartverket and Enhetsregisteret; src/directory/facts/README.md says what each column comes from. Run it again when the
sources change; organisations.tsv, networks.tsv and name_parts.tsv beside the output are written by hand.
"""
import csv
import pathlib
import sys

NAME_COLUMNS = ("no", "se", "smj", "sma", "fkv")
SOURCE_COLUMNS = ("navn_norsk", "navn_nordsamisk", "navn_lulesamisk", "navn_sorsamisk", "navn_kvensk")
STRUCTURE_ON = {"municipalities.tsv": "2026-01-01", "municipalities_2020.tsv": "2020-01-01",
                "counties.tsv": "2026-01-01", "changes.tsv": "2024-01-01"}
ATTRIBUTION = "SSB (CC BY 4.0, NLOD 2.0), Kartverket (CC BY 4.0), Brønnøysundregistrene (NLOD 2.0)"


def read_csv(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_tsv(path):
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    columns = lines[0].split("\t")
    return [dict(zip(columns, line.split("\t"))) for line in lines[1:]]


def write_table(directory, name, columns, rows):
    head = f"# Source and licence: {ATTRIBUTION}. As of {STRUCTURE_ON[name]}."
    lines = [head, "\t".join(columns)] + ["\t".join(row) for row in rows]
    (directory / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def split_name(joined, known, languages):
    """'Porsanger - Porsángu - Porsanki' -> {'no': 'Porsanger', …}: each part's language is known, or it is Norwegian."""
    names = {}
    for part in joined.split(" (")[0].split(" - "):
        names[known.get(part) or languages.get(part) or "no"] = part
    return names


def municipality_names(row, languages):
    """The names of today: those that each language has in the register, and those added since."""
    kept = {language: row[column] for language, column in zip(NAME_COLUMNS, SOURCE_COLUMNS) if row[column]}
    known = {name: language for language, name in kept.items()}
    newest = split_name(row["navn_klass_2026"], known, languages)
    return {**newest, **kept}


def municipalities(data, languages):
    for row in sorted(read_csv(data / "kommuner.csv"), key=lambda r: r["kommunenummer"]):
        names = municipality_names(row, languages)
        yield [row["kommunenummer"], *(names.get(language, "") for language in NAME_COLUMNS), row["fylkesnummer"],
               row["organisasjonsnummer"], row["folketall_20240101"], row["folketall_20260101"], row["lat"], row["lon"],
               row["samisk_forvaltningsomrade_2023"]]


def municipalities_2020(data):
    for row in sorted(read_csv(data / "kommuner-2020-2023.csv"), key=lambda r: r["kommunenummer"]):
        yield [row["kommunenummer"], row["kommunenavn"], row["fylkesnummer"], row["fylkesnavn"],
               row["organisasjonsnummer"], row["samisk_forvaltningsomrade"]]


def counties(data, languages):
    for row in sorted(read_csv(data / "fylker.csv"), key=lambda r: r["fylkesnummer"]):
        names = split_name(row["fylkesnavn_kartverket_2024"], {}, languages)
        yield [row["fylkesnummer"], *(names.get(language, "") for language in NAME_COLUMNS),
               row["organisasjonsnummer_fylkeskommune"], row["folketall_20240101"], row["folketall_20260101"]]


def changes(data):
    for row in read_csv(data / "kommuneendringer.csv"):
        yield [row[column].strip() for column in ("dato", "gammel_kode", "gammelt_navn", "ny_kode", "nytt_navn")]


def main(data_directory, output=None):
    data = pathlib.Path(data_directory)
    facts = pathlib.Path(output) if output else pathlib.Path(__file__).parent.parent / "src/directory/facts"
    languages = {row["name"]: row["language"] for row in read_tsv(facts / "name_parts.tsv")}
    write_table(facts, "municipalities.tsv",
                ["number", *NAME_COLUMNS, "county", "organisation_number", "population_20240101", "population_20260101",
                 "latitude", "longitude", "sami_area"], municipalities(data, languages))
    write_table(facts, "municipalities_2020.tsv",
                ["number", "name", "county", "county_name", "organisation_number", "sami_area"], municipalities_2020(data))
    write_table(facts, "counties.tsv",
                ["number", *NAME_COLUMNS, "organisation_number", "population_20240101", "population_20260101"],
                counties(data, languages))
    write_table(facts, "changes.tsv", ["date", "from_number", "from_name", "to_number", "to_name"], changes(data))


if __name__ == "__main__":
    main(*sys.argv[1:])
