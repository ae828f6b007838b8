#include "mentions/place_rows.h"

#include <math.h>
#include <string.h>

/* Names before and after one that bear witness to where it lies. */
#define WINDOW 40
/* Kilometres within which places are near, and within which a namesake of a country is taken for
 * the country: the Niger that borders on Niger State. */
#define NEAR_KM      150.0
#define NEIGHBOUR_KM 1500.0
#define RADIUS_KM    6371.0
#define RADIAN       0.017453292519943295

/* What a row is worth beside two points for each power of ten of its people. */
#define POINTS_COUNTRY   10.0
#define POINTS_CAPITAL   8.0
#define POINTS_DIVISION  4.0
#define POINTS_WIDE      8.0 /* rivers, seas, islands, regions: curated, or named by no town */
#define POINTS_SEAT      30.0
#define POINTS_CONTINENT 26.0
/* A town with more than this part of a division's people is meant by their common name. */
#define HEAD_TOWN 8
/* As many divisions within this many names make a row of them. */
#define SISTERS 2
#define NEXT    6
/* People of a curated row, which says no number: what the news speak of. */
#define PEOPLE_CURATED 2e5
/* People of a seat of a division that GeoNames has no number for (108 of 3,446): a quarter of the
 * others have fewer. */
#define PEOPLE_SEAT 1e4
/* What it is worth that the words say that the place lies in another. */
#define POINTS_INSIDE 1000.0
/* A row of the user's tables before ours, but where the words say that another is meant. */
#define POINTS_OWN 500.0
/* A division's chief town in the country in which the report was written goes before a capital of
 * its name with up to ten times its people: Tripoli in a report from Beirut. */
#define POINTS_HOME 7.0
/* What witnesses are worth: the share of the same country, each of it, each of the same division,
 * each near by. For the namesake of a country each of its kind beside it. */
#define POINTS_SHARE   5.0
#define POINTS_WITNESS 0.5
#define POINTS_INNER   1.0
#define POINTS_NEAR    1.5
#define POINTS_SISTER  4.0
#define MOST_COUNTED   3.0

#define ROWS_AREAS                                                                                 \
    (CHY_ROW(CHY_FACT_COUNTRY) | CHY_ROW(CHY_FACT_CAPITAL) | CHY_ROW(CHY_FACT_SEAT) |              \
     CHY_ROW(CHY_FACT_PLACE) | CHY_ROW(CHY_FACT_GROUP))

/* The sine of 0 to 90 degrees, within 1e-7: those of C libraries differ in their last digits. */
static double sine(double degrees) {
    double x = degrees * RADIAN, square = x * x, term = x, sum = x;
    for (int n = 2; n <= 12; n += 2) {
        term *= -square / (n * (n + 1));
        sum += term;
    }
    return sum;
}

/* Whether the point lies within `kilometres` of the row's, along the sphere (haversines). */
static bool is_near(const chy_fact *a, double latitude, double longitude, double kilometres) {
    double apart = fabs(a->longitude - longitude); /* both within 180 of 0 */
    double x = sine(fmin(fabs(a->latitude - latitude), 180) / 2);
    double y = sine(fmin(apart, 360 - apart) / 2);
    double limit = sine(kilometres / (2 * RADIUS_KM) / RADIAN);
    double squeeze = sine(90 - fabs(a->latitude)) * sine(90 - fabs(latitude));
    return x * x + squeeze * y * y < limit * limit;
}

static bool has_point(const chy_fact *fact) {
    return !isnan(fact->latitude) && !isnan(fact->longitude);
}

static bool is_within(const chy_fact *a, const chy_fact *b, double distance) {
    return has_point(a) && has_point(b) && is_near(a, b->latitude, b->longitude, distance);
}

static bool is_division(const chy_fact *fact) {
    return strcmp(fact->feature, "ADM1") == 0;
}

static const char *division_of(const chy_fact *fact) {
    return is_division(fact) ? fact->name : fact->admin1;
}

chy_witness chy_place_witness(const chy_fact *fact, uint64_t name) {
    bool small = has_point(fact) && chy_area_of(fact) & (CHY_AREA_TOWN | CHY_AREA_DISTRICT);
    return (chy_witness){.name = name,
                         .country = fact->country,
                         .division = division_of(fact),
                         .latitude = small ? fact->latitude : (double)NAN,
                         .longitude = small ? fact->longitude : (double)NAN,
                         .is_division = is_division(fact)};
}

bool chy_place_is_near(const chy_fact *fact, const chy_witness *witness) {
    return has_point(fact) && !isnan(witness->latitude) &&
           is_near(fact, witness->latitude, witness->longitude, NEIGHBOUR_KM);
}

bool chy_place_candidate(const chy_fact *fact) {
    if (!(ROWS_AREAS & CHY_ROW(fact->kind)) || fact->part) return false;
    return fact->kind != CHY_FACT_GROUP || has_point(fact);
}

/* What a row is worth whatever the document says. */
static double points_of_row(const chy_fact *fact) {
    double people = fact->population;
    uint32_t area = chy_area_of(fact);
    if (fact->kind == CHY_FACT_GROUP) return POINTS_CONTINENT;
    if (fact->kind == CHY_FACT_SEAT) return POINTS_SEAT;
    if (people < 1 && !fact->geonames[0]) people = PEOPLE_CURATED;
    if (people < 1 && strcmp(fact->feature, "PPLA") == 0) people = PEOPLE_SEAT;
    double points = 2 * log10(people + 1);
    if (fact->kind == CHY_FACT_COUNTRY) return points + POINTS_COUNTRY;
    if (fact->kind == CHY_FACT_CAPITAL) return points + POINTS_CAPITAL;
    if (area == CHY_AREA_DIVISION && fact->geonames[0]) return points + POINTS_DIVISION;
    return points + (area == CHY_AREA_TOWN || area == CHY_AREA_DISTRICT ? 0 : POINTS_WIDE);
}

/* Whether a row lies in what the words say that it lies in. */
static bool is_inside(const chy_casting *c, const chy_place_question *q, const chy_fact *fact) {
    if (!q->contained || fact->kind == CHY_FACT_COUNTRY) return false;
    if (q->outer_country[0] && strcmp(q->outer_country, fact->country) == 0) return true;
    for (uint32_t i = 0; i < q->outer_rows && i < CHY_PLACE_ROWS; i++) {
        chy_fact outer;
        chy_lexicon_fact(c->in->lexicon, q->outer_first + i, &outer);
        if (strcmp(outer.country, fact->country) != 0) continue;
        bool division =
            is_division(&outer) && fact->admin1[0] && strcmp(outer.name, fact->admin1) == 0;
        bool town = (chy_area_of(fact) == CHY_AREA_TOWN || fact->kind == CHY_FACT_SEAT) &&
                    chy_area_of(&outer) & (CHY_AREA_DISTRICT | CHY_AREA_TOWN);
        if (outer.kind == CHY_FACT_COUNTRY || division ||
            (town && is_within(fact, &outer, NEAR_KM)))
            return true;
    }
    return false;
}

/* What the sure names around say for a row. */
typedef struct evidence {
    double share;                   /* of all of them, that are of its country: 0 to 1 */
    double country, division, near; /* how many are of its country, of its division, near it */
} evidence;

static evidence evidence_for(const chy_casting *c, const chy_witness *witnesses,
                             const chy_place_question *q, const chy_fact *fact) {
    uint32_t from = q->at > WINDOW ? q->at - WINDOW : 0;
    uint32_t to = q->at + WINDOW < c->draft_count ? q->at + WINDOW : c->draft_count;
    const char *own = division_of(fact);
    evidence sum = {0};
    double all = 1;
    if (!fact->country[0]) return sum;
    /* Where the report was written is heard too. */
    if (c->dateline_country[0]) all += 1;
    if (strcmp(c->dateline_country, fact->country) == 0) sum.country += 1;
    for (uint32_t i = from; i < to; i++) {
        const chy_witness *w = &witnesses[i];
        if (!w->country || w->name == q->name) continue;
        all += 1;
        if (fact->kind != CHY_FACT_COUNTRY && has_point(fact) && !isnan(w->latitude) &&
            is_near(fact, w->latitude, w->longitude, NEAR_KM))
            sum.near += 1;
        if (strcmp(w->country, fact->country) != 0) continue;
        sum.country += 1;
        bool sister = w->is_division && is_division(fact);
        if (sister || (own[0] && strcmp(own, w->division) == 0)) sum.division += 1;
    }
    sum.share = sum.country / all;
    sum.country = fmin(sum.country, MOST_COUNTED);
    sum.division = fmin(sum.division, MOST_COUNTED);
    sum.near = fmin(sum.near, MOST_COUNTED);
    return sum;
}

/* What a row is worth here. `first` is the first row of the name: a country's, where it is one. */
static double points_of(const chy_casting *c, const chy_witness *witnesses,
                        const chy_place_question *q, const chy_fact *fact, const chy_fact *first) {
    double points = points_of_row(fact);
    if (q->area & chy_area_of(fact)) points += CHY_PLACE_SAID;
    if (is_inside(c, q, fact)) points += POINTS_INSIDE;
    if (fact->own) points += POINTS_OWN;
    bool namesake = first->kind == CHY_FACT_COUNTRY && fact->kind != CHY_FACT_COUNTRY;
    if (!witnesses || (namesake && is_within(fact, first, NEIGHBOUR_KM))) return points;
    evidence found = evidence_for(c, witnesses, q, fact);
    /* That much is told of the other country says nothing: Georgia deals with the United States
     * too. */
    if (namesake) return points + POINTS_SISTER * found.division;
    bool home = strcmp(c->dateline_country, fact->country) == 0;
    if (home && strcmp(fact->feature, "PPLA") == 0) points += POINTS_HOME;
    return points + POINTS_SHARE * found.share + POINTS_WITNESS * found.country +
           POINTS_INNER * found.division + POINTS_NEAR * found.near;
}

/* How many sure divisions of the same country stand around. */
static uint32_t sisters_of(const chy_casting *c, const chy_witness *witnesses,
                           const chy_place_question *q, const chy_fact *fact) {
    uint32_t from = q->at > NEXT ? q->at - NEXT : 0;
    uint32_t to = q->at + NEXT < c->draft_count ? q->at + NEXT : c->draft_count;
    uint32_t sisters = 0;
    for (uint32_t i = from; i < to; i++)
        sisters += witnesses[i].country && witnesses[i].is_division &&
                   witnesses[i].name != q->name && strcmp(witnesses[i].country, fact->country) == 0;
    return sisters;
}

/* The town that a division or district is named after and where many of its people live, where
 * nothing says that the division is meant. */
static void prefer_town(const chy_casting *c, const chy_witness *witnesses,
                        const chy_place_question *q, chy_fact *best) {
    bool district = chy_area_of(best) == CHY_AREA_DISTRICT;
    if (q->area || (!is_division(best) && !district)) return;
    /* "Oregon, New York and Ohio": a state in a row of states. */
    if (witnesses && !district && sisters_of(c, witnesses, q, best) >= SISTERS) return;
    for (uint32_t i = 0; i < q->rows && i < CHY_PLACE_ROWS; i++) {
        chy_fact fact;
        chy_lexicon_fact(c->in->lexicon, q->first + i, &fact);
        bool named_after =
            district ? is_within(&fact, best, NEAR_KM) : strcmp(fact.admin1, best->name) == 0;
        if (chy_place_candidate(&fact) && chy_area_of(&fact) == CHY_AREA_TOWN && named_after &&
            strcmp(fact.country, best->country) == 0 &&
            fact.population > best->population / HEAD_TOWN) {
            *best = fact;
            return;
        }
    }
}

bool chy_place_choose(const chy_casting *c, const chy_witness *witnesses,
                      const chy_place_question *question, chy_fact *best, double *margin) {
    chy_fact fact, first = {.kind = CHY_FACT_KIND_COUNT};
    double best_points = -1, next = -1;
    if (question->rows > 0) chy_lexicon_fact(c->in->lexicon, question->first, &first);
    for (uint32_t i = 0; i < question->rows && i < CHY_PLACE_ROWS; i++) {
        chy_lexicon_fact(c->in->lexicon, question->first + i, &fact);
        if (!chy_place_candidate(&fact)) continue;
        if (chy_is_postal_code(&fact) && !question->follows_place) continue;
        double points = points_of(c, witnesses, question, &fact, &first);
        bool elsewhere = best_points < 0 || strcmp(fact.country, best->country) != 0 ||
                         !is_within(&fact, best, NEAR_KM);
        if (points > best_points) {
            if (elsewhere) next = best_points;
            best_points = points;
            *best = fact;
        } else if (elsewhere && points > next) {
            next = points;
        }
    }
    *margin = best_points - next;
    if (best_points < 0) return false;
    prefer_town(c, witnesses, question, best);
    return true;
}
