#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace tuban {

/// Adds the PLAN argument, required.
void addPlan(CLI::App& app, std::string& path);

/// Adds `--by NAME`.
void addBy(CLI::App& app, std::string& by);

/// Lets an option take only one of `words`; the complaint names the nearest.
void oneOf(CLI::Option& option, std::vector<std::string> words);

/// The meaning of a word that oneOf() has let pass. \pre it is among the choices
template <class Meaning>
[[nodiscard]] Meaning chosen(const std::vector<std::pair<std::string, Meaning>>& choices,
                             std::string_view word) {
    for (const auto& [name, meaning] : choices) {
        if (name == word) {
            return meaning;
        }
    }
    return choices.front().second;
}

template <class Meaning>
[[nodiscard]] std::vector<std::string> wordsOf(const std::vector<std::pair<std::string, Meaning>>& choices) {
    std::vector<std::string> words;
    for (const auto& choice : choices) {
        words.push_back(choice.first);
    }
    return words;
}

} // namespace tuban
