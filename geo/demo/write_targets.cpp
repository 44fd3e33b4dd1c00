#include "geo/base/uid.h"
#include "geo/demo/content.h"
#include "geo/demo/names.h"
#include "geo/demo/target_list.h"

#include <array>

namespace tuban {

namespace {

constexpr std::uint64_t targetOrdinal = 1001; // apart from the ordinals of layers in uids

Value wordsOrNull(std::string_view words) {
    return words.empty() ? Value() : Value(std::string(words));
}

Value numberOrNull(std::optional<double> number) {
    return number ? Value(*number) : Value();
}

/// A reading of a target that is not computed, in the target's unit.
struct Reading {
    std::string_view code, at;
    double value;
};
constexpr std::array<Reading, 12> readings{{{"T13", "2024-05-31", 9.6},
                                            {"T13", "2024-06-30", 10.8},
                                            {"T13", "2024-07-31", 11.4},
                                            {"T25", "2024-06-30", 92.1},
                                            {"T29", "2024-07-31", 14},
                                            {"T30", "2024-07-31", 96},
                                            {"T32", "2024-07-31", 121},
                                            {"T33", "2024-07-31", 180},
                                            {"T35", "2024-07-31", 22},
                                            {"T36", "2024-07-31", 88.4},
                                            {"T37", "2024-07-31", 2310},
                                            {"T38", "2024-07-31", 212}}};

struct Note {
    std::string_view code, problem, nextStep;
};
constexpr std::array<Note, 3> notes{
    {{"T04", "赵村、石佛两处外网供电未通，影响竣工验收", "八月底前完成外网供配电"},
     {"T07", "新建停车场两处用地手续未办结", "会同资源规划局办理临时用地"},
     {"T11", "台账中 38 处围挡尚未落图", "本周内逐处核对位置"}}};

Result<void> writeReadings(DemoContent& content) {
    Statement value(content.plan.database(),
                    "INSERT INTO target_value(uid, target_id, at, value, by) SELECT ?1, id, ?3, ?4, ?5 FROM "
                    "target WHERE code = ?2");
    std::uint64_t number = 100;
    for (const auto& reading : readings) {
        value.bind(1, derivedUid(content.options.seed, (targetOrdinal << 32U) | number++));
        value.bind(2, reading.code).bind(3, reading.at).bind(4, reading.value).bind(5, observers[0]);
        if (auto done = value.run(); !done) {
            return done;
        }
    }
    Statement note(content.plan.database(),
                   "INSERT INTO target_note(target_id, at, problem, next_step, by) SELECT id, ?2, ?3, ?4, ?5 "
                   "FROM target WHERE code = ?1");
    for (const auto& each : notes) {
        note.bind(1, each.code).bind(2, demoDay).bind(3, each.problem).bind(4, each.nextStep);
        if (auto done = note.bind(5, observers[1]).run(); !done) {
            return done;
        }
    }
    return {};
}

} // namespace

Result<void> writeTargets(DemoContent& content) {
    Statement insert(
        content.plan.database(),
        "INSERT INTO target(uid, year, code, name, kind, word, unit, plan_min, plan_max, "
        "window_from, window_to, due, flow, cohort_tag, measure, dept, source) VALUES (?1, 2024, "
        "?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?10, ?11, ?12, ?13, ?14, '2024年目标台账')");
    std::uint64_t number = 0;
    for (const auto& target : listedTargets) {
        insert.bind(1, derivedUid(content.options.seed, (targetOrdinal << 32U) | number++));
        insert.bind(2, target.code).bind(3, target.name).bind(4, target.kind);
        insert.bind(5, wordsOrNull(target.word)).bind(6, target.unit);
        insert.bind(7, numberOrNull(target.least)).bind(8, numberOrNull(target.most));
        insert.bind(9, target.from).bind(10, target.to).bind(11, target.flow ? 1 : 0);
        insert.bind(12, wordsOrNull(target.cohortTag)).bind(13, target.measure);
        insert.bind(14, departments[number % departments.size()]);
        if (auto done = insert.run(); !done) {
            return done;
        }
    }
    return writeReadings(content);
}

} // namespace tuban
