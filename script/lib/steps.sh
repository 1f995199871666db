# What every script says and how it stops. Sourced by bash scripts; sets `root`, the top folder of the checkout.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"

# One line about what happens next, on standard error, so that standard output stays for results.
say() { printf '==> %s\n' "$*" >&2; }

# One line that says what is wrong and what to do, and exit status 2 (could not be done).
die() {
    printf 'error: %s\n' "$*" >&2
    exit 2
}

seconds_now() { date +%s; }

steps=()
step_name='' step_began=0
# step NAME COMMAND…: runs the command and remembers how long it took. A failure ends the script (`set -e` stays in force
# inside the command, which it would not in a condition); `print_steps` in an exit trap then names the step that failed.
step() {
    step_name="$1" step_began=$(seconds_now)
    shift
    say "$step_name"
    "$@"
    steps+=("$(printf '%6d s  %s' "$(($(seconds_now) - step_began))" "$step_name")")
    step_name=''
}

print_steps() {
    if [[ -n "$step_name" ]]; then steps+=("$(printf '%6d s  %s: did not end well' "$(($(seconds_now) - step_began))" "$step_name")"); fi
    step_name=''
    ((${#steps[@]} == 0)) || printf '%s\n' "${steps[@]}" >&2
}

# quietly LOG COMMAND…: on a CI machine the output goes to LOG and only its tail is shown when the command fails;
# elsewhere everything is shown as it comes.
quietly() {
    local log="$1" status=0
    shift
    if [[ -z "${CI:-}" ]]; then
        "$@"
        return
    fi
    mkdir -p "$(dirname "$log")"
    "$@" >"$log" 2>&1 || status=$?
    if ((status != 0)); then
        {
            grep -E '(^|[ :])error: ' "$log" | sort -u | head -n 40 || true
            printf -- '--- the last lines of %s ---\n' "${log#"$root"/}"
            tail -n 60 "$log"
        } >&2
    fi
    return "$status"
}
