# The language and the character set that programs are started with. Sourced by ./relrep.

# Java reads file names and words by the character set of the locale; that of C, which containers
# have, knows none beyond ASCII.
speak_utf8() {
    if command -v locale >/dev/null; then
        [ "$(locale charmap 2>/dev/null)" = ANSI_X3.4-1968 ] || return 0
        for name in C.UTF-8 C.utf8 en_US.UTF-8; do
            if [ "$(LC_ALL=$name locale charmap 2>/dev/null)" = UTF-8 ]; then
                export LC_ALL="$name"
                return
            fi
        done
    else
        case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
            '' | C | POSIX) export LC_ALL=C.UTF-8 ;;
        esac
    fi
}

# English everywhere, with its decimal points and its letters: a Turkish i has another capital.
english='-Duser.language=en -Duser.country=US -Duser.variant= -Duser.script='
