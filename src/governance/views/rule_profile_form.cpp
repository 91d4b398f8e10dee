// The form of a profile: every rule of procedure that is data, topic by topic.
#include "governance/views/meeting_forms.hpp"
#include "governance/views/rule_profile_pages.hpp"

namespace governance {

namespace {

/// Draws the fields of one set of rules, named as in JSON below "rules".
class RuleFields {
public:
    RuleFields(const http::Call& call, const ui::FormState& state, const BodyRules& rules)
        : call_{call}, state_{state}, rules_{rules} {}

    Html all() const {
        auto fields = topic(text::rules_topic_deadlines,
                            html::join({number("noticeDaysMin", text::field_notice_days, rules_.notice_days_min),
                                        number("paperDaysMin", text::field_paper_days, rules_.paper_days_min),
                                        number("hearingDaysMin", text::field_hearing_days, rules_.hearing_days_min)}));
        fields += topic(text::rules_topic_late,
                        html::join({choice("lateItems.when", text::profile_field_late, rules_.late_items.when),
                                    share("lateItems.objection", rules_.late_items.objection),
                                    tick("lateItems.chairMayObject", text::profile_field_chair_objects,
                                         rules_.late_items.chair_may_object)}));
        fields +=
            topic(text::rules_topic_quorum,
                  html::join({share("quorum.share", rules_.quorum.share),
                              tick("quorum.isMoreThan", text::profile_field_more_than, rules_.quorum.is_more_than),
                              choice("quorum.of", text::profile_field_quorum_of, rules_.quorum.of),
                              number("quorum.least", text::profile_field_least, rules_.quorum.least)}));
        fields += topic(text::rules_topic_majority, majority("ordinary", rules_.majorities.ordinary));
        fields += topic(text::vote_kind_procedural, majority("procedural", rules_.majorities.procedural));
        fields += topic(text::vote_kind_election, majority("election", rules_.majorities.election));
        fields += topic(text::vote_kind_rules_change, majority("rulesChange", rules_.majorities.rules_change));
        fields += second_round();
        fields += topic(text::rules_topic_ties,
                        html::join({choice("tie", text::profile_field_tie, rules_.tie),
                                    choice("electionTie", text::profile_field_election_tie, rules_.election_tie)}));
        const auto elections = rules_.election_rule();
        fields += topic(
            text::rules_topic_elections,
            html::join({choice("elections.secondBallot", text::profile_field_second_ballot, elections.second_ballot),
                        tick("elections.mayUseLists", text::profile_field_lists, elections.may_use_lists),
                        choice("elections.listMethod", text::profile_field_list_method, elections.list_method)}));
        fields += topic(text::rules_topic_duty,
                        html::join({tick("mustVote", text::field_must_vote, rules_.must_vote),
                                    choice("blankVotes", text::profile_field_blank, rules_.blank_votes)}));
        fields += topic(text::rules_topic_remote,
                        html::join({tick("mayMeetRemotely", text::field_may_remote, rules_.may_meet_remotely),
                                    tick("mayCloseDoorsRemotely", text::profile_field_remote_closed,
                                         rules_.may_close_doors_remotely)}));
        fields += topic(
            text::rules_topic_written,
            html::join({choice("written.when", text::profile_field_written, rules_.written.when),
                        number("written.windowDaysMin", text::profile_field_window, rules_.written.window_days_min),
                        tick("written.mayDemandMeeting", text::profile_field_demand, rules_.written.lets_demand())}));
        fields += topic(text::rules_topic_outcomes,
                        html::join({ticks("allowedOutcomes", text::field_outcomes, rules_.allowed_outcomes),
                                    tick("mayRefer", text::field_may_refer, rules_.may_refer),
                                    tick("mayBeFinal", text::field_may_be_final, rules_.may_be_final),
                                    tick("isPolitical", text::field_political, rules_.is_political)}));
        fields +=
            topic(text::rules_topic_minutes, ticks("minutesParts", text::rules_topic_minutes, rules_.minutes_parts));
        return fields;
    }

private:
    [[nodiscard]] Html topic(const i18n::Message& heading, const Html& fields) const {
        return html::join(
            {html::h2(html::cls("ds-heading"), html::attribute("data-size", "xs"), call_.t(heading)), fields});
    }
    [[nodiscard]] Html number(std::string_view name, const i18n::Message& words, int value) const {
        auto field = ui::required_field(call_, fmt::format("rules.{}", name), words, std::to_string(value));
        field.type = "number";
        field.width = "sm";
        return ui::field(call_, state_, field);
    }
    [[nodiscard]] Html share(const std::string& name, const Share& share) const {
        return html::join({number(name + ".numerator", text::profile_field_numerator, share.numerator),
                           number(name + ".denominator", text::profile_field_denominator, share.denominator)});
    }
    [[nodiscard]] Html tick(std::string_view name, const i18n::Message& words, bool value) const {
        return tick_box(call_, state_, fmt::format("rules.{}", name), words, value);
    }
    template <class E>
    [[nodiscard]] Html choice(std::string_view name, const i18n::Message& words, E value) const {
        return ui::select(
            call_, state_,
            ui::required_field(call_, fmt::format("rules.{}", name), words, std::string{json::name_of(value)}),
            words_as_choices<E>(call_));
    }
    template <class E>
    [[nodiscard]] Html ticks(std::string_view name, const i18n::Message& words, const std::vector<E>& chosen) const {
        auto choices = words_as_choices<E>(call_);
        for (auto& each : choices) {
            const auto value = json::enumerator_of<E>(each.value);
            each.is_chosen = std::ranges::find(chosen, *value) != chosen.end();
        }
        return ui::checkboxes(call_, state_, ui::labelled_field(call_, fmt::format("rules.{}", name), words), choices);
    }
    [[nodiscard]] Html one_majority(const std::string& below, const MajorityRule& rule) const {
        return html::join({tick(below + ".isMoreThan", text::profile_field_more_than, rule.is_more_than),
                           share(below + ".share", rule.share),
                           choice(below + ".of", text::profile_field_share_of, rule.of)});
    }
    [[nodiscard]] Html majority(const std::string& kind, const MajorityRule& rule) const {
        return one_majority("majorities." + kind, rule);
    }
    /// Only where there is one: a profile gets its first second round by JSON.
    [[nodiscard]] Html second_round() const {
        if (!rules_.second_round) return {};
        return topic(text::rules_topic_second_round,
                     html::join({share("secondRound.support", rules_.second_round->support),
                                 number("secondRound.discussionDays", text::profile_field_discussion,
                                        rules_.second_round->discussion_days),
                                 one_majority("secondRound.majority", rules_.second_round->majority)}));
    }

    const http::Call& call_;
    const ui::FormState& state_;
    const BodyRules& rules_;
};

} // namespace

Html profile_form_page(const http::Call& call, const ui::FormState& state, const ProfileView* view,
                       const BodyRules& from) {
    Html fields;
    if (view == nullptr) {
        auto id = ui::required_field(call, "profile", text::profile_id);
        id.hint = call.t(text::profile_id_hint);
        id.width = "md";
        fields += ui::field(call, state, id);
    }
    auto valid_from = ui::required_field(call, "validFrom", text::field_valid_from);
    valid_from.type = "date";
    valid_from.hint = call.t(text::profile_from_hint);
    auto basis = ui::required_field(call, "basis", text::profile_basis, view == nullptr ? "" : view->basis);
    basis.rows = 4;
    const auto name = [&](std::string_view field, const i18n::Message& words, std::string value) {
        return ui::field(call, state, ui::required_field(call, field, words, std::move(value)));
    };
    fields += html::join({name("nameNb", text::field_name_nb, view == nullptr ? "" : view->name_nb),
                          name("nameNn", text::field_name_nn, view == nullptr ? "" : view->name_nn),
                          ui::field(call, state, valid_from), ui::field(call, state, basis),
                          name("adoptedBy", text::field_adopted_by, ""), RuleFields{call, state, from}.all()});
    std::vector<ui::Crumb> crumbs{{call.t(text::bodies), call.url("/bodies")},
                                  {call.t(text::profiles), call.url("/rule-profiles")}};
    if (view != nullptr) crumbs.push_back({view->name, call.url(view->url)});
    return ui::form_page(call, state,
                         {.title = call.t(view == nullptr ? text::profile_new : text::profile_new_version),
                          .lead = call.t(text::profile_form_lead),
                          .send = call.t(text::form_save),
                          .path = view == nullptr ? "/rule-profiles" : view->url + "/versions",
                          .crumbs = std::move(crumbs),
                          .back = view == nullptr ? "/rule-profiles" : view->url,
                          .facts = view == nullptr ? "" : view->name},
                         fields);
}

} // namespace governance
