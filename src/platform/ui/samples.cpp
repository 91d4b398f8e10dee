#include "platform/ui/samples.hpp"

namespace ui {

std::vector<Sample> samples_of_words(const http::Call& call) {
    const Html tags = html::div(
        html::cls("tags"), tag("Vedtatt", Tone::success, Icon::checkmark_circle),
        tag("Til behandling", Tone::info, Icon::hourglass), tag("Utsatt", Tone::warning, Icon::warning),
        tag("Avvist", Tone::danger, Icon::xmark_octagon), tag("Oppvekst"), tag("Fellesløsning", Tone::accent));
    const Html buttons = html::div(
        html::cls("buttons"), submit("Lagre"), submit("Lagre utkast", "secondary", "draft", "yes"),
        button_link("Avbryt", "#avbryt", "tertiary"), button_link("Varsle meg", "#varsle", "secondary", Icon::bell),
        post_button(call, "Slutt å følge", "/following/1/end", "secondary", {{"case", "19/03109"}}));
    const Html alerts =
        html::join({alert(Tone::info, "Møtet er flyttet", html::p("Nytt tidspunkt er 13. desember klokka 10.")),
                    alert(Tone::success, "Protokollen er godkjent", html::p("Den er publisert og kan ikke endres.")),
                    alert(Tone::warning, "Fristen går ut i morgen", html::p("Fire regioner har ikke svart.")),
                    alert(Tone::danger, {}, html::p("Filen har et format som ikke kan tas imot."))});
    const Html cards =
        card_grid({link_card("Felles søknad om barnehageplass", "#barnehage", "Avgjøres 4. mars 2026",
                             {tag("Til behandling", Tone::info)}, "Én søknad for alle kommuner, med felles begreper."),
                   link_card("Åpent kart over fiber", "#fiber", "Innspill innen 20. februar 2026",
                             {tag("Høring", Tone::warning)}),
                   card("Om saken", facts({{"Behandles av", link("Programstyret", "#programstyret")},
                                           {"Saksansvarlig", Html{"Ingrid Nordvik"}},
                                           {"Tom opplysning", Html{}}}))});
    return {
        {"hero",
         hero({.tags = {tag("Vedtatt", Tone::success, Icon::checkmark_circle), tag("Fellesløsning")},
               .title = "Felles søknad om barnehageplass",
               .lead = "Kommunane bruker i dag over 40 ulike skjema for barnehageplass.",
               .facts = "Sak 26/00142 · Meldt inn av Vestland",
               .beside = button_link("Følg saken", "#folg", "secondary", Icon::bell),
               .title_language = "nn"}),
         true},
        {"tag", tags},
        {"buttons", buttons},
        {"alert", alerts},
        {"card_grid", cards},
        {"columns", columns(ui::section("Vedtak", "vedtak", html::p("Saken er avgjort.")),
                            card("Følg saken", html::p("Få varsel når saken endrer status."), true), "Om saken")},
        {"empty_state",
         empty_state("Ingen saker passer", "Prøv å ta bort et filter.", Action{"Vis alle saker", "#alle", Icon::list})},
        {"details", ui::details("Hendelser i saken", html::p("Vedtak registrert 4. mars 2026."))},
        {"dialog",
         ui::dialog(call, "Vis stemmegivning", "stemmer", "Stemmegivning, sak 18/2026", html::p("Agder stemte for."))},
        {"markdown", markdown("# Mandat\n\nOrganet *skal*:\n\n1. samordne\n2. prioritere\n\n> Vedtatt av styret.\n\n"
                              "[Les mer](https://example.org/mandat) <script>alert(1)</script>")},
    };
}

std::vector<Sample> samples(const http::Call& call) {
    std::vector<Sample> all;
    for (auto* part : {&samples_of_words, &samples_of_lists, &samples_of_forms, &samples_of_charts}) {
        for (Sample& each : (*part)(call)) {
            all.push_back(std::move(each));
        }
    }
    return all;
}

} // namespace ui
