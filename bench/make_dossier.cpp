// make_dossier EVENTS SEED: a generated dossier on standard output, in Latin letters, with no files behind its
// articles.

#include "model/dossier_writer.hpp"
#include "support/model_generator.hpp"

#include <cstdio>
#include <cstdlib>

int main(int count, char** words) {
    if (count != 3) {
        std::fputs("usage: make_dossier EVENTS SEED\n", stderr);
        return 2;
    }
    demarche::support::GeneratorOptions options;
    options.least_events = options.most_events = static_cast<std::size_t>(std::atol(words[1]));
    options.least_sides = options.most_sides = 5;
    options.least_actors = options.most_actors = 20;
    options.longest_label = 80;
    options.all_scripts = false;
    const auto model = demarche::support::generate_model(static_cast<std::uint64_t>(std::atol(words[2])), options);
    const auto text = demarche::write_dossier(model);
    return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() ? 0 : 2;
}
