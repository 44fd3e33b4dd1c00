#include "geo/base/uid.h"
#include "geo/demo/content.h"
#include "geo/demo/names.h"

#include <array>

namespace tuban {

namespace {

constexpr std::uint64_t meetingOrdinal = 1002; // apart from the ordinals of layers in uids

/// What a weekly meeting decided; those due before the plan's day and not closed are overdue.
struct Decision {
    int meeting; ///< 0: 14 August, 1: 21 August
    std::string_view work, matter, dept;
    int dueDays; ///< from the plan's day
    std::string_view closed, level;
};
constexpr std::array<Decision, 6> decisions{
    {{0, "机械研究所二期", "办结建设用地规划许可证", "自然资源和规划局", -2, "", "key"},
     {0, "张五砦安置房", "外网供配电进场施工", "建设局", -1, "", "leader"},
     {0, "大华安防项目", "完成施工图审查", "建设局", -3, "2024-08-19", "normal"},
     {1, "上汽资产河南总部基地", "八月底前开工", "经济发展局", 10, "", "leader"},
     {1, "中原制药厂项目", "明确更新片区实施主体", "城市更新指挥部", 14, "", "key"},
     {1, "赵村安置房", "倒排封顶节点，每周报进度", "住房保障中心", 7, "", "normal"}}};

std::string uidOf(const DemoContent& content, std::uint64_t number) {
    return derivedUid(content.options.seed, (meetingOrdinal << 32U) | number);
}

Result<void> writeDecision(DemoContent& content, const Decision& decision, std::uint64_t number) {
    Statement insert(content.plan.database(),
                     "INSERT INTO supervise(uid, subject, subject_uid, meeting_uid, raised, matter, dept, "
                     "person, due, closed, level) VALUES (?1, 'key_project', (SELECT uid FROM key_project "
                     "WHERE name = ?2), ?3, ?4, ?5, ?6, ?7, ?8, nullif(?9, ''), ?10)");
    insert.bind(1, uidOf(content, 10 + number)).bind(2, decision.work);
    insert.bind(3, uidOf(content, static_cast<std::uint64_t>(decision.meeting)));
    insert.bind(4, demoDayPlus(decision.meeting == 0 ? -7 : 0)).bind(5, decision.matter);
    insert.bind(6, decision.dept).bind(7, observers[number % observers.size()]);
    insert.bind(8, demoDayPlus(decision.dueDays)).bind(9, decision.closed).bind(10, decision.level);
    return insert.run();
}

} // namespace

Result<void> writeMeetings(DemoContent& content) {
    Statement meeting(content.plan.database(),
                      "INSERT INTO meeting(uid, since, until, held, closed_at, note) VALUES (?1, ?2, ?3, ?3, "
                      "nullif(?4, ''), '重点项目周例会')");
    const std::array<std::string_view, 2> closed{"2024-08-14T03:30:00Z", ""};
    for (std::uint64_t i = 0; i < closed.size(); ++i) {
        const int days = i == 0 ? -7 : 0;
        meeting.bind(1, uidOf(content, i)).bind(2, demoDayPlus(days - 7)).bind(3, demoDayPlus(days));
        if (auto done = meeting.bind(4, closed[i]).run(); !done) {
            return done;
        }
    }
    for (std::size_t i = 0; i < decisions.size(); ++i) {
        if (auto done = writeDecision(content, decisions[i], i); !done) {
            return done;
        }
    }
    return {};
}

} // namespace tuban
