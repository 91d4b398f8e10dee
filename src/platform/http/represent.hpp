#pragma once
// One view model, all representations.
#include "platform/calendar/calendar.hpp"
#include "platform/csv.hpp"
#include "platform/feed/feed.hpp"
#include "platform/http/call.hpp"

namespace http {

template <class View>
struct Representations {
    std::function<Html(const View&)> html{};
    std::function<csv::Table(const View&)> csv{};
    std::function<feed::Feed(const View&)> atom{};
    std::function<calendar::Calendar(const View&)> ics{};
};

Response csv_document(const csv::Table&);
Response atom_document(const feed::Feed&);
Response ics_document(const calendar::Calendar&);
Response linked_document(std::string json);

/// The feed of a page, still without entries and without a time: its address is the page's with ".atom" after it. The
/// id is a URI that never changes, the url absolute.
feed::Feed page_feed(const Call&, std::string id, std::string title, const std::string& url);

/// Answers in the format that the request wants; the route's list of formats has already been checked against it.
template <class View>
Response represent(const Call& call, const View& view, const Representations<View>& how) {
    switch (call.request.format) {
    case Format::json:
        return json_text(json::write(view));
    case Format::csv:
        ensure(how.csv);
        return csv_document(how.csv(view));
    case Format::atom:
        ensure(how.atom);
        return atom_document(how.atom(view));
    case Format::ics:
        ensure(how.ics);
        return ics_document(how.ics(view));
    default:
        ensure(how.html);
        return html_document(how.html(view));
    }
}

} // namespace http
