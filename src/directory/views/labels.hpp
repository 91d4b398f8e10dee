#pragma once
// Words and small pieces that several pages of the directory share.
#include "directory/views/models.hpp"
#include "platform/html/html.hpp"
#include "platform/http/call.hpp"
#include "platform/ui/page.hpp"

namespace directory {

std::string kind_name(const http::Call&, OrganisationKind);
/// "Kommune" or "Tidligere kommune", and a mark on what is invented.
std::vector<Html> tags_of(const http::Call&, OrganisationKind, bool is_ended, bool is_invented);
/// "fra 1. januar 2020", "til 31. desember 2023", "1. januar 2020–31. desember 2023"; empty when neither end is known.
std::string period_words(const http::Call&, const std::optional<Date>& from, const std::optional<Date>& to);
/// The last day of a period that ends with the day given.
Date last_day(Date first_day_without);
Html link_to(const http::Call&, const LinkView&);
/// Name, number, county, population, each row linked.
Html organisation_table(const http::Call&, std::string_view caption, const std::vector<OrganisationRow>&);
/// Who the facts come from, as their licences ask.
std::string attribution(const http::Call&);
/// JSON, CSV and Atom beside a page: the path with each suffix, and the query kept.
std::vector<ui::Alternate> alternates(const http::Call&, std::string_view path, const std::vector<http::Format>&);

} // namespace directory
