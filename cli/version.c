#include "cli.h"

static int run_version(const chy_cli_verb *verb, const chy_cli_settings *settings) {
    chy_cli_coder coder;
    if (settings->file_count > 0) {
        chy_cli_say("version takes no \"%s\"; `chancery %s --help` says more.", settings->files[0],
                    verb->name);
        return CHY_EXIT_USAGE;
    }
    printf("chancery %s\n", CHY_VERSION);
    if (!chy_cli_coder_open(settings, &coder)) {
        return CHY_EXIT_DATA;
    }
    const chy_identity *identity = chy_coder_identity(coder.coder);
    printf("learned file     %s\n", identity->model);
    printf("facts            %s\n", identity->facts);
    printf("grammar          %s\n", identity->grammar);
    printf("instruction set  %s\n", identity->instruction_set);
    chy_cli_coder_close(&coder);
    return CHY_EXIT_DONE;
}

const chy_cli_verb chy_cli_version = {
    .name = "version",
    .arguments = "[options]",
    .summary = "names the version, the learned file, the facts and the grammar",
    .about =
        "Names what makes a record: the version and the identity of the learned file, the facts\n"
        "and the grammar, as every record repeats them in \"coder\".\n",
    .example = "chancery version",
    .options = CHY_OPTIONS_OF_CODER,
    .run = run_version,
};
