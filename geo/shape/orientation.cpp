#include "geo/shape/orientation.h"

#include <array>
#include <cmath>
#include <cstddef>

namespace tuban {

namespace {

/// A sum of doubles that is kept exactly, as parts that do not overlap, smallest first.
class ExactSum {
public:
    void add(double term) {
        std::size_t kept = 0;
        for (std::size_t i = 0; i < m_size; ++i) {
            const double sum = term + m_parts[i];
            const double round = sum - term;
            const double rest = (term - (sum - round)) + (m_parts[i] - round);
            term = sum;
            if (rest != 0) {
                m_parts[kept++] = rest;
            }
        }
        if (term != 0) { // the parts below may be all that is left
            m_parts[kept++] = term;
        }
        m_size = kept;
    }
    void addProduct(double x, double y) {
        const double product = x * y;
        add(std::fma(x, y, -product));
        add(product);
    }
    [[nodiscard]] int sign() const {
        const double largest = m_size == 0 ? 0 : m_parts[m_size - 1];
        return largest > 0 ? 1 : (largest < 0 ? -1 : 0);
    }

private:
    std::array<double, 13> m_parts{};
    std::size_t m_size = 0;
};

int exactOrientation(Point a, Point b, Point c) {
    ExactSum sum;
    sum.addProduct(a.x, b.y);
    sum.addProduct(-a.y, b.x);
    sum.addProduct(b.x, c.y);
    sum.addProduct(-b.y, c.x);
    sum.addProduct(c.x, a.y);
    sum.addProduct(-c.y, a.x);
    return sum.sign();
}

} // namespace

int orientation(Point a, Point b, Point c) {
    if (a == b || b == c || a == c) {
        return 0;
    }
    constexpr double bound = 3.3306690738754716e-16;
    const double left = (a.x - c.x) * (b.y - c.y);
    const double right = (a.y - c.y) * (b.x - c.x);
    const double difference = left - right;
    if (std::abs(difference) > bound * (std::abs(left) + std::abs(right))) {
        return difference > 0 ? 1 : -1;
    }
    return exactOrientation(a, b, c);
}

} // namespace tuban
