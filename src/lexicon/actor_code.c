#include "lexicon/actor_code.h"

#include "lexicon/lexicon.h"

#include <string.h>

#define SECTOR(name) (1u << CHY_SECTOR_##name)

/* States that act under their own code (ONTOLOGY of the project: ISO 3166-1, and KOS), sorted. */
static const char states[] =
    "AFGAGOALBANDAREARGARMATAATGAUSAUTAZEBDIBELBENBFABGDBGRBHRBHSBIHBLRBLZBOLBRABRBBRNBTNBWACAF"
    "CANCHECHLCHNCIVCMRCODCOGCOLCOMCPVCRICUBCYPCZEDEUDJIDMADNKDOMDZAECUEGYERIESPESTETHFINFJIFRA"
    "FSMGABGBRGEOGHAGINGMBGNBGNQGRCGRDGTMGUYHKGHNDHRVHTIHUNIDNINDIRLIRNIRQISLISRITAJAMJORJPNKAZ"
    "KENKGZKHMKIRKNAKORKOSKWTLAOLBNLBRLBYLCALIELKALSOLTULUXLVAMARMCOMDAMDGMDVMEXMHLMKDMLIMLTMMR"
    "MNEMNGMOZMRTMUSMWIMYSNAMNERNGANICNLDNORNPLNRUNZLOMNPAKPANPERPHLPLWPNGPOLPRKPRTPRYPSEQATROU"
    "RUSRWASAUSDNSENSGPSLBSLESLVSMRSOMSRBSSDSTPSURSVKSVNSWESWZSYCSYRTCDTGOTHATJKTKMTLSTONTTOTUN"
    "TURTUVTWNTZAUGAUKRURYUSAUZBVATVCTVENVNMVUTWSMYEMZAFZMBZWE";

/* Dependencies, former codes and CAMEO's own, and the state that stands for each; sorted. */
static const char folded[] = "ABWNLD"
                             "AIAGBR"
                             "ALAFIN"
                             "ANTNLD"
                             "ASMUSA"
                             "BLMFRA"
                             "BMUGBR"
                             "BURMMR"
                             "COKNZL"
                             "CSKCZE"
                             "CUWNLD"
                             "CYMGBR"
                             "DDRDEU"
                             "ESHMAR"
                             "FLKGBR"
                             "FRODNK"
                             "GGYGBR"
                             "GIBGBR"
                             "GLPFRA"
                             "GRLDNK"
                             "GUFFRA"
                             "GUMUSA"
                             "GZAPSE"
                             "GZSPSE"
                             "IMNGBR"
                             "IMYGBR"
                             "JEYGBR"
                             "KSVKOS"
                             "MACCHN"
                             "MAFFRA"
                             "MNPUSA"
                             "MSRGBR"
                             "MTQFRA"
                             "MYTFRA"
                             "NCLFRA"
                             "NFKAUS"
                             "NIUNZL"
                             "PALPSE"
                             "PCNGBR"
                             "PRIUSA"
                             "PYFFRA"
                             "REUFRA"
                             "ROMROU"
                             "SCGSRB"
                             "SHNGBR"
                             "SPMFRA"
                             "SXMNLD"
                             "TCAGBR"
                             "TKLNZL"
                             "TMPTLS"
                             "USRRUS"
                             "VGBGBR"
                             "VIRUSA"
                             "WBKPSE"
                             "WLFFRA"
                             "WSBPSE"
                             "YUGSRB"
                             "ZARCOD";

/* Groups of letters that name a sector, or none of PLOVER's (0); sorted. In CAMEO's scheme MED is
 * the press and HLH is health. */
static const struct {
    char letters[4];
    uint32_t sectors;
} groups[] = {
    {"ADR", SECTOR(REL)}, {"AFR", 0},           {"AGR", SECTOR(AGR)}, {"ASA", 0},
    {"ATH", SECTOR(REL)}, {"BAH", SECTOR(REL)}, {"BLK", 0},           {"BUD", SECTOR(REL)},
    {"BUS", SECTOR(BUS)}, {"CAS", 0},           {"CAU", 0},           {"CEU", 0},
    {"CFR", 0},           {"CHR", SECTOR(REL)}, {"CON", SECTOR(REL)}, {"COP", SECTOR(COP)},
    {"CRB", 0},           {"CRM", SECTOR(CRM)}, {"CTH", SECTOR(REL)}, {"CVL", SECTOR(CVL)},
    {"DEV", 0},           {"EAF", 0},           {"EDU", SECTOR(EDU)}, {"EEU", 0},
    {"EIN", 0},           {"ELI", SECTOR(ELI)}, {"ENV", 0},           {"EUR", 0},
    {"GOV", SECTOR(GOV)}, {"HIN", SECTOR(REL)}, {"HLH", SECTOR(MED)}, {"HRI", SECTOR(SOC)},
    {"IGO", SECTOR(IGO)}, {"IMG", SECTOR(REB)}, {"INR", SECTOR(REL)}, {"INS", SECTOR(REB)},
    {"INT", 0},           {"ISM", SECTOR(REB)}, {"ITR", SECTOR(REL)}, {"JAN", SECTOR(REL)},
    {"JEW", SECTOR(REL)}, {"JUD", SECTOR(JUD)}, {"LAB", SECTOR(LAB)}, {"LAM", 0},
    {"LEG", SECTOR(LEG)}, {"MDT", 0},           {"MEA", 0},           {"MED", SECTOR(JRN)},
    {"MIL", SECTOR(MIL)}, {"MNC", SECTOR(BUS)}, {"MOD", 0},           {"MOS", SECTOR(REL)},
    {"MUS", SECTOR(REL)}, {"NAF", 0},           {"NGM", SECTOR(NGO)}, {"NGO", SECTOR(NGO)},
    {"NMR", 0},           {"NRM", SECTOR(REL)}, {"OPP", SECTOR(OPP)}, {"PGS", 0},
    {"PPL", SECTOR(CVL)}, {"PRO", SECTOR(REL)}, {"PTY", SECTOR(PTY)}, {"RAD", 0},
    {"REB", SECTOR(REB)}, {"REF", SECTOR(REF)}, {"REL", SECTOR(REL)}, {"SAF", 0},
    {"SAM", 0},           {"SAS", 0},           {"SCN", 0},           {"SEA", 0},
    {"SEP", SECTOR(REB)}, {"SET", 0},           {"SHI", SECTOR(REL)}, {"SIK", SECTOR(REL)},
    {"SPY", SECTOR(SPY)}, {"SUN", SECTOR(REL)}, {"TAO", SECTOR(REL)}, {"UAF", SECTOR(UAF)},
    {"UIS", SECTOR(UNK)}, {"WAF", 0},           {"WST", 0},
};

/* Index of three letters among `count` sorted items of `size` characters; `count` where they are
 * none of them. */
static size_t find_letters(const char *items, size_t count, size_t size, const char *letters) {
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = memcmp(letters, items + middle * size, 3);
        if (order == 0) return middle;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return count;
}

/* The state that a group of letters names. */
static bool read_state(const char *letters, char country[4]) {
    size_t count = (sizeof states - 1) / 3, fold_count = (sizeof folded - 1) / 6;
    size_t found = find_letters(states, count, 3, letters);
    const char *state = found < count ? states + found * 3 : NULL;
    if (!state) {
        found = find_letters(folded, fold_count, 6, letters);
        state = found < fold_count ? folded + found * 6 + 3 : NULL;
    }
    if (!state) return false;
    memcpy(country, state, 3);
    country[3] = '\0';
    return true;
}

static bool read_group(const char *letters, uint32_t *sectors) {
    size_t count = sizeof groups / sizeof groups[0];
    size_t found = find_letters(groups[0].letters, count, sizeof groups[0], letters);
    if (found == count) return false;
    *sectors |= groups[found].sectors;
    return true;
}

static bool is_body(const char *letters) {
    static const char bodies[] = "IGOIMGINTISMMNCNGMNGO";
    return find_letters(bodies, (sizeof bodies - 1) / 3, 3, letters) < (sizeof bodies - 1) / 3;
}

/* Whether a body's letters stand where a state's do. */
static bool is_no_state(const char *letters) {
    static const char bodies[] = "EURIGOIMGISMMNCNGOUNO";
    size_t count = (sizeof bodies - 1) / 3;
    return find_letters(bodies, count, 3, letters) < count;
}

bool chy_actor_code_state(chy_slice letters) {
    size_t count = (sizeof states - 1) / 3;
    return letters.size == 3 &&
           (find_letters(states, count, 3, letters.data) < count || is_no_state(letters.data));
}

bool chy_code_is_state(const char *code) {
    return code[0] != '\0' && (strlen(code) != 3 || !is_no_state(code));
}

/* The country of a body: a company, group or aid body that is of a state has that; the United
 * Nations and the European Union have codes of their own. */
static void read_body(const char *letters, size_t count, chy_actor_code *code) {
    bool between = memcmp(letters, "IGO", 3) == 0;
    memcpy(code->country, memcmp(letters, "NGM", 3) == 0 ? "NGO" : letters, 3);
    if (memcmp(letters, "INT", 3) == 0) code->country[0] = '\0';
    for (size_t i = 1; i < count; i++) {
        const char *group = letters + 3 * i;
        bool union_of_europe = memcmp(group, "EUR", 3) == 0 || memcmp(group, "EEC", 3) == 0;
        if (between && memcmp(group, "UNO", 3) == 0) {
            memcpy(code->country, "UNO", 3);
            return;
        }
        if (between && union_of_europe) {
            memcpy(code->country, "EUR", 3);
            return;
        }
        /* Muslims of no state before Mauritius. */
        uint32_t sectors = 0;
        if (!between && !read_group(group, &sectors) && read_state(group, code->country)) return;
    }
}

/* MUS is Mauritius alone and before a sector, and Islam before the letters of a part of it. */
static bool is_creed(const char *letters, size_t count) {
    uint32_t sectors = 0;
    return memcmp(letters, "MUS", 3) == 0 && count > 1 && !read_group(letters + 3, &sectors);
}

#define MOST_GROUPS 8 /* the longest code in use has five */

bool chy_actor_code_read(chy_slice text, bool agent, chy_actor_code *code) {
    *code = (chy_actor_code){.known = true};
    code->null = chy_slice_is(text, "---");
    if (code->null) return true;
    char letters[3 * MOST_GROUPS];
    if (text.size < 3 || text.size > sizeof letters) return false;
    for (size_t i = 0; i < text.size; i++) {
        char c = text.data[i];
        letters[i] = (char)(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
        if (!(letters[i] >= 'A' && letters[i] <= 'Z') && !(letters[i] >= '0' && letters[i] <= '9'))
            return false;
    }
    size_t count = text.size / 3;
    bool nations = !agent && memcmp(letters, "UNO", 3) == 0;
    bool body = !agent && is_body(letters);
    if (nations) {
        memcpy(code->country, "UNO", 4);
        code->sectors = SECTOR(IGO);
    }
    if (body) read_body(letters, count, code);
    bool state = !agent && !body && !is_creed(letters, count) && read_state(letters, code->country);
    code->known = nations || body || state || read_group(letters, &code->sectors);
    for (size_t i = state ? 1 : 0; i < count; i++)
        (void)read_group(letters + 3 * i, &code->sectors);
    return true;
}
