#pragma once

namespace tuban {

/// Makes ready what pinyin (geo/base/text.h) takes, which costs a tenth of a second once; else the first use
/// pays it. Any thread.
void preparePinyin();

} // namespace tuban
