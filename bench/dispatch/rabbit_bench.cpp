// RabbitMQ: a quorum queue, a confirm for each message, an acknowledgement from each taker.
//
// Usage: rabbit_bench PORT CONNECTIONS FETCHERS SECONDS DOCUMENT-FILE
#include "measuring.hpp"

#include <amqp.h>
#include <amqp_tcp_socket.h>

namespace {

constexpr amqp_channel_t channel = 1;
constexpr int prefetched = 32;

amqp_bytes_t bytes_of(std::string_view text) {
    return {text.size(), const_cast<char*>(text.data())};
}

class Line {
public:
    explicit Line(int port) : state_{amqp_new_connection()} {
        auto* socket = amqp_tcp_socket_new(state_);
        if (socket == nullptr || amqp_socket_open(socket, "127.0.0.1", port) != 0) bench::give_up("no RabbitMQ there");
        const auto reply = amqp_login(state_, "/", 0, 1 << 17, 0, AMQP_SASL_METHOD_PLAIN, "guest", "guest");
        if (reply.reply_type != AMQP_RESPONSE_NORMAL) bench::give_up("RabbitMQ did not let us in");
        amqp_channel_open(state_, channel);
        check();
    }
    ~Line() {
        amqp_connection_close(state_, AMQP_REPLY_SUCCESS);
        amqp_destroy_connection(state_);
    }
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;

    void declare() {
        amqp_table_entry_t kind{};
        kind.key = amqp_cstring_bytes("x-queue-type");
        kind.value.kind = AMQP_FIELD_KIND_UTF8;
        kind.value.value.bytes = amqp_cstring_bytes("quorum");
        amqp_queue_declare(state_, channel, queue, 0, 1, 0, 0, {1, &kind});
        check();
        amqp_queue_purge(state_, channel, queue);
        check();
    }
    void ask_for_confirms() {
        amqp_confirm_select(state_, channel);
        check();
    }
    /// Back when the broker has confirmed it.
    void publish(const std::string& id, std::string_view document) {
        amqp_basic_properties_t properties{};
        properties._flags = AMQP_BASIC_DELIVERY_MODE_FLAG | AMQP_BASIC_MESSAGE_ID_FLAG;
        properties.delivery_mode = AMQP_DELIVERY_PERSISTENT;
        properties.message_id = bytes_of(id);
        amqp_basic_publish(state_, channel, amqp_empty_bytes, queue, 0, 0, &properties, bytes_of(document));
        amqp_frame_t frame;
        if (amqp_simple_wait_frame(state_, &frame) != AMQP_STATUS_OK || frame.frame_type != AMQP_FRAME_METHOD ||
            frame.payload.method.id != AMQP_BASIC_ACK_METHOD) {
            bench::give_up("RabbitMQ did not confirm");
        }
        amqp_maybe_release_buffers(state_);
    }
    void consume() {
        amqp_basic_qos(state_, channel, 0, prefetched, 0);
        check();
        amqp_basic_consume(state_, channel, queue, amqp_empty_bytes, 0, 0, 0, amqp_empty_table);
        check();
    }
    /// "" when nothing came for a moment.
    std::string take() {
        amqp_envelope_t envelope;
        timeval patience{0, 20'000};
        const auto reply = amqp_consume_message(state_, &envelope, &patience, 0);
        if (reply.reply_type != AMQP_RESPONSE_NORMAL) return {};
        const auto& name = envelope.message.properties.message_id;
        std::string id{static_cast<const char*>(name.bytes), name.len};
        amqp_basic_ack(state_, channel, envelope.delivery_tag, 0);
        amqp_destroy_envelope(&envelope);
        amqp_maybe_release_buffers(state_);
        return id;
    }

private:
    void check() {
        if (amqp_get_rpc_reply(state_).reply_type != AMQP_RESPONSE_NORMAL) bench::give_up("RabbitMQ refused");
    }

    static inline const amqp_bytes_t queue = amqp_cstring_bytes("letters");
    amqp_connection_state_t state_;
};

} // namespace

int main(int count, char** values) {
    const auto order = bench::order_from({values, static_cast<std::size_t>(count)});
    const int port = std::atoi(order.target.c_str());
    Line{port}.declare();
    bench::Ledger ledger;
    std::atomic<std::int64_t> number{0};
    bench::run(order, ledger,
               {.send =
                    [&](const std::atomic<bool>& goes_on) {
                        Line line{port};
                        line.ask_for_confirms();
                        while (goes_on) {
                            auto id = std::to_string(++number);
                            const auto since = bench::SteadyClock::now();
                            line.publish(id, order.document);
                            ledger.accepted(std::move(id), since);
                        }
                    },
                .fetch =
                    [&](const std::atomic<bool>& goes_on) {
                        Line line{port};
                        line.consume();
                        while (goes_on) {
                            if (const auto id = line.take(); !id.empty()) ledger.delivered(id);
                        }
                    }});
}
