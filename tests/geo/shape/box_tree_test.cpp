#include "geo/shape/box_tree.h"

#include <catch2/catch_test_macros.hpp>

#include <random>

using namespace tuban;

namespace {

std::vector<Box> randomBoxes(std::size_t count) {
    std::mt19937 random(3);
    std::uniform_real_distribution<double> place(0, 1'000);
    std::uniform_real_distribution<double> size(0, 30);
    std::vector<Box> boxes;
    for (std::size_t i = 0; i < count; ++i) {
        const double x = place(random);
        const double y = place(random);
        boxes.push_back({x, y, x + size(random), y + size(random)});
    }
    return boxes;
}

} // namespace

TEST_CASE("BoxTree finds what a look at every box finds") {
    for (const std::size_t count : {0U, 1U, 15U, 16U, 17U, 256U, 257U, 5000U}) {
        CAPTURE(count);
        const auto boxes = randomBoxes(count);
        const BoxTree tree(boxes);
        CHECK(tree.size() == count);
        for (const Box& window : randomBoxes(50)) {
            std::vector<std::uint32_t> expected;
            for (std::uint32_t i = 0; i < boxes.size(); ++i) {
                if (boxes[i].intersects(window)) {
                    expected.push_back(i);
                }
            }
            CHECK(tree.query(window) == expected);
        }
    }
}

TEST_CASE("BoxTree stops when the visitor says so") {
    const BoxTree tree(randomBoxes(500));
    int visits = 0;
    tree.query(tree.bounds(), [&](std::uint32_t) { return ++visits < 3; });
    CHECK(visits == 3);
}

TEST_CASE("BoxTree leaves empty boxes out and keeps the indices of the others") {
    const BoxTree tree({Box{}, Box{0, 0, 2, 2}, Box{}});
    CHECK(tree.query(Box{0, 0, 1, 1}) == std::vector<std::uint32_t>{1});
    CHECK(tree.query(Box{}).empty());
}

TEST_CASE("BoxTree holds many boxes at one place") {
    const BoxTree tree(std::vector<Box>(100, Box{5, 5, 5, 5}));
    CHECK(tree.query(Box{5, 5, 5, 5}).size() == 100);
    CHECK(tree.query(Box{6, 5, 7, 5}).empty());
}
