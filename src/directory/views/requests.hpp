#pragma once
// What the forms of the directory, and its JSON clients, send.
#include "directory/views/models.hpp"

namespace directory {

struct OrganisationRequest {
    Line<200> name{};
    OrganisationKind kind = OrganisationKind::supplier;
    std::string organisation_number{}, slug{}, homepage{}, basis{};
};
BOOST_DESCRIBE_STRUCT(OrganisationRequest, (), (name, kind, organisation_number, slug, homepage, basis))

struct ChangeRequest {
    Line<200> name{};
    std::string name_nn{}, name_se{}, name_en{}, number{}, organisation_number{}, homepage{};
    Date from{};
};
BOOST_DESCRIBE_STRUCT(ChangeRequest, (), (name, name_nn, name_se, name_en, number, organisation_number, homepage, from))

struct MembershipRequest {
    Line<80> member{}; ///< Number, slug, organisation number or id.
    Date from{};
    std::string basis{};
};
BOOST_DESCRIBE_STRUCT(MembershipRequest, (), (member, from, basis))

struct RoleRequest {
    std::optional<PersonId> person_id{}; ///< Somebody registered; nothing for somebody new.
    std::string person_name{}, identity_number{};
    Line<200> role{};
    Date from{};
    std::optional<Date> to{}; ///< Last day; nothing while it lasts.
};
BOOST_DESCRIBE_STRUCT(RoleRequest, (), (person_id, person_name, identity_number, role, from, to))

/// The organisation in the address ends, together with those named here.
struct MergerRequest {
    std::string others{}; ///< Keys of the others that end, parted by space or comma.
    std::string into{};   ///< Key of one that goes on; empty when a new one is founded.
    std::string name{}, number{}, organisation_number{};
    Date on{};
};
BOOST_DESCRIBE_STRUCT(MergerRequest, (), (others, into, name, number, organisation_number, on))

/// The organisation in the address ends, and two to four new ones follow it.
struct SplitRequest {
    Line<200> name_1{};
    std::string number_1{}, organisation_number_1{};
    Line<200> name_2{};
    std::string number_2{}, organisation_number_2{};
    std::string name_3{}, number_3{}, organisation_number_3{};
    std::string name_4{}, number_4{}, organisation_number_4{};
    int heir = 1; ///< Which of them takes over what can have one owner only.
    Date on{};
};
BOOST_DESCRIBE_STRUCT(SplitRequest, (),
                      (name_1, number_1, organisation_number_1, name_2, number_2, organisation_number_2, name_3,
                       number_3, organisation_number_3, name_4, number_4, organisation_number_4, heir, on))

/// What a merger or split would move, or has moved.
struct MovedView {
    std::string what{};
    LinkView from{};
    std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(MovedView, (), (what, from, count))

struct ReformView {
    std::vector<LinkView> ends{};
    std::vector<OrganisationRow> begins{};
    std::vector<MovedView> moves{};
};
BOOST_DESCRIBE_STRUCT(ReformView, (), (ends, begins, moves))

} // namespace directory
