#include "geo/plan/expression.h"

#include "geo/plan/expression_syntax.h"

#include <utility>

namespace tuban {

struct Expression::Parts {
    ExpressionTree tree;
};

Expression::Expression(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
Expression::~Expression() = default;
Expression::Expression(Expression&&) noexcept = default;
Expression& Expression::operator=(Expression&&) noexcept = default;

Result<Expression> Expression::parse(std::string_view text, const Layer& layer) {
    return parseExpression(text, layer).transform([](ExpressionTree tree) {
        return Expression(std::make_unique<Parts>(std::move(tree)));
    });
}

const std::vector<std::string>& Expression::columns() const {
    return m_parts->tree.columns;
}

Value Expression::evaluate(const std::function<Value(std::size_t)>& cell) const {
    return evaluateExpression(m_parts->tree, cell);
}

bool Expression::accepts(const std::function<Value(std::size_t)>& cell) const {
    return isTrue(evaluate(cell));
}

} // namespace tuban
