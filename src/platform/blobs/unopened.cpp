#include "platform/blobs/store.hpp"
#include "platform/errors.hpp"

namespace blobs {

namespace {

class Unopened : public Store {
public:
    Result<std::unique_ptr<Writer>> begin() override { return refused(); }
    Result<Digest> put(std::string_view) override { return refused(); }
    Result<std::unique_ptr<Writer>> begin_passing(Instant) override { return refused(); }
    Result<std::uint64_t> release(const std::vector<Digest>&) override { return refused(); }
    Result<std::vector<Digest>> passing(Instant, Instant) override { return refused(); }
    Result<std::string> get(const Digest&) override { return refused(); }
    Result<void> read(const Digest&, const std::function<Result<void>(std::string_view)>&) override {
        return refused();
    }
    Result<std::string> read_part(const Digest&, std::uint64_t, std::size_t) override { return refused(); }
    Result<std::uint64_t> size(const Digest&) override { return refused(); }
    Result<void> sync() override { return {}; } // It has taken nothing.

private:
    static Error refused() { return platform::blob_store_unavailable.error({{"why", "unopened"}}); }
};

} // namespace

std::unique_ptr<Store> unopened() {
    return std::make_unique<Unopened>();
}

} // namespace blobs
