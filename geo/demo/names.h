#pragma once

#include "geo/demo/random.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace tuban {

/// Names the illustrative district carries. Streets, zones and projects are those a planner there would look
/// for; everything said of them is invented.

/// Names of the streets up (west to east) or across (south to north); those with a role have their own.
struct StreetRoles {
    int main = 0; ///< the avenue
    int ring = 0; ///< the motorway across, the ring road up
};
[[nodiscard]] std::vector<std::string> streetNames(bool up, int count, StreetRoles roles);

inline constexpr std::array<std::string_view, 5> streetOffices{
    "枫杨办事处", "梧桐办事处", "石佛办事处", "沟赵办事处", "双桥办事处"};
inline constexpr std::array<std::string_view, 3> renewalZones{"中原药厂片区", "电厂路片区", "连霍以北片区"};
inline constexpr std::array<std::string_view, 2> candidateZones{"瑞达路片区", "须水河东片区"};
inline constexpr std::array<std::string_view, 3> hospitals{
    "中心医院高新医院", "龙华河南医院", "中西医结合康复医院"};
inline constexpr std::string_view elderCentre = "石佛医养中心";
inline constexpr std::array<std::string_view, 5> corridorNames{
    "须水河生态廊道", "科学大道绿廊", "西四环生态廊道", "连霍高速防护廊道", "瑞达路绿廊"};
inline constexpr std::array<std::string_view, 8> leaders{
    "王建国", "李文涛", "张晓梅", "刘志强", "陈立新", "赵海燕", "周明远", "孙丽华"};
inline constexpr std::array<std::string_view, 7> departments{
    "建设局", "自然资源和规划局", "城市管理局", "经济发展局", "住房保障中心", "城市更新指挥部", "教育卫生局"};
inline constexpr std::array<std::string_view, 6> observers{"李楠", "王珂", "张帆", "赵敏", "周洋", "孙悦"};

/// A name for a parcel of this use, such as "科苑花园"; empty for uses that have none.
[[nodiscard]] std::string parcelName(std::string_view code, int number, Random& random);

} // namespace tuban
