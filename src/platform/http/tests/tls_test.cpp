#include "platform/http/server.hpp"
#include "platform/http/tests/border.hpp"
#include "platform/http/tests/wire.hpp"
#include "platform/net/http_client.hpp"

#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <fmt/format.h>
#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

using namespace http;
using namespace border;

namespace {

/// A key and a certificate that it has signed for itself, in two files.
struct SelfSigned {
    std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("samband-tls-" + std::to_string(::getpid()));
    std::string certificate = folder / "certificate.pem";
    std::string key = folder / "key.pem";

    SelfSigned() {
        std::filesystem::create_directories(folder);
        EVP_PKEY* pair = EVP_EC_gen("P-256");
        X509* document = X509_new();
        ASN1_INTEGER_set(X509_get_serialNumber(document), 1);
        X509_gmtime_adj(X509_getm_notBefore(document), -3600);
        X509_gmtime_adj(X509_getm_notAfter(document), 3600);
        X509_set_pubkey(document, pair);
        auto* name = X509_get_subject_name(document);
        X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("localhost"), -1,
                                   -1, 0);
        X509_set_issuer_name(document, name);
        X509_sign(document, pair, EVP_sha256());
        std::FILE* file = std::fopen(certificate.c_str(), "w");
        PEM_write_X509(file, document);
        std::fclose(file);
        file = std::fopen(key.c_str(), "w");
        PEM_write_PrivateKey(file, pair, nullptr, nullptr, 0, nullptr, nullptr);
        std::fclose(file);
        X509_free(document);
        EVP_PKEY_free(pair);
    }
    ~SelfSigned() { std::filesystem::remove_all(folder); }
};

class EncryptedWire : public ::testing::Test {
protected:
    ServerOptions options() {
        ServerOptions wanted;
        wanted.io_threads = 1;
        wanted.certificate_file = files.certificate;
        wanted.key_file = files.key;
        wanted.limits.head_time_max = std::chrono::milliseconds{200};
        wanted.limits.parting_time_max = std::chrono::milliseconds{200};
        return wanted;
    }
    SelfSigned files;
    Program program;
};

TEST_F(EncryptedWire, CarriesRequestsAndIsKnownToBeSecure) {
    const auto server = *Server::start(program.dispatcher, options());
    Wire line{server->bound_port(), true};
    EXPECT_EQ(line.protocol(), "http/1.1");
    ASSERT_TRUE(
        line.send("GET /page HTTP/1.1\r\nHost: a\r\n\r\nGET /page HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"));
    const auto first = line.receive();
    EXPECT_EQ(status_in(first), 200);
    EXPECT_EQ(header_in(first, "strict-transport-security"), "max-age=31536000");
    EXPECT_EQ(body_in(line.receive()), body_in(first));
    EXPECT_TRUE(line.is_closed());
}

TEST_F(EncryptedWire, IsNotTrustedByOurOwnClientWhenNobodyVouchesForIt) {
    const auto server = *Server::start(program.dispatcher, options());
    const auto answer = net::fetch({.url = fmt::format("https://localhost:{}/page", server->bound_port())});
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, platform::outside_unreachable.name);
    EXPECT_NE(describe(answer.error()).find("certificate"), std::string::npos) << describe(answer.error());
}

TEST_F(EncryptedWire, IsNotOpenedForPlainTalk) {
    const auto server = *Server::start(program.dispatcher, options());
    Wire plain{server->bound_port()};
    ASSERT_TRUE(plain.send("GET /page HTTP/1.1\r\nHost: a\r\n\r\n"));
    EXPECT_EQ(status_in(plain.receive_all()), 0);
    Wire silent{server->bound_port()};
    EXPECT_TRUE(silent.is_closed()) << "a handshake has its time limit too";
}

TEST_F(EncryptedWire, CarriesEventsAndClosesThem) {
    const auto server = *Server::start(program.dispatcher, options());
    Wire line{server->bound_port(), true};
    ASSERT_TRUE(line.send("GET /events/a HTTP/1.1\r\nHost: a\r\n\r\n"));
    ASSERT_FALSE(line.receive_until("retry: 2000\n\n").empty());
    program.hub.publish("a", 1, "changed", "one");
    EXPECT_EQ(line.receive_until("\n\n"), "id: 1\nevent: changed\ndata: one\n\n");
    server->stop();
    EXPECT_TRUE(line.is_closed());
}

TEST_F(EncryptedWire, NeedsACertificateAndItsKey) {
    auto wrong = options();
    wrong.key_file = files.certificate;
    EXPECT_EQ(Server::start(program.dispatcher, wrong).error().code, platform::certificate_unusable.name);
    wrong.certificate_file = "/nowhere";
    EXPECT_EQ(Server::start(program.dispatcher, wrong).error().code, platform::certificate_unusable.name);
}

} // namespace
