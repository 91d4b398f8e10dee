#include "governance/views/decision_page.hpp"
#include "governance/texts.hpp"
#include "governance/views/election_working.hpp"
#include "governance/views/meeting_labels.hpp"
#include "platform/ui/page.hpp"

namespace governance {

namespace {

/// Tells the working as numbered steps that follow from each other.
class WorkingWriter {
public:
    WorkingWriter(const http::Call& call, const DecisionView& view)
        : call_{call}, t_{call.t}, view_{view}, working_{view.working} {}

    Html write() {
        add(text::working_voters, voters());
        add(text::working_quorum, quorum());
        add(text::working_votes, votes());
        if (view_.election) {
            for (auto& step : election_working(call_, view_))
                steps_.push_back(std::move(step));
            return html::ol(html::cls("ds-list"), steps_);
        }
        add(text::working_majority, majority());
        if (working_.is_tie) add(text::working_tie, tie());
        add(text::working_result, result());
        return html::ol(html::cls("ds-list"), steps_);
    }

private:
    void add(const i18n::Message& heading, const std::string& words) {
        steps_.push_back(html::li(html::strong(t_(heading)), html::p(words)));
    }
    std::string voters() const {
        auto words = t_(text::working_seats({.seats = working_.seats, .filled = working_.filled}));
        if (working_.disqualified > 0) {
            words += " " + t_(text::working_disqualified({.count = working_.disqualified}));
        }
        if (view_.written) {
            words = t_(text::working_in_writing(
                        {.from = t_.date_time(view_.written->from), .until = t_.date_time(view_.written->until)})) +
                    " " + words;
        }
        return words + " " + t_(text::working_able({.able = working_.able}));
    }
    std::string quorum() const {
        if (working_.quorum_needed == 0) return t_(text::rules_quorum_none);
        const auto& rule = view_.rules.quorum;
        const auto share = majority_in_words(call_, {ShareOf::seats, rule.share, rule.is_more_than});
        const auto asked = rule.of == QuorumOf::voting ? t_(text::rules_quorum_voting({.share = share}))
                                                       : t_(text::rules_quorum_present({.share = share}));
        return asked + " " +
               t_(text::working_quorum_met({.needed = working_.quorum_needed, .counted = working_.quorum_counted}));
    }
    std::string votes() const {
        const auto& tally = working_.tally;
        if (view_.election) {
            return t_(text::election_counts({.votes = tally.in_favour, .blank = tally.blank})) + ". " +
                   label(call_, view_.method) + ".";
        }
        return t_(text::vote_counts({.in_favour = tally.in_favour, .against = tally.against, .blank = tally.blank})) +
               ". " + label(call_, view_.method) + ".";
    }
    std::string majority() const {
        const auto asked = t_(text::rules_majority({.majority = majority_in_words(call_, working_.majority)}));
        const auto sum = t_(text::working_needed(
            {.whole = working_.whole, .needed = working_.needed, .in_favour = working_.tally.in_favour}));
        const bool carries = working_.tally.in_favour >= working_.needed;
        return asked + " " + sum + " " + t_(carries ? text::working_enough : text::working_not_enough);
    }
    std::string tie() const {
        if (working_.casting_vote) {
            return t_(text::vote_casting({.name = view_.casting_by, .choice = label(call_, *working_.casting_vote)}));
        }
        if (working_.lot) return t_(text::working_lot({.choice = label(call_, *working_.lot)}));
        return view_.kind == VoteKind::election ? t_(text::rules_tie_again) : t_(text::rules_no_casting);
    }
    std::string result() const {
        auto words = label(call_, working_.result) + ".";
        if (working_.goes_to_second_round) words += " " + t_(text::working_second_round);
        return words;
    }

    const http::Call& call_;
    const i18n::Translator& t_;
    const DecisionView& view_;
    const Working& working_;
    std::vector<Html> steps_;
};

} // namespace

static std::string holder_in_words(const http::Call& call, const DecisionSeatView& seat) {
    const auto& t = call.t;
    if (seat.held_by.empty()) return t(text::working_empty);
    auto words = seat.is_deputy ? t(text::working_deputy({.name = seat.held_by})) : t(text::working_there);
    if (!seat.passed_over.empty()) {
        words += " " + t(text::working_passed_over({.names = fmt::format("{}", fmt::join(seat.passed_over, ", "))}));
    }
    if (seat.is_remote) words += " " + t(text::working_remote);
    if (seat.is_disqualified) words += " " + t(text::working_is_disqualified);
    return words;
}

/// The candidate or list voted for, in an election.
static std::string choice_in_words(const http::Call& call, const DecisionView& view, const DecisionSeatView& seat) {
    if (!seat.choice) return call.t(text::vote_none);
    if (!seat.option || !view.election) return label(call, *seat.choice);
    return option_in_words(call, *view.election, *seat.option);
}

static Html seat_table(const http::Call& call, const DecisionView& view) {
    const auto& t = call.t;
    const bool by_name = view.method == VoteMethod::by_name;
    std::vector<std::vector<Html>> rows;
    for (const auto& seat : view.seats) {
        std::vector<Html> row{Html{with_organisation(seat.member, seat.on_behalf_of)},
                              Html{holder_in_words(call, seat)}};
        if (by_name) row.push_back(Html{choice_in_words(call, view, seat)});
        rows.push_back(std::move(row));
    }
    std::vector<ui::Column> columns{{.name = t(text::working_seat)}, {.name = t(text::working_holder)}};
    if (by_name) columns.push_back({.name = t(text::vote_choice)});
    return ui::table(t(text::working_seats_heading), columns, rows);
}

static Html overrides_of(const http::Call& call, const DecisionView& view) {
    std::vector<Html> lines;
    for (const auto& each : view.overrides) {
        const auto key = each.kind == OverrideKind::late_notice ? text::override_late_notice
                         : each.kind == OverrideKind::late_item ? text::override_late_item
                                                                : text::override_late_paper;
        lines.push_back(html::li(html::strong(call.t(key)), " ", each.consent));
    }
    if (lines.empty()) return html::p(call.t(text::override_none));
    return html::ul(html::cls("ds-list"), lines);
}

/// Whether it came out the same when it was decided again just now.
static Html check_of(const http::Call& call, const DecisionView& view) {
    const auto& t = call.t;
    if (view.holds) return ui::alert(ui::Tone::success, t(text::working_holds), html::p(t(text::working_holds_text)));
    std::vector<Html> lines;
    for (const auto& difference : view.differences) {
        lines.push_back(html::li(t(text::working_differs(
            {.member = difference.member, .recorded = difference.recorded, .recomputed = difference.recomputed}))));
    }
    return ui::alert(ui::Tone::danger, t(text::working_broken), html::ul(html::cls("ds-list"), lines));
}

static Html rules_under(const http::Call& call, const DecisionView& view) {
    const auto& t = call.t;
    Html from{t(text::rules_number({.number = view.body_rules}))};
    if (!view.profile.empty()) {
        const auto words = t(text::profile_version_of({.profile = view.profile, .number = view.profile_version}));
        const auto path = fmt::format("/rule-profiles/{}/versions/{}", view.profile, view.profile_version);
        from = html::join({ui::link(words, call.url(path)), Html{" · "}, from});
    }
    return html::join({html::p(from), ui::details(t(text::working_all_rules), rules_in_words(call, view.rules))});
}

static Html dissents_on(const DecisionView& view) {
    Html found;
    for (const auto& dissent : view.dissents) {
        found += html::blockquote(paragraphs_of(dissent.text),
                                  html::p(html::cls("meta"), with_organisation(dissent.name, dissent.on_behalf_of)));
    }
    return found;
}

Html decision_page(const http::Call& call, const DecisionView& view) {
    const auto& t = call.t;
    auto main = check_of(call, view);
    main += ui::section(t(text::working_heading), "working", WorkingWriter{call, view}.write());
    main += ui::section(t(text::working_seats_heading), "seats", seat_table(call, view));
    main += ui::section(t(text::working_rules), "rules", rules_under(call, view));
    main += ui::section(t(text::override_heading), "overrides", overrides_of(call, view));
    if (!view.dissents.empty()) main += ui::section(t(text::case_dissents), "dissents", dissents_on(view));
    const auto side = html::join(
        {ui::card(t(text::working_about),
                  ui::facts({{t(text::working_body), ui::linked(call, view.body)},
                             {t(text::working_meeting), ui::linked(call, view.meeting)},
                             {t(text::case_number), view.matter ? ui::linked(call, *view.matter) : Html{}},
                             {t(text::working_kind), Html{label(call, view.kind)}},
                             {t(text::profile_digest), html::code(view.sha256)}})),
         ui::card(t(text::working_check_yourself),
                  html::join({html::p(t(text::working_check_text)),
                              html::p(ui::link(t(text::working_download), call.url(view.url + "/record")))})),
         ui::formats_card(call, {{"JSON", view.url + ".json"}})});
    ui::Hero hero;
    hero.title = t(text::working_title);
    hero.lead = view.impartiality_of.empty()
                    ? view.item
                    : t(text::working_impartiality({.name = view.impartiality_of, .item = view.item}));
    hero.facts = view.body.name + " · " + t.date_time(view.at);
    if (view.election) hero.facts += " · " + call.t(text::election_of({.post = view.election->post}));
    if (view.proposal > 0) hero.facts += " · " + t(text::working_proposal({.number = view.proposal}));
    const auto tone = view.working.result == VoteResult::passed ? ui::Tone::success : ui::Tone::neutral;
    const auto result = view.election ? election_result(call, view.working.result) : label(call, view.working.result);
    hero.tags = {ui::tag(result, tone, ui::Icon::gavel)};
    ui::Page page;
    page.title = hero.title + ": " + view.item;
    page.crumbs = {{t(text::meetings), call.url("/meetings")},
                   {view.body.name, call.url(view.body.url)},
                   {view.meeting.name, call.url(view.meeting.url)},
                   {hero.title, {}}};
    page.hero = ui::hero(hero);
    page.content = ui::columns(main, side, t(text::working_about));
    page.alternates = {{http::Format::json, view.url + ".json"}};
    return ui::page(call, page);
}

} // namespace governance
