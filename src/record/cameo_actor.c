#include "record/record.h"

#include <string.h>

/* CAMEO's names of PLOVER's sectors. CAMEO's MED is the media and HLH health; it has no code for a
 * state that few recognise (PRE) or for unknown persons. */
static const char *cameo_sector(uint32_t sector) {
    switch ((chy_sector)sector) {
    case CHY_SECTOR_MED:
        return "HLH";
    case CHY_SECTOR_JRN:
        return "MED";
    case CHY_SECTOR_PRE:
    case CHY_SECTOR_UNK:
    case CHY_SECTOR_IGO:
    case CHY_SECTOR_NGO:
    case CHY_SECTOR_COUNT:
        return NULL;
    case CHY_SECTOR_GOV:
    case CHY_SECTOR_MIL:
    case CHY_SECTOR_REB:
    case CHY_SECTOR_COP:
    case CHY_SECTOR_JUD:
    case CHY_SECTOR_LEG:
    case CHY_SECTOR_PTY:
    case CHY_SECTOR_OPP:
    case CHY_SECTOR_SPY:
    case CHY_SECTOR_PRM:
    case CHY_SECTOR_UAF:
    case CHY_SECTOR_CVL:
    case CHY_SECTOR_AGR:
    case CHY_SECTOR_BUS:
    case CHY_SECTOR_CRM:
    case CHY_SECTOR_EDU:
    case CHY_SECTOR_ELI:
    case CHY_SECTOR_LAB:
    case CHY_SECTOR_REF:
    case CHY_SECTOR_REL:
    case CHY_SECTOR_SOC:
    default:
        return chy_sector_name((chy_sector)sector);
    }
}

static void append(char code[CHY_CAMEO_ACTOR], const char *part) {
    size_t have = strlen(code);
    size_t more = strlen(part);
    if (have + more < CHY_CAMEO_ACTOR) {
        memcpy(code + have, part, more + 1);
    }
}

static bool is(const char *string, const char *other) {
    return strcmp(string, other) == 0;
}

/* "UNO" is IGOUNO, "EUR" is IGOEUREEC as the public dictionaries write it; a country with the IGO
 * or NGO sector keeps both. */
static void append_body(char code[CHY_CAMEO_ACTOR], const chy_entity *entity) {
    const char *country = entity->country;
    if (is(country, "UNO")) {
        append(code, "IGOUNO");
    } else if (is(country, "EUR")) {
        append(code, "IGOEUREEC");
    } else if ((entity->sectors >> CHY_SECTOR_IGO & 1u) != 0 && !is(country, "IGO")) {
        append(code, "IGO");
        append(code, country);
    } else if ((entity->sectors >> CHY_SECTOR_NGO & 1u) != 0 && !is(country, "NGO")) {
        append(code, is(country, "") ? "" : country);
        append(code, "NGO");
    } else {
        append(code, country);
    }
}

void chy_cameo_actor(const chy_entity *entity, char code[CHY_CAMEO_ACTOR]) {
    code[0] = '\0';
    append_body(code, entity);
    /* CAMEO writes a country that acts under its own name by its country code alone. */
    if (entity->kind != CHY_ENTITY_COUNTRY) {
        uint32_t written = 0;
        for (uint32_t sector = 0; sector < CHY_SECTOR_COUNT && written < 2; sector++) {
            const char *name = (entity->sectors >> sector & 1u) != 0 ? cameo_sector(sector) : NULL;
            if (name != NULL) {
                append(code, name);
                written++;
            }
        }
    }
    if (code[0] == '\0') {
        append(code, "---");
    }
}
