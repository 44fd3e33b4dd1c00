#pragma once

#include <array>
#include <string_view>

namespace tuban {

/// A project of the list; its progress is invented.
struct NamedProject {
    std::string_view name;
    std::string_view kind;     ///< industry renewal resettlement …
    std::string_view imported; ///< stage ten weeks before the plan's day
    std::string_view now;
    int startDays; ///< planned start, days from the plan's day
    std::string_view chain = "";
    std::string_view tag = ""; ///< cohort of a target of the year
    double totalWan = 0;       ///< investment where it is told; 0: invented
};

inline constexpr std::array<NamedProject, 46> namedProjects{{
    {"中原制药厂项目", "renewal", "approval", "approval", 10},
    {"上汽资产河南总部基地", "industry", "land", "approval", 10, "新能源及网联汽车"},
    {"大华安防项目", "industry", "approval", "started", 10, "新一代信息技术"},
    {"郑州路桥智能交通总部基地", "industry", "approval", "approval", 10, "智能交通"},
    {"机械研究所二期", "industry", "land", "approval", 40, "高端装备"},
    {"鸿晟项目", "industry", "signed", "land", 90, "新材料"},
    {"生物经济产业园", "industry", "building", "building", -300, "生物医药"},
    {"国际钻石城", "industry", "approval", "approval", 45, "超硬材料"},
    {"智能传感器研究院", "industry", "land", "approval", 70, "智能传感"},
    {"源网荷储一体化", "industry", "signed", "signed", 150, "新能源", "百亿级", 1'800'000},
    {"固态电池研发生产基地", "industry", "signed", "signed", 150, "新能源", "百亿级", 1'100'000},
    {"培育钻石产业园", "industry", "signed", "land", 100, "超硬材料"},
    {"羲和数字经济产业园", "industry", "signed", "land", 110, "数字经济"},
    {"半导体超级工厂", "industry", "talk", "signed", 130, "新一代信息技术"},
    {"图灵小镇", "industry", "started", "building", -120, "软件"},
    {"新点软件中原总部", "industry", "approval", "started", -12, "软件"},
    {"智能传感器中试平台", "industry", "building", "building", -400, "智能传感"},
    {"智能传感谷一期", "industry", "building", "completed", -700, "智能传感"},
    {"小米空调", "industry", "signed", "signed", 130, "智能家电"},
    {"生命健康科技园", "industry", "building", "building", -260, "生物医药"},
    {"超算中心提质扩容", "industry", "building", "building", -210, "数字经济"},
    {"863产业园三期", "industry", "building", "production", -900, "软件"},
    {"超级智能工厂", "industry", "building", "building", -230, "新一代信息技术"},
    {"大模型赋能创新中心", "industry", "started", "building", -60, "人工智能"},
    {"中原广告园扩建", "industry", "building", "building", -340, "数字经济"},
    {"合成生物中试基地", "industry", "approval", "started", -5, "生物医药"},
    {"绿色饮料工厂扩容重建", "industry", "building", "building", -190, "食品"},
    {"生物医药和合成生物产业基地", "industry", "land", "approval", 60, "生物医药", "340亩"},
    {"材料研究院二期", "industry", "approval", "approval", 50, "新材料"},
    {"关键金属中试基地", "industry", "started", "building", -80, "新材料"},
    {"先进生物医学实验室", "industry", "building", "building", -330, "生物医药"},
    {"科技金融广场", "industry", "building", "building", -420, "现代金融"},
    {"中原基金小镇", "industry", "idea", "idea", 200, "现代金融"},
    {"污水处理厂及管网一体化", "utility", "talk", "signed", 120},
    {"自来水厂", "utility", "approval", "approval", 60},
    {"赵村安置房", "resettlement", "building", "building", -800},
    {"张五砦安置房", "resettlement", "building", "building", -900},
    {"石佛安置房", "resettlement", "building", "completed", -1000},
    {"欢河城二号院", "delivery", "building", "building", -1200},
    {"悦翰苑", "delivery", "building", "building", -1100},
    {"中心医院高新医院", "hospital", "building", "building", -640},
    {"龙华河南医院", "hospital", "approval", "started", -20},
    {"中西医结合康复医院", "hospital", "building", "building", -380},
    {"石佛医养中心", "hospital", "building", "completed", -720},
    {"西四环科学大道立交东口", "road", "building", "building", -160},
    {"公园+试点", "park", "approval", "approval", 30},
}};

} // namespace tuban
