#pragma once

#include "geo/base/result.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tuban {

/// A word of an expression.
struct Token {
    enum class Kind { Name, Text, Number, Symbol, End } kind = Kind::End;
    std::string text;      ///< symbols in ASCII ("<>" also for "!=" and "≠"); text without its quotes
    std::size_t place = 0; ///< byte in the expression
    bool quoted = false;   ///< a "name" in double quotes is never a keyword
};

/// The words of an expression, an End last. Full-width brackets, commas and comparison signs count as their
/// ASCII forms. \return Error::Usage naming the place
[[nodiscard]] Result<std::vector<Token>> tokenize(std::string_view expression);

/// An Error::Usage that shows where in an expression the fault lies, counted in characters from 1.
[[nodiscard]] std::unexpected<Error>
expressionFault(std::string_view expression, std::size_t place, std::string_view what);

/// Walks through the words of an expression; stays on the End.
class TokenCursor {
public:
    TokenCursor(std::string_view expression, std::vector<Token> tokens)
        : m_expression(expression), m_tokens(std::move(tokens)) {}

    [[nodiscard]] const Token& here() const { return m_tokens[m_at]; }
    void advance() { m_at = std::min(m_at + 1, m_tokens.size() - 1); }
    [[nodiscard]] bool isWord(std::string_view keyword) const;
    [[nodiscard]] bool isSymbolNext(std::string_view symbol) const;
    /// Steps over a symbol or a keyword if it is here. \return whether it was
    bool take(std::string_view symbol);
    bool takeWord(std::string_view keyword);
    /// The word at hand as a message shows it.
    [[nodiscard]] std::string shown() const;
    [[nodiscard]] std::unexpected<Error> fault(std::string_view what) const {
        return expressionFault(m_expression, here().place, what);
    }

private:
    std::string_view m_expression;
    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
};

} // namespace tuban
