#include "governance/texts.hpp"
#include "governance/views/body_pages.hpp"
#include "governance/views/meeting_labels.hpp"

#include <fmt/format.h>

namespace governance {

static std::string role_in_words(const http::Call& call, const MemberView& member) {
    auto words = label(call, member.role);
    if (member.role != AppointmentRole::deputy) return words;
    if (member.deputy_for.empty()) {
        return call.t(text::member_deputy_number({.role = words, .order = member.deputy_order.value_or(0)}));
    }
    return call.t(text::member_deputy_for(
        {.role = words, .order = member.deputy_order.value_or(0), .member = member.deputy_for}));
}

static std::string period_in_words(const http::Call& call, const MemberView& member) {
    const auto from = call.t.date(member.valid_from);
    if (!member.valid_to) return call.t(text::period_from({.from = from}));
    const auto last_day = Date{std::chrono::sys_days{*member.valid_to} - std::chrono::days{1}};
    return call.t(text::period_to({.from = from, .to = call.t.date(last_day)}));
}

Html member_table(const http::Call& call, const BodyView& view, const std::vector<MemberView>& members,
                  const std::string& caption, bool may_end) {
    std::vector<std::vector<Html>> rows;
    for (const auto& member : members) {
        auto role = Html{role_in_words(call, member)};
        if (member.region) {
            const auto& words = member.is_ambassador ? text::member_ambassador : text::member_region;
            role += html::p(html::cls("meta"), call.t(words), " ", ui::linked(call, *member.region));
        }
        if (!member.end_reason.empty()) role += html::p(html::cls("meta"), member.end_reason);
        std::vector<Html> row{Html{member.name}, std::move(role),
                              member.on_behalf_of ? ui::linked(call, *member.on_behalf_of) : Html{},
                              Html{period_in_words(call, member)}};
        if (may_end) {
            const auto path = fmt::format("{}/appointments/{}/ending", view.url, member.id.to_string());
            row.push_back(ui::link(call.t(text::member_end), call.url(path)));
        }
        rows.push_back(std::move(row));
    }
    std::vector<ui::Column> columns{{.name = call.t(text::member_name)},
                                    {.name = call.t(text::member_role)},
                                    {.name = call.t(text::member_on_behalf_of)},
                                    {.name = call.t(text::member_period), .hides_on_phone = true}};
    if (may_end) columns.push_back({.name = call.t(text::member_change)});
    return ui::table(caption, columns, rows);
}

} // namespace governance
