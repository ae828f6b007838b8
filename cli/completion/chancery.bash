# bash completion for chancery
_chancery() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} verb=${COMP_WORDS[1]}
    if [ "$COMP_CWORD" -eq 1 ]; then
        mapfile -t COMPREPLY < <(compgen -W "code parse relate explain eval bench facts grammar version help" -- "$current")
        return
    fi
    case "$previous" in
    --from | -f)
        mapfile -t COMPREPLY < <(compgen -W "text jsonl csv tsv conllu" -- "$current")
        return
        ;;
    --to | -t)
        mapfile -t COMPREPLY < <(compgen -W "jsonl json show cameo plover conllu" -- "$current")
        return
        ;;
    esac
    if [ "$verb" = facts ] && [ "$COMP_CWORD" -eq 2 ]; then
        mapfile -t COMPREPLY < <(compgen -W "check who" -- "$current")
        return
    fi
    if [ "$verb" = grammar ] && [ "$COMP_CWORD" -eq 2 ]; then
        mapfile -t COMPREPLY < <(compgen -W "check" -- "$current")
        return
    fi
    case "$current" in
    -*)
        local options
        options=$(chancery "$verb" --help 2>/dev/null | grep -o -- '--[a-z-]*' | sort -u)
        mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
        ;;
    *) mapfile -t COMPREPLY < <(compgen -f -- "$current") ;;
    esac
}
complete -o filenames -F _chancery chancery
