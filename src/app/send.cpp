#include "app/errors.hpp"
#include "app/run.hpp"
#include "dispatch/sending.hpp"
#include "platform/crypto/key_file.hpp"

#include <condition_variable>
#include <cstdio>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <mutex>

namespace app {

static Result<std::string> list_in(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    if (!file) return file_unreadable.error({{"file", path}});
    return std::string{std::istreambuf_iterator<char>{file}, {}};
}

/// From a file that only its owner may read: what stands on a command line, all may see.
static Result<std::string> secret_for(const CommandLine& command) {
    auto secret = TRY(crypto::read_secret_file(command.secret_file));
    if (!secret) return file_unreadable.error({{"file", command.secret_file}});
    while (!secret->empty() && (secret->back() == '\n' || secret->back() == '\r')) {
        secret->pop_back();
    }
    return *std::move(secret);
}

/// Between attempts; a server that is busy is not helped by haste.
static void pause_for(std::chrono::milliseconds pause) {
    std::mutex nobody_else;
    std::condition_variable never;
    std::unique_lock lock{nobody_else};
    never.wait_for(lock, pause, [] { return false; });
}

static Result<dispatch::Post> post_for(const CommandLine& command) {
    dispatch::Post post;
    post.server = command.server;
    while (post.server.ends_with('/')) {
        post.server.pop_back();
    }
    post.account = command.account;
    post.secret = TRY(secret_for(command));
    post.pause = pause_for;
    return post;
}

static int send_one(const dispatch::Post& post, const CommandLine& command) {
    dispatch::ListedLetter letter;
    letter.to = command.to;
    letter.name = command.recipient;
    letter.title = command.title;
    letter.reference = command.reference;
    letter.department = command.department;
    letter.dispatch_type = command.dispatch_type;
    letter.files = command.files;
    letter.is_digital_only = true; // An address for paper stands in a list.
    const auto key = dispatch::key_of_letter(post, letter);
    if (!key) return tell(key.error());
    const auto sent = dispatch::send_letter(post, letter, *key);
    if (!sent) return tell(sent.error());
    fmt::print("{}\n", sent->id);
    return 0;
}

/// Sends what is not sent yet; a letter that is refused does not stop the others.
static Result<int> send_list(const dispatch::Post& post, const CommandLine& command) {
    const auto text = TRY(list_in(command.batch));
    const auto folder = std::filesystem::path{command.batch}.parent_path().string();
    const auto letters = TRY(dispatch::letters_in(text, folder));
    dispatch::SentList done{command.batch + ".sent"};
    TRY(done.load());
    int refused = 0, skipped = 0;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const auto key = TRY(dispatch::key_of_letter(post, letters[i]));
        if (done.holds(key)) {
            ++skipped;
        } else if (const auto sent = dispatch::send_letter(post, letters[i], key)) {
            TRY(done.add(key, *sent, letters[i]));
        } else {
            ++refused;
            std::fprintf(stderr, "linje %zu:\n", letters[i].line);
            tell(sent.error());
        }
        show_progress("sender", static_cast<int>(i + 1), static_cast<int>(letters.size()));
    }
    fmt::print("{} brev: {} sendt nå, {} sendt før, {} ikke sendt\n", letters.size(),
               static_cast<int>(letters.size()) - refused - skipped, skipped, refused);
    return refused == 0 ? 0 : 1;
}

int run_send(const CommandLine& command) {
    const bool is_list = !command.batch.empty();
    const bool is_letter = !command.to.empty() && !command.recipient.empty() && !command.title.empty();
    const bool is_known = !command.server.empty() && !command.account.empty() && !command.secret_file.empty();
    if (!is_known || is_list == is_letter) {
        std::fputs("samband send: nevn --server, --account og --secret-file, og enten --batch LISTE eller --to NUMMER "
                   "--name NAVN "
                   "--title TITTEL FIL…\n",
                   stderr);
        return 2;
    }
    const auto post = post_for(command);
    if (!post) return tell(post.error());
    if (!is_list) return send_one(*post, command);
    const auto sent = send_list(*post, command);
    return sent ? *sent : tell(sent.error());
}

} // namespace app
