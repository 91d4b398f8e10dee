#include "representation/views/council_parts.hpp"

#include "platform/ui/page.hpp"
#include "representation/texts.hpp"

#include <fmt/format.h>

namespace representation {

static Html duty_tag(const http::Call& call, DutyState state) {
    const auto words = call.t.by_name(fmt::format("duty.state.{}", json::name_of(state)));
    switch (state) {
    case DutyState::waiting:
        return ui::tag(words, ui::Tone::info, ui::Icon::hourglass);
    case DutyState::overdue:
        return ui::tag(words, ui::Tone::danger, ui::Icon::warning);
    case DutyState::reported:
        return ui::tag(words, ui::Tone::success, ui::Icon::checkmark_circle);
    }
    return {};
}

static std::string role_of(const http::Call& call, const HolderView& holder) {
    if (holder.deputy_order == 0) return call.t(text::holder_representative);
    return call.t(text::holder_deputy({.order = call.t.number(holder.deputy_order)}));
}

Html holder_rows(const http::Call& call, const std::vector<SeatView>& seats, const std::string& council,
                 bool may_keep) {
    const auto& t = call.t;
    std::vector<std::vector<Html>> rows;
    for (const auto& seat : seats) {
        const auto link = ui::link(t(text::seat_number({.number = t.number(seat.number)})), call.url(seat.url));
        if (seat.holders.empty()) {
            rows.push_back({link, ui::tag(t(text::seat_empty), ui::Tone::warning, ui::Icon::warning), Html{}, Html{}});
            if (may_keep) rows.back().emplace_back();
        }
        for (const auto& holder : seat.holders) {
            const auto who =
                html::join({ui::linked(call, holder.person), html::p(html::cls("meta"), role_of(call, holder))});
            rows.push_back({link, who, ui::linked(call, holder.on_behalf_of),
                            Html{period(call, holder.valid_from, holder.valid_to)}});
            if (!may_keep) continue;
            const auto path = fmt::format("{}/appointments/{}/ending", council, holder.id.to_string());
            rows.back().push_back(ui::link(t(text::holder_end), call.url(path)));
        }
    }
    std::vector<ui::Column> columns{{.name = t(text::column_seat)},
                                    {.name = t(text::column_who)},
                                    {.name = t(text::column_for), .hides_on_phone = true},
                                    {.name = t(text::fact_period), .hides_on_phone = true}};
    if (may_keep) columns.push_back({.name = t(text::tools)});
    return ui::table(t(text::council_seats), columns, rows);
}

Html duty_table(const http::Call& call, const std::vector<DutyView>& duties) {
    const auto& t = call.t;
    if (duties.empty()) return html::p(t(text::duties_none));
    std::vector<std::vector<Html>> rows;
    for (const auto& duty : duties) {
        Html state = duty_tag(call, duty.state);
        if (!duty.report_url.empty()) {
            state += html::join({Html{" "}, ui::link(t(text::report_read), call.url(duty.report_url))});
        }
        rows.push_back({Html{duty.title}, Html{t.date(duty.held_on)},
                        ui::words(call, text::seat_number({.number = t.number(duty.seat)})), Html{t.date(duty.due_on)},
                        std::move(state)});
    }
    return ui::table(t(text::duties),
                     {{.name = t(text::column_meeting)},
                      {.name = t(text::column_held_on), .hides_on_phone = true},
                      {.name = t(text::column_seat)},
                      {.name = t(text::column_due_on), .hides_on_phone = true},
                      {.name = t(text::column_report)}},
                     rows);
}

static Html report_card(const http::Call& call, const ReportView& report) {
    const auto& t = call.t;
    std::vector<Html> tags;
    if (!report.legal_basis.empty()) tags.push_back(ui::tag(report.legal_basis, ui::Tone::neutral, ui::Icon::padlock));
    if (report.is_invented) tags.push_back(ui::tag(t(text::is_invented), ui::Tone::warning));
    const auto title = report.council.name + ", " + report.meeting;
    return ui::link_card(title, call.url(report.url), report.person.name + " · " + t.date(report.held_on), tags);
}

Html report_cards(const http::Call& call, const std::vector<ReportView>& reports) {
    if (reports.empty()) return html::p(call.t(text::reports_none));
    std::vector<Html> cards;
    for (const auto& report : reports) {
        cards.push_back(report_card(call, report));
    }
    return ui::card_grid(cards);
}

} // namespace representation
