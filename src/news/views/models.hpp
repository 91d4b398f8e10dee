#pragma once
#include "platform/json/described.hpp"

#include <optional>
#include <string>
#include <vector>

namespace news {

struct FollowView {
    std::string id, subject_kind, subject_id, title, path;
    bool by_mail = false;
    bool for_organisation = false;
    Instant since;
};
BOOST_DESCRIBE_STRUCT(FollowView, (), (id, subject_kind, subject_id, title, path, by_mail, for_organisation, since))

struct NoticeView {
    std::string id, title, path, what;
    std::int64_t sequence = 0;
    Instant at;
    bool is_new = false;
};
BOOST_DESCRIBE_STRUCT(NoticeView, (), (id, title, path, what, sequence, at, is_new))

struct FollowingView {
    std::vector<NoticeView> notices;
    std::vector<FollowView> follows;
    std::string address; ///< Empty when none is given.
    bool is_address_confirmed = false;
    std::string organisation;
};
BOOST_DESCRIBE_STRUCT(FollowingView, (), (notices, follows, address, is_address_confirmed, organisation))

struct NewFollow {
    Line<40> subject_kind;
    Line<200> subject_id;
    std::optional<bool> by_mail;
    std::optional<bool> for_organisation;
};
BOOST_DESCRIBE_STRUCT(NewFollow, (), (subject_kind, subject_id, by_mail, for_organisation))

struct NewAddress {
    Line<254> address;
};
BOOST_DESCRIBE_STRUCT(NewAddress, (), (address))

/// A link from a mail, and what its button does.
struct LinkView {
    std::string token;
    bool is_done = false;
};
BOOST_DESCRIBE_STRUCT(LinkView, (), (is_done))

} // namespace news
