#include "geo/base/uid.h"
#include "geo/demo/content.h"
#include "geo/demo/names.h"
#include "geo/works/target.h"

#include <array>

namespace tuban {

namespace {

constexpr std::uint64_t readingOrdinal = 1001; // apart from the ordinals of layers in uids
constexpr std::uint64_t agreementOrdinal = 1005;

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

Result<void> writeReadings(const DemoContent& content) {
    Statement value(content.plan.database(),
                    "INSERT INTO target_value(uid, target_id, at, value, by) SELECT ?1, id, ?3, ?4, ?5 FROM "
                    "target WHERE code = ?2");
    std::uint64_t number = 0;
    for (const auto& reading : readings) {
        value.bind(1, derivedUid(content.options.seed, (readingOrdinal << 32U) | number++));
        value.bind(2, reading.code).bind(3, reading.at).bind(4, reading.value).bind(5, observers[0]);
        if (auto done = value.run(); !done) {
            return done;
        }
        value.reset();
    }
    return {};
}

Result<void> writeNotes(const DemoContent& content) {
    Statement note(content.plan.database(),
                   "INSERT INTO target_note(target_id, at, problem, next_step, by) SELECT id, ?2, ?3, ?4, ?5 "
                   "FROM target WHERE code = ?1");
    for (const auto& each : notes) {
        note.bind(1, each.code).bind(2, demoDay).bind(3, each.problem).bind(4, each.nextStep);
        if (auto done = note.bind(5, observers[1]).run(); !done) {
            return done;
        }
        note.reset();
    }
    return {};
}

/// What is to be signed or granted by the end of the year: a step of the one work it is about.
Result<void> writeAgreements(const DemoContent& content) {
    static constexpr std::array<std::string_view, 3> steps{
        "INSERT INTO milestone(uid, subject, subject_uid, seq, name, plan_date, dept) SELECT ?1, 'facility', "
        "uid, 1, '签订合作协议', '2024-12-31', '建设局' FROM facility WHERE kind = 'sewage' ORDER BY id "
        "LIMIT 1",
        "INSERT INTO milestone(uid, subject, subject_uid, seq, name, plan_date, dept) SELECT ?1, 'facility', "
        "uid, 1, '签订合作协议', '2024-12-31', '建设局' FROM facility WHERE kind = 'water' ORDER BY id LIMIT "
        "1",
        "INSERT INTO milestone(uid, subject, subject_uid, seq, name, plan_date, dept) SELECT ?1, "
        "'road_project', "
        "uid, 1, '开工前手续办结', '2024-12-31', '建设局' FROM road_project WHERE name = '规划三路' LIMIT 1"};
    std::uint64_t number = 0;
    for (const auto sql : steps) {
        Statement step(content.plan.database(), sql);
        step.bind(1, derivedUid(content.options.seed, (agreementOrdinal << 32U) | number++));
        if (auto done = step.run(); !done) {
            return done;
        }
    }
    return {};
}

/// Who answers for each.
Result<void> writeUnits(const DemoContent& content) {
    Statement unit(content.plan.database(), "UPDATE target SET dept = ?2, leader = ?3 WHERE id = ?1");
    for (std::size_t id = 1; id <= 42; ++id) {
        unit.bind(1, static_cast<std::int64_t>(id)).bind(2, departments[id % departments.size()]);
        if (auto done = unit.bind(3, leaders[id % leaders.size()]).run(); !done) {
            return done;
        }
        unit.reset();
    }
    return {};
}

} // namespace

Result<void> writeTargets(DemoContent& content) {
    return insertTargetTemplate(content.plan.database())
        .and_then([&] { return writeUnits(content); })
        .and_then([&] { return writeReadings(content); })
        .and_then([&] { return writeNotes(content); })
        .and_then([&] { return writeAgreements(content); });
}

} // namespace tuban
