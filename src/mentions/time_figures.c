/* Dates in figures alone: "2026-05-16T14:30Z", "16.05.2026", "5/16/26", "2023-Q3". Tokens that the
 * tokeniser parted are read together. */
#include "mentions/time_scan.h"

#include <stdio.h>
#include <string.h>

#define GLUED_BYTES  40
#define GLUED_TOKENS 12
/* "T14:30:05+02:00" */
#define CLOCK_BYTES 24

/* The characters of the tokens from `at` that stand without a gap, and where each token ends. */
typedef struct glued {
    char text[GLUED_BYTES];
    uint8_t ends[GLUED_TOKENS]; /* bytes of `text` up to the end of each token */
    uint32_t count;
} glued;

static void glue(const chy_time_scan *scan, uint32_t at, glued *out) {
    size_t used = 0;
    out->count = 0;
    for (uint32_t i = at; i < scan->end && out->count < GLUED_TOKENS; i++) {
        if (i > at && scan->words[i].span.start != scan->words[i - 1].span.end) break;
        size_t size = strlen(scan->words[i].form);
        if (used + size >= GLUED_BYTES) break;
        memcpy(out->text + used, scan->words[i].form, size);
        used += size;
        out->ends[out->count++] = (uint8_t)used;
    }
    out->text[used] = '\0';
}

/* How many tokens make the first `size` bytes; 0 where a token is cut. */
static uint32_t tokens_of(const glued *in, size_t size) {
    for (uint32_t i = 0; i < in->count; i++)
        if (in->ends[i] == size) return i + 1;
    return 0;
}

/* A run of digits. Returns the character after it; `*value` -1 where it is not `least` to `most`
 * long. */
static const char *read_run(const char *c, int least, int most, int32_t *value) {
    int digits = 0;
    *value = 0;
    for (; *c >= '0' && *c <= '9' && digits <= most; c++, digits++)
        *value = *value * 10 + (*c - '0');
    if (digits < least || digits > most) *value = -1;
    return c;
}

/* "T14:30", "T14:30:05Z", "T14:30+02:00": returns the character after it, `c` where there is none;
 * `value` receives the clock. */
static const char *read_iso_clock(const char *c, char value[CLOCK_BYTES]) {
    int32_t hour, minute, second;
    value[0] = '\0';
    if (*c != 'T') return c;
    const char *end = read_run(c + 1, 2, 2, &hour);
    if (hour < 0 || hour > 24 || *end != ':') return c;
    end = read_run(end + 1, 2, 2, &minute);
    if (minute < 0 || minute > 59) return c;
    size_t used = (size_t)snprintf(value, CLOCK_BYTES, "T%02d:%02d", (int)hour, (int)minute);
    if (*end == ':') {
        const char *after = read_run(end + 1, 2, 2, &second);
        if (second >= 0 && second <= 60) {
            used += (size_t)snprintf(value + used, CLOCK_BYTES - used, ":%02d", (int)second);
            end = after;
        }
    }
    if (*end == 'Z') {
        (void)snprintf(value + used, CLOCK_BYTES - used, "Z");
        return end + 1;
    }
    const char *zone = end;
    if (*zone != '+' && *zone != '-') return end;
    zone = read_run(zone + 1, 2, 2, &hour);
    if (hour < 0 || *zone != ':') return end;
    zone = read_run(zone + 1, 2, 2, &minute);
    if (minute < 0) return end;
    (void)snprintf(value + used, CLOCK_BYTES - used, "%c%02d:%02d", *end, (int)(hour % 100),
                   (int)(minute % 100));
    return zone;
}

/* "2026-05-16", with a clock or without. */
static bool read_iso(const glued *in, uint32_t at, chy_time_draft *draft) {
    if (!chy_date_read(in->text, &draft->date)) return false;
    char clock[CLOCK_BYTES];
    const char *end = read_iso_clock(in->text + 10, clock);
    uint32_t tokens = tokens_of(in, (size_t)(end - in->text));
    if (tokens == 0 || (*end >= '0' && *end <= '9')) return false;
    if (clock[0])
        chy_time_put_part(draft, at + tokens, clock + 1);
    else
        chy_time_put_date(draft, at + tokens);
    return true;
}

/* "2023-Q3", "2023-H1", "2023-W05". */
static bool read_iso_period(const glued *in, uint32_t at, chy_time_draft *draft) {
    int32_t year, number;
    const char *c = read_run(in->text, 4, 4, &year);
    if (year < CHY_TIME_FIRST_YEAR || year > CHY_TIME_LAST_YEAR || *c != '-') return false;
    char kind = c[1];
    if (kind != 'Q' && kind != 'H' && kind != 'W') return false;
    const char *end = read_run(c + 2, kind == 'W' ? 2 : 1, kind == 'W' ? 2 : 1, &number);
    int32_t most = kind == 'Q' ? 4 : kind == 'H' ? 2 : 53;
    uint32_t tokens = tokens_of(in, (size_t)(end - in->text));
    if (number < 1 || number > most || tokens == 0) return false;
    char code[8];
    if (kind == 'W')
        (void)snprintf(code, sizeof code, "W%02d", (int)(number % 100));
    else
        (void)snprintf(code, sizeof code, "%c%d", kind, (int)(number % 10));
    chy_time_put_period(draft, at + tokens, year, code);
    return true;
}

/* "5/16/2026", "16/05/2026", "16.05.2026", "16-05-2026". Slashes are read month first, as in the
 * American press, unless that is no month; full stops and hyphens day first. */
static bool read_three(const chy_time_scan *scan, const glued *in, uint32_t at,
                       chy_time_draft *draft) {
    int32_t first, second, year;
    const char *c = read_run(in->text, 1, 2, &first);
    char mark = *c;
    if (first < 0 || (mark != '/' && mark != '.' && mark != '-')) return false;
    c = read_run(c + 1, 1, 2, &second);
    if (second < 0 || *c != mark) return false;
    const char *figures = c + 1;
    c = read_run(figures, 2, 4, &year);
    size_t digits = (size_t)(c - figures);
    uint32_t tokens = tokens_of(in, (size_t)(c - in->text));
    if (year < 0 || digits == 3 || tokens == 0 || *c == mark) return false;
    if (digits == 2 && mark != '/') return false;
    if (digits == 2) year = chy_time_full_year(scan, year);
    bool day_first = mark != '/' || first > 12;
    draft->date = (chy_date){year, day_first ? second : first, day_first ? first : second};
    if (year < CHY_TIME_FIRST_YEAR || year > CHY_TIME_LAST_YEAR || !chy_date_valid(draft->date) ||
        draft->date.month == 0 || draft->date.day == 0)
        return false;
    chy_time_put_date(draft, at + tokens);
    return true;
}

bool chy_time_read_figures(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    char first = scan->words[at].form[0];
    if (first < '0' || first > '9') return false;
    glued in = {.count = 0};
    glue(scan, at, &in);
    return read_iso(&in, at, draft) || read_iso_period(&in, at, draft) ||
           read_three(scan, &in, at, draft);
}
