#pragma once
#include "platform/error.hpp"

namespace news {

inline constexpr ErrorCode subject_unknown{"news.subject_unknown", ErrorKind::not_found};
inline constexpr ErrorCode follow_not_found{"news.follow_not_found", ErrorKind::not_found};
inline constexpr ErrorCode no_organisation{"news.no_organisation", ErrorKind::conflict};
inline constexpr ErrorCode address_faulty{"news.address_faulty", ErrorKind::invalid_input};
inline constexpr ErrorCode link_unknown{"news.link_unknown", ErrorKind::not_found};

} // namespace news
