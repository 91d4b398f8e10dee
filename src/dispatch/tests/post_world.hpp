#pragma once
// A post office of one test: a sender, a receiver, and the whole request border in front of it.
#include "directory/texts.hpp"
#include "dispatch/actions/content.hpp"
#include "dispatch/actions/open_account.hpp"
#include "dispatch/dispatch.hpp"
#include "dispatch/jobs/check_dispatch.hpp"
#include "dispatch/texts.hpp"
#include "platform/crypto/cms.hpp"
#include "platform/http/dispatcher.hpp"
#include "platform/jobs/runner.hpp"
#include "platform/testing/browser.hpp"
#include "platform/texts.hpp"
#include "platform/ui/page.hpp"

#include <string>
#include <vector>

namespace post {

/// "Basic …" for a name and a secret.
std::string basic(std::string_view name, std::string_view secret);

/// One part of a multipart body, written as given.
struct Part {
    std::string headers; ///< Without the line end at the end.
    std::string content;
};
/// A PDF of one page with these words on it.
std::string pdf_saying(std::string_view words);
const std::string& a_pdf();
/// The metadata with neither file name nor type, and a file.
Part metadata(std::string json);
Part file(std::string name, std::string content = a_pdf());
std::string multipart(const std::vector<Part>& parts);
inline constexpr std::string_view multipart_type = "multipart/form-data; boundary=grense";

/// Synthetic: 80 is added to the month.
inline constexpr std::string_view kari = "13814520077";
inline constexpr std::string_view secret = "hemmelighet-som-er-lang";

/// One for all tests: making a key takes long.
const crypto::CmsKey& receivers_key();

class Office : public ::testing::TestWithParam<db::Dialect> {
protected:
    /// With one invented organisation, or with the whole sector.
    explicit Office(bool has_sector = false);

    /// A letter to Kari with the documents named; more: members to add, each behind a comma.
    static std::string letter(std::string_view title, const std::vector<std::string>& documents = {"brev.pdf"},
                              std::string_view more = {});
    /// Through the request border, as any client would.
    http::Response ask(std::string_view method, std::string_view path, std::string body = {},
                       std::string_view content_type = {}, std::string authorization = basic("avsender", secret),
                       world::Browser::Fields headers = {});
    /// Begins to send a body of so many bytes, and is gone after these pieces of it.
    void vanish(std::string_view method, std::string_view path, world::Browser::Fields headers,
                const std::vector<std::string>& pieces, std::size_t length);
    http::Response send(const std::vector<Part>& parts, std::string path = {}, world::Browser::Fields headers = {});
    /// Sends a letter that must be taken; gives its id.
    std::string sent(std::string_view title, std::string_view more = {});
    /// A letter of two documents, "først.pdf" and "annet.pdf", to 971032146, and its checks done; gives its id.
    std::string sent_to_organisation(std::string_view title, std::string_view more = {});
    /// Lets the jobs run.
    void work();
    std::string status_of(const std::string& id);
    std::optional<dispatch::Dispatch> stored(const std::string& id);

    /// A receiver of post to 971032146, with credentials of its own; "" and 0 take every type and level.
    dispatch::ReceiverId open_receiver(const std::string& name, const std::string& certificate,
                                       std::string dispatch_type = {}, std::int64_t level = 0);
    /// An integration of this organisation's tokens that may send for the accounts, with the secret of all here.
    std::string open_integration(const std::vector<dispatch::AccountId>& accounts,
                                 const std::string& consumer_number = "971032146",
                                 dispatch::StatusWords words = dispatch::StatusWords::common);
    /// The headers of an integration that proves itself.
    world::Browser::Fields integration_headers(const std::string& id, const std::string& token = {},
                                               std::string_view given = secret) const;
    /// A token of the issuer that is trusted here; changed: a claim to have instead.
    [[nodiscard]] std::string token(const std::string& scope = "ks:fiks", const std::string& number = "971032146",
                                    std::int64_t expires_s = 100) const;
    /// An account with credentials of its own.
    dispatch::AccountId open_account(const std::string& name, std::chrono::seconds window = std::chrono::hours{24});

    world::World world;
    directory::OrganisationId ks;
    dispatch::Office office;
    identity::Outside outside;
    dispatch::Door door;
    http::Router router;
    ui::Site site;

private:
    struct Nobody : http::Authenticator {
        Result<Principal> authenticate(const http::Request&) override { return Principal{}; }
    } nobody_;
    dispatch::Authenticator authenticator_;
    std::unique_ptr<http::Dispatcher> dispatcher_;
};

} // namespace post
