#include "geo/plan/expression_token.h"

#include "geo/base/text.h"

#include <algorithm>
#include <array>
#include <format>
#include <utility>

namespace tuban {

namespace {

/// Spellings of symbols, longer ones first, and what they mean.
constexpr std::array<std::pair<std::string_view, std::string_view>, 24> symbols{{
    {"<>", "<>"}, {"!=", "<>"}, {"<=", "<="}, {">=", ">="}, {"==", "="}, {"=", "="},
    {"<", "<"},   {">", ">"},   {"+", "+"},   {"-", "-"},   {"*", "*"},  {"/", "/"},
    {"(", "("},   {")", ")"},   {",", ","},   {"≠", "<>"},  {"≤", "<="}, {"≥", ">="},
    {"（", "("},  {"）", ")"},  {"，", ","},  {"＝", "="},  {"＜", "<"}, {"＞", ">"},
}};

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// The symbol at the start of `rest` as (spelling, meaning), empty when there is none.
std::pair<std::string_view, std::string_view> symbolAt(std::string_view rest) {
    const auto found =
        std::ranges::find_if(symbols, [&](const auto& symbol) { return rest.starts_with(symbol.first); });
    return found == symbols.end() ? std::pair<std::string_view, std::string_view>() : *found;
}

bool startsName(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
}

/// Reads one token after another.
class Tokenizer {
public:
    explicit Tokenizer(std::string_view expression) : m_expression(expression) {}

    Result<std::vector<Token>> read() {
        while (skipBlanks(), m_at < m_expression.size()) {
            auto token = next();
            if (!token) {
                return std::unexpected(token.error());
            }
            m_tokens.push_back(*std::move(token));
        }
        m_tokens.push_back({.kind = Token::Kind::End, .text = {}, .place = m_expression.size()});
        return std::move(m_tokens);
    }

private:
    [[nodiscard]] std::string_view rest() const { return m_expression.substr(m_at); }

    void skipBlanks() {
        constexpr std::string_view wideBlank = "\u3000";
        while (m_at < m_expression.size() && (isBlank(m_expression[m_at]) || rest().starts_with(wideBlank))) {
            m_at += isBlank(m_expression[m_at]) ? 1 : wideBlank.size();
        }
    }

    Result<Token> next() {
        const char c = m_expression[m_at];
        const bool fraction = c == '.' && m_at + 1 < m_expression.size() && isDigit(m_expression[m_at + 1]);
        if (isDigit(c) || fraction) {
            return number();
        }
        if (c == '\'' || c == '"') {
            return quoted(c);
        }
        if (const auto [spelling, meaning] = symbolAt(rest()); !spelling.empty()) {
            Token token{.kind = Token::Kind::Symbol, .text = std::string(meaning), .place = m_at};
            m_at += spelling.size();
            return token;
        }
        if (startsName(c)) {
            return name();
        }
        return expressionFault(m_expression, m_at, std::format("the sign {} has no meaning here", c));
    }

    Token number() {
        const std::size_t start = m_at;
        const auto digits = [&] {
            while (m_at < m_expression.size() && isDigit(m_expression[m_at])) {
                ++m_at;
            }
        };
        digits();
        if (m_at < m_expression.size() && m_expression[m_at] == '.') {
            ++m_at;
            digits();
        }
        exponent(digits);
        return {.kind = Token::Kind::Number,
                .text = std::string(m_expression.substr(start, m_at - start)),
                .place = start};
    }

    template <class Digits>
    void exponent(const Digits& digits) {
        std::size_t ahead = m_at;
        if (ahead >= m_expression.size() || (m_expression[ahead] != 'e' && m_expression[ahead] != 'E')) {
            return;
        }
        ++ahead;
        if (ahead < m_expression.size() && (m_expression[ahead] == '+' || m_expression[ahead] == '-')) {
            ++ahead;
        }
        if (ahead < m_expression.size() && isDigit(m_expression[ahead])) {
            m_at = ahead;
            digits();
        }
    }

    /// 'text' or "name"; the quote itself is written twice.
    Result<Token> quoted(char quote) {
        Token token{.kind = quote == '\'' ? Token::Kind::Text : Token::Kind::Name,
                    .text = {},
                    .place = m_at,
                    .quoted = true};
        for (++m_at; m_at < m_expression.size(); ++m_at) {
            if (m_expression[m_at] != quote) {
                token.text += m_expression[m_at];
            } else if (m_at + 1 < m_expression.size() && m_expression[m_at + 1] == quote) {
                token.text += m_expression[m_at++];
            } else {
                ++m_at;
                return token;
            }
        }
        return expressionFault(m_expression, token.place, "the quote that starts here has no end");
    }

    Token name() {
        const std::size_t start = m_at;
        while (m_at < m_expression.size() &&
               (startsName(m_expression[m_at]) || isDigit(m_expression[m_at])) &&
               symbolAt(rest()).first.empty() && !rest().starts_with("\u3000")) {
            ++m_at;
        }
        return {.kind = Token::Kind::Name,
                .text = std::string(m_expression.substr(start, m_at - start)),
                .place = start};
    }

    std::string_view m_expression;
    std::size_t m_at = 0;
    std::vector<Token> m_tokens;
};

} // namespace

Result<std::vector<Token>> tokenize(std::string_view expression) {
    if (!isUtf8(expression)) {
        return failure(ErrorCode::Usage, "The condition is not UTF-8 text.");
    }
    return Tokenizer(expression).read();
}

std::unexpected<Error>
expressionFault(std::string_view expression, std::size_t place, std::string_view what) {
    const auto startsCharacter = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; };
    const auto before = expression.substr(0, std::min(place, expression.size()));
    const auto characters = std::ranges::count_if(before, startsCharacter);
    return failure(ErrorCode::Usage,
                   std::format("The condition \"{}\" is wrong at character {}: {}{}",
                               cutUtf8(expression, 200),
                               characters + 1,
                               what,
                               what.ends_with('?') ? "" : "."));
}

bool TokenCursor::isWord(std::string_view keyword) const {
    return here().kind == Token::Kind::Name && !here().quoted && lowerAscii(here().text) == keyword;
}

bool TokenCursor::isSymbolNext(std::string_view symbol) const {
    const Token& next = m_tokens[std::min(m_at + 1, m_tokens.size() - 1)];
    return next.kind == Token::Kind::Symbol && next.text == symbol;
}

bool TokenCursor::take(std::string_view symbol) {
    const bool met = here().kind == Token::Kind::Symbol && here().text == symbol;
    if (met) {
        advance();
    }
    return met;
}

bool TokenCursor::takeWord(std::string_view keyword) {
    const bool met = isWord(keyword);
    if (met) {
        advance();
    }
    return met;
}

std::string TokenCursor::shown() const {
    return here().kind == Token::Kind::End ? "the end" : "\"" + here().text + "\"";
}

} // namespace tuban
