#include "geo/plan/expression_syntax.h"
#include "geo/plan/expression_values.h"

namespace tuban {

namespace {

using Kind = ExpressionNode::Kind;

class Evaluator {
public:
    Evaluator(const ExpressionTree& tree, const std::function<Value(std::size_t)>& cell)
        : m_tree(tree), m_cell(cell) {}

    Value value(std::uint32_t index) const {
        const ExpressionNode& node = m_tree.nodes[index];
        switch (node.kind) {
        case Kind::Literal:
            return node.literal;
        case Kind::Cell:
            return m_cell(node.cell);
        case Kind::And:
            return connected(node, false);
        case Kind::Or:
            return connected(node, true);
        case Kind::In:
            return listed(node);
        case Kind::Between:
            return between(node);
        case Kind::Coalesce:
            return coalesced(node);
        case Kind::IsNull:
            return truth(isNull(operand(node, 0)));
        default:
            return node.operands.size() == 2 ? binary(node) : unary(node);
        }
    }

private:
    [[nodiscard]] Value operand(const ExpressionNode& node, std::size_t at) const {
        return value(node.operands[at]);
    }

    /// Or when `decides` is true, and when it is false: one operand of that truth decides, null leaves it
    /// open.
    [[nodiscard]] Value connected(const ExpressionNode& node, bool decides) const {
        bool open = false;
        for (const std::uint32_t index : node.operands) {
            const Value part = value(index);
            if (isNull(part)) {
                open = true;
            } else if (isTrue(part) == decides) {
                return truth(decides);
            }
        }
        return open ? Value() : truth(!decides);
    }

    [[nodiscard]] Value listed(const ExpressionNode& node) const {
        const Value sought = operand(node, 0);
        bool open = isNull(sought);
        for (std::size_t i = 1; i < node.operands.size() && !isNull(sought); ++i) {
            const Value equal = compare(Kind::Equal, sought, operand(node, i));
            if (isTrue(equal)) {
                return equal;
            }
            open = open || isNull(equal);
        }
        return open ? Value() : truth(false);
    }

    /// x >= low and x <= high
    [[nodiscard]] Value between(const ExpressionNode& node) const {
        const Value sought = operand(node, 0);
        const Value above = compare(Kind::GreaterOrEqual, sought, operand(node, 1));
        const Value below = compare(Kind::LessOrEqual, sought, operand(node, 2));
        const bool outside = (!isNull(above) && !isTrue(above)) || (!isNull(below) && !isTrue(below));
        return outside ? truth(false) : isNull(above) || isNull(below) ? Value() : truth(true);
    }

    [[nodiscard]] Value coalesced(const ExpressionNode& node) const {
        for (const std::uint32_t index : node.operands) {
            if (Value part = value(index); !isNull(part)) {
                return part;
            }
        }
        return {};
    }

    [[nodiscard]] Value unary(const ExpressionNode& node) const {
        const Value only = operand(node, 0);
        if (isNull(only)) {
            return {};
        }
        switch (node.kind) {
        case Kind::Not:
            return truth(!isTrue(only));
        case Kind::Negate:
            return calculate(Kind::Subtract, std::int64_t{0}, only);
        case Kind::Abs:
            return absolute(only);
        case Kind::Round:
            return rounded(only, std::int64_t{0});
        case Kind::Length:
            return lengthOf(only);
        case Kind::Lower:
            return lowerAscii(toText(only));
        default:
            return dayOf(only);
        }
    }

    [[nodiscard]] Value binary(const ExpressionNode& node) const {
        const Value left = operand(node, 0);
        const Value right = operand(node, 1);
        switch (node.kind) {
        case Kind::Add:
        case Kind::Subtract:
        case Kind::Multiply:
        case Kind::Divide:
            return calculate(node.kind, left, right);
        case Kind::Round:
            return rounded(left, right);
        case Kind::Like:
            return isNull(left) || isNull(right)
                       ? Value()
                       : truth(isLike(lowerAscii(toText(left)), lowerAscii(toText(right))));
        default:
            return compare(node.kind, left, right);
        }
    }

    const ExpressionTree& m_tree;
    const std::function<Value(std::size_t)>& m_cell;
};

} // namespace

Value evaluateExpression(const ExpressionTree& tree, const std::function<Value(std::size_t)>& cell) {
    return Evaluator(tree, cell).value(static_cast<std::uint32_t>(tree.nodes.size() - 1));
}

} // namespace tuban
