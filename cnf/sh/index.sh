# The page of the results: a part by hand, and tables of what was run. Sourced by ./relrep.

mark='<!-- What follows is written by ./relrep results; what stands above is kept. -->'

# Writes readme.md beside the results.
write_index() {
    page=$out/readme.md
    {
        by_hand
        printf '%s\n' "$mark"
        for of in small paper smoke; do
            if [ "$of" != smoke ] || [ -n "$(find "$out" -maxdepth 1 -name '*-smoke')" ]; then
                index_of "$of"
            fi
        done
    } >"$page.$$"
    mv "$page.$$" "$page"
}

by_hand() {
    if [ -f "$page" ]; then
        awk -v mark="$mark" '$0 == mark { exit } { print }' "$page"
    else
        printf '# Results\n\n'
    fi
}

index_of() {
    printf '\n## Size %s\n\n' "$1"
    echo '| experiment | of | claims: hold | within noise | fail | not measured | took | of the processors | of it computed | commit | command |'
    echo '|---|---|--:|--:|--:|--:|--:|--:|---|---|---|'
    for name in $(bundled); do
        index_row "$name" "$1"
    done
}

index_row() {
    kept=$(kept_as "$1" "$2") at=$out/$(kept_as "$1" "$2")
    source=$(source_of "$1")
    command="\`./relrep run $1 --set size=$2\`"
    if [ -f "$at/summary.md" ]; then
        printf '| [%s](%s/summary.md) | %s | %s | %s | %s | %s%s | %s | %s |\n' \
            "$1" "$kept" "$source" "$(verdicts "$at/summary.md")" "$(cost "$at" wall_seconds | clock)" \
            "$(cost "$at" cpu_seconds | clock)" "$(share "$at")" "$(failed "$at")" \
            "$(fact "$at" commit)" "$command"
    else
        reason='not reached'
        if [ -f "$at/not-run.md" ]; then reason=$(tr '\n|' ' /' <"$at/not-run.md"); fi
        printf '| %s | %s | *not run* | | | | | | %s | | %s |\n' "$1" "$source" "${reason% }" "$command"
    fi
}

failed() {
    cells=$(fact "$1" failures)
    if [ "${cells:-0}" -gt 0 ]; then printf '; %s cells failed' "$cells"; fi
}

# The counts of the sentence that the summary has above its claims: hold, noise, fail, not measured.
verdicts() {
    awk '
        /^## / { claims = $0 == "## Claims" }
        claims && match($0, /^[0-9]+ hold, [0-9]+ within noise, [0-9]+ fail, [0-9]+ not measured\./) {
            split($0, part, ", ")
            for (i = 1; i <= 4; i++) { split(part[i], word, " "); count[i] = word[1] }
            found = 1
            exit
        }
        END { if (found) print count[1] " | " count[2] " | " count[3] " | " count[4]
              else print "– | – | – | –" }' "$1"
}

# What an experiment file says after source:, on one line or folded.
source_of() {
    awk '
        /^source:/ { sub(/^source: */, ""); if ($0 !~ /^>/) { text = $0; exit } folded = 1; next }
        folded && /^ / { sub(/^ +/, ""); text = text (text ? " " : "") $0; next }
        folded { exit }
        END { gsub(/^"|"$/, "", text); gsub(/\|/, "/", text); print text }' "$(experiment_file "$1")"
}
