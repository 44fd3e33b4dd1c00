<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Tuban</source>
        <translation>关于图斑</translation>
    </message>
    <message>
        <source>Parcels, projects and their progress on one map. Free software under the GNU GPL, version 3 or later.</source>
        <translation>地块、项目和进度，一张图上看清。自由软件，许可证为 GNU GPL 第 3 版或更新版本。</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>复制诊断信息</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>AreaFigure</name>
    <message>
        <source>%1%2 (%1%3 %)</source>
        <translation>%1%2（%1%3 %）</translation>
    </message>
</context>
<context>
    <name>AreaTable</name>
    <message>
        <source>Area</source>
        <translation>面积</translation>
    </message>
</context>
<context>
    <name>BaseMapAddress</name>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>{z}, {x}, {y} stand for zoom, column and row; {-y} counts rows from the south, {s} is a, b or c. Mind the terms of the server.</source>
        <translation>{z}、{x}、{y} 为级别、列号、行号；{-y} 的行号自南向北，{s} 轮用 a、b、c。请遵守服务方的使用条款。</translation>
    </message>
    <message>
        <source>Finest zoom of the server</source>
        <translation>服务器最大级别</translation>
    </message>
</context>
<context>
    <name>BaseMapButton</name>
    <message>
        <source>Base map and grid</source>
        <translation>底图与格网</translation>
    </message>
</context>
<context>
    <name>BaseMapChoice</name>
    <message>
        <source>The address of the map begins with https://.</source>
        <translation>底图地址应以 https:// 开头。</translation>
    </message>
    <message>
        <source>The address of the map names {z}, {x} and {y} where zoom, column and row stand.</source>
        <translation>底图地址中须以 {z}、{x}、{y} 标明级别、列号和行号。</translation>
    </message>
</context>
<context>
    <name>BaseMapLook</name>
    <message>
        <source>Strength</source>
        <translation>浓淡</translation>
    </message>
    <message>
        <source>In grey, so that the plan stands out</source>
        <translation>灰度显示，突出方案</translation>
    </message>
    <message>
        <source>The source is in GCJ-02: align it for display</source>
        <translation>来源为 GCJ-02：显示时对齐</translation>
    </message>
    <message>
        <source>Attribution</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>© whom the map is owed to</source>
        <translation>© 底图版权方</translation>
    </message>
</context>
<context>
    <name>BaseMapPopover</name>
    <message>
        <source>Paper</source>
        <translation>白纸</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>在线瓦片</translation>
    </message>
    <message>
        <source>Folder of tiles</source>
        <translation>瓦片文件夹</translation>
    </message>
    <message>
        <source>Base map</source>
        <translation>底图</translation>
    </message>
    <message>
        <source>Nothing chosen yet</source>
        <translation>尚未选择</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Folder of map tiles</source>
        <translation>瓦片文件夹</translation>
    </message>
    <message>
        <source>GeoTIFF picture</source>
        <translation>GeoTIFF 影像</translation>
    </message>
    <message>
        <source>MBTiles file</source>
        <translation>MBTiles 文件</translation>
    </message>
</context>
<context>
    <name>CandidateList</name>
    <message>
        <source>What lies here</source>
        <translation>这里有</translation>
    </message>
</context>
<context>
    <name>CellText</name>
    <message>
        <source>“%1” is not a number.</source>
        <translation>“%1”不是数字。</translation>
    </message>
    <message>
        <source>“%1” is not a whole number.</source>
        <translation>“%1”不是整数。</translation>
    </message>
    <message>
        <source>Answer with yes or no, not “%1”.</source>
        <translation>请填“是”或“否”，而不是“%1”。</translation>
    </message>
    <message>
        <source>“%1” is none of the values this column can have.</source>
        <translation>“%1”不是本列允许的值。</translation>
    </message>
    <message>
        <source>“%1” is not a day. Write it like 2024-08-21.</source>
        <translation>“%1”不是日期。请写成 2024-08-21 的样子。</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Plan</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>New plan…</source>
        <translation>新建方案…</translation>
    </message>
    <message>
        <source>Open plan…</source>
        <translation>打开方案…</translation>
    </message>
    <message>
        <source>Open the demo district</source>
        <translation>打开演示片区</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Save a copy for a colleague…</source>
        <translation>另存副本给同事…</translation>
    </message>
    <message>
        <source>Close plan</source>
        <translation>关闭方案</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>历史记录…</translation>
    </message>
    <message>
        <source>Select all in the layer</source>
        <translation>全选本图层</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>取消选择</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Zoom to everything</source>
        <translation>缩放到全图</translation>
    </message>
    <message>
        <source>Zoom to the selection</source>
        <translation>缩放到所选</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Select and identify</source>
        <translation>选择与查看</translation>
    </message>
    <message>
        <source>Select by a box</source>
        <translation>框选</translation>
    </message>
    <message>
        <source>Measure a length</source>
        <translation>量距离</translation>
    </message>
    <message>
        <source>Measure an area</source>
        <translation>量面积</translation>
    </message>
    <message>
        <source>Mark progress</source>
        <translation>标记进度</translation>
    </message>
    <message>
        <source>Attribute table</source>
        <translation>属性表</translation>
    </message>
    <message>
        <source>Layer panel</source>
        <translation>图层面板</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>下一个标签页</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Who are you…</source>
        <translation>我是谁…</translation>
    </message>
    <message>
        <source>About Tuban</source>
        <translation>关于图斑</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Grid of plan coordinates</source>
        <translation>方案坐标格网</translation>
    </message>
    <message>
        <source>Zoom to the layer</source>
        <translation>缩放到图层</translation>
    </message>
    <message>
        <source>Back to the view before</source>
        <translation>回到上一视图</translation>
    </message>
    <message>
        <source>Forward to the view after</source>
        <translation>前进到下一视图</translation>
    </message>
    <message>
        <source>North up</source>
        <translation>正北朝上</translation>
    </message>
    <message>
        <source>Zoom to a box</source>
        <translation>拉框放大</translation>
    </message>
    <message>
        <source>Select by a lasso</source>
        <translation>圈选</translation>
    </message>
</context>
<context>
    <name>CrsChoice</name>
    <message>
        <source>CGCS2000, 3° zone, meridian %1° E</source>
        <translation>CGCS2000 3°带，中央经线 %1°E</translation>
    </message>
    <message>
        <source>CGCS2000, 3° zone %1, with zone number</source>
        <translation>CGCS2000 3°带第 %1 带，横坐标含带号</translation>
    </message>
    <message>
        <source>CGCS2000, degrees</source>
        <translation>CGCS2000 经纬度</translation>
    </message>
    <message>
        <source>WGS 84, degrees</source>
        <translation>WGS 84 经纬度</translation>
    </message>
    <message>
        <source>Coordinate system</source>
        <translation>坐标系</translation>
    </message>
</context>
<context>
    <name>DayLabel</name>
    <message>
        <source>Demo date %1</source>
        <translation>演示日期 %1</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>This plan has a clock of its own: everything is counted up to this day</source>
        <translation>本方案自带日期：一切统计截至这一天</translation>
    </message>
    <message>
        <source>Everything is counted up to this day</source>
        <translation>一切统计截至这一天</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Tuban plan (*.sqlite)</source>
        <translation>图斑方案 (*.sqlite)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Photos (*.jpg *.jpeg *.png)</source>
        <translation>照片 (*.jpg *.jpeg *.png)</translation>
    </message>
</context>
<context>
    <name>ErrorSentence</name>
    <message>
        <source>%1 cannot be done like this.</source>
        <translation>%1 不能这样做。</translation>
    </message>
    <message>
        <source>%1 is not there. Was it moved or renamed?</source>
        <translation>找不到 %1。是不是移动或改名了？</translation>
    </message>
    <message>
        <source>%1 is not a plan. Import it instead of opening it.</source>
        <translation>%1 不是方案文件。请用“导入”，不要用“打开”。</translation>
    </message>
    <message>
        <source>%1 was made by a newer version. Update this program to open it.</source>
        <translation>%1 由更新的版本创建。请升级本程序后再打开。</translation>
    </message>
    <message>
        <source>%1 is damaged. Nothing was changed; open a copy of it instead.</source>
        <translation>%1 已损坏，未作任何改动；请打开它的副本。</translation>
    </message>
    <message>
        <source>%1 cannot be written: the file or its folder is protected.</source>
        <translation>%1 无法写入：文件或所在文件夹受保护。</translation>
    </message>
    <message>
        <source>Another program holds %1. Close it there or try again.</source>
        <translation>另一个程序正占用 %1。请在那边关闭，或稍后再试。</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>无法读取 %1。</translation>
    </message>
    <message>
        <source>%1 cannot be written. Is there room, and are you allowed to?</source>
        <translation>无法写入 %1。请检查空间和权限。</translation>
    </message>
    <message>
        <source>%1 has a shape that cannot be used.</source>
        <translation>%1 中有无法使用的图形。</translation>
    </message>
    <message>
        <source>The coordinate system of %1 is missing or cannot be used.</source>
        <translation>%1 的坐标系缺失或无法使用。</translation>
    </message>
    <message>
        <source>%1 was changed since. Nothing was done.</source>
        <translation>%1 在此期间被改动过，未作任何操作。</translation>
    </message>
    <message>
        <source>%1 was stopped. Nothing was changed.</source>
        <translation>%1 已停止，未作任何改动。</translation>
    </message>
    <message>
        <source>%1 refused the change. Nothing was saved.</source>
        <translation>%1 拒绝了改动，未保存。</translation>
    </message>
</context>
<context>
    <name>ExportChoices</name>
    <message>
        <source>ArcGIS, QGIS: shapefile, UTF-8</source>
        <translation>ArcGIS、QGIS：Shapefile，UTF-8</translation>
    </message>
    <message>
        <source>Chinese as it is; names of fields of at most 10 letters</source>
        <translation>中文原样保留；字段名不超过 10 个字符</translation>
    </message>
    <message>
        <source>CASS and older tools: shapefile, GBK</source>
        <translation>CASS 及旧软件：Shapefile，GBK</translation>
    </message>
    <message>
        <source>With the language mark that old programs look for; rare characters may be lost</source>
        <translation>带旧软件所认的语言标志；生僻字可能丢失</translation>
    </message>
    <message>
        <source>GeoPackage</source>
        <translation>GeoPackage</translation>
    </message>
    <message>
        <source>One file, nothing cut; styles for QGIS inside</source>
        <translation>一个文件，不截断；内含 QGIS 样式</translation>
    </message>
    <message>
        <source>GeoJSON</source>
        <translation>GeoJSON</translation>
    </message>
    <message>
        <source>For the web, in degrees</source>
        <translation>用于网页，经纬度</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>表格（CSV）</translation>
    </message>
    <message>
        <source>Attributes only</source>
        <translation>只有属性</translation>
    </message>
    <message>
        <source>A shapefile holds texts of at most 254 bytes and names of 10. A table of long and short names lies beside it; every cut value and lost character is listed, and the file is read back and compared.</source>
        <translation>Shapefile 的文字最多 254 字节、字段名最多 10 字节。旁边附长短名对照表；每个被截断的值和丢失的字都会列出，写完后回读核对。</translation>
    </message>
    <message>
        <source>The file is read back and compared with the plan; what differs is listed.</source>
        <translation>写完后回读并与方案核对，差异会列出。</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>给谁用</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Choose at least one layer</source>
        <translation>至少选一个图层</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>坐标系</translation>
    </message>
    <message>
        <source>WGS 84, degrees, as GeoJSON wants it</source>
        <translation>WGS 84 经纬度（GeoJSON 的规定）</translation>
    </message>
    <message>
        <source>As in the plan: %1</source>
        <translation>与方案相同：%1</translation>
    </message>
    <message>
        <source>Field names</source>
        <translation>字段名</translation>
    </message>
    <message>
        <source>Pinyin</source>
        <translation>拼音</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>单元格</translation>
    </message>
    <message>
        <source>Words (在建)</source>
        <translation>文字（在建）</translation>
    </message>
    <message>
        <source>Codes (building)</source>
        <translation>代码（building）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>Edit %1</source>
        <translation>修改%1</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>FilterPopup</name>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>is</source>
        <translation>等于</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>不等于</translation>
    </message>
    <message>
        <source>more than</source>
        <translation>大于</translation>
    </message>
    <message>
        <source>less than</source>
        <translation>小于</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>为空</translation>
    </message>
    <message>
        <source>is filled in</source>
        <translation>不为空</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>or an expression over the columns</source>
        <translation>或者写一个列表达式</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>表达式</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
</context>
<context>
    <name>FilterRow</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>First steps</source>
        <translation>第一步</translation>
    </message>
    <message>
        <source>This is a demo district</source>
        <translation>这是一个演示片区</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Its progress is invented. Click a parcel, mark something, undo it: nothing here can be spoilt.</source>
        <translation>进度均为虚构。点一个地块，标一次进度，再撤销：这里不怕弄坏。</translation>
    </message>
    <message>
        <source>Open a plan of yours</source>
        <translation>打开自己的方案</translation>
    </message>
    <message>
        <source>Begin a plan and import your parcels</source>
        <translation>新建方案并导入地块</translation>
    </message>
    <message>
        <source>Try it: mark some progress here</source>
        <translation>试一试：在这里标记进度</translation>
    </message>
</context>
<context>
    <name>GroupList</name>
    <message>
        <source>Count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Attribute table</source>
        <translation>属性表</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>您是谁？</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Nothing has been done in this plan yet</source>
        <translation>本方案还没有任何操作</translation>
    </message>
    <message>
        <source>Undo the last</source>
        <translation>撤销上一步</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
</context>
<context>
    <name>HitHint</name>
    <message>
        <source>%1 / %2 here: click again for the next</source>
        <translation>此处第 %1 / %2 个：再次单击看下一个</translation>
    </message>
</context>
<context>
    <name>IdentityDialog</name>
    <message>
        <source>Who are you?</source>
        <translation>您是谁？</translation>
    </message>
    <message>
        <source>Each mark and each edit says who made it. It is asked once and can be changed at the top right.</source>
        <translation>每次标记和修改都会记下是谁做的。只问一次，可随时在右上角修改。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>正在读取文件…</translation>
    </message>
    <message>
        <source>Choose a file, or drop one on the window</source>
        <translation>选择文件，或把文件拖到窗口里</translation>
    </message>
    <message>
        <source>Shapefile, GeoPackage and GeoJSON, also inside a zip; workbooks (.xlsx, .xls, .ods)</source>
        <translation>Shapefile、GeoPackage、GeoJSON，放在 zip 里也行；工作簿（.xlsx、.xls、.ods）</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Try without writing</source>
        <translation>试导入（不写入）</translation>
    </message>
    <message>
        <source>Says what would be new, changed, same and gone; nothing is written</source>
        <translation>只报告新增、变化、相同和缺失，不写入任何内容</translation>
    </message>
    <message>
        <source>Maps and workbooks (*.shp *.gpkg *.geojson *.json *.zip *.xlsx *.xls *.ods)</source>
        <translation>地图数据和工作簿 (*.shp *.gpkg *.geojson *.json *.zip *.xlsx *.xls *.ods)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>ImportFileRow</name>
    <message>
        <source>No file yet</source>
        <translation>还没有文件</translation>
    </message>
    <message>
        <source>%1 features</source>
        <translation>%1 个要素</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
</context>
<context>
    <name>ImportMeeting</name>
    <message>
        <source>A second import never doubles. Features that the file no longer has are listed and stay</source>
        <translation>再次导入不会重复。文件里不再有的要素会列出，仍然保留</translation>
    </message>
    <message>
        <source>Stop and say so</source>
        <translation>停下并报告</translation>
    </message>
    <message>
        <source>Replace with the file&apos;s</source>
        <translation>用文件里的替换</translation>
    </message>
    <message>
        <source>Keep ours, add what is new</source>
        <translation>保留原有，只加新的</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>known by</source>
        <translation>识别依据</translation>
    </message>
    <message>
        <source>number, then shape</source>
        <translation>先编号，后图形</translation>
    </message>
    <message>
        <source>shape</source>
        <translation>图形</translation>
    </message>
    <message>
        <source>Invalid shapes</source>
        <translation>无效图形</translation>
    </message>
    <message>
        <source>Repair and list them</source>
        <translation>修复并列出</translation>
    </message>
    <message>
        <source>Leave out and list them</source>
        <translation>跳过并列出</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Already in the plan</source>
        <translation>方案里已有的</translation>
    </message>
</context>
<context>
    <name>ImportReading</name>
    <message>
        <source>Into the layer</source>
        <translation>导入到图层</translation>
    </message>
    <message>
        <source>Choose a layer</source>
        <translation>选择图层</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源图层</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>坐标系</translation>
    </message>
    <message>
        <source>Proposed: %1</source>
        <translation>建议：%1</translation>
    </message>
    <message>
        <source>From the file: %1</source>
        <translation>文件自带：%1</translation>
    </message>
    <message>
        <source>Choose the coordinate system</source>
        <translation>请选择坐标系</translation>
    </message>
    <message>
        <source>Guessed from the text: look at the first rows above</source>
        <translation>按内容推测：请看上面的前几行</translation>
    </message>
    <message>
        <source>Found: %1</source>
        <translation>已识别：%1</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>文字编码</translation>
    </message>
</context>
<context>
    <name>InspectorHead</name>
    <message>
        <source>Without a name</source>
        <translation>（无名称）</translation>
    </message>
    <message>
        <source>Zoom to it</source>
        <translation>缩放到这里</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>No stage yet</source>
        <translation>还没有阶段</translation>
    </message>
    <message>
        <source>Mark progress</source>
        <translation>标记进度</translation>
    </message>
</context>
<context>
    <name>InspectorPanel</name>
    <message>
        <source>Inspector</source>
        <translation>详情</translation>
    </message>
</context>
<context>
    <name>JobList</name>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>JobRow</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Edit by another program</source>
        <translation>其他程序的修改</translation>
    </message>
    <message>
        <source>Change of the plan&apos;s tables</source>
        <translation>方案表结构变更</translation>
    </message>
    <message>
        <source>%1 features</source>
        <translation>%1 个要素</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Pan</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>滚轮</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>以指针为中心缩放</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>双击</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Shift+drag</source>
        <translation>Shift+拖动</translation>
    </message>
    <message>
        <source>Zoom to a box</source>
        <translation>拉框放大</translation>
    </message>
    <message>
        <source>Shift+click</source>
        <translation>Shift+单击</translation>
    </message>
    <message>
        <source>Add to the selection</source>
        <translation>加入所选</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>方向键</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Stop, close the panel</source>
        <translation>停止、关闭面板</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>在地图上</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Drag, middle drag, Space+drag</source>
        <translation>拖动、中键拖动、空格+拖动</translation>
    </message>
    <message>
        <source>Shift+double click, right double click</source>
        <translation>Shift+双击、右键双击</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Right drag, Ctrl+drag</source>
        <translation>右键拖动、Ctrl+拖动</translation>
    </message>
    <message>
        <source>Turn and tilt</source>
        <translation>旋转与倾斜</translation>
    </message>
    <message>
        <source>Click again</source>
        <translation>再次单击</translation>
    </message>
    <message>
        <source>What lies below</source>
        <translation>选下面的要素</translation>
    </message>
    <message>
        <source>Alt+click, long press</source>
        <translation>Alt+单击、长按</translation>
    </message>
    <message>
        <source>List what lies here</source>
        <translation>列出此处的要素</translation>
    </message>
    <message>
        <source>Ctrl+click</source>
        <translation>Ctrl+单击</translation>
    </message>
    <message>
        <source>Add or take away</source>
        <translation>加选或减选</translation>
    </message>
    <message>
        <source>Zoom to everything</source>
        <translation>缩放到全图</translation>
    </message>
    <message>
        <source>Mouse buttons 4, 5</source>
        <translation>鼠标侧键</translation>
    </message>
    <message>
        <source>Back, forward</source>
        <translation>后退、前进</translation>
    </message>
    <message>
        <source>Themes, in the order of their menu</source>
        <translation>切换主题（按菜单顺序）</translation>
    </message>
    <message>
        <source>Box or lasso to the right, to the left</source>
        <translation>框选或圈选：向右、向左</translation>
    </message>
    <message>
        <source>What lies inside, what is touched</source>
        <translation>全在其内、碰到即选</translation>
    </message>
    <message>
        <source>Box or lasso with Shift, Ctrl, both</source>
        <translation>框选或圈选时按 Shift、Ctrl、两键</translation>
    </message>
    <message>
        <source>Add, take away, keep what is in both</source>
        <translation>追加、减去、只留共有的</translation>
    </message>
</context>
<context>
    <name>LayerMenu</name>
    <message>
        <source>Zoom to the layer</source>
        <translation>缩放到图层</translation>
    </message>
    <message>
        <source>Attribute table</source>
        <translation>属性表</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
</context>
<context>
    <name>LayerPanel</name>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Hide empty layers</source>
        <translation>隐藏空图层</translation>
    </message>
    <message>
        <source>Show empty layers too</source>
        <translation>显示空图层</translation>
    </message>
    <message>
        <source>Fold the panel</source>
        <translation>收起面板</translation>
    </message>
    <message>
        <source>No layer has anything in it yet</source>
        <translation>图层里还没有内容</translation>
    </message>
    <message>
        <source>Import your parcels from a shapefile, GeoPackage or GeoJSON</source>
        <translation>从 Shapefile、GeoPackage 或 GeoJSON 导入地块</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Theme: %1</source>
        <translation>主题：%1</translation>
    </message>
    <message>
        <source>own choice</source>
        <translation>自选</translation>
    </message>
</context>
<context>
    <name>LayerRow</name>
    <message>
        <source>%1, %2 features</source>
        <translation>%1，%2 个要素</translation>
    </message>
    <message>
        <source>Fold the legend</source>
        <translation>收起图例</translation>
    </message>
    <message>
        <source>Unfold the legend</source>
        <translation>展开图例</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>隐藏%1</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>显示%1</translation>
    </message>
    <message>
        <source>Opacity of %1</source>
        <translation>%1的不透明度</translation>
    </message>
    <message>
        <source>Opacity %1 %</source>
        <translation>不透明度 %1 %</translation>
    </message>
</context>
<context>
    <name>LayerStrip</name>
    <message>
        <source>Unfold the layer panel</source>
        <translation>展开图层面板</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>隐藏%1</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>显示%1</translation>
    </message>
</context>
<context>
    <name>LegendList</name>
    <message>
        <source>Colour by: %1</source>
        <translation>按%1着色</translation>
    </message>
</context>
<context>
    <name>LiesIn</name>
    <message>
        <source>Lies in</source>
        <translation>位于</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>%1 – Tuban</source>
        <translation>%1 – 图斑</translation>
    </message>
    <message>
        <source>Tuban</source>
        <translation>图斑</translation>
    </message>
</context>
<context>
    <name>MapPage</name>
    <message>
        <source>Base map GCJ-02, aligned for display only</source>
        <translation>底图 GCJ-02，仅显示对齐</translation>
    </message>
</context>
<context>
    <name>MapToolBar</name>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Map of %1</source>
        <translation>%1 的地图</translation>
    </message>
</context>
<context>
    <name>MappingTable</name>
    <message>
        <source>– leave empty –</source>
        <translation>– 留空 –</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列对应</translation>
    </message>
    <message>
        <source>%1 of %2 filled</source>
        <translation>%2 列中已对应 %1 列</translation>
    </message>
</context>
<context>
    <name>MarkFoot</name>
    <message>
        <source>No change</source>
        <translation>无变化</translation>
    </message>
    <message>
        <source>You were there and nothing moved: one tap says so</source>
        <translation>到过现场、没有进展：点一下即可记录</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Save all the same</source>
        <translation>仍然保存</translation>
    </message>
    <message>
        <source>Save mark</source>
        <translation>保存标记</translation>
    </message>
</context>
<context>
    <name>MarkForm</name>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Progress of the works</source>
        <translation>形象进度</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>What did you see?</source>
        <translation>现场情况</translation>
    </message>
    <message>
        <source>Observer</source>
        <translation>记录人</translation>
    </message>
</context>
<context>
    <name>MarkHistory</name>
    <message>
        <source>Marks</source>
        <translation>进度标记</translation>
    </message>
    <message>
        <source>Nothing marked yet</source>
        <translation>还没有标记</translation>
    </message>
</context>
<context>
    <name>MarkRow</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>No change</source>
        <translation>无变化</translation>
    </message>
</context>
<context>
    <name>MarkSheet</name>
    <message>
        <source>Mark progress</source>
        <translation>标记进度</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Close; what you typed is kept</source>
        <translation>关闭；已填内容会保留</translation>
    </message>
    <message>
        <source>Nothing that can be marked lies here</source>
        <translation>这里没有可以标记的对象</translation>
    </message>
    <message>
        <source>Finding where you are…</source>
        <translation>正在定位…</translation>
    </message>
    <message>
        <source>Mark where I am</source>
        <translation>在我所在的位置标记</translation>
    </message>
    <message>
        <source>Click the place on the map</source>
        <translation>请在地图上点一下位置</translation>
    </message>
    <message>
        <source>Parcels, projects, roads, parking and parks can be marked. Zoom in, or click closer to it</source>
        <translation>地块、项目、道路、停车场、公园都可以标记。请放大，或点得更近一些</translation>
    </message>
</context>
<context>
    <name>MarkState</name>
    <message>
        <source>On course</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>缓慢</translation>
    </message>
    <message>
        <source>Halted</source>
        <translation>停工</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>有问题</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
</context>
<context>
    <name>NewPlanDialog</name>
    <message>
        <source>New plan</source>
        <translation>新建方案</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>For instance: High-tech Zone 2024</source>
        <translation>例如：高新区 2024</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>坐标系</translation>
    </message>
    <message>
        <source>All features are kept in this system; files in others are converted when they come in</source>
        <translation>所有要素按此坐标系保存；其他坐标系的文件导入时自动转换</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Where to keep it</source>
        <translation>保存在哪里</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Tuban plan (*.sqlite)</source>
        <translation>图斑方案 (*.sqlite)</translation>
    </message>
    <message>
        <source>Create plan</source>
        <translation>新建</translation>
    </message>
</context>
<context>
    <name>NorthArrow</name>
    <message>
        <source>North is up</source>
        <translation>上北</translation>
    </message>
    <message>
        <source>Turn the map north up</source>
        <translation>地图转回上北</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Marked: %1</source>
        <translation>已标记：%1</translation>
    </message>
</context>
<context>
    <name>NumberText</name>
    <message>
        <source>%1 m²</source>
        <translation>%1 ㎡</translation>
    </message>
    <message>
        <source>%1 mu</source>
        <translation>%1 亩</translation>
    </message>
    <message>
        <source>%1 ha</source>
        <translation>%1 公顷</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 km</translation>
    </message>
</context>
<context>
    <name>PhotoDrop</name>
    <message>
        <source>Drop photos here or choose…</source>
        <translation>把照片拖到这里，或点此选择…</translation>
    </message>
</context>
<context>
    <name>PhotoViewer</name>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
</context>
<context>
    <name>PlanButton</name>
    <message>
        <source>Menu of %1</source>
        <translation>%1 的菜单</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>只读</translation>
    </message>
</context>
<context>
    <name>PlanMenu</name>
    <message>
        <source>Recent plans</source>
        <translation>最近的方案</translation>
    </message>
</context>
<context>
    <name>PreviewTable</name>
    <message>
        <source>First rows</source>
        <translation>前几行</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>Working</source>
        <translation>正在处理</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Exported</source>
        <translation>已导出</translation>
    </message>
    <message>
        <source>What the import would do</source>
        <translation>导入结果预览</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>gone from the file</source>
        <translation>文件里已没有</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>SavedState</name>
    <message>
        <source>Waiting for another program</source>
        <translation>等待另一个程序</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Another program is writing to this plan; your work is kept and goes in next</source>
        <translation>另一个程序正在写入本方案；您的操作已保留，随后写入</translation>
    </message>
    <message>
        <source>Each act is kept at once in %1</source>
        <translation>每一步都立即保存在 %1</translation>
    </message>
</context>
<context>
    <name>ScaleBar</name>
    <message>
        <source>Scale bar: %1</source>
        <translation>比例尺：%1</translation>
    </message>
</context>
<context>
    <name>ScaleField</name>
    <message>
        <source>Scale %1</source>
        <translation>比例尺 %1</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>比例尺</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search parcels, projects, coordinates…</source>
        <translation>搜索地块、项目、坐标…</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>Nothing found by this name</source>
        <translation>没有找到</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>动画</translation>
    </message>
    <message>
        <source>Move nothing by itself</source>
        <translation>不要动画</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Colours of the map</source>
        <translation>地图配色</translation>
    </message>
    <message>
        <source>As the standards say</source>
        <translation>按标准</translation>
    </message>
    <message>
        <source>For any colour vision</source>
        <translation>色觉友好</translation>
    </message>
    <message>
        <source>Greys, for print</source>
        <translation>灰度（打印）</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Tuban</source>
        <translation>图斑</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Parcels, projects and their progress on one map</source>
        <translation>地块、项目和进度，一张图上看清</translation>
    </message>
    <message>
        <source>Then import your parcels</source>
        <translation>然后导入地块</translation>
    </message>
    <message>
        <source>Or drop it on the window</source>
        <translation>也可以把文件拖到窗口里</translation>
    </message>
    <message>
        <source>Invented progress, to look around</source>
        <translation>进度为虚构，可随意试用</translation>
    </message>
    <message>
        <source>Recent plans</source>
        <translation>最近的方案</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Click: without the zone number</source>
        <translation>单击：不含带号</translation>
    </message>
    <message>
        <source>Click: with the zone number</source>
        <translation>单击：含带号</translation>
    </message>
</context>
<context>
    <name>StyleMenu</name>
    <message>
        <source>Colour by</source>
        <translation>着色依据</translation>
    </message>
    <message>
        <source>A column</source>
        <translation>按字段</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>分级方法</translation>
    </message>
</context>
<context>
    <name>TableBar</name>
    <message>
        <source>Choose a layer</source>
        <translation>选择图层</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Selected only</source>
        <translation>只看所选</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>Copy the selected rows with headings</source>
        <translation>复制所选行（含表头）</translation>
    </message>
    <message>
        <source>To a spreadsheet (XLSX)…</source>
        <translation>导出为 Excel（XLSX）…</translation>
    </message>
    <message>
        <source>Close the table</source>
        <translation>关闭属性表</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
</context>
<context>
    <name>TableFilter</name>
    <message>
        <source>There is no column %1.</source>
        <translation>没有 %1 这一列。</translation>
    </message>
    <message>
        <source>%1 is empty</source>
        <translation>%1 为空</translation>
    </message>
    <message>
        <source>%1 is filled in</source>
        <translation>%1 不为空</translation>
    </message>
    <message>
        <source>%1 contains “%2”</source>
        <translation>%1 包含“%2”</translation>
    </message>
</context>
<context>
    <name>TableGrid</name>
    <message>
        <source>Attribute table</source>
        <translation>属性表</translation>
    </message>
    <message>
        <source>Zoom to it</source>
        <translation>缩放到该行</translation>
    </message>
    <message>
        <source>Zoom to the selection</source>
        <translation>缩放到所选</translation>
    </message>
    <message>
        <source>Copy the selected rows with headings</source>
        <translation>复制所选行（含表头）</translation>
    </message>
</context>
<context>
    <name>TablePage</name>
    <message>
        <source>Choose a layer</source>
        <translation>选择图层</translation>
    </message>
    <message>
        <source>No feature fits these filters</source>
        <translation>没有符合筛选条件的要素</translation>
    </message>
    <message>
        <source>This layer is empty</source>
        <translation>本图层是空的</translation>
    </message>
    <message>
        <source>Its features are listed here, to sort, filter, group and sum</source>
        <translation>这里列出图层的要素，可排序、筛选、分组、合计</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>清除筛选</translation>
    </message>
</context>
<context>
    <name>TableSums</name>
    <message>
        <source>%1 features</source>
        <translation>%1 个要素</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
</context>
<context>
    <name>ThemeMenu</name>
    <message>
        <source>Keep what is shown as a theme…</source>
        <translation>把当前显示存为主题…</translation>
    </message>
    <message>
        <source>Delete a theme</source>
        <translation>删除主题</translation>
    </message>
</context>
<context>
    <name>ThemeName</name>
    <message>
        <source>Title of the theme</source>
        <translation>主题名称</translation>
    </message>
    <message>
        <source>A built-in theme has this title; choose another one.</source>
        <translation>内置主题已用此名称，请换一个。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>Thumbnail</name>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Remove the photo</source>
        <translation>移除照片</translation>
    </message>
</context>
<context>
    <name>TileFetcher</name>
    <message>
        <source>The map server %1 refuses its tiles</source>
        <translation>底图服务器 %1 拒绝提供瓦片</translation>
    </message>
    <message>
        <source>The map server %1 cannot be reached. The plan goes on without it.</source>
        <translation>连不上底图服务器 %1。方案照常显示。</translation>
    </message>
</context>
<context>
    <name>TilePyramid</name>
    <message>
        <source>The folder %1 is not there.</source>
        <translation>文件夹 %1 不存在。</translation>
    </message>
    <message>
        <source>The folder %1 holds no map tiles: they lie in folders z/x/y.png or z/x/y.jpg.</source>
        <translation>文件夹 %1 里没有瓦片：瓦片应按 z/x/y.png 或 z/x/y.jpg 存放。</translation>
    </message>
    <message>
        <source>A tile of the base map is no PNG or JPEG picture.</source>
        <translation>底图瓦片不是 PNG 或 JPEG 图片。</translation>
    </message>
</context>
<context>
    <name>ToolHint</name>
    <message>
        <source>Click adds a point, Backspace takes it back, right click ends, Esc clears</source>
        <translation>单击加点，退格撤点，右键结束，Esc 清除</translation>
    </message>
    <message>
        <source>Click the first point of the line</source>
        <translation>单击线的起点</translation>
    </message>
    <message>
        <source>Click adds a corner, Backspace takes it back, right click ends, Esc clears</source>
        <translation>单击加角点，退格撤点，右键结束，Esc 清除</translation>
    </message>
    <message>
        <source>Click the first corner of the area</source>
        <translation>单击面的第一个角点</translation>
    </message>
    <message>
        <source>Click the place where you saw it: what lies there is offered, nearest first</source>
        <translation>点一下现场位置：附近的对象由近到远列出</translation>
    </message>
    <message>
        <source>Drag a box: the map zooms to it</source>
        <translation>拉一个框：地图放大到框内</translation>
    </message>
    <message>
        <source>Drag to the right: what lies inside. To the left: what is touched. Shift adds, Ctrl takes away</source>
        <translation>向右拉框：全在框内的；向左拉框：碰到的。Shift 追加，Ctrl 减去</translation>
    </message>
    <message>
        <source>Click the corners round it: to the right for what lies inside, to the left for what is touched</source>
        <translation>沿四周逐点单击：向右起画选全在圈内的，向左起画选碰到的</translation>
    </message>
    <message>
        <source>Double click selects what is touched. Shift adds, Ctrl takes away, Backspace takes a corner back</source>
        <translation>双击结束，选碰到的；Shift 追加，Ctrl 减去，Backspace 退一点</translation>
    </message>
    <message>
        <source>Double click selects what lies inside. Shift adds, Ctrl takes away, Backspace takes a corner back</source>
        <translation>双击结束，选全在圈内的；Shift 追加，Ctrl 减去，Backspace 退一点</translation>
    </message>
</context>
<context>
    <name>Transfer</name>
    <message>
        <source>Left out %1: %2</source>
        <translation>已跳过 %1：%2</translation>
    </message>
    <message>
        <source>Repaired %1: %2 (area %3)</source>
        <translation>已修复 %1：%2（面积变化 %3）</translation>
    </message>
    <message>
        <source>Not known, kept as delivered: %1 = “%2” (%3 times)</source>
        <translation>不认识的值，照原样保留：%1 =“%2”（%3 次）</translation>
    </message>
    <message>
        <source>%1: %2 new, %3 changed, %4 as before, %5 no longer in the file</source>
        <translation>%1：新增 %2，变化 %3，相同 %4，文件里已没有 %5</translation>
    </message>
    <message>
        <source>No longer in the file, kept in the plan: %1</source>
        <translation>文件里已没有，方案中保留：%1</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>…… 另有 %1 项</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>%1 features written and read back: equal</source>
        <translation>已写出 %1 个要素，回读核对一致</translation>
    </message>
    <message>
        <source>%1 features written; what differs is listed</source>
        <translation>已写出 %1 个要素，差异见下</translation>
    </message>
    <message>
        <source>Reading %1 broke off: the file is damaged. The plan is as it was.</source>
        <translation>读取 %1 时中断：文件已损坏。方案保持原样。</translation>
    </message>
    <message>
        <source>Another program holds the plan. Close it there and try again.</source>
        <translation>另一个程序正占用方案。请在那边关闭后再试。</translation>
    </message>
    <message>
        <source>This cannot be done with %1.</source>
        <translation>%1 不能这样处理。</translation>
    </message>
    <message>
        <source>%1 cannot be used; the plan is as it was.</source>
        <translation>%1 无法使用；方案保持原样。</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>reading back and comparing</source>
        <translation>回读核对</translation>
    </message>
    <message>
        <source>finding what is there already</source>
        <translation>查找已有要素</translation>
    </message>
</context>
<context>
    <name>tuban::AttributeTable</name>
    <message numerus="yes">
        <source>%n text(s) were longer than Excel allows and were cut.</source>
        <translation>
            <numerusform>有 %n 处文字超过 Excel 的长度上限，已截断。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tuban::BaseMap</name>
    <message>
        <source>The open plan cannot be its own base map.</source>
        <translation>打开着的方案不能作为自己的底图。</translation>
    </message>
</context>
<context>
    <name>tuban::BaseMapItem</name>
    <message>
        <source>%1 has no overviews: far views take long. gdaladdo makes them.</source>
        <translation>%1 没有金字塔，缩小时显示较慢；可用 gdaladdo 建立。</translation>
    </message>
</context>
<context>
    <name>tuban::GraticuleItem</name>
    <message>
        <source>X(N) %1</source>
        <translation>X(北) %1</translation>
    </message>
    <message>
        <source>Y(E) %1</source>
        <translation>Y(东) %1</translation>
    </message>
</context>
<context>
    <name>tuban::InspectorModel</name>
    <message>
        <source>Registered</source>
        <translation>登记面积</translation>
    </message>
    <message>
        <source>Ellipsoidal</source>
        <translation>椭球面积</translation>
    </message>
    <message>
        <source>Planar</source>
        <translation>投影面积</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Not filled in</source>
        <translation>未填写</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>标识</translation>
    </message>
</context>
<context>
    <name>tuban::LayerListModel</name>
    <message>
        <source>Usual classes</source>
        <translation>常用分级</translation>
    </message>
    <message>
        <source>As many in each class</source>
        <translation>分位数（每级数量相同）</translation>
    </message>
    <message>
        <source>Classes as wide as each other</source>
        <translation>等距</translation>
    </message>
    <message>
        <source>Round numbers</source>
        <translation>整数</translation>
    </message>
</context>
<context>
    <name>tuban::MapReadout</name>
    <message>
        <source>X (north) %1</source>
        <translation>X(北) %1</translation>
    </message>
    <message>
        <source>Y (east) %1</source>
        <translation>Y(东) %1</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 km</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
</context>
<context>
    <name>tuban::MarkController</name>
    <message>
        <source>%1 away</source>
        <translation>相距 %1</translation>
    </message>
    <message>
        <source>here</source>
        <translation>在此</translation>
    </message>
    <message>
        <source>No plan is open.</source>
        <translation>没有打开方案。</translation>
    </message>
    <message>
        <source>Choose what is marked.</source>
        <translation>请选择标记的对象。</translation>
    </message>
    <message>
        <source>Choose a stage, or say what you saw.</source>
        <translation>请选择阶段，或写下现场情况。</translation>
    </message>
    <message>
        <source>“%1” is not a day. Write it like 2024-08-21.</source>
        <translation>“%1”不是日期。请写成 2024-08-21 的样子。</translation>
    </message>
    <message>
        <source>%1 is still to come.</source>
        <translation>%1 还没到。</translation>
    </message>
    <message>
        <source>This place is %1 from %2. Mark it all the same?</source>
        <translation>此处距“%2”%1，仍要标记吗？</translation>
    </message>
</context>
<context>
    <name>tuban::MeasureController</name>
    <message>
        <source>On the ellipsoid; in the plane of %1: %2</source>
        <translation>椭球面；%1 投影面：%2</translation>
    </message>
    <message>
        <source>In the plane of %1</source>
        <translation>%1 投影面</translation>
    </message>
</context>
<context>
    <name>tuban::SearchModel</name>
    <message>
        <source>Go to %1</source>
        <translation>定位到 %1</translation>
    </message>
    <message>
        <source>degrees</source>
        <translation>经纬度</translation>
    </message>
    <message>
        <source>Coordinate</source>
        <translation>坐标</translation>
    </message>
</context>
<context>
    <name>tuban::Selection</name>
    <message>
        <source>%1 selected</source>
        <translation>已选 %1</translation>
    </message>
</context>
<context>
    <name>tuban::Session</name>
    <message>
        <source>unnamed</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>Another program changed this plan; the map shows the change.</source>
        <translation>另一个程序修改了本方案，地图已更新。</translation>
    </message>
    <message>
        <source>A whole copy of the plan is in %1.</source>
        <translation>方案的完整副本已保存到 %1。</translation>
    </message>
</context>
<context>
    <name>tuban::TransferController</name>
    <message>
        <source>Compare %1 with %2</source>
        <translation>比较 %1 与 %2</translation>
    </message>
    <message>
        <source>Import %1 into %2</source>
        <translation>导入 %1 到 %2</translation>
    </message>
    <message>
        <source>Export to %1</source>
        <translation>导出到 %1</translation>
    </message>
    <message>
        <source>Stopped; nothing was changed.</source>
        <translation>已停止，未作任何改动。</translation>
    </message>
</context>
<context>
    <name>tuban::UndoController</name>
    <message>
        <source>Nothing to undo</source>
        <translation>没有可撤销的操作</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>没有可重做的操作</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>重做：%1</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>已撤销：%1</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>已重做：%1</translation>
    </message>
</context>
<context>
    <name>CountsTowards</name>
    <message>
        <source>Counts towards</source>
        <translation>计入目标</translation>
    </message>
</context>
<context>
    <name>TargetRow</name>
    <message>
        <source>Select all that it counts</source>
        <translation>选中它所计的全部对象</translation>
    </message>
</context>
<context>
    <name>tuban::FeatureTargets</name>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>On plan</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Not planned</source>
        <translation>未排期</translation>
    </message>
    <message>
        <source>Halted</source>
        <translation>停工</translation>
    </message>
    <message>
        <source>Due or slow</source>
        <translation>临期/偏慢</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>滞后</translation>
    </message>
    <message>
        <source>Badly late</source>
        <translation>严重滞后</translation>
    </message>
</context>
</TS>
