// A PostgreSQL outbox: a row a letter, committed one by one; takers lock with SKIP LOCKED, read, delete and commit.
//
// Usage: outbox_bench DATABASE-URL CONNECTIONS FETCHERS SECONDS DOCUMENT-FILE
#include "measuring.hpp"

#include <libpq-fe.h>
#include <memory>

namespace {

class Connection {
public:
    explicit Connection(const std::string& url) : connection_{PQconnectdb(url.c_str())} {
        if (PQstatus(connection_) != CONNECTION_OK) bench::give_up(PQerrorMessage(connection_));
    }
    ~Connection() { PQfinish(connection_); }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    using Rows = std::unique_ptr<PGresult, decltype(&PQclear)>;
    Rows tell(const char* sql, std::string_view bytes = {}) {
        const char* value = bytes.data();
        const int length = static_cast<int>(bytes.size()), is_binary = 1;
        Rows rows{PQexecParams(connection_, sql, bytes.empty() ? 0 : 1, nullptr, &value, &length, &is_binary, 0),
                  PQclear};
        const auto status = PQresultStatus(rows.get());
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) bench::give_up(PQerrorMessage(connection_));
        return rows;
    }

private:
    PGconn* connection_;
};

} // namespace

int main(int count, char** values) {
    const auto order = bench::order_from({values, static_cast<std::size_t>(count)});
    Connection{order.target}.tell("DROP TABLE IF EXISTS outbox");
    Connection{order.target}.tell(
        "CREATE TABLE outbox (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, document BYTEA NOT NULL)");
    bench::Ledger ledger;
    bench::run(order, ledger,
               {.send =
                    [&](const std::atomic<bool>& goes_on) {
                        Connection line{order.target};
                        while (goes_on) {
                            const auto since = bench::SteadyClock::now();
                            const auto rows =
                                line.tell("INSERT INTO outbox (document) VALUES ($1) RETURNING id", order.document);
                            ledger.accepted(PQgetvalue(rows.get(), 0, 0), since);
                        }
                    },
                .fetch =
                    [&](const std::atomic<bool>& goes_on) {
                        Connection line{order.target};
                        while (goes_on) {
                            line.tell("BEGIN");
                            const auto rows =
                                line.tell("SELECT id, document FROM outbox ORDER BY id FOR UPDATE SKIP LOCKED LIMIT 1");
                            if (PQntuples(rows.get()) == 0) {
                                line.tell("COMMIT");
                                std::this_thread::sleep_for(std::chrono::milliseconds{1});
                                continue;
                            }
                            const std::string id = PQgetvalue(rows.get(), 0, 0);
                            line.tell(("DELETE FROM outbox WHERE id = " + id).c_str());
                            line.tell("COMMIT");
                            ledger.delivered(id);
                        }
                    }});
}
