#include "geo/base/uid.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>
#include <thread>
#include <vector>

using namespace tuban;

TEST_CASE("newUid has the shape of UUIDv7 and sorts in the order of making") {
    std::vector<std::string> uids;
    for (int i = 0; i < 20'000; ++i) {
        uids.push_back(newUid());
    }
    CHECK(std::ranges::is_sorted(uids));
    CHECK(std::ranges::adjacent_find(uids) == uids.end());
    CHECK(isUid(uids.front()));
    CHECK(uids.front()[14] == '7');
    CHECK(std::string("89ab").contains(uids.front()[19]));
}

TEST_CASE("newUid never repeats between threads") {
    std::vector<std::vector<std::string>> made(4);
    {
        std::vector<std::jthread> threads;
        for (auto& own : made) {
            threads.emplace_back([&own] {
                for (int i = 0; i < 5'000; ++i) {
                    own.push_back(newUid());
                }
            });
        }
    }
    std::set<std::string> all;
    for (const auto& own : made) {
        all.insert(own.begin(), own.end());
    }
    CHECK(all.size() == 20'000);
}

TEST_CASE("derivedUid depends on seed and number alone") {
    CHECK(derivedUid(1, 7) == derivedUid(1, 7));
    CHECK(derivedUid(1, 7) != derivedUid(1, 8));
    CHECK(derivedUid(1, 7) != derivedUid(2, 7));
    CHECK(isUid(derivedUid(1, 7)));
    CHECK(derivedUid(1, 7) < derivedUid(1, 8));
}

TEST_CASE("isUid refuses other texts") {
    CHECK_FALSE(isUid(""));
    CHECK_FALSE(isUid("018f3a3e-7c3a-7d2e-8a3b-2f6d8c1e9b0"));
    CHECK_FALSE(isUid("018f3a3e+7c3a-7d2e-8a3b-2f6d8c1e9b0a"));
    CHECK_FALSE(isUid("018f3a3e-7c3a-7d2e-8a3b-2f6d8c1e9b0g"));
}
