# Sourced by scripts/test: runs what the changed files reach, on SQLite only.

run_changed() {
  local base projects=() project
  base=$(git merge-base HEAD main 2>/dev/null || git merge-base HEAD origin/main 2>/dev/null || git rev-parse HEAD) || { failed_checks+=("This is no git repository"); return 0; }
  unset GOVPORTAL_TEST_POSTGRES
  say "What changed since $(git log -1 --format='%h %s' "$base")"
  mapfile -t projects < <({ git diff --name-only "$base" && git ls-files --others --exclude-standard; } | sort -u | tee "$scratch/changed" | node "$root/scripts/lib/changed.mjs" "$root")
  sed 's/^/   /' "$scratch/changed"
  [ ${#projects[@]} -gt 0 ] || { failed_checks+=("Nothing can be chosen"); return 0; }
  say "Build"
  for project in "${projects[@]}"; do
    build "tests/${project%%:*}" -p:RunAnalyzers=false || { failed_checks+=("Build"); return 0; }
  done
  note_processor "build"
  stop_compiler
  say "Tests"
  node "$root/scripts/lib/run.mjs" "$root" "$results" "${projects[@]}" || failed_checks+=("Tests were cut off")
}
