#include "app/cli/identity.h"

#include "geo/base/text.h"

#include <pwd.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <format>

namespace tuban {

namespace {

std::string loginName() {
    std::array<char, 4096> buffer{};
    passwd entry{};
    passwd* found = nullptr;
    if (getpwuid_r(getuid(), &entry, buffer.data(), buffer.size(), &found) == 0 && found != nullptr) {
        return found->pw_name;
    }
    return std::to_string(getuid());
}

} // namespace

std::string actorOf(std::string_view given, const Plan& plan, Invocation& invocation) {
    if (!trimmed(given).empty()) {
        return std::string(trimmed(given));
    }
    const char* const environment = std::getenv("TUBAN_BY");
    if (environment != nullptr && *environment != '\0') {
        return environment;
    }
    const auto user = plan.fact("user");
    if (user && !user->empty()) {
        return *user;
    }
    std::string login = loginName();
    invocation.warn(std::format(
        "nobody said who acts, so the journal names '{}'. Give --by NAME or set TUBAN_BY.", login));
    return login;
}

} // namespace tuban
