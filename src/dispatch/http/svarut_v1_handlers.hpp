#pragma once
// What the handlers of SvarUt REST v1 share.
#include "dispatch/http/svarut_v1.hpp"
#include "dispatch/office.hpp"

namespace dispatch::svarut_v1 {

template <class T>
http::Response answered(const T& answer) {
    return http::json_text(json::write(answer));
}

/// The dispatch in the path, of the account that asks. Fails with dispatch.not_found, whoever else it belongs to.
Result<Dispatch> own_dispatch(const http::Call&, db::Reader&);

/// One operation of the protocol, as OpenAPI tells it; the answer's type, or none.
http::About about(std::string_view operation, std::string_view summary, const json::Type* answer);

/// What became of dispatches: statuses, histories, documents, references.
void add_questions(http::Router&, const Office&);
/// What there is to send to: types and receivers.
void add_receiver_questions(http::Router&);

} // namespace dispatch::svarut_v1
