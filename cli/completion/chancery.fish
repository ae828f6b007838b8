# fish completion for chancery
set -l verbs code parse relate explain eval bench facts grammar version help
complete -c chancery -n "not __fish_seen_subcommand_from $verbs" -f -a "$verbs"
complete -c chancery -n "not __fish_seen_subcommand_from $verbs" -l help -d "the verbs"
complete -c chancery -n "not __fish_seen_subcommand_from $verbs" -l version -d "what would make a record"
complete -c chancery -n "__fish_seen_subcommand_from help" -f -a "$verbs"
complete -c chancery -n "__fish_seen_subcommand_from facts" -a "check who"
complete -c chancery -n "__fish_seen_subcommand_from facts" -l on -x -d "the day that is asked about"
complete -c chancery -n "__fish_seen_subcommand_from grammar" -a check
complete -c chancery -n "__fish_seen_subcommand_from code explain bench" -s f -l from -x -a "text jsonl csv tsv"
complete -c chancery -n "__fish_seen_subcommand_from parse" -s f -l from -x -a "text jsonl csv tsv conllu"
complete -c chancery -n "__fish_seen_subcommand_from relate" -s f -l from -x -a "jsonl csv tsv"
complete -c chancery -n "__fish_seen_subcommand_from code" -s t -l to -x -a "jsonl json show cameo plover"
complete -c chancery -n "__fish_seen_subcommand_from parse" -s t -l to -x -a conllu
complete -c chancery -n "__fish_seen_subcommand_from $verbs" -s o -l output -r -d "write to a file"
complete -c chancery -n "__fish_seen_subcommand_from $verbs" -s j -l threads -x -d "reports read at once"
complete -c chancery -n "__fish_seen_subcommand_from $verbs" -s c -l column -x -d "FIELD=NAME"
complete -c chancery -n "__fish_seen_subcommand_from $verbs" -l published -x -d "date of reports that give none"
complete -c chancery -n "__fish_seen_subcommand_from $verbs" -l rejects -r -d "what could not be read"
complete -c chancery -n "__fish_seen_subcommand_from $verbs" -l lenient -d "replace bytes that are not UTF-8"
complete -c chancery -n "__fish_seen_subcommand_from $verbs" -s g -l grammar -r -d "rules of your own"
complete -c chancery -n "__fish_seen_subcommand_from $verbs" -s F -l facts -r -d "tables of your own"
complete -c chancery -n "__fish_seen_subcommand_from $verbs" -s d -l data -r -d "folder of the data files"
complete -c chancery -n "__fish_seen_subcommand_from $verbs" -s h -l help -d "help on the verb"
