# bash completion for chancery
_chancery() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} verb=${COMP_WORDS[1]}
    local verbs="code parse relate explain eval bench facts grammar version"
    if [ "$COMP_CWORD" -eq 1 ]; then
        mapfile -t COMPREPLY < <(compgen -W "$verbs help --help --version" -- "$current")
        return
    fi
    if [ "$verb" = help ]; then
        [ "$COMP_CWORD" -eq 2 ] &&
            mapfile -t COMPREPLY < <(compgen -W "$verbs" -- "$current")
        return
    fi
    case "$previous" in
    --from | -f | --to | -t) # what the verb's help names behind the option
        local values option=${previous/#-f/--from}
        option=${option/#-t/--to}
        values=$(chancery "$verb" --help 2>/dev/null | sed -n "s/.*$option [A-Z]* .*: //p")
        mapfile -t COMPREPLY < <(compgen -W "$values" -- "$current")
        return
        ;;
    --column | -c)
        mapfile -t COMPREPLY < <(compgen -W "text= id= title= published= publisher= url= dateline= language=" -- "$current")
        compopt -o nospace
        return
        ;;
    --published | --on | --threads | -j | --width | -w | --repeat | -n) return ;;
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
