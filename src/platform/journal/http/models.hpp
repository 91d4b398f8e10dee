#pragma once
// What the journal's pages and its JSON say.
#include "platform/journal/journal.hpp"
#include "platform/json/described.hpp"

namespace journal {

struct JournalFilter {
    std::optional<std::int64_t> before; ///< Only events older than this one.
    std::optional<Line<40>> kind;       ///< With subject: only events about it.
    std::optional<Line<80>> subject;
};
BOOST_DESCRIBE_STRUCT(JournalFilter, (), (before, kind, subject))

struct SubjectView {
    std::string kind, id;
};
BOOST_DESCRIBE_STRUCT(SubjectView, (), (kind, id))

struct EventView {
    std::int64_t sequence = 0;
    EventId id;
    Instant at;
    std::string type;
    std::string what; ///< The sentence.
    std::string who;
    std::string visibility;
    std::vector<SubjectView> subjects;
    std::string url;
};
BOOST_DESCRIBE_STRUCT(EventView, (), (sequence, id, at, type, what, who, visibility, subjects, url))

struct JournalView {
    std::int64_t head = 0;       ///< Sequence of the newest event, whoever may see it.
    std::string key_fingerprint; ///< Of the key that signs exports, bundles and documents.
    std::vector<EventView> events;
    std::optional<std::string> older_url;
};
BOOST_DESCRIBE_STRUCT(JournalView, (), (head, key_fingerprint, events, older_url))

struct ProofView {
    std::string canonical; ///< The bytes that the leaf is made of.
    std::string leaf;
    std::int64_t place = 0; ///< Of the event in its batch, from 0.
    std::vector<std::string> path;
    std::int64_t batch = 0, first = 0, last = 0;
    Instant sealed_at;
    std::string root, seal;
};
BOOST_DESCRIBE_STRUCT(ProofView, (), (canonical, leaf, place, path, batch, first, last, sealed_at, root, seal))

struct ProvenEventView {
    EventView event;
    ProofView proof;
};
BOOST_DESCRIBE_STRUCT(ProvenEventView, (), (event, proof))

} // namespace journal
