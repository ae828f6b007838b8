#include "lexicon/holiday.h"

static const char *const weekdays[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                       "Friday", "Saturday", "Sunday"};
static const char *const months[] = {"January",   "February", "March",    "April",
                                     "May",       "June",     "July",     "August",
                                     "September", "October",  "November", "December"};
static const char *const ordinals[] = {"first", "second", "third", "fourth", "last"};

/* Cuts the next word off a text. */
static chy_slice next_word(chy_slice *text) {
    size_t size = 0;
    while (size < text->size && text->data[size] != ' ')
        size++;
    chy_slice word = {text->data, size};
    size_t used = size < text->size ? size + 1 : size;
    text->data += used;
    text->size -= used;
    return word;
}

/* The number of a word in a list, from 1; 0 where it is not in it. */
static int32_t number_of(chy_slice word, const char *const *list, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (chy_slice_is(word, list[i])) return (int32_t)i + 1;
    return 0;
}

/* `width` digits at the start of a text, cut off; -1 where there are none. */
static int32_t read_digits(chy_slice *text, size_t width) {
    int32_t value = 0;
    if (text->size < width) return -1;
    for (size_t i = 0; i < width; i++) {
        char c = text->data[i];
        if (c < '0' || c > '9') return -1;
        value = value * 10 + (c - '0');
    }
    text->data += width;
    text->size -= width;
    return value;
}

static bool skip_dash(chy_slice *text) {
    if (text->size == 0 || text->data[0] != '-') return false;
    text->data++;
    text->size--;
    return true;
}

/* "05-25", no more. */
static bool read_month_day(chy_slice text, chy_holiday *holiday) {
    static const int32_t lengths[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    holiday->month = read_digits(&text, 2);
    if (holiday->month < 1 || holiday->month > 12 || !skip_dash(&text)) return false;
    holiday->day = read_digits(&text, 2);
    return holiday->day >= 1 && holiday->day <= lengths[holiday->month - 1] && text.size == 0;
}

static bool read_date(chy_slice text, chy_holiday *holiday) {
    chy_slice rest = text;
    holiday->year = read_digits(&rest, 4);
    if (holiday->year > 0 && skip_dash(&rest)) {
        holiday->rule = CHY_HOLIDAY_ONCE;
        return read_month_day(rest, holiday);
    }
    holiday->year = 0;
    holiday->rule = CHY_HOLIDAY_FIXED;
    return read_month_day(text, holiday);
}

/* "easter", "easter-2", "pascha+1". */
static bool read_feast(chy_slice text, chy_holiday *holiday) {
    static const char *const feasts[] = {"easter", "pascha"};
    enum { FEAST_BYTES = 6 };
    if (text.size < FEAST_BYTES) return false;
    int32_t feast = number_of((chy_slice){text.data, FEAST_BYTES}, feasts, CHY_COUNT_OF(feasts));
    if (feast == 0) return false;
    holiday->rule = feast == 1 ? CHY_HOLIDAY_EASTER : CHY_HOLIDAY_PASCHA;
    chy_slice shift = {text.data + FEAST_BYTES, text.size - FEAST_BYTES};
    if (shift.size == 0) return true;
    bool back = skip_dash(&shift);
    if (!back && shift.data[0] != '+') return false;
    if (!back) {
        shift.data++;
        shift.size--;
    }
    int32_t days = shift.size == 1 || shift.size == 2 ? read_digits(&shift, shift.size) : -1;
    holiday->shift = back ? -days : days;
    return days >= 0;
}

/* "last Monday of May", "Monday before 05-25", "Tuesday from 11-02". */
static bool read_weekday(chy_slice text, chy_holiday *holiday) {
    chy_slice word = next_word(&text);
    holiday->nth = number_of(word, ordinals, CHY_COUNT_OF(ordinals));
    if (holiday->nth > 0) word = next_word(&text);
    holiday->weekday = number_of(word, weekdays, CHY_COUNT_OF(weekdays));
    if (holiday->weekday == 0) return false;
    word = next_word(&text);
    if (holiday->nth > 0) {
        holiday->rule = CHY_HOLIDAY_NTH;
        holiday->month = number_of(text, months, CHY_COUNT_OF(months));
        return chy_slice_is(word, "of") && holiday->month > 0;
    }
    bool before = chy_slice_is(word, "before");
    holiday->rule = before ? CHY_HOLIDAY_BEFORE : CHY_HOLIDAY_FROM;
    return (before || chy_slice_is(word, "from")) && read_month_day(text, holiday);
}

bool chy_holiday_read(chy_slice text, chy_holiday *holiday) {
    *holiday = (chy_holiday){0};
    if (text.size == 0) return false;
    if (text.data[0] >= '0' && text.data[0] <= '9') return read_date(text, holiday);
    if (read_feast(text, holiday)) return true;
    *holiday = (chy_holiday){0};
    return read_weekday(text, holiday);
}
