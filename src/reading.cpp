#include "reading.hpp"

#include "extract/findings.hpp"
#include "extract/marked_up.hpp"
#include "extract/written_date.hpp"
#include "model/dossier_values.hpp"

#include <algorithm>
#include <utility>

namespace demarche {
namespace {

constexpr std::size_t kDayLength = std::string_view("2025-02-18").size();

/// FNV-1a, 64 bits.
std::uint64_t print_of(std::string_view text) {
    std::uint64_t print = 0xCBF29CE484222325U;
    for (const char c : text) {
        print = (print ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    }
    return print;
}

void fill(std::string& known, const std::string& said) {
    known = known.empty() ? said : known;
}

/// Words of a stranger as a dossier can hold them: without characters that cannot be seen, and not endless.
std::string presentable(std::string words) {
    constexpr std::size_t kMost = 500;
    std::size_t end = std::min(words.size(), kMost);
    while (end < words.size() && (static_cast<unsigned char>(words[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    words.resize(end);
    for (auto fault = fault_of_words(words); fault; fault = fault_of_words(words)) {
        std::size_t length = 1;
        while (fault->offset + length < words.size() &&
               (static_cast<unsigned char>(words[fault->offset + length]) & 0xC0U) == 0x80U) {
            ++length;
        }
        words.erase(fault->offset, length);
        if (words.empty()) {
            break;
        }
    }
    return words;
}

/// The address where it is one that a dossier takes.
std::string address(const std::string& url) {
    const std::size_t host = url.starts_with("https://") ? 8 : url.starts_with("http://") ? 7 : url.size();
    const bool clean = std::none_of(url.begin(), url.end(), [](char c) {
        return static_cast<unsigned char>(c) <= 0x20 ||
               std::string_view("\x7F<>\"\\").find(c) != std::string_view::npos;
    });
    return host < url.size() && url[host] != '/' && clean ? url : std::string();
}

/// What the file says of itself, where nobody has said better.
void complete(Article& known, const extract::ArticleFacts& facts, const std::string& published) {
    fill(known.title, presentable(facts.title));
    fill(known.outlet, presentable(facts.outlet));
    fill(known.url, address(facts.url));
    fill(known.published, facts.published.substr(0, kDayLength));
    fill(known.published, published);
    fill(known.language, facts.language == "und" ? "" : facts.language);
}

/// Comments and processing instructions may stand ahead of the root.
bool begins_dossier(std::string_view bytes) {
    constexpr std::string_view kMark = "\xEF\xBB\xBF";
    constexpr std::string_view kRoot = "<dossier";
    std::size_t at = bytes.starts_with(kMark) ? kMark.size() : 0;
    for (;;) {
        at = bytes.find_first_not_of(" \t\r\n", at);
        if (at == std::string_view::npos || bytes[at] != '<') {
            return false;
        }
        const bool comment = bytes.substr(at).starts_with("<!--");
        if (!comment && !bytes.substr(at).starts_with("<?")) {
            break;
        }
        const std::string_view end = comment ? "-->" : "?>";
        at = bytes.find(end, at);
        if (at == std::string_view::npos) {
            return false;
        }
        at += end.size();
    }
    const std::size_t behind = at + kRoot.size();
    return bytes.substr(at).starts_with(kRoot) && behind < bytes.size() &&
           std::string_view(" \t\r\n/>").find(bytes[behind]) != std::string_view::npos;
}

} // namespace

ArticleReader::ArticleReader(const extract::TableSource& tables, Diagnostics& diagnostics) {
    if (tables.files != nullptr) {
        own_ = std::make_unique<const extract::OwnTables>(tables, diagnostics);
    }
    tables_ = own_ ? own_->tables() : extract::WordTables::built_in();
}

ArticleReader::~ArticleReader() = default;

std::optional<ArticleRead> ArticleReader::read(std::string_view bytes,
                                               const std::string& path,
                                               Article known,
                                               const std::string& published,
                                               Diagnostics& diagnostics) const {
    const std::size_t errors_before = diagnostics.count(Severity::error);
    extract::ReadArticle article = extract::read_article(bytes, path, diagnostics);
    if (diagnostics.count(Severity::error) > errors_before) {
        return std::nullopt;
    }
    complete(known, article.facts, published);
    const auto day = parse_day(known.published);
    if (!day) {
        diagnostics.error("no-date", {path, 0, 0}, "nothing says when this article was published",
                          "say it with --published 2025-02-18, or with a line \"Published: 2025-02-18\" at its head");
        return std::nullopt;
    }
    ArticleRead read;
    read.print = print_of(article.text);
    if (article.facts.language != "en") {
        read.gist.article = std::move(known);
        read.gist.published = *day;
        return read;
    }
    const extract::Findings findings = extract::find_all(std::move(article), *day, tables_);
    read.gist = assemble::gist(std::move(known), *day, findings, *tables_.lexicon);
    return read;
}

bool is_dossier(std::string_view head, const std::string& path) {
    return begins_dossier(head) ||
           (path.ends_with(".xml") && extract::format_of(head) == extract::ArticleFormat::plain);
}

std::string day_of_publication(const std::string& published) {
    const std::string date = extract::written_date(published);
    if (date.empty() && !published.empty()) {
        throw Error(Exit::usage_or_system, {Severity::error,
                                            "bad-date",
                                            {},
                                            "--published \"" + published + "\" is no full date",
                                            "write it as 2025-02-18"});
    }
    return date.substr(0, kDayLength);
}

} // namespace demarche
