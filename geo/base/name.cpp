#include "geo/base/name.h"

#include "geo/base/text.h"

namespace tuban {

void replaceAll(std::string& text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

std::string compactName(std::string_view name) {
    std::string text(name);
    for (const std::string_view blank : {"\r", "\n", "\t", " ", "\u3000", "\u00A0"}) {
        replaceAll(text, blank, "");
    }
    replaceAll(text, "（", "(");
    replaceAll(text, "）", ")");
    return text;
}

std::string comparableName(std::string_view name) {
    return lowerAscii(compactName(name));
}

} // namespace tuban
