#include "platform/ui/samples.hpp"

#include <cmath>

namespace ui {

/// A made-up country: circles along a curve, one of each class.
static MapPicture picture() {
    MapPicture map{.title = "Saker per kommune",
                   .finding = "Flest i Østvik, med 14 saker. Tre kommuner har ingen.",
                   .view_box = "0 0 600 360",
                   .legend = {{"10 eller flere", 5}, {"5–9", 3}, {"1–4", 1}, {"Ingen", -1}}};
    for (int place = 0; place < 15; ++place) {
        const double turn = place * 0.42;
        const int value_class = place % 5 == 4 ? -1 : place % 3 == 0 ? 5 : place % 3 == 1 ? 3 : 1;
        map.shapes.push_back({.number = "99" + std::to_string(10 + place),
                              .title = "Kommune " + std::to_string(place + 1),
                              .value_class = value_class,
                              .x = 60 + place * 34.0,
                              .y = 180 + 110 * std::sin(turn),
                              .radius = 16 + 10 * std::abs(std::cos(turn * 2))});
    }
    return map;
}

std::vector<Sample> samples_of_charts(const http::Call& call) {
    using std::chrono::year;
    const auto day = [](int of_year, unsigned month) { return year{of_year} / std::chrono::month{month} / 1; };
    return {
        {"stacked_bar",
         stacked_bar(call, "Stemmer", {{"For", 10, "f-ja"}, {"Mot", 1, "f-imot"}, {"Avsto", 0, "f-ingen"}})},
        {"stacked_bar_responses", stacked_bar(call, "Innspill",
                                              {{"Støtter", 7, "f-ja"},
                                               {"Støtter delvis", 2, "f-merk"},
                                               {"Støtter ikke", 1, "f-imot"},
                                               {"Ikke svart", 1, "f-ingen"}})},
        {"bar_table", bar_table("Saker per steg", "Steg", "Antall",
                                {{"Meldt inn", "#meldt-inn", 18, "18"},
                                 {"Faglig vurdering", "#vurdering", 11, "11"},
                                 {"Til vedtak", {}, 6, "6"}})},
        {"line_chart",
         line_chart(call, "Kommuner som har tatt i bruk løsningen", "Digital post vokser fra 200 til 325 kommuner.",
                    {{"Digital post", {{day(2024, 1), 200}, {day(2025, 1), 270}, {day(2026, 1), 325}}},
                     {"Søknadsskjema", {{day(2024, 1), 60}, {day(2025, 1), 160}, {day(2026, 1), 251}}},
                     {"Begrepskatalog", {{day(2024, 1), 12.5}, {day(2025, 7), 120}, {day(2026, 1), 188}}}})},
        {"map", ui::map(call, picture())},
    };
}

} // namespace ui
