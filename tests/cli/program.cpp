#include "tests/cli/program.h"

#include <catch2/catch_test_macros.hpp>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <fstream>
#include <sstream>

namespace tuban::test {

namespace fs = std::filesystem;

namespace {

std::string uniqueName(const std::string& stem) {
    static std::atomic<int> number = 0;
    return stem + std::to_string(getpid()) + "-" + std::to_string(number++);
}

std::vector<std::string> environmentWith(const std::vector<std::string>& further) {
    std::vector<std::string> variables{"TUBAN_BY=测试员", "LANGUAGE=en"};
    variables.insert(variables.end(), further.begin(), further.end());
    const auto overridden = [&](const std::string& variable) {
        const std::string name = variable.substr(0, variable.find('=') + 1);
        return std::ranges::any_of(variables, [&](const std::string& own) { return own.starts_with(name); });
    };
    std::vector<std::string> all;
    for (char** entry = environ; *entry != nullptr; ++entry) {
        if (!overridden(*entry)) {
            all.emplace_back(*entry);
        }
    }
    // Of two variables with one name the first counts.
    all.insert(all.end(), variables.rbegin(), variables.rend());
    return all;
}

std::vector<char*> pointersTo(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    for (std::string& text : texts) {
        pointers.push_back(text.data());
    }
    pointers.push_back(nullptr);
    return pointers;
}

} // namespace

Json Outcome::json() const {
    INFO("stdout: " << out << "\nstderr: " << err);
    Json document = Json::parse(out, nullptr, false);
    REQUIRE_FALSE(document.is_discarded());
    return document;
}

Folder::Folder() : m_path(fs::temp_directory_path() / uniqueName("图斑 测试-")) {
    fs::create_directories(m_path);
}

Folder::~Folder() {
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
}

Running::Running(const std::vector<std::string>& arguments, const std::vector<std::string>& environment)
    : m_outFile(fs::temp_directory_path() / uniqueName("tuban-out-")) {
    std::vector<std::string> words{TUBAN_PROGRAM};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<std::string> variables = environmentWith(environment);
    std::array<int, 2> errorPipe{};
    REQUIRE(pipe2(errorPipe.data(), O_CLOEXEC) == 0);

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(
        &actions, STDOUT_FILENO, m_outFile.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_adddup2(&actions, errorPipe[1], STDERR_FILENO);
    const int fault = posix_spawn(
        &m_pid, TUBAN_PROGRAM, &actions, nullptr, pointersTo(words).data(), pointersTo(variables).data());
    posix_spawn_file_actions_destroy(&actions);
    close(errorPipe[1]);
    m_errorPipe = errorPipe[0];
    REQUIRE(fault == 0);
}

Running::~Running() {
    close(m_errorPipe);
    if (m_pid > 0) {
        kill(m_pid, SIGKILL);
        waitpid(m_pid, nullptr, 0);
    }
    std::error_code ignored;
    fs::remove(m_outFile, ignored);
}

void Running::waitForLine() {
    char byte = 0;
    while (m_error.find('\n') == std::string::npos && read(m_errorPipe, &byte, 1) == 1) {
        m_error += byte;
    }
}

Outcome Running::wait() {
    std::array<char, 4096> buffer{};
    for (ssize_t size = 0; (size = read(m_errorPipe, buffer.data(), buffer.size())) > 0;) {
        m_error.append(buffer.data(), static_cast<std::size_t>(size));
    }
    int status = 0;
    waitpid(m_pid, &status, 0);
    m_pid = -1;
    return {.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
            .out = contentOf(m_outFile),
            .err = m_error};
}

Outcome tubanRun(const std::vector<std::string>& arguments, const std::vector<std::string>& environment) {
    return Running(arguments, environment).wait();
}

Json answer(const std::vector<std::string>& arguments, int exitCode) {
    const Outcome outcome = tubanRun(arguments);
    INFO(arguments.front() << ": " << outcome.err);
    REQUIRE(outcome.exitCode == exitCode);
    return outcome.json();
}

std::string planWithParcels(const Folder& folder) {
    std::string plan = folder / "高新区.sqlite";
    const Outcome made = tubanRun({"new", plan, "--crs", "EPSG:4547"});
    INFO(made.err);
    REQUIRE(made.exitCode == 0);
    const Outcome imported =
        tubanRun({"import", plan, TUBAN_FIXTURES "/parcels_4547.geojson", "--layer", "parcel"});
    INFO(imported.err);
    REQUIRE(imported.exitCode == 0);
    return plan;
}

std::vector<std::string> missingKeys(const Json& document, const std::vector<std::string>& keys) {
    std::vector<std::string> missing;
    for (const std::string& key : keys) {
        if (!document.contains(key)) {
            missing.push_back(key);
        }
    }
    return missing;
}

std::string contentOf(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

} // namespace tuban::test
