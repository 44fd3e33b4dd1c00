#include "geo/plan/expression_builder.h"
#include "geo/plan/expression_syntax.h"
#include "geo/plan/expression_token.h"

#include <algorithm>
#include <array>
#include <format>
#include <utility>

namespace tuban {

namespace {

using Kind = ExpressionNode::Kind;
using Index = ExpressionBuilder::Index;

struct Function {
    std::string_view name;
    Kind kind;
    std::size_t least;
    std::size_t most;
};
constexpr std::array<Function, 6> functions{{
    {"abs", Kind::Abs, 1, 1},
    {"round", Kind::Round, 1, 2},
    {"length", Kind::Length, 1, 1},
    {"lower", Kind::Lower, 1, 1},
    {"coalesce", Kind::Coalesce, 1, 100},
    {"date", Kind::Date, 1, 1},
}};
constexpr std::array<std::pair<std::string_view, Kind>, 6> comparisons{{
    {"=", Kind::Equal},
    {"<>", Kind::NotEqual},
    {"<=", Kind::LessOrEqual},
    {">=", Kind::GreaterOrEqual},
    {"<", Kind::Less},
    {">", Kind::Greater},
}};

constexpr std::array<std::string_view, 10> keywords{
    "and", "or", "not", "in", "is", "null", "like", "between", "true", "false"};

/// Recursive descent: or → and → not → comparison → sum → product → sign → operand.
class Parser {
public:
    Parser(std::string_view text, const Layer& layer, std::vector<Token> tokens)
        : m_cursor(text, std::move(tokens)), m_builder(layer) {}

    Result<ExpressionTree> parse() {
        if (m_cursor.here().kind == Token::Kind::End) {
            return fault("a condition is missing");
        }
        const auto root = anyOf();
        if (!root) {
            return std::unexpected(root.error());
        }
        if (m_cursor.here().kind != Token::Kind::End) {
            return fault(std::format("{} is not expected", m_cursor.shown()));
        }
        return m_builder.take();
    }

private:
    [[nodiscard]] std::unexpected<Error> fault(std::string_view what) const { return m_cursor.fault(what); }

    /// `a WORD b WORD c` as one node with all operands.
    template <class Operand>
    Result<Index> joined(std::string_view word, Kind kind, const Operand& operand) {
        auto first = operand();
        if (!first || !m_cursor.isWord(word)) {
            return first;
        }
        std::vector<Index> operands{*first};
        while (m_cursor.takeWord(word)) {
            auto next = operand();
            if (!next) {
                return next;
            }
            operands.push_back(*next);
        }
        return add(kind, std::move(operands));
    }

    Result<Index> anyOf() {
        if (++m_nesting > maxExpressionDepth) {
            return fault("it is nested too deep");
        }
        auto result = joined("or", Kind::Or, [this] { return allOf(); });
        --m_nesting;
        return result;
    }
    Result<Index> allOf() {
        return joined("and", Kind::And, [this] { return negation(); });
    }
    Result<Index> negation() {
        bool negated = false;
        while (m_cursor.takeWord("not")) {
            negated = !negated;
        }
        auto operand = comparison();
        return operand && negated ? add(Kind::Not, {*operand}) : operand;
    }

    Result<Index> comparison() {
        const auto left = sum();
        if (!left) {
            return left;
        }
        for (const auto& [symbol, kind] : comparisons) {
            if (m_cursor.take(symbol)) {
                return compared(kind, *left);
            }
        }
        if (m_cursor.takeWord("is")) {
            const bool negated = m_cursor.takeWord("not");
            if (!m_cursor.takeWord("null")) {
                return fault("\"null\" is expected after \"is\"");
            }
            return finish(add(Kind::IsNull, {*left}), negated);
        }
        const bool negated = m_cursor.takeWord("not");
        if (m_cursor.takeWord("like")) {
            return finish(pair(Kind::Like, *left, [this] { return sum(); }), negated);
        }
        if (m_cursor.takeWord("in")) {
            return finish(listed(*left), negated);
        }
        if (m_cursor.takeWord("between")) {
            return finish(between(*left), negated);
        }
        return negated ? Result<Index>(fault("\"like\", \"in\" or \"between\" is expected after \"not\""))
                       : left;
    }

    Result<Index> finish(Result<Index> node, bool negated) {
        return node && negated ? add(Kind::Not, {*node}) : node;
    }

    template <class Operand>
    Result<Index> pair(Kind kind, Index left, const Operand& operand) {
        const auto right = operand();
        return right ? add(kind, {left, *right}) : right;
    }

    Result<Index> compared(Kind kind, Index left) {
        const auto right = sum();
        if (!right) {
            return right;
        }
        m_builder.fitLiteral(left, *right);
        m_builder.fitLiteral(*right, left);
        return add(kind, {left, *right});
    }

    Result<Index> listed(Index left) {
        auto items = arguments();
        if (!items) {
            return std::unexpected(items.error());
        }
        if (items->empty()) {
            return fault("the list after \"in\" is empty");
        }
        for (const Index item : *items) {
            m_builder.fitLiteral(left, item);
        }
        items->insert(items->begin(), left);
        return add(Kind::In, *std::move(items));
    }

    Result<Index> between(Index left) {
        const auto low = sum();
        if (!low) {
            return low;
        }
        if (!m_cursor.takeWord("and")) {
            return fault("\"and\" is expected after the lower bound of \"between\"");
        }
        const auto high = sum();
        if (!high) {
            return high;
        }
        m_builder.fitLiteral(left, *low);
        m_builder.fitLiteral(left, *high);
        return add(Kind::Between, {left, *low, *high});
    }

    Result<Index> sum() {
        auto left = product();
        while (left) {
            const Kind kind = m_cursor.take("+")   ? Kind::Add
                              : m_cursor.take("-") ? Kind::Subtract
                                                   : Kind::Literal;
            if (kind == Kind::Literal) {
                break;
            }
            left = pair(kind, *left, [this] { return product(); });
        }
        return left;
    }
    Result<Index> product() {
        auto left = sign();
        while (left) {
            const Kind kind = m_cursor.take("*")   ? Kind::Multiply
                              : m_cursor.take("/") ? Kind::Divide
                                                   : Kind::Literal;
            if (kind == Kind::Literal) {
                break;
            }
            left = pair(kind, *left, [this] { return sign(); });
        }
        return left;
    }
    Result<Index> sign() {
        bool negative = false;
        for (bool signs = true; signs;) {
            const bool minus = m_cursor.take("-");
            negative = negative != minus;
            signs = minus || m_cursor.take("+");
        }
        auto operand = this->operand();
        return operand && negative ? add(Kind::Negate, {*operand}) : operand;
    }

    Result<Index> operand() {
        const Token token = m_cursor.here();
        if (token.kind == Token::Kind::Number || token.kind == Token::Kind::Text) {
            m_cursor.advance();
            return token.kind == Token::Kind::Number ? m_builder.addNumber(token.text)
                                                     : m_builder.addLiteral(token.text);
        }
        if (m_cursor.take("(")) {
            auto inner = anyOf();
            if (inner && !m_cursor.take(")")) {
                return fault(std::format("\")\" is expected before {}", m_cursor.shown()));
            }
            return inner;
        }
        if (token.kind == Token::Kind::Name) {
            return name(token);
        }
        return fault(std::format("a column, a number or a 'text' is expected before {}", m_cursor.shown()));
    }

    Result<Index> name(const Token& token) {
        const std::string word = lowerAscii(token.text);
        const bool bracket = m_cursor.isSymbolNext("(");
        if (token.quoted || (!bracket && std::ranges::find(keywords, word) == keywords.end())) {
            return cell(token);
        }
        if (m_cursor.takeWord("null")) {
            return m_builder.addLiteral({});
        }
        if (m_cursor.isWord("true") || m_cursor.isWord("false")) {
            m_cursor.advance();
            return m_builder.addLiteral(std::int64_t{word == "true"});
        }
        const auto function = std::ranges::find(functions, std::string_view(word), &Function::name);
        return function == functions.end() ? unknownFunction(word) : call(*function);
    }

    [[nodiscard]] Result<Index> unknownFunction(const std::string& word) const {
        if (std::ranges::find(keywords, word) != keywords.end()) {
            return fault(std::format("\"{}\" is not expected", word));
        }
        return fault(std::format(
            "there is no function {}; there are abs, round, length, lower, coalesce, date", word));
    }

    Result<Index> call(const Function& function) {
        m_cursor.advance();
        auto given = arguments();
        if (!given) {
            return std::unexpected(given.error());
        }
        if (given->size() < function.least || given->size() > function.most) {
            return fault(std::format("{} was given {} values", function.name, given->size()));
        }
        return add(function.kind, *std::move(given));
    }

    /// ( a, b, … )
    Result<std::vector<Index>> arguments() {
        if (!m_cursor.take("(")) {
            return fault(std::format("\"(\" is expected before {}", m_cursor.shown()));
        }
        std::vector<Index> values;
        while (!m_cursor.take(")")) {
            if (!values.empty() && !m_cursor.take(",")) {
                return fault(std::format("\",\" or \")\" is expected before {}", m_cursor.shown()));
            }
            auto value = anyOf();
            if (!value) {
                return std::unexpected(value.error());
            }
            values.push_back(*value);
        }
        return values;
    }

    Result<Index> cell(const Token& token) {
        const auto column = m_builder.addCell(token.text);
        if (!column) {
            return fault(column.error().message);
        }
        m_cursor.advance();
        return *column;
    }

    Result<Index> add(Kind kind, std::vector<Index> operands) {
        const auto node = m_builder.add(kind, std::move(operands));
        return node ? Result<Index>(*node) : fault("it is nested too deep");
    }

    TokenCursor m_cursor;
    int m_nesting = 0;
    ExpressionBuilder m_builder;
};

} // namespace

Result<ExpressionTree> parseExpression(std::string_view text, const Layer& layer) {
    return tokenize(text).and_then(
        [&](std::vector<Token> tokens) { return Parser(text, layer, std::move(tokens)).parse(); });
}

} // namespace tuban
