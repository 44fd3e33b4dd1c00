#pragma once

#include "geo/base/result.h"
#include "geo/base/value.h"
#include "geo/plan/catalogue.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace tuban {

/// One operation of an expression; operands are earlier nodes of the same tree.
struct ExpressionNode {
    enum class Kind : std::uint8_t {
        Literal,
        Cell,
        And,
        Or,
        Not,
        Equal,
        NotEqual,
        Less,
        LessOrEqual,
        Greater,
        GreaterOrEqual,
        Add,
        Subtract,
        Multiply,
        Divide,
        Negate,
        Like,
        In,
        Between,
        IsNull,
        Abs,
        Round,
        Length,
        Lower,
        Coalesce,
        Date,
    } kind = Kind::Literal;
    Value literal;                       ///< of a Literal
    std::size_t cell = 0;                ///< of a Cell: index into ExpressionTree::columns
    std::vector<std::uint32_t> operands; ///< indices of nodes
    std::uint16_t depth = 1;
};

/// A parsed expression: flat, so that neither evaluating nor freeing it can run out of stack.
struct ExpressionTree {
    std::vector<ExpressionNode> nodes; ///< the last one is the root
    std::vector<std::string> columns;
};

/// Nested deeper than this an expression is refused.
inline constexpr int maxExpressionDepth = 100;

[[nodiscard]] Result<ExpressionTree> parseExpression(std::string_view text, const Layer& layer);

[[nodiscard]] Value evaluateExpression(const ExpressionTree& tree,
                                       const std::function<Value(std::size_t)>& cell);

/// True for a number other than 0; text counts as the number it spells.
[[nodiscard]] bool isTrue(const Value& value);

} // namespace tuban
