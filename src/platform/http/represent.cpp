#include "platform/http/represent.hpp"

namespace http {

Response csv_document(const csv::Table& table) {
    return plain(csv::write(table), "text/csv; charset=utf-8; header=present");
}

Response atom_document(const feed::Feed& feed) {
    return plain(feed::write(feed), "application/atom+xml; charset=utf-8");
}

Response ics_document(const calendar::Calendar& calendar) {
    return plain(calendar::write(calendar), "text/calendar; charset=utf-8");
}

Response linked_document(std::string json) {
    return plain(std::move(json), std::string{media_type(Format::jsonld)});
}

feed::Feed page_feed(const Call& call, std::string id, std::string title, const std::string& url) {
    feed::Feed made;
    made.id = std::move(id);
    made.title = std::move(title);
    made.url = url;
    made.self_url = url + ".atom";
    made.language = i18n::code(call.request.language);
    return made;
}

} // namespace http
