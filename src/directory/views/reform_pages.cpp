// Merging and splitting: first asked with what is wanted (an address, so that it can be sent to somebody), then done.
#include "directory/texts.hpp"
#include "directory/views/form_parts.hpp"
#include "directory/views/labels.hpp"
#include "directory/views/maintain_pages.hpp"

#include <fmt/format.h>

namespace directory {

using HiddenFields = std::vector<std::pair<std::string, std::string>>;

static std::string day_words(const Date& day, const http::Call& call) {
    return to_string(day.ok() && day != Date{} ? day : call.today());
}

static Html listed(const http::Call& call, const ReformView& preview) {
    std::vector<Html> ends, begins, moves;
    for (const auto& ended : preview.ends) {
        ends.push_back(html::li(link_to(call, ended)));
    }
    for (const auto& founded : preview.begins) {
        auto words = founded.number.empty() ? founded.name : founded.number + " " + founded.name;
        if (founded.population > 0) words += ", " + call.t(text::inhabitants({.count = founded.population}));
        begins.push_back(html::li(words));
    }
    for (const auto& moved : preview.moves) {
        auto what = call.t.by_name(moved.what);
        if (what.empty()) what = moved.what;
        moves.push_back(html::li(call.t(
            text::reform_moves_line({.count = call.t.number(moved.count), .what = what, .from = moved.from.name}))));
    }
    const auto moved = moves.empty() ? html::p(call.t(text::reform_moves_nothing)) : html::ul(moves);
    return html::join({html::h3(call.t(text::reform_ends)), html::ul(ends), html::h3(call.t(text::reform_begins)),
                       html::ul(begins), html::h3(call.t(text::reform_moves)), moved});
}

/// What it would do, and the button that does it.
static Html preview_card(const http::Call& call, const ReformView& preview, const std::string& path,
                         const HiddenFields& fields, bool is_in_future) {
    const auto action = is_in_future
                            ? html::p(call.t(text::reform_not_yet))
                            : ui::post_button(call, call.t(text::reform_do), call.url(path), "primary", fields);
    return ui::card(call.t(text::reform_preview), html::join({listed(call, preview), action}), true);
}

Html merger_page(const http::Call& call, const ui::FormState& state, const Organisation& organisation,
                 const MergerRequest& asked, const std::optional<ReformView>& preview) {
    const Fields fields{call, state};
    const auto path = "/organisations/" + organisation.slug + "/merger";
    const auto form = ui::filter_form(
        call, path,
        html::join(
            {fields.text("others", text::field_others, asked.others, true, call.t(text::field_others_hint)),
             fields.text("into", text::field_into, asked.into, false, call.t(text::field_into_hint)),
             fields.text("name", text::field_founded_name, asked.name, false, call.t(text::field_founded_name_hint)),
             fields.text("number", text::fact_municipality_number, asked.number, false, "", "sm"),
             fields.text("organisationNumber", text::fact_organisation_number, asked.organisation_number, false, "",
                         "md"),
             fields.day("on", text::field_on, day_words(asked.on, call)),
             ui::submit(call.t(text::reform_show), "secondary")}));
    Html below;
    if (preview) {
        below = preview_card(call, *preview, path,
                             {{"others", asked.others},
                              {"into", asked.into},
                              {"name", asked.name},
                              {"number", asked.number},
                              {"organisationNumber", asked.organisation_number},
                              {"on", to_string(asked.on)}},
                             asked.on > call.today());
    }
    return form_page(call, state, &organisation, call.t(text::organisation_merge), call.t(text::merger_lead),
                     html::join({form, below}));
}

static HiddenFields fields_of(const SplitRequest& asked) {
    return {{"name1", asked.name_1},
            {"number1", asked.number_1},
            {"organisationNumber1", asked.organisation_number_1},
            {"name2", asked.name_2},
            {"number2", asked.number_2},
            {"organisationNumber2", asked.organisation_number_2},
            {"name3", asked.name_3},
            {"number3", asked.number_3},
            {"organisationNumber3", asked.organisation_number_3},
            {"name4", asked.name_4},
            {"number4", asked.number_4},
            {"organisationNumber4", asked.organisation_number_4},
            {"heir", fmt::format("{}", asked.heir)},
            {"on", to_string(asked.on)}};
}

Html split_page(const http::Call& call, const ui::FormState& state, const Organisation& organisation,
                const SplitRequest& asked, const std::optional<ReformView>& preview) {
    const Fields fields{call, state};
    const auto path = "/organisations/" + organisation.slug + "/split";
    const auto values = fields_of(asked);
    std::vector<Html> parts;
    std::vector<ui::Choice> heirs;
    for (std::size_t i = 0; i < 4; ++i) {
        const bool is_required = i < 2;
        const auto number = fmt::format("{}", i + 1);
        parts.push_back(
            html::fieldset(html::legend(call.t(text::split_part({.number = static_cast<std::int64_t>(i + 1)}))),
                           fields.text(values[3 * i].first, text::field_name, values[3 * i].second, is_required),
                           fields.text(values[3 * i + 1].first, text::fact_municipality_number,
                                       values[3 * i + 1].second, false, "", "sm"),
                           fields.text(values[3 * i + 2].first, text::fact_organisation_number,
                                       values[3 * i + 2].second, false, "", "md")));
        heirs.push_back(
            {.value = number, .label = call.t(text::split_part({.number = static_cast<std::int64_t>(i + 1)}))});
    }
    parts.push_back(
        fields.choice("heir", text::field_heir, fmt::format("{}", asked.heir), heirs, call.t(text::field_heir_hint)));
    parts.push_back(fields.day("on", text::field_on, day_words(asked.on, call)));
    parts.push_back(ui::submit(call.t(text::reform_show), "secondary"));
    Html below;
    if (preview) below = preview_card(call, *preview, path, values, asked.on > call.today());
    return form_page(call, state, &organisation, call.t(text::organisation_divide), call.t(text::split_lead),
                     html::join({ui::filter_form(call, path, html::join(parts)), below}));
}

} // namespace directory
