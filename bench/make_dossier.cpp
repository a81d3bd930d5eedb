// make_dossier EVENTS SEED: a generated dossier on standard output, in Latin letters, with no files behind its
// articles. make_dossier any SEED [EVENTS]: one of any shape: 3 to 80 actors, 1 to EVENTS (400) events, labels of 1 to
// 200 characters in the scripts that the program's typefaces have.

#include "model/dossier_writer.hpp"
#include "support/model_generator.hpp"

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace {

demarche::support::GeneratorOptions plain(std::size_t events) {
    demarche::support::GeneratorOptions options;
    options.least_events = options.most_events = events;
    options.least_sides = options.most_sides = 5;
    options.least_actors = options.most_actors = 20;
    options.longest_label = 80;
    options.all_scripts = false;
    return options;
}

demarche::support::GeneratorOptions any(std::size_t events) {
    demarche::support::GeneratorOptions options;
    options.least_actors = 3;
    options.most_events = events;
    options.devanagari = false;
    return options;
}

} // namespace

int main(int count, char** words) {
    const bool is_any = count > 1 && std::string_view(words[1]) == "any";
    if (count < 3 || count > (is_any ? 4 : 3)) {
        std::fputs("usage: make_dossier EVENTS SEED\n       make_dossier any SEED [EVENTS]\n", stderr);
        return 2;
    }
    const auto number = [&](int at) { return static_cast<std::size_t>(std::atol(words[at])); };
    const auto options = is_any ? any(count > 3 ? number(3) : 400) : plain(number(1));
    const auto model = demarche::support::generate_model(number(2), options);
    const auto text = demarche::write_dossier(model);
    return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() ? 0 : 2;
}
