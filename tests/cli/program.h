#pragma once

#include <nlohmann/json.hpp>
#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

/// Runs the real program as a planner's shell would.
namespace tuban::test {

using Json = nlohmann::json;

/// What a run of the program left behind.
struct Outcome {
    int exitCode = -1; ///< 128 + signal when a signal ended it
    std::string out;
    std::string err;

    /// stdout as the one JSON document it promises to be; fails the test when it is not.
    [[nodiscard]] Json json() const;
};

/// A folder of its own for one test, with a Chinese name and a blank in it; gone afterwards.
class Folder {
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    /// Path of `name` in the folder.
    [[nodiscard]] std::string operator/(const std::string& name) const { return (m_path / name).string(); }
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

/// The program while it runs. Wait for it once.
class Running {
public:
    /// \param environment further variables as NAME=value; TUBAN_BY is a tester unless given here
    explicit Running(const std::vector<std::string>& arguments,
                     const std::vector<std::string>& environment = {});
    ~Running();
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

    [[nodiscard]] pid_t pid() const { return m_pid; }
    /// Returns once stderr holds a whole line, or the program has ended.
    void waitForLine();
    [[nodiscard]] Outcome wait();

private:
    pid_t m_pid = -1;
    int m_errorPipe = -1;
    std::string m_error;
    std::filesystem::path m_outFile;
};

/// One whole run.
[[nodiscard]] Outcome tubanRun(const std::vector<std::string>& arguments,
                               const std::vector<std::string>& environment = {});

/// The document a whole run answers with; fails the test when the run ends with another exit code.
[[nodiscard]] Json answer(const std::vector<std::string>& arguments, int exitCode = 0);

/// A new plan with the four parcels of fixtures/parcels_4547.geojson.
[[nodiscard]] std::string planWithParcels(const Folder& folder);

/// Names the keys of `document` that are missing; empty when all are there.
[[nodiscard]] std::vector<std::string> missingKeys(const Json& document,
                                                   const std::vector<std::string>& keys);

[[nodiscard]] std::string contentOf(const std::filesystem::path& path);

} // namespace tuban::test
