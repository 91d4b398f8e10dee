#include "platform/ui/samples.hpp"

namespace ui {

std::vector<Sample> samples_of_lists(const http::Call& call) {
    using State = Step::State;
    const Html supports = tag("Støtter", Tone::success, Icon::checkmark_circle);
    const Html partly = tag("Støtter delvis", Tone::warning, Icon::warning);
    return {
        {"steps", steps(call, "Veien gjennom organene",
                        {{.title = "Meldt inn", .state = State::done, .lines = {"12. januar 2026", "Vestland"}},
                         {.title = "Kommunedirektørutvalget",
                          .state = State::done,
                          .lines = {"27. november 2026", "Tilrådd"},
                          .path = "#kdu"},
                         {.title = "Hovedstyret", .state = State::current, .lines = {"Frist 13. desember 2026"}},
                         {.title = "Landstinget", .lines = {"Februar 2027"}}})},
        {"steps_down", steps(call, "Lang vei",
                             {{.title = "Planlagt", .state = State::done},
                              {.title = "Varslet", .state = State::done},
                              {.title = "Forberedt", .state = State::done},
                              {.title = "Avvist", .state = State::stopped, .lines = {"Trukket av innmelder"}},
                              {.title = "Vedtatt"},
                              {.title = "Fulgt opp"},
                              {.title = "Avsluttet"}})},
        {"table",
         ui::table("Innspill fra regionale nettverk",
                   {{"Region"}, {"Holdning"}, {"Merknad", false, true}, {"Kommuner", true, true}},
                   {{ui::link("Agder", "#agder"), supports, Html{"Støtter forslaget slik det er."}, Html{"25 av 25"}},
                    {ui::link("Nordland", "#nordland"), partly, Html{"Må fungere for kommuner med felles kontor."},
                     Html{"33 av 41"}}},
                   true)},
        {"documents", documents({{.title = "Saksframlegg",
                                  .path = "#framlegg",
                                  .meta = "Saksframlegg · PDF · 612 kB · 25. februar 2026",
                                  .icon = Icon::file_pdf},
                                 {.title = "Regneark med kostnader",
                                  .path = "#kostnader",
                                  .meta = "Vedlegg · ODS · 96 kB",
                                  .icon = Icon::file_spreadsheet},
                                 {.title = "Leverandørvurdering",
                                  .meta = "Notat · 24. februar 2026",
                                  .shielding = "Offl. § 23",
                                  .actions = ui::link("Be om innsyn", "#innsyn")}})},
        {"timeline",
         timeline({{.when = "4. mars 2026 kl. 14.40",
                    .machine_time = "2026-03-04T13:40:00Z",
                    .what = html::join({Html{"Vedtaket ble "}, ui::link("ført i protokollen", "#protokoll")}),
                    .who = "Ingrid Nordvik, sekretær",
                    .icon = Icon::gavel},
                   {.when = "25. februar 2026", .what = Html{"Saksframlegget ble publisert"}}})},
        {"pagination", pagination(call, 4, 12)},
        {"pagination_first", pagination(call, 1, 3), true},
        {"formats_card", formats_card(call, {{"JSON", "/cases.json"}, {"CSV", "/cases.csv"}, {"Atom", "/cases.atom"}})},
    };
}

} // namespace ui
