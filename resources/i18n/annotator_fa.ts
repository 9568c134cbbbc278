<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>Apache License 2.0. Qt under LGPL 3, the typeface Vazirmatn under OFL 1.1.</source>
        <translation>پروانهٔ Apache 2.0. Qt با پروانهٔ LGPL 3 و قلم وزیرمتن با پروانهٔ OFL 1.1.</translation>
    </message>
    <message>
        <source>Quotations and agreements in Persian news; no server, no network.</source>
        <translation>نقل‌قول‌ها و توافق‌ها در خبر فارسی؛ بی کارساز و بی شبکه.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Link to the cue</source>
        <translation>پیوند به نشانهٔ نقل</translation>
    </message>
    <message>
        <source>Link to speaker, cue and topics at once</source>
        <translation>پیوند یکجا به گوینده، نشانه و موضوع‌ها</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>پروژه</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>ویرایش</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>برچسب</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>پیوند</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>خبر</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>حرکت</translation>
    </message>
    <message>
        <source>View</source>
        <translation>نما</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>راهنما</translation>
    </message>
    <message>
        <source>Word by word (Shift selects)</source>
        <translation>کلمه به کلمه (با Shift انتخاب می‌کند)</translation>
    </message>
    <message>
        <source>Sentence by sentence</source>
        <translation>جمله به جمله</translation>
    </message>
    <message>
        <source>Paragraph by paragraph</source>
        <translation>بند به بند</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>پروژهٔ تازه…</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>باز کردن پروژه…</translation>
    </message>
    <message>
        <source>Open the sample project</source>
        <translation>باز کردن پروژهٔ نمونه</translation>
    </message>
    <message>
        <source>Import articles…</source>
        <translation>وارد کردن خبرها…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>برون‌بری…</translation>
    </message>
    <message>
        <source>Back up the project…</source>
        <translation>پشتیبان‌گیری از پروژه…</translation>
    </message>
    <message>
        <source>Check the project</source>
        <translation>وارسی پروژه</translation>
    </message>
    <message>
        <source>Rename the project…</source>
        <translation>تغییر نام پروژه…</translation>
    </message>
    <message>
        <source>Close the project</source>
        <translation>بستن پروژه</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>خروج</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>برگرداندن</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>انجام دوباره</translation>
    </message>
    <message>
        <source>Delete the span</source>
        <translation>حذف بازه</translation>
    </message>
    <message>
        <source>Find in the article</source>
        <translation>یافتن در خبر</translation>
    </message>
    <message>
        <source>Search all articles…</source>
        <translation>جستجو در همهٔ خبرها…</translation>
    </message>
    <message>
        <source>Repeat the last label</source>
        <translation>تکرار آخرین برچسب</translation>
    </message>
    <message>
        <source>Label all mentions…</source>
        <translation>برچسب همهٔ موارد…</translation>
    </message>
    <message>
        <source>Add the selection as a piece</source>
        <translation>افزودن انتخاب به‌عنوان تکه</translation>
    </message>
    <message>
        <source>Choose the type</source>
        <translation>انتخاب نوع</translation>
    </message>
    <message>
        <source>Edit the attributes</source>
        <translation>ویرایش ویژگی‌ها</translation>
    </message>
    <message>
        <source>Question flag</source>
        <translation>نشان پرسش</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>یادداشت…</translation>
    </message>
    <message>
        <source>Lengthen the end</source>
        <translation>بلندتر کردن پایان</translation>
    </message>
    <message>
        <source>Shorten the end</source>
        <translation>کوتاه‌تر کردن پایان</translation>
    </message>
    <message>
        <source>Lengthen the start</source>
        <translation>بلندتر کردن آغاز</translation>
    </message>
    <message>
        <source>Shorten the start</source>
        <translation>کوتاه‌تر کردن آغاز</translation>
    </message>
    <message>
        <source>Lengthen the end by a character</source>
        <translation>بلندتر کردن پایان، یک نویسه</translation>
    </message>
    <message>
        <source>Shorten the end by a character</source>
        <translation>کوتاه‌تر کردن پایان، یک نویسه</translation>
    </message>
    <message>
        <source>Lengthen the start by a character</source>
        <translation>بلندتر کردن آغاز، یک نویسه</translation>
    </message>
    <message>
        <source>Shorten the start by a character</source>
        <translation>کوتاه‌تر کردن آغاز، یک نویسه</translation>
    </message>
    <message>
        <source>Link to the speaker</source>
        <translation>پیوند به گوینده</translation>
    </message>
    <message>
        <source>Link to what it is about</source>
        <translation>پیوند به موضوع سخن</translation>
    </message>
    <message>
        <source>Link to what it continues</source>
        <translation>پیوند به بخش پیشین</translation>
    </message>
    <message>
        <source>Link to the same person or thing</source>
        <translation>پیوند به همان کس یا چیز</translation>
    </message>
    <message>
        <source>Next article</source>
        <translation>خبر بعدی</translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation>خبر قبلی</translation>
    </message>
    <message>
        <source>Done, and the next article</source>
        <translation>پایان و خبر بعدی</translation>
    </message>
    <message>
        <source>Take back “done”</source>
        <translation>پس گرفتن «پایان»</translation>
    </message>
    <message>
        <source>Skip this article</source>
        <translation>رد شدن از این خبر</translation>
    </message>
    <message>
        <source>Question about the article</source>
        <translation>پرسش دربارهٔ خبر</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>ایراد بعدی</translation>
    </message>
    <message>
        <source>Previous problem</source>
        <translation>ایراد قبلی</translation>
    </message>
    <message>
        <source>History of the article…</source>
        <translation>تاریخچهٔ خبر…</translation>
    </message>
    <message>
        <source>Next span</source>
        <translation>بازهٔ بعدی</translation>
    </message>
    <message>
        <source>Previous span</source>
        <translation>بازهٔ قبلی</translation>
    </message>
    <message>
        <source>Nested spans at the caret</source>
        <translation>بازه‌های تودرتوی جای مکان‌نما</translation>
    </message>
    <message>
        <source>Grow the selection</source>
        <translation>گسترش انتخاب</translation>
    </message>
    <message>
        <source>Shrink the selection</source>
        <translation>جمع کردن انتخاب</translation>
    </message>
    <message>
        <source>Leave the mode or the selection</source>
        <translation>ترک حالت یا انتخاب</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>بخش بعدی پنجره</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>بخش قبلی پنجره</translation>
    </message>
    <message>
        <source>Show the queue</source>
        <translation>نمایش صف</translation>
    </message>
    <message>
        <source>Show the inspector</source>
        <translation>نمایش بازبین</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>متن درشت‌تر</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>متن ریزتر</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>اندازهٔ عادی متن</translation>
    </message>
    <message>
        <source>Show invisible characters</source>
        <translation>نمایش نویسه‌های نادیدنی</translation>
    </message>
    <message>
        <source>Arrows follow the eye</source>
        <translation>کلیدهای جهت با چشم می‌روند</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>روشن</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>تیره</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>مانند سیستم</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>شیوه‌نامه</translation>
    </message>
    <message>
        <source>Keys…</source>
        <translation>کلیدها…</translation>
    </message>
    <message>
        <source>About</source>
        <translation>دربارهٔ برنامه</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>یافتهٔ بعدی</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>یافتهٔ پیشین</translation>
    </message>
    <message>
        <source>Concordance of a phrase…</source>
        <translation>واژه‌نمای عبارت…</translation>
    </message>
    <message>
        <source>Labelling</source>
        <translation>برچسب‌زنی</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>توافق‌سنجی</translation>
    </message>
    <message>
        <source>Label scheme…</source>
        <translation>طرح برچسب…</translation>
    </message>
    <message>
        <source>My day</source>
        <translation>روز من</translation>
    </message>
    <message>
        <source>Who or what is meant…</source>
        <translation>هویت: چه کسی یا چه چیزی…</translation>
    </message>
    <message>
        <source>Who said what in the project…</source>
        <translation>چه کسی چه گفت، در همهٔ پروژه…</translation>
    </message>
    <message>
        <source>Bin…</source>
        <translation>سطل…</translation>
    </message>
    <message>
        <source>Move the article to the bin</source>
        <translation>بردن خبر به سطل</translation>
    </message>
    <message>
        <source>Adjudication</source>
        <translation>داوری</translation>
    </message>
    <message>
        <source>Next or previous difference</source>
        <translation>اختلاف بعدی یا قبلی</translation>
    </message>
    <message>
        <source>Verdict on a difference</source>
        <translation>رأی دربارهٔ اختلاف</translation>
    </message>
    <message>
        <source>Settle what is agreed</source>
        <translation>بستن مواردِ بی‌اختلاف</translation>
    </message>
    <message>
        <source>Why: the reason of a verdict</source>
        <translation>چرا: دلیل رأی</translation>
    </message>
    <message>
        <source>Example for the guideline</source>
        <translation>مثال برای راهنما</translation>
    </message>
    <message>
        <source>Edit the gold by hand</source>
        <translation>ویرایش دستی نسخهٔ طلایی</translation>
    </message>
    <message>
        <source>Assign articles…</source>
        <translation>واگذاری خبرها…</translation>
    </message>
    <message>
        <source>Make a data set…</source>
        <translation>ساختن مجموعهٔ داده…</translation>
    </message>
</context>
<context>
    <name>AgreementFilters</name>
    <message>
        <source>Label</source>
        <translation>برچسب</translation>
    </message>
    <message>
        <source>all labels</source>
        <translation>همهٔ برچسب‌ها</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>همهٔ افراد</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>{count} نفر</translation>
    </message>
    <message>
        <source>with and without gold</source>
        <translation>داوری‌شده و نشده</translation>
    </message>
    <message>
        <source>without gold</source>
        <translation>داوری‌نشده</translation>
    </message>
    <message>
        <source>with gold</source>
        <translation>داوری‌شده</translation>
    </message>
    <message>
        <source>at any time</source>
        <translation>هر زمان</translation>
    </message>
    <message>
        <source>last 7 days</source>
        <translation>۷ روز گذشته</translation>
    </message>
    <message>
        <source>last 30 days</source>
        <translation>۳۰ روز گذشته</translation>
    </message>
    <message>
        <source>last 90 days</source>
        <translation>۹۰ روز گذشته</translation>
    </message>
    <message>
        <source>from … to …</source>
        <translation>از … تا …</translation>
    </message>
    <message>
        <source>Ignore trifles</source>
        <translation>بی نشانه و فاصله</translation>
    </message>
    <message>
        <source>Leave quotation marks, punctuation, spaces and ZWNJ at the ends out of it</source>
        <translation>گیومه، نشانه‌گذاری، فاصله و نیم‌فاصله در دو سر بازه‌ها به حساب نیاید</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>رها کن</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>برون‌بری</translation>
    </message>
    <message>
        <source>As {format}…</source>
        <translation>به {format}…</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>سنجه</translation>
    </message>
    <message>
        <source>Annotators</source>
        <translation>برچسب‌زنان</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>برچسب طلایی</translation>
    </message>
    <message>
        <source>Finished when</source>
        <translation>زمان پایان</translation>
    </message>
    <message>
        <source>From</source>
        <translation>از</translation>
    </message>
    <message>
        <source>To</source>
        <translation>تا</translation>
    </message>
</context>
<context>
    <name>Aids</name>
    <message>
        <source>Only a lead of the project may change the label scheme.</source>
        <translation>طرح برچسب را فقط سرپرست پروژه می‌تواند عوض کند.</translation>
    </message>
    <message>
        <source>Select a mention of a person or thing first.</source>
        <translation>نخست بازه‌ای را برگزینید که به کسی یا چیزی اشاره دارد.</translation>
    </message>
</context>
<context>
    <name>Annotate</name>
    <message>
        <source>No label was used yet: press the key of one.</source>
        <translation>هنوز برچسبی به کار نرفته است: کلید یکی را بزنید.</translation>
    </message>
    <message>
        <source>Select a span, then the words to add, then press +.</source>
        <translation>یک بازه را انتخاب کنید، سپس کلمه‌های تکهٔ تازه را، سپس + را بزنید.</translation>
    </message>
    <message>
        <source>Select the words to add to the span, then press +.</source>
        <translation>کلمه‌هایی را که باید به بازه افزوده شوند انتخاب کنید، سپس + را بزنید.</translation>
    </message>
    <message>
        <source>Select a span first; then Ctrl and dragging adds a piece.</source>
        <translation>نخست یک بازه را انتخاب کنید؛ سپس کشیدن با Ctrl تکه می‌افزاید.</translation>
    </message>
    <message>
        <source>Select a span that has a type first.</source>
        <translation>نخست بازه‌ای را انتخاب کنید که نوع دارد.</translation>
    </message>
    <message>
        <source>Select a span first: Tab goes from one to the next.</source>
        <translation>نخست یک بازه را انتخاب کنید: Tab از یکی به بعدی می‌رود.</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>Something went wrong</source>
        <translation>خطایی رخ داد</translation>
    </message>
    <message>
        <source>This is an error of the program. What you labelled is saved. A report without any text of yours was written to {path}.</source>
        <translation>این خطای برنامه است. آنچه برچسب زده‌اید ذخیره شده است. گزارشی بی هیچ متنی از شما در {path} نوشته شد.</translation>
    </message>
</context>
<context>
    <name>ArticleCard</name>
    <message>
        <source>This article</source>
        <translation>این خبر</translation>
    </message>
    <message>
        <source>Select words and press a label&apos;s key.</source>
        <translation>کلمه‌ها را انتخاب کنید و کلید یک برچسب را بزنید.</translation>
    </message>
    <message>
        <source>Take the question back</source>
        <translation>پس گرفتن پرسش</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>پرسش</translation>
    </message>
    <message>
        <source>Edit the note</source>
        <translation>ویرایش یادداشت</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>یادداشت</translation>
    </message>
</context>
<context>
    <name>ArticleHeader</name>
    <message>
        <source>words: {count}</source>
        <translation>{count} واژه</translation>
    </message>
</context>
<context>
    <name>ArticleView</name>
    <message>
        <source>Article text</source>
        <translation>متن خبر</translation>
    </message>
</context>
<context>
    <name>AttributePage</name>
    <message>
        <source>English name</source>
        <translation>نام انگلیسی</translation>
    </message>
    <message>
        <source>Filled in by the program where it can</source>
        <translation>برنامه هر جا بتواند خودش پر می‌کند</translation>
    </message>
    <message>
        <source>Id in the data</source>
        <translation>شناسه در داده‌ها</translation>
    </message>
    <message>
        <source>One of the values; empty: none</source>
        <translation>یکی از مقدارها؛ تهی: هیچ‌کدام</translation>
    </message>
    <message>
        <source>Persian name</source>
        <translation>نام فارسی</translation>
    </message>
    <message>
        <source>Required: where it is empty, that is listed</source>
        <translation>بایسته: جای تهی‌اش فهرست می‌شود</translation>
    </message>
    <message>
        <source>Value to begin with</source>
        <translation>مقدار آغازین</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>مقدارها</translation>
    </message>
    <message>
        <source>What it takes</source>
        <translation>چه می‌پذیرد</translation>
    </message>
</context>
<context>
    <name>BinDialog</name>
    <message>
        <source>Bin</source>
        <translation>سطل</translation>
    </message>
    <message>
        <source>Bring back the ticked ones</source>
        <translation>برگرداندن انتخاب‌شده‌ها</translation>
    </message>
    <message>
        <source>Deleted spans of this article</source>
        <translation>بازه‌های پاک‌شدهٔ این خبر</translation>
    </message>
    <message>
        <source>Articles in the bin</source>
        <translation>خبرهای درون سطل</translation>
    </message>
    <message>
        <source>Only a lead brings articles back.</source>
        <translation>فقط سرپرست خبرها را برمی‌گرداند.</translation>
    </message>
    <message>
        <source>Nothing here.</source>
        <translation>چیزی اینجا نیست.</translation>
    </message>
</context>
<context>
    <name>ColorField</name>
    <message>
        <source>Choose a colour</source>
        <translation>گزینش رنگ</translation>
    </message>
    <message>
        <source>hard to read on the page: contrast {ratio}, at least {least} is wanted</source>
        <translation>روی صفحه خوانا نیست: تضاد {ratio} است و دست‌کم {least} باید</translation>
    </message>
</context>
<context>
    <name>ColumnChoice</name>
    <message>
        <source>Text</source>
        <translation>متن</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>عنوان</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>خبرگزاری</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>تاریخ</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>شناسه</translation>
    </message>
</context>
<context>
    <name>Concordance</name>
    <message>
        <source>Looking through the articles…</source>
        <translation>در حال گشتن خبرها…</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>هیچ</translation>
    </message>
    <message>
        <source>in {label}</source>
        <translation>در {label}</translation>
    </message>
    <message>
        <source>This phrase stands nowhere.</source>
        <translation>این عبارت در هیچ خبری نیست.</translation>
    </message>
    <message>
        <source>places: {count} · annotators differ on: {odd}</source>
        <translation>جا: {count} · اختلاف برچسب‌زنان: {odd}</translation>
    </message>
    <message>
        <source>there are more; write a longer phrase to see them all</source>
        <translation>بیش از این هم هست؛ برای دیدن همه عبارت بلندتری بنویسید</translation>
    </message>
</context>
<context>
    <name>ConcordancePage</name>
    <message>
        <source>Concordance</source>
        <translation>واژه‌نما</translation>
    </message>
    <message>
        <source>A word or phrase, in any spelling</source>
        <translation>یک واژه یا عبارت، با هر املایی</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>واژهٔ کامل</translation>
    </message>
    <message>
        <source>Ignore spaces</source>
        <translation>بی‌اعتنا به فاصله</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>نمایش</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>توقف</translation>
    </message>
    <message>
        <source>Back to the text</source>
        <translation>بازگشت به متن</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>ترتیب</translation>
    </message>
    <message>
        <source>Differences first</source>
        <translation>نخست اختلاف‌ها</translation>
    </message>
    <message>
        <source>In the order of the articles</source>
        <translation>به ترتیب خبرها</translation>
    </message>
    <message>
        <source>By the words before</source>
        <translation>بر پایهٔ واژه‌های پیش</translation>
    </message>
    <message>
        <source>By the words after</source>
        <translation>بر پایهٔ واژه‌های پس</translation>
    </message>
    <message>
        <source>By label</source>
        <translation>بر پایهٔ برچسب</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>بر پایهٔ عنوان</translation>
    </message>
    <message>
        <source>In its place</source>
        <translation>در جای خود</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>خبر</translation>
    </message>
    <message>
        <source>Lines of the concordance</source>
        <translation>سطرهای واژه‌نما</translation>
    </message>
    <message>
        <source>Write a phrase; Enter shows all its places and their labels.</source>
        <translation>عبارتی بنویسید؛ Enter همهٔ جاهای آن و برچسب‌هایشان را نشان می‌دهد.</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Article</source>
        <translation>خبر</translation>
    </message>
    <message>
        <source>This project has no article yet: import some, or drop files here.</source>
        <translation>این پروژه هنوز خبری ندارد: خبر وارد کنید یا پرونده‌ها را اینجا رها کنید.</translation>
    </message>
    <message>
        <source>Import articles…</source>
        <translation>وارد کردن خبرها…</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Projects</source>
        <translation>پروژه‌ها</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>انصراف</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>باز کردن پروژه</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>پیشرفت</translation>
    </message>
</context>
<context>
    <name>Differences</name>
    <message>
        <source>Label</source>
        <translation>برچسب</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>هویت</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>هیچ</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>هم‌نظر</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>یکی ندیده</translation>
    </message>
    <message>
        <source>label</source>
        <translation>برچسب</translation>
    </message>
    <message>
        <source>boundary</source>
        <translation>مرز</translation>
    </message>
    <message>
        <source>signs and spaces</source>
        <translation>نشانه و فاصله</translation>
    </message>
    <message>
        <source>attribute</source>
        <translation>ویژگی</translation>
    </message>
    <message>
        <source>entity</source>
        <translation>هویت</translation>
    </message>
    <message>
        <source>link</source>
        <translation>پیوند</translation>
    </message>
    <message>
        <source>{who} marked a {label} here, {others} did not.</source>
        <translation>{who} اینجا {label} نشان کرده، {others} نه.</translation>
    </message>
    <message>
        <source>Only signs or spaces at the edges differ.</source>
        <translation>فقط نشانه یا فاصلهٔ لبه فرق دارد.</translation>
    </message>
    <message>
        <source>{who} begins the {label} with {words}</source>
        <translation>{who} آغاز {label} را {words} گرفته</translation>
    </message>
    <message>
        <source>{who} ends the {label} with {words}</source>
        <translation>{who} پایان {label} را {words} گرفته</translation>
    </message>
    <message>
        <source>{who} takes the {label} to be {words}</source>
        <translation>{who} {label} را {words} گرفته</translation>
    </message>
</context>
<context>
    <name>EntityChooser</name>
    <message>
        <source>A digit, some letters, or a new name</source>
        <translation>شماره، چند حرف، یا نامی تازه</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>هویت‌ها</translation>
    </message>
    <message>
        <source>Who or what is meant</source>
        <translation>چه کسی یا چه چیزی</translation>
    </message>
    <message>
        <source>new: {name}</source>
        <translation>تازه: {name}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>هیچ‌کدام</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>A name needs letters, and no spaces before or after them.</source>
        <translation>نام باید حرف داشته باشد و پیش و پس آن فاصله نباشد.</translation>
    </message>
    <message>
        <source>A project needs a lead: name another one first.</source>
        <translation>پروژه سرپرست می‌خواهد: نخست کس دیگری را سرپرست کنید.</translation>
    </message>
    <message>
        <source>A project needs a name.</source>
        <translation>پروژه نام می‌خواهد.</translation>
    </message>
    <message>
        <source>A span cannot be linked to itself.</source>
        <translation>بازه را نمی‌توان به خودش پیوند داد.</translation>
    </message>
    <message>
        <source>An entity needs a name.</source>
        <translation>هویت نام می‌خواهد.</translation>
    </message>
    <message>
        <source>Only a lead of the project may change gold.</source>
        <translation>فقط سرپرست پروژه می‌تواند لایهٔ طلایی را تغییر دهد.</translation>
    </message>
    <message>
        <source>Only a lead of the project may do this.</source>
        <translation>این کار فقط از سرپرست پروژه برمی‌آید.</translation>
    </message>
    <message>
        <source>The import was stopped; the project is as it was.</source>
        <translation>وارد کردن متوقف شد؛ پروژه همان است که بود.</translation>
    </message>
    <message>
        <source>The export was stopped; nothing was written.</source>
        <translation>برون‌بری متوقف شد؛ چیزی نوشته نشد.</translation>
    </message>
    <message>
        <source>The other span already continues this one.</source>
        <translation>آن بازه خود ادامهٔ این بازه است.</translation>
    </message>
    <message>
        <source>The span reaches beyond the end of the article.</source>
        <translation>بازه از پایان خبر بیرون می‌زند.</translation>
    </message>
    <message>
        <source>There is nothing to label here: select some words.</source>
        <translation>اینجا چیزی برای برچسب نیست: چند کلمه انتخاب کنید.</translation>
    </message>
    <message>
        <source>This entity is no longer there.</source>
        <translation>این هویت دیگر نیست.</translation>
    </message>
    <message>
        <source>This link is no longer there.</source>
        <translation>این پیوند دیگر نیست.</translation>
    </message>
    <message>
        <source>This piece is no longer there.</source>
        <translation>این تکه دیگر نیست.</translation>
    </message>
    <message>
        <source>This span has one piece only: delete the span instead.</source>
        <translation>این بازه یک تکه بیشتر ندارد: خود بازه را حذف کنید.</translation>
    </message>
    <message>
        <source>This span is no longer there.</source>
        <translation>این بازه دیگر نیست.</translation>
    </message>
    <message>
        <source>A link {label} cannot lead from {source} to {target}: it leads from {sources} to {targets}.</source>
        <translation>پیوند {label} از {source} به {target} نمی‌رود: از {sources} به {targets} می‌رود.</translation>
    </message>
    <message>
        <source>Spans labelled {label} do not refer to entities.</source>
        <translation>بازه‌های {label} هویت ندارند.</translation>
    </message>
    <message>
        <source>The article {article} is in the bin: bring it back first.</source>
        <translation>خبر {article} در سطل است: نخست آن را بازگردانید.</translation>
    </message>
    <message>
        <source>The label scheme has no label {label}.</source>
        <translation>طرح برچسب، برچسب {label} ندارد.</translation>
    </message>
    <message>
        <source>The label scheme has no link {label}.</source>
        <translation>طرح برچسب، پیوند {label} ندارد.</translation>
    </message>
    <message>
        <source>The name holds invisible characters ({codes}): type it again.</source>
        <translation>نام نویسه‌های نادیدنی دارد ({codes}): دوباره بنویسید.</translation>
    </message>
    <message>
        <source>The step of {time} cannot be undone: the same items were changed since, by somebody else or by an import.</source>
        <translation>گام {time} را نمی‌توان برگرداند: همان موردها پس از آن به دست کس دیگر یا با وارد کردن تغییر کرده‌اند.</translation>
    </message>
    <message>
        <source>The step of {time} cannot be redone: the same items were changed since, by somebody else or by an import.</source>
        <translation>گام {time} را نمی‌توان دوباره انجام داد: همان موردها پس از آن به دست کس دیگر یا با وارد کردن تغییر کرده‌اند.</translation>
    </message>
    <message>
        <source>There are already {count} links {label}: take one away first.</source>
        <translation>{count} پیوند {label} از پیش هست: نخست یکی را بردارید.</translation>
    </message>
    <message>
        <source>There is already a person named {name}: choose another name.</source>
        <translation>کسی به نام {name} هست: نام دیگری برگزینید.</translation>
    </message>
    <message>
        <source>There is no article {article} in this project.</source>
        <translation>خبر {article} در این پروژه نیست.</translation>
    </message>
    <message>
        <source>There is no folder {path}: make it first.</source>
        <translation>پوشهٔ {path} نیست: نخست آن را بسازید.</translation>
    </message>
    <message>
        <source>There is no project {path}: check the name or make it first.</source>
        <translation>پروژهٔ {path} نیست: نام را وارسی کنید یا آن را بسازید.</translation>
    </message>
    <message>
        <source>There is no file or folder {path}: check the path.</source>
        <translation>پرونده یا پوشهٔ {path} نیست: مسیر را وارسی کنید.</translation>
    </message>
    <message>
        <source>The folder {path} holds no file to read ({suffixes}).</source>
        <translation>در پوشهٔ {path} پرونده‌ای خواندنی نیست ({suffixes}).</translation>
    </message>
    <message>
        <source>This is the work of {name}: nobody else may change it.</source>
        <translation>این کار {name} است: کس دیگری نباید آن را تغییر دهد.</translation>
    </message>
    <message>
        <source>{name} is too like {other}, who is in the project: choose another name.</source>
        <translation>{name} با {other} که در پروژه است اشتباه می‌شود: نام دیگری برگزینید.</translation>
    </message>
    <message>
        <source>{path} is not a file: name a project file.</source>
        <translation>{path} پرونده نیست: پروندهٔ یک پروژه را نام ببرید.</translation>
    </message>
    <message>
        <source>{path} is not a project of this program: choose another file.</source>
        <translation>{path} پروژهٔ این برنامه نیست: پروندهٔ دیگری برگزینید.</translation>
    </message>
    <message>
        <source>{path} may not be read: ask whoever owns it for the right to.</source>
        <translation>{path} را اجازه ندارید بخوانید: از صاحب آن اجازه بگیرید.</translation>
    </message>
    <message>
        <source>{path} is open for reading only: nothing can be changed.</source>
        <translation>{path} فقط برای خواندن باز است: چیزی را نمی‌توان تغییر داد.</translation>
    </message>
    <message>
        <source>{path} exists already: choose another name.</source>
        <translation>{path} از پیش هست: نام دیگری برگزینید.</translation>
    </message>
    <message>
        <source>{path} cannot be written ({error}).</source>
        <translation>{path} را نمی‌توان نوشت ({error}).</translation>
    </message>
    <message>
        <source>{path} cannot be made ({error}).</source>
        <translation>{path} را نمی‌توان ساخت ({error}).</translation>
    </message>
    <message>
        <source>{path} is already open {holder}.</source>
        <translation>{path} هم‌اکنون باز است ({holder}).</translation>
    </message>
    <message>
        <source>{path} was made by a newer version of this program ({versions}): update the program.</source>
        <translation>{path} با نسخهٔ تازه‌تری از برنامه ساخته شده است ({versions}): برنامه را به‌روز کنید.</translation>
    </message>
    <message>
        <source>In this project everybody sees only her own time.</source>
        <translation>در این پروژه هر کس فقط زمان خودش را می‌بیند.</translation>
    </message>
    <message>
        <source>a scheme needs at least one label</source>
        <translation>طرح دست‌کم یک برچسب می‌خواهد</translation>
    </message>
    <message>
        <source>an attribute without a type needs its values listed</source>
        <translation>این ویژگی باید فهرست مقدار داشته باشد</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>نیامده است</translation>
    </message>
    <message>
        <source>must be 1 to 64 characters without spaces</source>
        <translation>باید ۱ تا ۶۴ نویسهٔ بی‌فاصله باشد</translation>
    </message>
    <message>
        <source>the id {id} is already used at {place}</source>
        <translation>شناسهٔ {id} پیش‌تر به کار رفته است ({place})</translation>
    </message>
    <message>
        <source>there is no label {id}</source>
        <translation>برچسبی به نام {id} نیست</translation>
    </message>
    <message>
        <source>{value} is not a colour like #1C5FA8</source>
        <translation>{value} رنگی مانند ‎#1C5FA8 نیست</translation>
    </message>
    <message>
        <source>{value} is not among its values</source>
        <translation>{value} در میان مقدارهایش نیست</translation>
    </message>
    <message>
        <source>{value} is not one of the known values</source>
        <translation>{value} از مقدارهای شناخته نیست</translation>
    </message>
    <message>
        <source>Settle the spans that this link joins first.</source>
        <translation>نخست بازه‌های دو سر این پیوند را ببندید.</translation>
    </message>
    <message>
        <source>Choose who shall get articles.</source>
        <translation>بگویید چه کسانی خبر می‌گیرند.</translation>
    </message>
    <message>
        <source>A round needs a name.</source>
        <translation>دور نام می‌خواهد.</translation>
    </message>
    <message>
        <source>Choose a share from 0 to 100 percent, and no more people than there are.</source>
        <translation>سهم را از ۰ تا ۱۰۰ درصد و شمار افراد را نه بیش از موجود انتخاب کنید.</translation>
    </message>
    <message>
        <source>Fewer than two people have finished the article {article}.</source>
        <translation>کمتر از دو نفر خبر {article} را تمام کرده‌اند.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>برون‌بری</translation>
    </message>
    <message>
        <source>File</source>
        <translation>پرونده</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>انتخاب…</translation>
    </message>
    <message>
        <source>Only articles that are done</source>
        <translation>فقط خبرهای پایان‌یافته</translation>
    </message>
    <message>
        <source>Split into a folder</source>
        <translation>بخش‌بندی در یک پوشه</translation>
    </message>
    <message>
        <source>What this format does not hold</source>
        <translation>آنچه در این قالب نمی‌ماند</translation>
    </message>
    <message>
        <source>The first records</source>
        <translation>نخستین موردها</translation>
    </message>
    <message>
        <source>Whose layers</source>
        <translation>لایهٔ چه کسانی</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>قالب</translation>
    </message>
    <message>
        <source>Say which file to write.</source>
        <translation>بگویید در کدام پرونده نوشته شود.</translation>
    </message>
    <message>
        <source>A split needs a folder: this is a file.</source>
        <translation>بخش‌بندی پوشه می‌خواهد: این یک پرونده است.</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>طلایی</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>در حال شمارش…</translation>
    </message>
    <message>
        <source>This format is no text.</source>
        <translation>این قالب متنی نیست.</translation>
    </message>
    <message>
        <source>A file to look at or to set up with: it does not stand for the labels.</source>
        <translation>پرونده‌ای برای دیدن یا راه‌اندازی: جای برچسب‌ها را نمی‌گیرد.</translation>
    </message>
    <message>
        <source>Articles: {articles}. Layers: {layers}. Spans: {spans}.</source>
        <translation>خبر: {articles}. لایه: {layers}. بازه: {spans}.</translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>چیزی از دست نمی‌رود.</translation>
    </message>
    <message>
        <source>What will be written</source>
        <translation>آنچه نوشته خواهد شد</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Me</source>
        <translation>من</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>نمونه</translation>
    </message>
    <message>
        <source>Back up the project</source>
        <translation>پشتیبان‌گیری از پروژه</translation>
    </message>
    <message>
        <source>Backed up to {path}.</source>
        <translation>پشتیبان در {path} نوشته شد.</translation>
    </message>
    <message>
        <source>Rename the project</source>
        <translation>تغییر نام پروژه</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>No project is open</source>
        <translation>پروژه‌ای باز نیست</translation>
    </message>
    <message>
        <source>Open a project or make one first, then drop the articles again.</source>
        <translation>نخست پروژه‌ای باز کنید یا بسازید، سپس خبرها را دوباره رها کنید.</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the article</source>
        <translation>یافتن در خبر</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>مورد قبلی</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>مورد بعدی</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>چیزی یافت نشد</translation>
    </message>
    <message>
        <source>{position} of {total}</source>
        <translation>{position} از {total}</translation>
    </message>
</context>
<context>
    <name>FinishStrip</name>
    <message>
        <source>Show</source>
        <translation>نمایش</translation>
    </message>
    <message>
        <source>Done all the same</source>
        <translation>با این همه پایان</translation>
    </message>
    <message>
        <source>Still open: {count} – {problems}</source>
        <translation>هنوز مانده: {count} – {problems}</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>Everything: the format of this program</source>
        <translation>همه‌چیز: قالب خود این برنامه</translation>
    </message>
    <message>
        <source>The label scheme alone</source>
        <translation>تنها طرح برچسب</translation>
    </message>
    <message>
        <source>Articles, spans and links for doccano</source>
        <translation>خبرها، بازه‌ها و پیوندها برای doccano</translation>
    </message>
    <message>
        <source>Articles and spans for doccano, without links</source>
        <translation>خبرها و بازه‌ها برای doccano، بی پیوند</translation>
    </message>
    <message>
        <source>Everything, with tokens, for Prodigy</source>
        <translation>همه‌چیز، با توکن‌ها، برای Prodigy</translation>
    </message>
    <message>
        <source>Tasks with annotations for Label Studio</source>
        <translation>کارها با حاشیه‌ها برای Label Studio</translation>
    </message>
    <message>
        <source>The labelling set-up for Label Studio</source>
        <translation>پیکربندی برچسب‌زنی برای Label Studio</translation>
    </message>
    <message>
        <source>Pairs of text and annotation for brat, in a zip</source>
        <translation>جفت‌های متن و حاشیه برای brat، در zip</translation>
    </message>
    <message>
        <source>UIMA CAS as XMI for INCEpTION, in a zip</source>
        <translation>UIMA CAS به شکل XMI برای INCEpTION، در zip</translation>
    </message>
    <message>
        <source>UIMA CAS as JSON for INCEpTION, in a zip</source>
        <translation>UIMA CAS به شکل JSON برای INCEpTION، در zip</translation>
    </message>
    <message>
        <source>Tokens with spans and links (WebAnno TSV 3.3)</source>
        <translation>توکن‌ها با بازه و پیوند (WebAnno TSV 3.3)</translation>
    </message>
    <message>
        <source>Tokens with one tag each (IOB2)</source>
        <translation>توکن‌ها، هر یک با یک برچسب (IOB2)</translation>
    </message>
    <message>
        <source>Tokens and tags for Hugging Face, as JSON</source>
        <translation>توکن‌ها و برچسب‌ها برای Hugging Face، به شکل JSON</translation>
    </message>
    <message>
        <source>Tokens and tags for Hugging Face; needs pyarrow</source>
        <translation>توکن‌ها و برچسب‌ها برای Hugging Face؛ pyarrow می‌خواهد</translation>
    </message>
    <message>
        <source>Texts and spans for training spaCy; needs spaCy</source>
        <translation>متن و بازه برای آموزش spaCy؛ spaCy می‌خواهد</translation>
    </message>
    <message>
        <source>A table to look at, one row a span</source>
        <translation>جدولی برای دیدن، هر بازه یک سطر</translation>
    </message>
    <message>
        <source>A workbook to look at, one row a span</source>
        <translation>کارپوشهٔ Excel برای دیدن، هر بازه یک سطر</translation>
    </message>
    <message>
        <source>A table of quotes with their speakers</source>
        <translation>جدول نقل‌قول‌ها با گویندگانشان</translation>
    </message>
    <message>
        <source>A workbook of quotes with their speakers</source>
        <translation>کارپوشهٔ Excel نقل‌قول‌ها با گویندگانشان</translation>
    </message>
</context>
<context>
    <name>GuidelinePanel</name>
    <message>
        <source>Guideline</source>
        <translation>شیوه‌نامه</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
</context>
<context>
    <name>Hints</name>
    <message>
        <source>link all</source>
        <translation>پیوند همه</translation>
    </message>
    <message>
        <source>next span</source>
        <translation>بازهٔ بعدی</translation>
    </message>
    <message>
        <source>grow</source>
        <translation>گسترش</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>ایراد بعدی</translation>
    </message>
    <message>
        <source>done and next</source>
        <translation>پایان و بعدی</translation>
    </message>
    <message>
        <source>all mentions</source>
        <translation>همهٔ موارد</translation>
    </message>
    <message>
        <source>last label</source>
        <translation>آخرین برچسب</translation>
    </message>
    <message>
        <source>leave</source>
        <translation>ترک</translation>
    </message>
    <message>
        <source>type</source>
        <translation>نوع</translation>
    </message>
    <message>
        <source>lengthen</source>
        <translation>بلندتر</translation>
    </message>
    <message>
        <source>shorten</source>
        <translation>کوتاه‌تر</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>next target</source>
        <translation>مقصد بعدی</translation>
    </message>
    <message>
        <source>link</source>
        <translation>پیوند</translation>
    </message>
    <message>
        <source>speaker</source>
        <translation>گوینده</translation>
    </message>
    <message>
        <source>about</source>
        <translation>دربارهٔ</translation>
    </message>
    <message>
        <source>same as</source>
        <translation>همان</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>{title} is in the bin; menu Article, Bin brings it back.</source>
        <translation>{title} به سطل رفت؛ از منوی خبر، «سطل» برمی‌گردد.</translation>
    </message>
    <message>
        <source>{count} spans that are not there now</source>
        <translation>{count} بازه که اکنون نیست</translation>
    </message>
    <message>
        <source>{count} spans of now are missing</source>
        <translation>{count} بازهٔ اکنون نیست</translation>
    </message>
    <message>
        <source>{count} spans differ</source>
        <translation>{count} بازه متفاوت است</translation>
    </message>
    <message>
        <source>links, entities or the article's own values differ</source>
        <translation>پیوندها، هویت‌ها یا مقدارهای خود خبر متفاوت است</translation>
    </message>
    <message>
        <source>This is how it stands now.</source>
        <translation>همین است که اکنون هست.</translation>
    </message>
    <message>
        <source>articles: {n}</source>
        <translation>خبر: {n}</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History of the article</source>
        <translation>تاریخچهٔ خبر</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>چه کسی</translation>
    </message>
    <message>
        <source>Nothing has happened to this article yet.</source>
        <translation>هنوز کاری روی این خبر نشده است.</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>همه</translation>
    </message>
    <message>
        <source>Go back to this state</source>
        <translation>بازگشت به این وضع</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import articles</source>
        <translation>وارد کردن خبرها</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>وارد کردن</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>انتخاب پرونده‌ها…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>انتخاب پوشه…</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>ذخیرهٔ گزارش…</translation>
    </message>
    <message>
        <source>Unknown labels</source>
        <translation>برچسب‌های ناشناخته</translation>
    </message>
    <message>
        <source>Reject their records</source>
        <translation>موردهایشان پذیرفته نشود</translation>
    </message>
    <message>
        <source>Add them to the label scheme</source>
        <translation>به طرح برچسب افزوده شوند</translation>
    </message>
    <message>
        <source>Articles that are like others</source>
        <translation>خبرهایی که همانند خبری دیگرند</translation>
    </message>
    <message>
        <source>Take them in</source>
        <translation>وارد شوند</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>کنار گذاشته شوند</translation>
    </message>
    <message>
        <source>Annotator of layers that name none</source>
        <translation>نام حاشیه‌نویس برای لایه‌های بی‌نام</translation>
    </message>
    <message>
        <source>Drop files or folders here: text, web pages, tables, JSON, Word, zip.</source>
        <translation>پرونده یا پوشه را اینجا رها کنید: متن، صفحهٔ وب، جدول، JSON، Word یا zip.</translation>
    </message>
    <message>
        <source>The label scheme does not have: {labels}</source>
        <translation>این‌ها در طرح برچسب نیستند: {labels}</translation>
    </message>
    <message>
        <source>{files} — readable: {good}, not readable: {bad}.</source>
        <translation>{files} — خواندنی: {good}، ناخواندنی: {bad}.</translation>
    </message>
    <message>
        <source>{files} — of the first records readable: {good}, not: {bad}.</source>
        <translation>{files} — از نخستین موردها خواندنی: {good}، ناخواندنی: {bad}.</translation>
    </message>
    <message>
        <source>Articles: {articles}. Layers: {layers}. There already: {there}. Rejected: {bad}.</source>
        <translation>خبر: {articles}. لایه: {layers}. از پیش بوده: {there}. پذیرفته نشده: {bad}.</translation>
    </message>
    <message>
        <source>New in the scheme: {labels}.</source>
        <translation>تازه در طرح: {labels}.</translation>
    </message>
    <message>
        <source>{path} cannot be written ({reason}).</source>
        <translation>{path} نوشتنی نیست ({reason}).</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Like others: {count}. The first is {one}, like {two}.</source>
        <translation>همانند خبری دیگر: {count}. نخستین: {one}، همانند {two}.</translation>
    </message>
</context>
<context>
    <name>ImportRows</name>
    <message>
        <source>What the files hold</source>
        <translation>آنچه در پرونده‌هاست</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>خبر</translation>
    </message>
    <message>
        <source>Begins with</source>
        <translation>آغاز متن</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>واژه</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>لایه</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>توضیح</translation>
    </message>
    <message>
        <source>like {other} ({share} %), left out</source>
        <translation>همانند {other} ({share}٪)، کنار گذاشته شد</translation>
    </message>
    <message>
        <source>like {other} ({share} %)</source>
        <translation>همانند {other} ({share}٪)</translation>
    </message>
    <message>
        <source>unknown labels: {names}</source>
        <translation>برچسب‌های ناشناخته: {names}</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Sayings</source>
        <translation>گفته‌ها</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>بازه‌ها</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>پیوندها</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>ایرادها</translation>
    </message>
    <message>
        <source>Lists of the article</source>
        <translation>فهرست‌های خبر</translation>
    </message>
    <message>
        <source>List</source>
        <translation>فهرست</translation>
    </message>
    <message>
        <source>No quote yet: select what was said and press the key of quotes.</source>
        <translation>هنوز نقل‌قولی نیست: آنچه را گفته شده انتخاب کنید و کلید نقل‌قول را بزنید.</translation>
    </message>
    <message>
        <source>No span yet.</source>
        <translation>هنوز بازه‌ای نیست.</translation>
    </message>
    <message>
        <source>No link yet: select a quote, then L and Enter.</source>
        <translation>هنوز پیوندی نیست: یک نقل‌قول را انتخاب کنید، سپس L و Enter.</translation>
    </message>
    <message>
        <source>No problem.</source>
        <translation>ایرادی نیست.</translation>
    </message>
</context>
<context>
    <name>LabelPage</name>
    <message>
        <source>Characters that never stand at an edge of the span</source>
        <translation>نویسه‌هایی که هرگز در لبهٔ بازه نمی‌آیند</translation>
    </message>
    <message>
        <source>Colour, dark</source>
        <translation>رنگ، تیره</translation>
    </message>
    <message>
        <source>Colour, light</source>
        <translation>رنگ، روشن</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>نام انگلیسی</translation>
    </message>
    <message>
        <source>Guillemets at the edge</source>
        <translation>گیومه در لبه</translation>
    </message>
    <message>
        <source>Help, English</source>
        <translation>راهنما، انگلیسی</translation>
    </message>
    <message>
        <source>Help, Persian</source>
        <translation>راهنما، فارسی</translation>
    </message>
    <message>
        <source>Id in the data</source>
        <translation>شناسه در داده‌ها</translation>
    </message>
    <message>
        <source>Key (1 to 9)</source>
        <translation>کلید (۱ تا ۹)</translation>
    </message>
    <message>
        <source>Never at an edge</source>
        <translation>هرگز در لبه</translation>
    </message>
    <message>
        <source>Optional: its key can be switched off</source>
        <translation>دلخواه: کلیدش را می‌توان خاموش کرد</translation>
    </message>
    <message>
        <source>Persian name</source>
        <translation>نام فارسی</translation>
    </message>
    <message>
        <source>Two spans of this label</source>
        <translation>دو بازه با این برچسب</translation>
    </message>
</context>
<context>
    <name>Linking</name>
    <message>
        <source>Select a quote first.</source>
        <translation>نخست یک نقل‌قول را برگزینید.</translation>
    </message>
    <message>
        <source>No speaker, cue or topic stands near: link by L, C and B.</source>
        <translation>گوینده، نشانه یا موضوعی در نزدیکی نیست: با L، C و B پیوند بزنید.</translation>
    </message>
    <message>
        <source>The label scheme of this project has no such link.</source>
        <translation>طرح برچسب این پروژه چنین پیوندی ندارد.</translation>
    </message>
    <message>
        <source>Select a span with one of these labels first: {names}</source>
        <translation>نخست بازه‌ای با یکی از این برچسب‌ها را انتخاب کنید: {names}</translation>
    </message>
    <message>
        <source>There is no span to link to; label one of these first: {names}</source>
        <translation>بازه‌ای برای پیوند نیست؛ نخست یکی از این‌ها را برچسب بزنید: {names}</translation>
    </message>
    <message>
        <source>Choose a target: Tab, or the first letters of its words.</source>
        <translation>مقصد را برگزینید: Tab یا نخستین حرف‌های آن.</translation>
    </message>
    <message>
        <source>No link of the scheme joins spans of these two labels.</source>
        <translation>هیچ پیوند این طرح بازه‌های این دو برچسب را به هم نمی‌پیوندد.</translation>
    </message>
    <message>
        <source>{relation}: {target}</source>
        <translation>{relation}: {target}</translation>
    </message>
</context>
<context>
    <name>Losses</name>
    <message>
        <source>spans left out that share text with another</source>
        <translation>بازه که با بازه‌ای دیگر متن مشترک دارد و کنار می‌ماند</translation>
    </message>
    <message>
        <source>spans left out that hold no word</source>
        <translation>بازهٔ بی‌واژه که کنار می‌ماند</translation>
    </message>
    <message>
        <source>spans that lose white space at an edge</source>
        <translation>بازه که فاصلهٔ لبه‌اش را از دست می‌دهد</translation>
    </message>
    <message>
        <source>spans that cannot be written</source>
        <translation>بازه که نوشتنی نیست</translation>
    </message>
    <message>
        <source>split spans taken apart</source>
        <translation>بازهٔ چندتکه که از هم جدا می‌شود</translation>
    </message>
    <message>
        <source>split spans with two pieces joined</source>
        <translation>بازهٔ چندتکه که دو تکه‌اش به هم می‌پیوندد</translation>
    </message>
    <message>
        <source>spans left out that repeat another</source>
        <translation>بازهٔ تکراری که کنار می‌ماند</translation>
    </message>
    <message>
        <source>links left out</source>
        <translation>پیوند که کنار می‌ماند</translation>
    </message>
    <message>
        <source>spans that lose their attributes</source>
        <translation>بازه که ویژگی‌هایش را از دست می‌دهد</translation>
    </message>
    <message>
        <source>attributes not kept to the letter</source>
        <translation>ویژگی که مو به مو نمی‌ماند</translation>
    </message>
    <message>
        <source>spans that lose their entity</source>
        <translation>بازه که موجودیتش را از دست می‌دهد</translation>
    </message>
    <message>
        <source>entities that lose their kind or details</source>
        <translation>موجودیت که نوع یا جزئیاتش را از دست می‌دهد</translation>
    </message>
    <message>
        <source>entities left out that no span names</source>
        <translation>موجودیت بی‌بازه که کنار می‌ماند</translation>
    </message>
    <message>
        <source>notes on spans left out</source>
        <translation>یادداشت بازه که کنار می‌ماند</translation>
    </message>
    <message>
        <source>notes written as one line</source>
        <translation>یادداشت که یک‌سطری نوشته می‌شود</translation>
    </message>
    <message>
        <source>flags on spans left out</source>
        <translation>پرچم بازه که کنار می‌ماند</translation>
    </message>
    <message>
        <source>gold spans that lose what they were made from</source>
        <translation>بازهٔ طلایی که خاستگاهش را از دست می‌دهد</translation>
    </message>
    <message>
        <source>gold links that lose what they were made from</source>
        <translation>پیوند طلایی که خاستگاهش را از دست می‌دهد</translation>
    </message>
    <message>
        <source>verdicts left out</source>
        <translation>رأی که کنار می‌ماند</translation>
    </message>
    <message>
        <source>layers with spans that share text: the other program must allow it</source>
        <translation>لایه با بازه‌های هم‌پوشان: برنامهٔ دیگر باید آن را بپذیرد</translation>
    </message>
    <message>
        <source>further layers left out</source>
        <translation>لایهٔ دیگر که کنار می‌ماند</translation>
    </message>
    <message>
        <source>gold layers not marked as gold</source>
        <translation>لایهٔ طلایی که نشان طلایی ندارد</translation>
    </message>
    <message>
        <source>layers that lose their annotator</source>
        <translation>لایه که نام حاشیه‌نویسش را از دست می‌دهد</translation>
    </message>
    <message>
        <source>layers that lose their status</source>
        <translation>لایه که وضعیتش را از دست می‌دهد</translation>
    </message>
    <message>
        <source>layers that lose the labels of the article</source>
        <translation>لایه که برچسب‌های کل خبر را از دست می‌دهد</translation>
    </message>
    <message>
        <source>notes on articles left out</source>
        <translation>یادداشت خبر که کنار می‌ماند</translation>
    </message>
    <message>
        <source>flags on articles left out</source>
        <translation>پرچم خبر که کنار می‌ماند</translation>
    </message>
    <message>
        <source>layers that lose the version of their scheme</source>
        <translation>لایه که نسخهٔ طرحش را از دست می‌دهد</translation>
    </message>
    <message>
        <source>layers without spans left out</source>
        <translation>لایهٔ بی‌بازه که کنار می‌ماند</translation>
    </message>
    <message>
        <source>articles without a layer left out</source>
        <translation>خبر بی‌لایه که کنار می‌ماند</translation>
    </message>
    <message>
        <source>articles that lose their exact spacing</source>
        <translation>خبر که فاصله‌های دقیقش را از دست می‌دهد</translation>
    </message>
    <message>
        <source>articles with characters replaced by spaces</source>
        <translation>خبر که نویسه‌ای از آن فاصله می‌شود</translation>
    </message>
    <message>
        <source>articles cut because they are too long for a cell</source>
        <translation>خبر که برای یک خانه بلند است و بریده می‌شود</translation>
    </message>
    <message>
        <source>articles that lose their metadata</source>
        <translation>خبر که فراداده‌اش را از دست می‌دهد</translation>
    </message>
    <message>
        <source>metadata not kept to the letter</source>
        <translation>فراداده که مو به مو نمی‌ماند</translation>
    </message>
    <message>
        <source>articles that lose their id</source>
        <translation>خبر که شناسه‌اش را از دست می‌دهد</translation>
    </message>
    <message>
        <source>articles that lose their text direction</source>
        <translation>خبر که جهت متنش را از دست می‌دهد</translation>
    </message>
    <message>
        <source>spans that lose where they came from</source>
        <translation>بازه که سرچشمه‌اش را از دست می‌دهد</translation>
    </message>
    <message>
        <source>spans that lose when they were made</source>
        <translation>بازه که زمان ساختش را از دست می‌دهد</translation>
    </message>
    <message>
        <source>spans that get other ids</source>
        <translation>بازه که شناسهٔ دیگری می‌گیرد</translation>
    </message>
    <message>
        <source>links that get other ids</source>
        <translation>پیوند که شناسهٔ دیگری می‌گیرد</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Annotator</source>
        <translation>حاشیه‌نویس</translation>
    </message>
</context>
<context>
    <name>MentionsDialog</name>
    <message>
        <source>Label all mentions</source>
        <translation>برچسب همهٔ موارد</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>برچسب</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>موارد</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>تیک همه</translation>
    </message>
    <message>
        <source>Tick none</source>
        <translation>برداشتن همهٔ تیک‌ها</translation>
    </message>
    <message>
        <source>Label the ticked ones ({count})</source>
        <translation>برچسب زدن به تیک‌خورده‌ها ({count})</translation>
    </message>
    <message>
        <source>In all articles</source>
        <translation>در همهٔ خبرها</translation>
    </message>
    <message>
        <source>Ignore spaces</source>
        <translation>بی‌اعتنا به فاصله</translation>
    </message>
    <message>
        <source>Mentions of {phrase}, other spellings included:</source>
        <translation>موارد {phrase}، با املاهای دیگر:</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>در حال جستجو…</translation>
    </message>
    <message>
        <source>Searching… {done} of {total} articles</source>
        <translation>در حال جستجو… {done} از {total} خبر</translation>
    </message>
    <message>
        <source>places: {count} · labelled already: {done}</source>
        <translation>جا: {count} · برچسب‌خورده: {done}</translation>
    </message>
</context>
<context>
    <name>MyDay</name>
    <message>
        <source>today {minutes} min</source>
        <translation>امروز {minutes} دقیقه</translation>
    </message>
</context>
<context>
    <name>MyDayPopover</name>
    <message>
        <source>Breaks of more than a minute are left out.</source>
        <translation>درنگ بیش از یک دقیقه به شمار نمی‌آید.</translation>
    </message>
    <message>
        <source>Half of the articles done took no more than {minutes} minutes.</source>
        <translation>نیمی از خبرهای پایان‌یافته بیش از {minutes} دقیقه نبرده‌اند.</translation>
    </message>
    <message>
        <source>Leads of this project see everybody's minutes in all, not the days.</source>
        <translation>سرپرستان این پروژه دقیقه‌های هر کس را روی هم می‌بینند، نه روز به روز.</translation>
    </message>
    <message>
        <source>Leads see everybody's minutes in all</source>
        <translation>سرپرستان دقیقه‌های همه را روی هم ببینند</translation>
    </message>
    <message>
        <source>My day</source>
        <translation>روز من</translation>
    </message>
    <message>
        <source>Nobody but you sees your minutes.</source>
        <translation>دقیقه‌های شما را کسی جز شما نمی‌بیند.</translation>
    </message>
    <message>
        <source>articles done</source>
        <translation>خبر پایان‌یافته</translation>
    </message>
    <message>
        <source>in all</source>
        <translation>روی هم</translation>
    </message>
    <message>
        <source>minutes of work</source>
        <translation>دقیقهٔ کار</translation>
    </message>
    <message>
        <source>spans</source>
        <translation>بازه</translation>
    </message>
    <message>
        <source>today</source>
        <translation>امروز</translation>
    </message>
    <message>
        <source>{name}: {minutes} minutes</source>
        <translation>{name}: {minutes} دقیقه</translation>
    </message>
</context>
<context>
    <name>Navigate</name>
    <message>
        <source>No problem in this article.</source>
        <translation>این خبر ایرادی ندارد.</translation>
    </message>
    <message>
        <source>This is the last article of the queue.</source>
        <translation>این آخرین خبر صف است.</translation>
    </message>
    <message>
        <source>This is the first article of the queue.</source>
        <translation>این نخستین خبر صف است.</translation>
    </message>
    <message>
        <source>All articles of the queue are done.</source>
        <translation>همهٔ خبرهای صف پایان یافته‌اند.</translation>
    </message>
    <message>
        <source>Undone: {step}</source>
        <translation>برگردانده شد: {step}</translation>
    </message>
    <message>
        <source>Done again: {step}</source>
        <translation>دوباره انجام شد: {step}</translation>
    </message>
</context>
<context>
    <name>NewProjectDialog</name>
    <message>
        <source>New project</source>
        <translation>پروژهٔ تازه</translation>
    </message>
    <message>
        <source>Make the project</source>
        <translation>ساختن پروژه</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>نام شما</translation>
    </message>
    <message>
        <source>Project file</source>
        <translation>پروندهٔ پروژه</translation>
    </message>
    <message>
        <source>Label scheme</source>
        <translation>طرح برچسب</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>از پرونده…</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>انتخاب…</translation>
    </message>
    <message>
        <source>Your name (you lead the project; you can add others later)</source>
        <translation>نام شما (سرپرست پروژه شمایید؛ دیگران را بعد می‌توان افزود)</translation>
    </message>
    <message>
        <source>Write your name, so that your work can be told from others&apos;.</source>
        <translation>نام خود را بنویسید تا کار شما از کار دیگران جدا شناخته شود.</translation>
    </message>
    <message>
        <source>Say where the project shall lie.</source>
        <translation>بگویید پروژه کجا باشد.</translation>
    </message>
    <message>
        <source>Choose a label scheme.</source>
        <translation>یک طرح برچسب برگزینید.</translation>
    </message>
    <message>
        <source>This file exists already: choose another name.</source>
        <translation>این پرونده از پیش هست: نام دیگری برگزینید.</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Note on the span</source>
        <translation>یادداشت بازه</translation>
    </message>
    <message>
        <source>Note on the article</source>
        <translation>یادداشت خبر</translation>
    </message>
    <message>
        <source>For yourself and the lead; Ctrl+Enter saves.</source>
        <translation>برای خودتان و سرپرست؛ Ctrl+Enter ذخیره می‌کند.</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Add a person…</source>
        <translation>افزودن شخص…</translation>
    </message>
    <message>
        <source>Change the name…</source>
        <translation>تغییر نام…</translation>
    </message>
    <message>
        <source>lead</source>
        <translation>سرپرست</translation>
    </message>
</context>
<context>
    <name>PersonDialog</name>
    <message>
        <source>Add a person</source>
        <translation>افزودن شخص</translation>
    </message>
    <message>
        <source>Change the name</source>
        <translation>تغییر نام</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>افزودن</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>تغییر</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>Leads the project: sees and settles everything</source>
        <translation>سرپرست پروژه است: همه را می‌بیند و داوری می‌کند</translation>
    </message>
    <message>
        <source>Write a name.</source>
        <translation>نامی بنویسید.</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>My queue</source>
        <translation>صف من</translation>
    </message>
    <message>
        <source>Filter by title</source>
        <translation>پالایش با عنوان</translation>
    </message>
    <message>
        <source>Filter the queue</source>
        <translation>پالایش صف</translation>
    </message>
    <message>
        <source>Queue of articles</source>
        <translation>صف خبرها</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>پیشرفت</translation>
    </message>
    <message>
        <source>No article yet.</source>
        <translation>هنوز خبری نیست.</translation>
    </message>
    <message>
        <source>No article fits the filter.</source>
        <translation>هیچ خبری با پالایه جور نیست.</translation>
    </message>
    <message>
        <source>{done} of {total} articles, today {today}</source>
        <translation>{done} از {total} خبر، امروز {today}</translation>
    </message>
</context>
<context>
    <name>Quotes</name>
    <message>
        <source>Article</source>
        <translation>خبر</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>برچسب‌زن</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>طلایی</translation>
    </message>
    <message>
        <source>About</source>
        <translation>دربارهٔ</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>تاریخ</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>نقل‌قول</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>گوینده</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>نوع</translation>
    </message>
</context>
<context>
    <name>RelationPage</name>
    <message>
        <source>At least</source>
        <translation>دست‌کم</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>دست بالا</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>نام انگلیسی</translation>
    </message>
    <message>
        <source>Id in the data</source>
        <translation>شناسه در داده‌ها</translation>
    </message>
    <message>
        <source>Leads from</source>
        <translation>از</translation>
    </message>
    <message>
        <source>Leads to</source>
        <translation>به</translation>
    </message>
    <message>
        <source>Only between spans of the same label</source>
        <translation>فقط میان بازه‌های یک برچسب</translation>
    </message>
    <message>
        <source>Optional: it can be switched off</source>
        <translation>دلخواه: می‌توان خاموشش کرد</translation>
    </message>
    <message>
        <source>Persian name</source>
        <translation>نام فارسی</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>بی‌کران</translation>
    </message>
</context>
<context>
    <name>ReleaseDialog</name>
    <message>
        <source>Make a data set</source>
        <translation>ساختن مجموعهٔ داده</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>بساز</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>پوشه</translation>
    </message>
    <message>
        <source>Only articles that are done</source>
        <translation>فقط خبرهای پایان‌یافته</translation>
    </message>
    <message>
        <source>Pseudonyms in place of the names of people</source>
        <translation>نام مستعار به جای نام افراد</translation>
    </message>
    <message>
        <source>What was made</source>
        <translation>آنچه ساخته شد</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>لایه‌ها</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>قالب</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>سهم‌ها</translation>
    </message>
    <message>
        <source>Same share on every side</source>
        <translation>سهم برابر در همهٔ بخش‌ها</translation>
    </message>
    <message>
        <source>Name a new folder for the data set.</source>
        <translation>پوشه‌ای تازه برای مجموعهٔ داده نام ببرید.</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>همهٔ لایه‌ها</translation>
    </message>
    <message>
        <source>Gold only</source>
        <translation>فقط طلایی</translation>
    </message>
    <message>
        <source>Only {person}</source>
        <translation>فقط {person}</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>انتخاب…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>The data set is in {folder}: articles {count}.</source>
        <translation>مجموعهٔ داده در {folder} است: خبر {count}.</translation>
    </message>
    <message>
        <source>{side} {arrow} articles {articles}, layers {layers}, spans {spans}</source>
        <translation>{side} {arrow} خبر {articles}، لایه {layers}، بازه {spans}</translation>
    </message>
    <message>
        <source>Files: {files}</source>
        <translation>پرونده‌ها: {files}</translation>
    </message>
    <message>
        <source>What this format does not hold</source>
        <translation>آنچه در این قالب نمی‌ماند</translation>
    </message>
</context>
<context>
    <name>SchemeDraft</name>
    <message>
        <source>New attribute</source>
        <translation>ویژگی تازه</translation>
    </message>
    <message>
        <source>New label</source>
        <translation>برچسب تازه</translation>
    </message>
    <message>
        <source>New relation</source>
        <translation>پیوند تازه</translation>
    </message>
</context>
<context>
    <name>SchemeEditor</name>
    <message>
        <source>+ attribute</source>
        <translation>+ ویژگی</translation>
    </message>
    <message>
        <source>+ label</source>
        <translation>+ برچسب</translation>
    </message>
    <message>
        <source>+ relation</source>
        <translation>+ پیوند</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>پایین</translation>
    </message>
    <message>
        <source>Export the label scheme</source>
        <translation>نوشتن طرح برچسب در پرونده</translation>
    </message>
    <message>
        <source>Export to a file…</source>
        <translation>به پرونده…</translation>
    </message>
    <message>
        <source>Give what bears a changed id the new one ({count}, can be undone)</source>
        <translation>شناسهٔ تازه به هر چه شناسهٔ پیشین دارد داده شود ({count} مورد، برگشت‌پذیر)</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>از پرونده…</translation>
    </message>
    <message>
        <source>Import a label scheme</source>
        <translation>گرفتن طرح برچسب از پرونده</translation>
    </message>
    <message>
        <source>In use: {count}</source>
        <translation>به‌کاررفته: {count}</translation>
    </message>
    <message>
        <source>Its key is switched on in this project</source>
        <translation>کلیدش در این پروژه روشن باشد</translation>
    </message>
    <message>
        <source>Label scheme</source>
        <translation>طرح برچسب</translation>
    </message>
    <message>
        <source>Not in use yet</source>
        <translation>هنوز به کار نرفته</translation>
    </message>
    <message>
        <source>Save as a new version</source>
        <translation>ذخیره به نام نسخهٔ تازه</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>بردار</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>بالا</translation>
    </message>
    <message>
        <source>Versions…</source>
        <translation>نسخه‌ها…</translation>
    </message>
</context>
<context>
    <name>SchemeOutline</name>
    <message>
        <source>Parts of the scheme</source>
        <translation>بخش‌های طرح</translation>
    </message>
</context>
<context>
    <name>SchemePage</name>
    <message>
        <source>English name</source>
        <translation>نام انگلیسی</translation>
    </message>
    <message>
        <source>Persian name</source>
        <translation>نام فارسی</translation>
    </message>
    <message>
        <source>Saving makes a new version of the scheme. Work stays as it is; what the new version no longer has is kept and listed as a problem.</source>
        <translation>ذخیره نسخهٔ تازه‌ای از طرح می‌سازد. کارهای انجام‌شده همان که هست می‌ماند؛ آنچه در نسخهٔ تازه نیست نگه داشته و در مشکل‌ها فهرست می‌شود.</translation>
    </message>
    <message>
        <source>Spans of different labels</source>
        <translation>بازه‌های برچسب‌های گوناگون</translation>
    </message>
</context>
<context>
    <name>SchemePages</name>
    <message>
        <source>as they are marked</source>
        <translation>همان که نشان شده</translation>
    </message>
    <message>
        <source>belong to the span</source>
        <translation>جزو بازه‌اند</translation>
    </message>
    <message>
        <source>entity: who or what is meant</source>
        <translation>هویت: چه کسی یا چه چیزی</translation>
    </message>
    <message>
        <source>free text</source>
        <translation>متن آزاد</translation>
    </message>
    <message>
        <source>may not share text</source>
        <translation>هم‌پوشانی ندارند</translation>
    </message>
    <message>
        <source>may overlap freely</source>
        <translation>هم‌پوشانی آزاد است</translation>
    </message>
    <message>
        <source>one may lie within the other</source>
        <translation>یکی می‌تواند درون دیگری باشد</translation>
    </message>
    <message>
        <source>one value of a list</source>
        <translation>یک مقدار از فهرست</translation>
    </message>
    <message>
        <source>several free texts</source>
        <translation>چند متن آزاد</translation>
    </message>
    <message>
        <source>several values of a list</source>
        <translation>چند مقدار از فهرست</translation>
    </message>
    <message>
        <source>stay outside of the span</source>
        <translation>بیرون بازه می‌مانند</translation>
    </message>
</context>
<context>
    <name>SchemeWording</name>
    <message>
        <source>Attributes of the article</source>
        <translation>ویژگی‌های خبر</translation>
    </message>
    <message>
        <source>In use, and no longer in the scheme (kept and listed as problems):</source>
        <translation>به کار رفته و دیگر در طرح نیست (می‌ماند و در مشکل‌ها می‌آید):</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>برچسب‌ها</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>پیوندها</translation>
    </message>
    <message>
        <source>attribute {name}: {count}</source>
        <translation>ویژگی {name}: {count}</translation>
    </message>
    <message>
        <source>label {name}: {count}</source>
        <translation>برچسب {name}: {count}</translation>
    </message>
    <message>
        <source>relation {name}: {count}</source>
        <translation>پیوند {name}: {count}</translation>
    </message>
    <message>
        <source>value {name}: {count}</source>
        <translation>مقدار {name}: {count}</translation>
    </message>
</context>
<context>
    <name>Searching</name>
    <message>
        <source>Write what to look for, or choose conditions.</source>
        <translation>بنویسید چه می‌جویید، یا شرط‌ها را برگزینید.</translation>
    </message>
    <message>
        <source>Write dates as 1404/9/26 or 2025-12-17.</source>
        <translation>تاریخ را مانند ۱۴۰۴/۹/۲۶ یا 2025-12-17 بنویسید.</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>در حال جستجو…</translation>
    </message>
    <message>
        <source>Nothing found. Try fewer words or fewer conditions.</source>
        <translation>چیزی پیدا نشد. واژه‌ها یا شرط‌های کمتری را بیازمایید.</translation>
    </message>
    <message>
        <source>Hits: {count}</source>
        <translation>یافته: {count}</translation>
    </message>
    <message>
        <source>the first {count} hits; more come as you go down</source>
        <translation>{count} یافتهٔ نخست؛ با پایین رفتن بقیه می‌آیند</translation>
    </message>
    <message>
        <source>articles: {count}</source>
        <translation>خبر: {count}</translation>
    </message>
    <message>
        <source>nothing is written so; found with other spaces</source>
        <translation>به این املا نبود؛ با فاصله‌گذاری دیگر پیدا شد</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Any label</source>
        <translation>هر برچسب</translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation>هر کس</translation>
    </message>
    <message>
        <source>Search all articles</source>
        <translation>جستجو در همهٔ خبرها</translation>
    </message>
    <message>
        <source>Words, in any spelling</source>
        <translation>واژه‌ها، با هر املایی</translation>
    </message>
    <message>
        <source>One after the other</source>
        <translation>پشت سر هم</translation>
    </message>
    <message>
        <source>Within spans</source>
        <translation>درون بازه‌ها</translation>
    </message>
    <message>
        <source>Concordance of this phrase</source>
        <translation>واژه‌نمای این عبارت</translation>
    </message>
    <message>
        <source>Back to the text</source>
        <translation>بازگشت به متن</translation>
    </message>
    <message>
        <source>Clear the conditions</source>
        <translation>پاک کردن شرط‌ها</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>هویت</translation>
    </message>
    <message>
        <source>From 1404/9/1</source>
        <translation>از 1404/9/1</translation>
    </message>
    <message>
        <source>To 1404/9/30</source>
        <translation>تا 1404/9/30</translation>
    </message>
    <message>
        <source>note</source>
        <translation>یادداشت</translation>
    </message>
    <message>
        <source>Any status</source>
        <translation>هر وضعیت</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>برچسب</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>ویژگی</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>برچسب‌زن</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>وضعیت</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>یافته‌ها</translation>
    </message>
    <message>
        <source>Any attribute</source>
        <translation>هر ویژگی</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Choose who is working first: the menu People.</source>
        <translation>نخست بگویید چه کسی کار می‌کند: از دکمهٔ نام در بالای پنجره.</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keys</source>
        <translation>کلیدها</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>نگه داشتن</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>یافتن کار یا کلید</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>کار</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>کلید</translation>
    </message>
    <message>
        <source>Press the new key here</source>
        <translation>کلید تازه را اینجا بزنید</translation>
    </message>
    <message>
        <source>New key of the chosen action</source>
        <translation>کلید تازهٔ کار برگزیده</translation>
    </message>
    <message>
        <source>As delivered</source>
        <translation>مانند آغاز</translation>
    </message>
    <message>
        <source>Letters are places on a Latin keyboard, whatever layout is active.</source>
        <translation>حرف‌ها جای کلید روی صفحه‌کلید لاتین‌اند، هر چیدمانی که فعال باشد.</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>برچسب‌ها</translation>
    </message>
    <message>
        <source>{key} belongs to: {action}</source>
        <translation>{key} از آنِ این کار است: {action}</translation>
    </message>
    <message>
        <source>a label</source>
        <translation>یک برچسب</translation>
    </message>
</context>
<context>
    <name>SpanCard</name>
    <message>
        <source>Entity</source>
        <translation>هویت</translation>
    </message>
    <message>
        <source>Name of the new entity</source>
        <translation>نام هویت تازه</translation>
    </message>
    <message>
        <source>Name, then Enter</source>
        <translation>نام، سپس Enter</translation>
    </message>
    <message>
        <source>New entity…</source>
        <translation>هویت تازه…</translation>
    </message>
    <message>
        <source>Remove this link</source>
        <translation>برداشتن این پیوند</translation>
    </message>
    <message>
        <source>piece {start}–{end}</source>
        <translation>تکهٔ {start} تا {end}</translation>
    </message>
    <message>
        <source>Remove this piece</source>
        <translation>برداشتن این تکه</translation>
    </message>
    <message>
        <source>Take the flag away</source>
        <translation>برداشتن نشان</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>نشان پرسش</translation>
    </message>
    <message>
        <source>Edit the note</source>
        <translation>ویرایش یادداشت</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>یادداشت</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>طلایی</translation>
    </message>
    <message>
        <source>no longer in the scheme</source>
        <translation>دیگر در طرح نیست</translation>
    </message>
</context>
<context>
    <name>SplitFields</name>
    <message>
        <source>Seed</source>
        <translation>عدد تصادف</translation>
    </message>
    <message>
        <source>The shares must add up to 100.</source>
        <translation>جمع سهم‌ها باید ۱۰۰ باشد.</translation>
    </message>
    <message>
        <source>%</source>
        <translation>٪</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>✓ saved</source>
        <translation>✓ ذخیره شد</translation>
    </message>
    <message>
        <source>span {start}–{end} · {length} characters</source>
        <translation>بازهٔ {start} تا {end} · {length} نویسه</translation>
    </message>
    <message>
        <source>selection {start}–{end} · {length} characters</source>
        <translation>انتخاب {start} تا {end} · {length} نویسه</translation>
    </message>
    <message>
        <source>article {position} of {total}</source>
        <translation>خبر {position} از {total}</translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>Exported {articles} articles to {path}.</source>
        <translation>{articles} خبر در {path} نوشته شد.</translation>
    </message>
    <message>
        <source>Check the project</source>
        <translation>وارسی پروژه</translation>
    </message>
    <message>
        <source>All is well: file, texts, spans and links.</source>
        <translation>همه چیز درست است: پرونده، متن‌ها، بازه‌ها و پیوندها.</translation>
    </message>
    <message>
        <source>This label scheme has no guideline.</source>
        <translation>این طرح برچسب شیوه‌نامه ندارد.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>دربارهٔ برنامه</translation>
    </message>
    <message>
        <source>This project can be read only; nothing you do is kept.</source>
        <translation>این پروژه فقط خواندنی است؛ چیزی ذخیره نمی‌شود.</translation>
    </message>
    <message>
        <source>Select some words or a span whose mentions shall be labelled.</source>
        <translation>چند واژه یا بازه‌ای را برگزینید تا همهٔ مواردش برچسب بخورد.</translation>
    </message>
    <message>
        <source>Labelled in one step: {count}. Undo takes all of them back.</source>
        <translation>در یک گام برچسب خورد: {count}. واگرد همه را برمی‌گرداند.</translation>
    </message>
    <message>
        <source>Examples of this project</source>
        <translation>مثال‌های این پروژه</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Who is working?</source>
        <translation>چه کسی کار می‌کند؟</translation>
    </message>
    <message>
        <source>Project: {name}</source>
        <translation>پروژه: {name}</translation>
    </message>
    <message>
        <source>Annotator: {name}</source>
        <translation>حاشیه‌نویس: {name}</translation>
    </message>
    <message>
        <source>Who is working</source>
        <translation>چه کسی کار می‌کند</translation>
    </message>
    <message>
        <source>Search all articles</source>
        <translation>جستجو در همهٔ خبرها</translation>
    </message>
</context>
<context>
    <name>ValuesField</name>
    <message>
        <source>Add a value</source>
        <translation>+ مقدار</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>پایین</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>نام انگلیسی</translation>
    </message>
    <message>
        <source>Persian name</source>
        <translation>نام فارسی</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>بردار</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>بالا</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>مقدار</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>مقدارها</translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>Make this one the present scheme</source>
        <translation>همین نسخه طرح کنونی شود</translation>
    </message>
    <message>
        <source>The chosen version comes back as a new one; nothing is lost by that.</source>
        <translation>نسخهٔ برگزیده به نام نسخه‌ای تازه بازمی‌گردد و چیزی از دست نمی‌رود.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>نسخه</translation>
    </message>
    <message>
        <source>Versions of the label scheme</source>
        <translation>نسخه‌های طرح برچسب</translation>
    </message>
    <message>
        <source>What it holds</source>
        <translation>چه دارد</translation>
    </message>
    <message>
        <source>When</source>
        <translation>کی</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>چه کسی</translation>
    </message>
    <message>
        <source>as version {number}</source>
        <translation>مانند نسخهٔ {number}</translation>
    </message>
    <message>
        <source>{version} (now)</source>
        <translation>{version} (کنونی)</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Annotator</source>
        <translation>حاشیه‌نویس</translation>
    </message>
    <message>
        <source>Who said what, agreed on what and about what, in Persian news.</source>
        <translation>چه کسی چه گفت، بر سر چه توافق شد و دربارهٔ چه؛ در خبر فارسی.</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>باز کردن نمونه</translation>
    </message>
    <message>
        <source>New project from your articles…</source>
        <translation>پروژهٔ تازه از خبرهای خودتان…</translation>
    </message>
    <message>
        <source>Open a project…</source>
        <translation>باز کردن پروژه…</translation>
    </message>
    <message>
        <source>Or drop a project or text files here.</source>
        <translation>یا یک پروژه یا پرونده‌های متنی را اینجا رها کنید.</translation>
    </message>
    <message>
        <source>Three steps to the first label</source>
        <translation>سه گام تا نخستین برچسب</translation>
    </message>
    <message>
        <source>Open the sample: some short articles wait in the queue.</source>
        <translation>نمونه را باز کنید: چند خبر کوتاه در صف‌اند.</translation>
    </message>
    <message>
        <source>Put the caret on a name and press 1: the word becomes a speaker.</source>
        <translation>مکان‌نما را روی یک نام بگذارید و 1 را بزنید: آن کلمه گوینده می‌شود.</translation>
    </message>
    <message>
        <source>Select what was said and press 2, then L and Enter: now it has a speaker.</source>
        <translation>آنچه را گفته شده انتخاب کنید و 2 را بزنید، سپس L و Enter: اکنون گوینده دارد.</translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation>بازشده‌های اخیر</translation>
    </message>
</context>
<context>
    <name>WhoSaidWhatDialog</name>
    <message>
        <source>All annotators and gold</source>
        <translation>همهٔ برچسب‌زنان و نسخهٔ نهایی</translation>
    </message>
    <message>
        <source>Are {one} and {other} one and the same?</source>
        <translation>آیا {one} و {other} یکی‌اند؟</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>همه</translation>
    </message>
    <message>
        <source>Filter by speaker, words or subject</source>
        <translation>پالایش با گوینده، واژه یا موضوع</translation>
    </message>
    <message>
        <source>One and the same</source>
        <translation>یکی‌اند</translation>
    </message>
    <message>
        <source>Part the joined names</source>
        <translation>نام‌های یکی‌شده را جدا کن</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>نقل‌قول‌ها</translation>
    </message>
    <message>
        <source>Quotes: {quotes}, speakers: {speakers}. Enter opens the article.</source>
        <translation>نقل‌قول: {quotes}، گوینده: {speakers}. با Enter خبر باز می‌شود.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>در حال خواندن…</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>گویندگان</translation>
    </message>
    <message>
        <source>Two</source>
        <translation>دو نفرند</translation>
    </message>
    <message>
        <source>Who said what</source>
        <translation>چه کسی چه گفت</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>link to speaker, cue and topics</source>
        <translation>پیوند به گوینده، نشانه و موضوع‌ها</translation>
    </message>
    <message>
        <source>new</source>
        <translation>نو</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>آغازشده</translation>
    </message>
    <message>
        <source>done</source>
        <translation>پایان‌یافته</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>ردشده</translation>
    </message>
    <message>
        <source>The label {label} is not in the scheme</source>
        <translation>برچسب {label} در طرح نیست</translation>
    </message>
    <message>
        <source>The attribute {attribute} is not in the scheme</source>
        <translation>ویژگی {attribute} در طرح نیست</translation>
    </message>
    <message>
        <source>{attribute} has the unknown value {value}</source>
        <translation>{attribute} مقدار ناشناختهٔ {value} دارد</translation>
    </message>
    <message>
        <source>{attribute} is missing</source>
        <translation>{attribute} داده نشده است</translation>
    </message>
    <message>
        <source>No speaker is linked</source>
        <translation>گوینده‌ای پیوند نخورده است</translation>
    </message>
    <message>
        <source>Two {label} spans overlap</source>
        <translation>دو بازهٔ {label} روی هم افتاده‌اند</translation>
    </message>
    <message>
        <source>Overlaps a {label} span</source>
        <translation>با یک بازهٔ {label} هم‌پوشانی دارد</translation>
    </message>
    <message>
        <source>A space or a sign stands at the edge of the span</source>
        <translation>در لبهٔ بازه فاصله یا نشانه هست</translation>
    </message>
    <message>
        <source>The same {label} span stands here twice</source>
        <translation>همین بازهٔ {label} دو بار آمده است</translation>
    </message>
    <message>
        <source>The relation {relation} is not in the scheme</source>
        <translation>پیوند {relation} در طرح نیست</translation>
    </message>
    <message>
        <source>{relation} may not link spans of these labels</source>
        <translation>{relation} این دو برچسب را نمی‌پیوندد</translation>
    </message>
    <message>
        <source>Too many links {relation}</source>
        <translation>پیوند {relation} بیش از اندازه است</translation>
    </message>
    <message>
        <source>{relation} leads in a circle</source>
        <translation>{relation} دور می‌زند</translation>
    </message>
    <message>
        <source>{relation} links mentions of two different entities</source>
        <translation>{relation} دو هویت جدا را می‌پیوندد</translation>
    </message>
    <message>
        <source>The entity {entity} is not in this layer</source>
        <translation>هویت {entity} در این لایه نیست</translation>
    </message>
    <message>
        <source>label</source>
        <translation>برچسب</translation>
    </message>
    <message>
        <source>other label</source>
        <translation>برچسب دیگر</translation>
    </message>
    <message>
        <source>move an edge</source>
        <translation>جابه‌جایی لبه</translation>
    </message>
    <message>
        <source>add a piece</source>
        <translation>افزودن تکه</translation>
    </message>
    <message>
        <source>remove a piece</source>
        <translation>برداشتن تکه</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>attribute</source>
        <translation>ویژگی</translation>
    </message>
    <message>
        <source>note</source>
        <translation>یادداشت</translation>
    </message>
    <message>
        <source>question flag</source>
        <translation>نشان پرسش</translation>
    </message>
    <message>
        <source>link</source>
        <translation>پیوند</translation>
    </message>
    <message>
        <source>remove a link</source>
        <translation>برداشتن پیوند</translation>
    </message>
    <message>
        <source>entity</source>
        <translation>هویت</translation>
    </message>
    <message>
        <source>new entity</source>
        <translation>هویت تازه</translation>
    </message>
    <message>
        <source>rename the entity</source>
        <translation>تغییر نام هویت</translation>
    </message>
    <message>
        <source>join entities</source>
        <translation>یکی کردن هویت‌ها</translation>
    </message>
    <message>
        <source>status</source>
        <translation>وضعیت</translation>
    </message>
    <message>
        <source>attribute of the article</source>
        <translation>ویژگی خبر</translation>
    </message>
    <message>
        <source>label all mentions</source>
        <translation>برچسب همهٔ موارد</translation>
    </message>
    <message>
        <source>import</source>
        <translation>وارد کردن</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>برگرداندن</translation>
    </message>
    <message>
        <source>redo</source>
        <translation>انجام دوباره</translation>
    </message>
    <message>
        <source>No speaker</source>
        <translation>بی‌گوینده</translation>
    </message>
    <message>
        <source>spans: {count}</source>
        <translation>{count} بازه</translation>
    </message>
    <message>
        <source>words: {count}</source>
        <translation>{count} واژه</translation>
    </message>
    <message>
        <source>question</source>
        <translation>پرسش</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>طلایی</translation>
    </message>
    <message>
        <source>label scheme</source>
        <translation>طرح برچسب</translation>
    </message>
    <message>
        <source>new ids of labels</source>
        <translation>شناسهٔ تازهٔ برچسب‌ها</translation>
    </message>
    <message>
        <source>take the flag away</source>
        <translation>برداشتن پرسش</translation>
    </message>
    <message>
        <source>bring back</source>
        <translation>برگرداندن</translation>
    </message>
    <message>
        <source>bring deleted spans back</source>
        <translation>برگرداندن بازه‌های پاک‌شده</translation>
    </message>
    <message>
        <source>to the bin</source>
        <translation>به سطل</translation>
    </message>
    <message>
        <source>replaced by an import</source>
        <translation>جایگزینی با ورود</translation>
    </message>
    <message>
        <source>step</source>
        <translation>گام</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>رأی داوری</translation>
    </message>
    <message>
        <source>settle what is agreed</source>
        <translation>بستن مواردِ بی‌اختلاف</translation>
    </message>
</context>
<context>
    <name>Agreement</name>
    <message>
        <source>Agreement is shown to the lead of the project.</source>
        <translation>توافق‌سنجی را سرپرست پروژه می‌بیند.</translation>
    </message>
    <message>
        <source>{count} places</source>
        <translation>{count} جا</translation>
    </message>
    <message>
        <source>the first {count} places, worst articles first</source>
        <translation>{count} جای نخست، از بدترین خبرها</translation>
    </message>
    <message>
        <source>No difference here: all of it is alike.</source>
        <translation>این‌جا اختلافی نیست: همه یکسان است.</translation>
    </message>
    <message>
        <source>All differences</source>
        <translation>همهٔ اختلاف‌ها</translation>
    </message>
    <message>
        <source>Export the report</source>
        <translation>برون‌بری گزارش</translation>
    </message>
    <message>
        <source>The report is in {path}.</source>
        <translation>گزارش این‌جاست: {path}</translation>
    </message>
    <message>
        <source>Each label ({measure})</source>
        <translation>هر برچسب ({measure})</translation>
    </message>
    <message>
        <source>Agreement needs two people: as soon as two have marked the same article done, their figures stand here.</source>
        <translation>توافق‌سنجی دو نفر می‌خواهد: همین که دو نفر یک خبر را تمام کنند، رقم‌هایشان این‌جا می‌آید.</translation>
    </message>
    <message>
        <source>No article is done by two of these people. Let them finish the same articles, or widen the filters above.</source>
        <translation>هیچ خبری را دو نفر از این افراد تمام نکرده‌اند. بگذارید خبرهای یکسانی را تمام کنند، یا صافی‌های بالا را بازتر کنید.</translation>
    </message>
    <message>
        <source>{count} spans</source>
        <translation>{count} بازه</translation>
    </message>
    <message>
        <source>{count} links</source>
        <translation>{count} پیوند</translation>
    </message>
    <message>
        <source>{count} articles</source>
        <translation>{count} خبر</translation>
    </message>
    <message>
        <source>Agreement ({measure})</source>
        <translation>توافق ({measure})</translation>
    </message>
    <message>
        <source>95 % certain, {count} articles</source>
        <translation>با اطمینان ۹۵٪، {count} خبر</translation>
    </message>
    <message>
        <source>on {count} articles</source>
        <translation>بر پایهٔ {count} خبر</translation>
    </message>
    <message>
        <source>Of ten spans of one person, {n} fit one of another.</source>
        <translation>از هر ده بازهٔ یک نفر، {n} تا با بازهٔ دیگری جور است.</translation>
    </message>
    <message>
        <source>Most differences are about {label}</source>
        <translation>بیشترین اختلاف بر سر {label} است</translation>
    </message>
    <message>
        <source>and {share} of all are boundaries only.</source>
        <translation>و {share} از همه فقط اختلاف مرز است.</translation>
    </message>
    <message>
        <source>{shared} of {total}</source>
        <translation>{shared} از {total}</translation>
    </message>
    <message>
        <source>Articles read by two</source>
        <translation>خبر دوبار خوانده</translation>
    </message>
    <message>
        <source>{count} finished by one only</source>
        <translation>{count} خبر هنوز یک‌نفره</translation>
    </message>
    <message>
        <source>and {count} of signs and spaces only</source>
        <translation>و {count} مورد فقط نشانه و فاصله</translation>
    </message>
    <message>
        <source>summed over pairs; {count} more of signs and spaces only</source>
        <translation>جمع جفت‌ها؛ {count} مورد دیگر فقط نشانه و فاصله</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>اختلاف</translation>
    </message>
    <message>
        <source>{text} articles have gold</source>
        <translation>{text} خبر برچسب طلایی دارد</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>داوری‌شده</translation>
    </message>
    <message>
        <source>{count} differences</source>
        <translation>{count} اختلاف</translation>
    </message>
    <message>
        <source>both empty</source>
        <translation>هر دو خالی</translation>
    </message>
</context>
<context>
    <name>AgreementPage</name>
    <message>
        <source>Who with whom</source>
        <translation>چه کسی با چه کسی</translation>
    </message>
    <message>
        <source>Click a cell to see the spans behind it</source>
        <translation>هر خانه را بزنید تا بازه‌های پشت آن را ببینید</translation>
    </message>
    <message>
        <source>What kind of difference</source>
        <translation>اختلاف از چه جنس است</translation>
    </message>
    <message>
        <source>Which label against which</source>
        <translation>کدام برچسب در برابر کدام</translation>
    </message>
    <message>
        <source>Spans that lie in the same place; the diagonal is alike</source>
        <translation>بازه‌هایی که یک‌جا هستند؛ روی قطر یکسان‌اند</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>در گذر زمان</translation>
    </message>
    <message>
        <source>F1, half shared, by the week of completion</source>
        <translation>سنجهٔ F1 با دست‌کم نیمی مشترک، به هفتهٔ پایان کار</translation>
    </message>
    <message>
        <source>Each label</source>
        <translation>هر برچسب</translation>
    </message>
</context>
<context>
    <name>ArticleRanking</name>
    <message>
        <source>Articles, worst first</source>
        <translation>خبرها، بدترین نخست</translation>
    </message>
    <message>
        <source>Click one to see its differences</source>
        <translation>یکی را بزنید تا اختلاف‌هایش را ببینید</translation>
    </message>
    <message>
        <source>Settle from the worst</source>
        <translation>داوری از بدترین</translation>
    </message>
</context>
<context>
    <name>CaseList</name>
    <message>
        <source>Close</source>
        <translation>ببند</translation>
    </message>
    <message>
        <source>The spans behind the figure</source>
        <translation>بازه‌های پشت این رقم</translation>
    </message>
</context>
<context>
    <name>Assign</name>
    <message>
        <source>Only a lead assigns articles.</source>
        <translation>فقط سرپرست خبرها را واگذار می‌کند.</translation>
    </message>
    <message>
        <source>Round {number}</source>
        <translation>دور {number}</translation>
    </message>
    <message>
        <source>Assigned {count} articles to {people} people.</source>
        <translation>{count} خبر به {people} نفر واگذار شد.</translation>
    </message>
    <message>
        <source>{round}: {person}, {count} articles</source>
        <translation>{round}: {person}، {count} خبر</translation>
    </message>
    <message>
        <source>Training: {percent} of 100 alike with gold, {count} spans.</source>
        <translation>تمرین: {percent} از ۱۰۰ همسان با نسخهٔ طلایی، {count} بازه.</translation>
    </message>
</context>
<context>
    <name>AssignDialog</name>
    <message>
        <source>Assign articles</source>
        <translation>واگذاری خبرها</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>واگذار کن</translation>
    </message>
    <message>
        <source>People</source>
        <translation>افراد</translation>
    </message>
    <message>
        <source>Training: gold is shown to whoever has finished</source>
        <translation>تمرین: نسخهٔ طلایی پس از پایان کار دیده می‌شود</translation>
    </message>
    <message>
        <source>Only articles that nobody has yet</source>
        <translation>فقط خبرهایی که به کسی واگذار نشده‌اند</translation>
    </message>
    <message>
        <source>Articles in the project: {count}</source>
        <translation>خبرهای پروژه: {count}</translation>
    </message>
    <message>
        <source>Who gets articles</source>
        <translation>چه کسانی خبر می‌گیرند</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>دور</translation>
    </message>
    <message>
        <source>Share labelled by several</source>
        <translation>سهمی که چند نفر برچسب می‌زنند</translation>
    </message>
    <message>
        <source>by how many each</source>
        <translation>هر کدام چند نفر</translation>
    </message>
    <message>
        <source>Seed of the draw</source>
        <translation>هستهٔ قرعه</translation>
    </message>
    <message>
        <source>Take back what nobody has begun</source>
        <translation>پس گرفتن آنچه شروع نشده است</translation>
    </message>
    <message>
        <source>Write a name for the round.</source>
        <translation>برای دور نامی بنویسید.</translation>
    </message>
    <message>
        <source>Choose at least as many people as shall label an article.</source>
        <translation>دست‌کم به شمار کسانی که یک خبر را برچسب می‌زنند آدم انتخاب کنید.</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Comparison</source>
        <translation>مقایسه</translation>
    </message>
</context>
<context>
    <name>PlainCasesDialog</name>
    <message>
        <source>Settle what is agreed</source>
        <translation>بستن مواردِ بی‌اختلاف</translation>
    </message>
    <message>
        <source>Settle them</source>
        <translation>بستن همه</translation>
    </message>
    <message>
        <source>All agree: {count}</source>
        <translation>همه هم‌نظرند: {count}</translation>
    </message>
    <message>
        <source>Only signs or spaces differ: {count}</source>
        <translation>فقط نشانه یا فاصله فرق دارد: {count}</translation>
    </message>
    <message>
        <source>In all articles of the queue ({count})</source>
        <translation>در همهٔ خبرهای صف ({count})</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>موردها</translation>
    </message>
    <message>
        <source>Trifles follow the rule of their label. One undo takes all of it back.</source>
        <translation>ناچیزها از قاعدهٔ برچسب پیروی می‌کنند. یک «برگرداندن» همه را پس می‌گیرد.</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Both together</source>
        <translation>هر دو با هم</translation>
    </message>
    <message>
        <source>My own answer</source>
        <translation>پاسخ خودم</translation>
    </message>
    <message>
        <source>Nobody is right</source>
        <translation>هیچ‌کدام درست نیست</translation>
    </message>
    <message>
        <source>The guideline is not clear</source>
        <translation>راهنما روشن نیست</translation>
    </message>
    <message>
        <source>annotator {number}</source>
        <translation>برچسب‌زن {number}</translation>
    </message>
    <message>
        <source>Difference {number} of {count}</source>
        <translation>اختلاف {number} از {count}</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>بسته شده</translation>
    </message>
    <message>
        <source>{open} open of {count}</source>
        <translation>{open} باز از {count}</translation>
    </message>
    <message>
        <source>agreed cases are open</source>
        <translation>مواردِ بی‌اختلاف باز است</translation>
    </message>
    <message>
        <source>{done} of {count} articles settled</source>
        <translation>{done} از {count} خبر بسته شده</translation>
    </message>
    <message>
        <source>nothing here</source>
        <translation>اینجا هیچ</translation>
    </message>
    <message>
        <source>as {who} has it</source>
        <translation>همان که {who} گرفته</translation>
    </message>
    <message>
        <source>Settled: {verdict}</source>
        <translation>رأی: {verdict}</translation>
    </message>
    <message>
        <source>Only a lead compares and settles: choose one as who works.</source>
        <translation>مقایسه و داوری با سرپرست است: در فهرست افراد سرپرست را انتخاب کنید.</translation>
    </message>
    <message>
        <source>Nothing to compare yet: at least two people must mark an article as done.</source>
        <translation>هنوز چیزی برای مقایسه نیست: دست‌کم دو نفر باید یک خبر را «تمام» کنند.</translation>
    </message>
    <message>
        <source>Nothing is open here: choose another article.</source>
        <translation>اینجا چیزی باز نیست: خبر دیگری انتخاب کنید.</translation>
    </message>
    <message>
        <source>All agree on this article.</source>
        <translation>در این خبر همه هم‌نظرند.</translation>
    </message>
    <message>
        <source>Settle the spans that this link joins first.</source>
        <translation>نخست بازه‌های دو سر این پیوند را ببندید.</translation>
    </message>
    <message>
        <source>All differences are settled; Shift+N settles the rest.</source>
        <translation>همهٔ اختلاف‌ها بسته شد؛ Shift+N بقیه را می‌بندد.</translation>
    </message>
    <message>
        <source>This article is settled.</source>
        <translation>این خبر بسته شد.</translation>
    </message>
    <message>
        <source>There is nothing that all agree on and is not settled.</source>
        <translation>موردِ بی‌اختلافی باز نمانده است.</translation>
    </message>
    <message>
        <source>It is an example in the guideline now (F1).</source>
        <translation>اکنون مثالی در راهنماست (F1).</translation>
    </message>
    <message>
        <source>This is gold: what you change here is your own answer.</source>
        <translation>این نسخهٔ طلایی است: هر تغییر اینجا پاسخ خود شماست.</translation>
    </message>
    <message>
        <source>{who} (above the line)</source>
        <translation>{who} (بالای خط)</translation>
    </message>
    <message>
        <source>{who} (below the line)</source>
        <translation>{who} (زیر خط)</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>To settle</source>
        <translation>برای داوری</translation>
    </message>
    <message>
        <source>Hide the names</source>
        <translation>پنهان کردن نام‌ها</translation>
    </message>
    <message>
        <source>Assign articles…</source>
        <translation>واگذاری خبرها…</translation>
    </message>
    <message>
        <source>Articles to settle, most disagreement first</source>
        <translation>خبرها برای داوری، پراختلاف‌ترین نخست</translation>
    </message>
</context>
<context>
    <name>VerdictPanel</name>
    <message>
        <source>Settle all agreed and trifling ones ({count})</source>
        <translation>بستن هم‌نظرها و ناچیزها ({count})</translation>
    </message>
    <message>
        <source>Why? (stays with the gold)</source>
        <translation>چرا؟ (در نسخهٔ طلایی می‌ماند)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>دلیل</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>بعدی</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>قبلی</translation>
    </message>
    <message>
        <source>Make it an example in the guideline</source>
        <translation>مثالی در راهنما شود</translation>
    </message>
    <message>
        <source>Edit the gold by hand</source>
        <translation>ویرایش دستی نسخهٔ طلایی</translation>
    </message>
</context>
</TS>
