// A vote on a proposal: by acclamation, by count or by name.
#include "governance/views/meeting_pages.hpp"
#include "governance/views/treatment_form_parts.hpp"

#include <fmt/format.h>

namespace governance {

static Html common_fields(const http::Call& call, const ui::FormState& state, const ProposalView& proposal,
                          VoteMethod method) {
    std::vector<ui::Choice> casting = words_as_choices<Choice>(call);
    casting.pop_back();
    casting.insert(casting.begin(), ui::Choice{.value = {}, .label = call.t(text::field_casting_none)});
    auto casting_vote = ui::labelled_field(call, "castingVote", text::field_casting_vote);
    casting_vote.hint = call.t(text::field_casting_vote_hint);
    return html::join({hidden_input("proposal", proposal.id.to_string()), hidden_input("method", json::name_of(method)),
                       ui::select(call, state, ui::required_field(call, "kind", text::field_vote_kind, "ordinary"),
                                  words_as_choices<VoteKind>(call)),
                       ui::select(call, state, casting_vote, casting)});
}

static Html count_form(const http::Call& call, const ui::FormState& state, const ProposalView& proposal,
                       const std::string& path) {
    const auto number = [&](std::string_view name, Choice choice) {
        ui::Field field;
        field.name = name;
        field.label = label(call, choice);
        field.type = "number";
        field.width = "sm";
        field.is_required = true;
        field.value = "0";
        return ui::field(call, state, field);
    };
    const auto fields = html::join(
        {number("inFavour", Choice::in_favour), number("against", Choice::against), number("blank", Choice::blank),
         common_fields(call, state, proposal, VoteMethod::count), ui::submit(call.t(text::vote_count_record))});
    return ui::details(call.t(text::vote_by_count), ui::form(call, path, fields),
                       state.value("method") == json::name_of(VoteMethod::count));
}

static Html acclamation_form(const http::Call& call, const ProposalView& proposal, const std::string& path) {
    const auto fields =
        html::join({hidden_input("proposal", proposal.id.to_string()), hidden_input("method", "acclamation"),
                    hidden_input("kind", "ordinary"), html::p(call.t(text::vote_acclamation_text)),
                    ui::submit(call.t(text::vote_acclamation_record))});
    return ui::details(call.t(text::vote_by_acclamation), ui::form(call, path, fields));
}

Html vote_page(const http::Call& call, const ui::FormState& state, const MeetingView& view, const ItemView& item,
               const ProposalView& proposal) {
    const auto below = fmt::format("{}/items/{}", view.url, item.id.to_string());
    auto place = treatment_place(call, view, text::vote_hold, text::vote_hold_lead, below + "/votes");
    place.facts = item.number + " " + title_of(call, item) + " · " +
                  call.t(text::proposal_heading({.number = proposal.number, .kind = label(call, proposal.kind)}));
    place.send = call.t(text::vote_record);
    place.back = below;
    const bool was_by_count = state.value("method") == json::name_of(VoteMethod::count);
    const ui::FormState nothing;
    const auto& by_name = was_by_count ? nothing : state;
    const auto above = html::join({points_of(proposal.points), attendance(call, view),
                                   acclamation_form(call, proposal, below + "/votes"),
                                   count_form(call, was_by_count ? state : nothing, proposal, below + "/votes")});
    return ui::form_page(call, state, place,
                         html::join({part_heading(call, text::vote_by_name), ballot_table(call, by_name, view),
                                     common_fields(call, by_name, proposal, VoteMethod::by_name)}),
                         above);
}

} // namespace governance
