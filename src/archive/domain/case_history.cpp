#include "archive/domain/case_history.hpp"

#include "platform/json/value.hpp"

#include <ranges>

namespace archive {

namespace {

class HistoryMaker {
public:
    explicit HistoryMaker(const std::string& case_id) : case_id_{case_id} {}

    void take(const journal::StoredEvent& event) {
        event_ = &event;
        const auto body = json::parse(event.body);
        document_ = body ? std::string{body->text_of("document")} : std::string{};
        basis_ = body ? std::string{body->text_of("legalBasis")} : std::string{};
        const std::string_view type = event.type;
        if (type == "governance.case_planned") planned();
        if (type == "governance.case_made_final") closed("Avsluttet");
        if (type == "governance.case_withdrawn") closed("Utgår");
        if (type == "governance.document_added") history_.added_by[document_] = who();
        if (type == "governance.document_removed") removed();
        if (type == "governance.shield_set" || (type == "governance.document_added" && !basis_.empty())) shielded();
        if (type == "governance.shield_lifted") changed(unit(), "tilgangsrestriksjon", "Unntatt offentlighet", "");
    }
    CaseHistory finish() && { return std::move(history_); }

private:
    [[nodiscard]] std::string who() const { return event_->actor_name.empty() ? "Samband" : event_->actor_name; }
    [[nodiscard]] const std::string& unit() const { return document_.empty() ? case_id_ : document_; }

    void changed(const std::string& unit, const char* metadata, std::string before, std::string after) {
        history_.changes.push_back({unit, metadata, event_->at, who(), std::move(before), std::move(after)});
    }
    void planned() {
        history_.created_by = who();
        status("Under behandling");
    }
    void closed(const char* state) {
        history_.closed_by = who();
        history_.closed_at = event_->at;
        status(state);
    }
    void status(const char* state) {
        changed(case_id_, "saksstatus", status_, state);
        status_ = state;
    }
    void removed() {
        history_.removed_by[document_] = who();
        changed(document_, "dokumentobjekt", "Tilgjengelig", "Fjernet");
    }
    void shielded() { changed(unit(), "skjermingshjemmel", "", basis_); }

    const std::string& case_id_;
    const journal::StoredEvent* event_ = nullptr;
    std::string document_, basis_, status_;
    CaseHistory history_;
};

} // namespace

CaseHistory history_of(const std::string& case_id, const std::vector<journal::StoredEvent>& events) {
    HistoryMaker maker{case_id};
    for (auto event = events.rbegin(); event != events.rend(); ++event) // std::views::reverse stops Clang 14.
        maker.take(*event);
    return std::move(maker).finish();
}

} // namespace archive
