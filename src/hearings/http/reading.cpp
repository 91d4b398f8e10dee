#include "hearings/http/reading.hpp"

#include "directory/directory.hpp"
#include "governance/case_standing.hpp"
#include "governance/governance.hpp"
#include "hearings/actions/acting.hpp"
#include "hearings/domain/errors.hpp"
#include "hearings/views/labels.hpp"
#include "platform/journal/sentence.hpp"

#include <algorithm>

namespace hearings {

static constexpr int hearings_on_page = 20;
static constexpr int hearings_in_calendar_max = 1000;
static constexpr int hearing_happenings_shown = 30;

Result<Hearing> hearing_in_path(db::Reader& reader, const http::Request& request) {
    return load_hearing(reader, request.path_value("hearing"));
}

static Result<NamedLink> matter_of(const http::Query& query, const Hearing& hearing) {
    const auto card = TRY(governance::case_card(query.reader, hearing.case_id, query.today(), query.request.language));
    return NamedLink{card.title.empty() ? card.number : card.title, card.path};
}

Result<HearingRow> row_of(const http::Query& query, const Hearing& hearing) {
    const auto turnout = TRY(turnout_of(query.reader, hearing.id));
    auto matter = TRY(matter_of(query, hearing));
    return HearingRow{.id = hearing.id,
                      .key = hearing.key(),
                      .url = hearing.path(),
                      .title = hearing.title,
                      .language = std::string{i18n::code(hearing.language)},
                      .state = hearing.state_on(query.today()),
                      .opens_on = hearing.opens_on,
                      .closes_on = hearing.closes_on,
                      .matter = std::move(matter),
                      .addressed = turnout.addressed,
                      .answered = turnout.answered,
                      .is_invented = hearing.is_invented,
                      .planned_at = hearing.planned_at,
                      .changed_at = hearing.changed_at,
                      .changes = hearing.changes};
}

Result<HearingListView> read_hearing_list(const http::Query& query, const HearingFilter& filter) {
    HearingListView list;
    // A calendar that programs subscribe to has no pages.
    const bool is_calendar = query.request.format == http::Format::ics;
    HearingQuery wanted{.state = filter.state, .limit = is_calendar ? hearings_in_calendar_max : hearings_on_page};
    list.total = TRY(count_hearings(query.reader, wanted, query.today()));
    list.pages = std::max(1, static_cast<int>((list.total + hearings_on_page - 1) / hearings_on_page));
    list.page = std::clamp(filter.page.value_or(1), 1, list.pages);
    wanted.offset = (list.page - 1) * hearings_on_page;
    for (const auto& hearing : TRY(list_hearings(query.reader, wanted, query.today())))
        list.hearings.push_back(TRY(row_of(query, hearing)));
    return list;
}

Result<std::vector<GroupView>> county_groups(const http::Query& query, const Anchoring& anchoring) {
    std::vector<GroupView> groups;
    const auto counties = TRY(directory::counties_on(query.reader, query.today(), query.request.language));
    for (const auto& counted : anchoring.by_county) {
        const auto& number = counted.first;
        const auto found = std::ranges::find_if(counties, [&](const directory::OrganisationSummary& county) {
            return county.number == number || county.county_number == number;
        });
        groups.push_back({number, found == counties.end() ? number : found->name, counted.second});
    }
    return groups;
}

std::vector<GroupView> size_groups(const http::Call& call, const Anchoring& anchoring) {
    std::vector<GroupView> groups;
    for (const auto& [size, tally] : anchoring.by_size)
        groups.push_back({std::string{json::name_of(size)}, label(call, size), tally});
    return groups;
}

namespace {

/// Fills one HearingView.
class HearingViewMaker {
public:
    HearingViewMaker(const http::Query& query, const Hearing& hearing) : query_{query}, hearing_{hearing} {}

    Result<HearingView> make() {
        const auto all = TRY(addressees_of(query_.reader, hearing_.id));
        standing_ = TRY(governance::case_standing(query_.reader, hearing_.case_id, query_.today()));
        sees_withheld_ = standing_.allows(query_.principal, right::see_withheld);
        answers_ = TRY(answers_of(query_.reader, hearing_.id));
        attachments_ = TRY(attachments_of(query_.reader, hearing_.id));
        const auto predecessors = TRY(predecessors_of(query_.reader, hearing_.id));
        TRY(find_organisations(all, predecessors));
        for (const auto& one : predecessors)
            view_.predecessors.push_back(view_of(one));
        // What they said is told above, and counted nowhere.
        std::erase_if(answers_, [&](const Answer& answer) {
            return std::ranges::any_of(predecessors, [&](const Predecessor& one) {
                return one.addressee.organisation == answer.organisation;
            });
        });
        TRY(fill_head());
        fill_questions(all);
        for (const auto& one : all)
            view_.addressees.push_back(view_of(one));
        const auto anchoring = anchoring_of(all);
        view_.municipalities = anchoring.whole;
        view_.counties = TRY(county_groups(query_, anchoring));
        view_.sizes = size_groups(query_, anchoring);
        view_.happenings =
            TRY(journal::happenings_about(query_, {"hearing", hearing_.id.to_string()}, hearing_happenings_shown));
        return std::move(view_);
    }

    AddresseeView view_of(const Addressee& one) const {
        AddresseeView view{.id = one.organisation,
                           .organisation = named(one.organisation),
                           .number = one.number,
                           .county_number = one.county_number,
                           .inhabitants = one.inhabitants,
                           .is_reached = one.reached_at.has_value(),
                           .is_opened = one.opened_at.has_value(),
                           .reminded_at = one.reminded_at,
                           .answer = {},
                           .url = {}};
        const auto answer = std::ranges::find(answers_, one.organisation, &Answer::organisation);
        if (answer == answers_.end()) return view;
        view.answer = view_of(*answer);
        view.url = hearing_.path() + "/answers/" + key_of(one);
        return view;
    }

private:
    PredecessorView view_of(const Predecessor& one) const {
        PredecessorView view{.organisation = named(one.addressee.organisation),
                             .successor = named(one.successor),
                             .succeeded_at = one.succeeded_at,
                             .answer = {}};
        const auto answer = std::ranges::find(answers_, one.addressee.organisation, &Answer::organisation);
        if (answer != answers_.end()) view.answer = view_of(*answer);
        return view;
    }

    Result<void> find_organisations(const std::vector<Addressee>& all, const std::vector<Predecessor>& predecessors) {
        std::vector<directory::OrganisationId> ids;
        for (const auto& one : predecessors) {
            ids.push_back(one.addressee.organisation);
            ids.push_back(one.successor);
        }
        for (const auto& one : all)
            ids.push_back(one.organisation);
        for (const auto& answer : answers_)
            if (answer.network) ids.push_back(*answer.network);
        for (const auto& part : hearing_.audience)
            if (part.organisation) ids.push_back(*part.organisation);
        for (auto& one : TRY(directory::organisations_by_id(query_.reader, ids, query_.request.language)))
            organisations_.emplace(one.id, std::move(one));
        return {};
    }

    NamedLink named(directory::OrganisationId id) const {
        const auto found = organisations_.find(id);
        return found == organisations_.end() ? NamedLink{} : NamedLink{found->second.name, found->second.url};
    }
    std::string key_of(const Addressee& one) const {
        const auto found = organisations_.find(one.organisation);
        return found == organisations_.end() ? one.number : found->second.slug;
    }

    Result<void> fill_head() {
        view_.id = hearing_.id;
        view_.key = hearing_.key();
        view_.url = hearing_.path();
        view_.language = i18n::code(hearing_.language);
        view_.title = hearing_.title;
        view_.text = hearing_.text;
        view_.state = hearing_.state_on(query_.today());
        view_.opens_on = hearing_.opens_on;
        view_.closes_on = hearing_.closes_on;
        view_.days_min = hearing_.days_min;
        view_.is_invented = hearing_.is_invented;
        view_.planned_at = hearing_.planned_at;
        view_.matter = TRY(matter_of(query_, hearing_));
        TRY(fill_changes());
        for (const auto& part : hearing_.audience) {
            view_.audience.push_back(in_words(query_, part, part.organisation ? named(*part.organisation).name : ""));
        }
        for (const auto id : hearing_.documents) {
            const auto found = std::ranges::find(standing_.documents, id, &governance::OpenDocument::id);
            if (found != standing_.documents.end()) view_.documents.push_back({found->title, found->path});
        }
        return {};
    }

    Result<void> fill_changes() {
        for (const auto& extension : hearing_.extensions)
            view_.extensions.push_back({extension.from, extension.to, extension.reason, extension.extended_at});
        if (hearing_.withdrawn) view_.withdrawn = WithdrawnView{hearing_.withdrawn->at, hearing_.withdrawn->reason};
        view_.remind_from = hearing_.remind_from();
        for (const auto& reminder : TRY(reminders_of(query_.reader, hearing_.id)))
            view_.reminders.push_back({reminder.at, reminder.organisations});
        return {};
    }

    void fill_questions(const std::vector<Addressee>& all) {
        std::map<directory::OrganisationId, std::int64_t> inhabitants;
        for (const auto& one : all)
            if (one.is_municipality) inhabitants[one.organisation] = one.inhabitants;
        int number = 0;
        for (const auto& question : hearing_.questions) {
            QuestionView shown{++number, question.text, {}};
            for (const auto& option : question.options)
                shown.options.push_back({option, {}});
            for (const auto& answer : answers_)
                count_choice(shown, answer, inhabitants);
            view_.questions.push_back(std::move(shown));
        }
    }

    static void count_choice(QuestionView& question, const Answer& answer,
                             const std::map<directory::OrganisationId, std::int64_t>& inhabitants) {
        const auto reply = std::ranges::find(answer.replies, question.number, &Reply::question);
        if (answer.legal_basis || reply == answer.replies.end() || !reply->option) return;
        const auto behind = inhabitants.find(answer.organisation);
        question.options[static_cast<std::size_t>(*reply->option - 1)].chosen.add(
            behind == inhabitants.end() ? 0 : behind->second);
    }

    AnswerView view_of(const Answer& answer) const {
        AnswerView view{.stance = answer.stance,
                        .text = {},
                        .replies = {},
                        .attachments = {},
                        .legal_basis = answer.legal_basis,
                        .network = {},
                        .is_inherited = answer.is_inherited,
                        .answered_at = answer.answered_at,
                        .changed_at = answer.changed_at,
                        .version = answer.version};
        if (answer.network) view.network = named(*answer.network);
        if (!sees_words_of(query_.principal, answer, sees_withheld_)) return view;
        view.text = answer.text;
        view.attachments = attachments_beside(answer);
        std::vector<ReplyView> replies;
        for (const auto& reply : answer.replies)
            replies.push_back({reply.question, reply.option, reply.text});
        view.replies = std::move(replies);
        return view;
    }

    std::vector<AttachmentView> attachments_beside(const Answer& answer) const {
        std::vector<AttachmentView> views;
        for (const auto& one : attachments_) {
            if (std::ranges::find(one.organisations, answer.organisation) == one.organisations.end()) continue;
            views.push_back({one.id, one.title, hearing_.path() + "/attachments/" + one.id.to_string(), one.file.name,
                             one.file.media_type, static_cast<std::int64_t>(one.file.size), one.state, one.state_reason,
                             one.added_at});
        }
        return views;
    }

    const http::Query& query_;
    const Hearing& hearing_;
    governance::CaseStanding standing_;
    bool sees_withheld_ = false;
    std::vector<Answer> answers_;
    std::vector<Attachment> attachments_;
    std::map<directory::OrganisationId, directory::OrganisationSummary> organisations_;
    HearingView view_;
};

} // namespace

bool sees_words_of(const Principal& principal, const Answer& answer, bool sees_withheld) {
    return !answer.legal_basis || sees_withheld || principal.may(right::answer, answer.organisation.to_string());
}

Result<HearingView> read_hearing(const http::Query& query, const Hearing& hearing) {
    return HearingViewMaker{query, hearing}.make();
}

Result<AnswerPageView> read_answer(const http::Query& query, const Hearing& hearing) {
    const auto key = query.request.path_value("organisation");
    const auto missing = [&] { return answer_not_found.error({{"organisation", std::string{key.substr(0, 40)}}}); };
    const auto organisation = directory::find_organisation_by_key(query.reader, key);
    if (!organisation) return missing();
    auto whole = TRY(read_hearing(query, hearing));
    const auto found = std::ranges::find(whole.addressees, organisation->id, &AddresseeView::id);
    if (found == whole.addressees.end() || !found->answer) return missing();
    return AnswerPageView{whole.key, whole.url, whole.title, std::move(*found), std::move(whole.questions)};
}

Result<std::vector<VoiceView>> read_voices(const http::Query& query, const Hearing& hearing) {
    std::vector<VoiceView> views;
    for (const auto& voice : TRY(voices_in(query.reader, query.principal, hearing, query.today()))) {
        const auto one = TRY(directory::find_organisation(query.reader, voice.organisation, query.request.language));
        const auto addressee = TRY(find_addressee(query.reader, hearing.id, voice.organisation));
        VoiceView view{{one.name, one.url}, one.slug, {}, addressee->stance, addressee->speaks_for_itself};
        if (voice.network) {
            const auto network =
                TRY(directory::find_organisation(query.reader, *voice.network, query.request.language));
            view.network = NamedLink{network.name, network.url};
        }
        views.push_back(std::move(view));
    }
    return views;
}

} // namespace hearings
