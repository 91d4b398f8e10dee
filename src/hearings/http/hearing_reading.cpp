#include "governance/case_standing.hpp"
#include "governance/governance.hpp"
#include "hearings/http/reading.hpp"
#include "hearings/rights.hpp"
#include "hearings/views/labels.hpp"
#include "platform/journal/sentence.hpp"

#include <algorithm>
#include <map>

namespace hearings {

static constexpr int hearing_happenings_shown = 30;

Result<Hearing> hearing_in_path(db::Reader& reader, const http::Request& request) {
    return load_hearing(reader, request.path_value("hearing"));
}

Result<NamedLink> matter_of(const http::Query& query, const Hearing& hearing) {
    const auto card = TRY(governance::case_card(query.reader, hearing.case_id, query.today(), query.request.language));
    return NamedLink{card.title.empty() ? card.number : card.title, card.path};
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
        view_.questions = questions_counted(hearing_, all, answers_);
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

Result<HearingView> read_hearing(const http::Query& query, const Hearing& hearing) {
    return HearingViewMaker{query, hearing}.make();
}

} // namespace hearings
