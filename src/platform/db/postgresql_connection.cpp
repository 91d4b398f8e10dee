#include "platform/db/postgresql_connection.hpp"

#include "platform/db/postgresql_values.hpp"
#include "platform/errors.hpp"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <fmt/format.h>
#include <libpq-fe.h>
#include <poll.h>

namespace db {
namespace {

constexpr std::size_t prepared_statements_max = 1000;
/// Answers wait in the sockets' buffers while statements are sent; this many short ones always fit.
constexpr std::size_t awaited_max = 500;
/// A page's query that takes longer is a fault of ours, and holds a connection that others need.
constexpr int reading_s_max = 30;
constexpr std::chrono::seconds reading_silence_max{reading_s_max + 5};
constexpr std::chrono::minutes writing_silence_max{10};

using PqResult = std::unique_ptr<PGresult, decltype(&PQclear)>;

PqResult owned(PGresult* result) {
    return {result, &PQclear};
}

std::int64_t rows_changed(PGresult* result) {
    const std::string_view text = PQcmdTuples(result);
    std::int64_t count = 0;
    std::from_chars(text.data(), text.data() + text.size(), count);
    return count;
}

pg_conn* connect(const PostgresqlSettings& settings) {
    const auto wait_s = std::to_string(std::max<std::int64_t>(2, settings.wait_max.count() / 1000));
    // What stands before dbname can be changed by the address, what stands behind it cannot. A peer that is silent for
    // half a minute counts as gone, so that a cut cable does not hold the writer.
    const std::array keywords{"connect_timeout",  "keepalives_idle",  "keepalives_interval",
                              "keepalives_count", "tcp_user_timeout", "fallback_application_name",
                              "dbname",           "client_encoding",  static_cast<const char*>(nullptr)};
    const std::array values{wait_s.c_str(),
                            "15",
                            "5",
                            "3",
                            "30000",
                            "samband",
                            settings.url.c_str(),
                            "UTF8",
                            static_cast<const char*>(nullptr)};
    return PQconnectdbParams(keywords.data(), values.data(), 1);
}

} // namespace

Result<std::unique_ptr<PostgresqlConnection>> PostgresqlConnection::open(const PostgresqlSettings& settings) {
    const std::chrono::milliseconds usual = settings.is_read_only ? reading_silence_max : writing_silence_max;
    std::unique_ptr<PostgresqlConnection> connection{
        new PostgresqlConnection{connect(settings), settings.silence_max.value_or(usual)}};
    if (PQstatus(connection->connection_) != CONNECTION_OK) return connection->lost();
    TRY(connection->prepare_for_use(settings));
    return connection;
}

PostgresqlConnection::~PostgresqlConnection() {
    PQfinish(connection_);
}

Result<void> PostgresqlConnection::prepare_for_use(const PostgresqlSettings& settings) {
    // Our statements are short: the server would compile some for longer than they run. They have an index each, and a
    // plan made while a table was empty is kept when it has millions of rows: whole tables are read for want of one
    // only.
    const auto words = fmt::format("SET jit = off; SET enable_seqscan = off; SET bytea_output = hex; SET "
                                   "extra_float_digits = 1; SET timezone = 'UTC';"
                                   "SET standard_conforming_strings = on; SET client_min_messages = warning;"
                                   "SET lock_timeout = {}; {} {}",
                                   settings.wait_max.count(),
                                   settings.is_read_only ? fmt::format("SET default_transaction_read_only = on;"
                                                                       "SET statement_timeout = '{}s';",
                                                                       reading_s_max)
                                                         : "",
                                   settings.is_durable ? "" : "SET synchronous_commit = off");
    const auto result = owned(PQexec(connection_, words.c_str()));
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) return lost();
    if (!PQenterPipelineMode(connection_)) return lost();
    return {};
}

Result<Rows> PostgresqlConnection::query(std::string_view sql, const Arguments& arguments) {
    TRY(send(sql, arguments));
    return TRY(synchronise()).rows;
}

Result<std::int64_t> PostgresqlConnection::execute(std::string_view sql, const Arguments& arguments) {
    TRY(send(sql, arguments));
    return TRY(synchronise()).changed;
}

Result<std::string> PostgresqlConnection::command(std::string_view sql) {
    TRY(send(sql, {}));
    return TRY(synchronise()).command;
}

Result<void> PostgresqlConnection::enqueue(std::string_view sql, const Arguments& arguments) {
    if (awaited_.size() >= awaited_max) TRY(settle());
    return send(sql, arguments);
}

Result<void> PostgresqlConnection::settle() {
    if (!awaited_.empty()) TRY(synchronise());
    return {};
}

bool PostgresqlConnection::notice_loss() {
    // Twice: the first look takes the server's farewell, the second finds that nothing follows.
    for (int look = 0; look < 2 && !is_lost_; ++look) {
        if (!PQconsumeInput(connection_) || PQstatus(connection_) == CONNECTION_BAD) is_lost_ = true;
    }
    return is_lost_;
}

Result<void> PostgresqlConnection::send(std::string_view sql, const Arguments& arguments) {
    if (is_lost_) return lost();
    const auto* name = TRY(statement_name(sql, arguments));
    const PostgresqlArguments sent{arguments};
    if (!PQsendQueryPrepared(connection_, name->c_str(), sent.count(), sent.values(), sent.lengths(), sent.formats(),
                             0)) {
        return lost();
    }
    awaited_.push_back({});
    return {};
}

Result<const std::string*> PostgresqlConnection::statement_name(std::string_view sql, const Arguments& arguments) {
    auto key = fmt::format("{} {}", PostgresqlArguments::signature(arguments), sql);
    if (const auto found = statement_names_.find(key); found != statement_names_.end()) return &found->second;
    if (statement_names_.size() >= prepared_statements_max) TRY(forget_statements());

    auto name = fmt::format("s{}", ++statements_made_);
    const PostgresqlArguments sent{arguments};
    if (!PQsendPrepare(connection_, name.c_str(), std::string{sql}.c_str(), sent.count(), sent.types())) return lost();
    awaited_.push_back({key});
    return &statement_names_.emplace(std::move(key), std::move(name)).first->second;
}

Result<PostgresqlConnection::Answer> PostgresqlConnection::synchronise() {
    if (!PQpipelineSync(connection_)) return lost();
    std::optional<Error> fault;
    Answer answer;
    for (; !awaited_.empty(); awaited_.pop_front()) {
        auto refused = receive(awaited_.front(), answer);
        if (is_lost_) return fault ? *fault : refused ? *refused : lost();
        if (refused && !fault) fault = std::move(refused);
    }
    if (is_silent_for_too_long()) return lost();
    const auto synchronised = owned(PQgetResult(connection_));
    if (PQresultStatus(synchronised.get()) != PGRES_PIPELINE_SYNC) return lost();
    if (fault) return *std::move(fault);
    return answer;
}

/// Waits for what can be read; PQgetResult alone would wait for ever.
bool PostgresqlConnection::is_silent_for_too_long() const {
    while (PQisBusy(connection_)) {
        pollfd line{PQsocket(connection_), POLLIN, 0};
        const int ready = ::poll(&line, 1, static_cast<int>(silence_max_.count()));
        if (ready == 0) return true;
        if (ready < 0 && errno == EINTR) continue;
        if (!PQconsumeInput(connection_)) return false; // The next PQgetResult tells of it.
    }
    return false;
}

/// Reads the answer to one statement. After a fault the server skips what follows, up to the synchronisation.
std::optional<Error> PostgresqlConnection::receive(const Awaited& awaited, Answer& answer) {
    std::optional<Error> fault;
    bool is_done = false;
    for (;;) {
        if (is_silent_for_too_long()) return lost();
        const auto result = owned(PQgetResult(connection_));
        if (!result) break;
        switch (PQresultStatus(result.get())) {
        case PGRES_TUPLES_OK:
            answer = {rows_of(result.get()), rows_changed(result.get()), {}};
            is_done = true;
            break;
        case PGRES_COMMAND_OK:
            answer = {{}, rows_changed(result.get()), PQcmdStatus(result.get())};
            is_done = true;
            break;
        case PGRES_PIPELINE_ABORTED:
            break;
        default:
            fault = error_of(result.get());
        }
        if (PQstatus(connection_) == CONNECTION_BAD) is_lost_ = true;
        if (is_lost_) return platform::database_unavailable.error({{"reason", fault ? describe(*fault) : "lost"}});
    }
    if (PQstatus(connection_) == CONNECTION_BAD) is_lost_ = true;
    if (!is_done && !awaited.prepares.empty()) statement_names_.erase(awaited.prepares);
    return fault;
}

Result<void> PostgresqlConnection::forget_statements() {
    TRY(settle());
    statement_names_.clear();
    if (!PQsendQueryParams(connection_, "DEALLOCATE ALL", 0, nullptr, nullptr, nullptr, nullptr, 0)) return lost();
    awaited_.push_back({});
    return {};
}

Error PostgresqlConnection::lost() {
    is_lost_ = true;
    std::string words = PQerrorMessage(connection_);
    words.resize(std::min(words.size(), words.find('\n')));
    return platform::database_unavailable.error({{"reason", words.empty() ? "the connection is gone" : words}});
}

} // namespace db
